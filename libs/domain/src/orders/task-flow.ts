import type { TaskState } from './task-state.js';

/** A task among the others of its item. */
export interface FlowingTask {
  readonly id: string;
  readonly state: TaskState;
  /** What is done before it. */
  readonly afterIds: readonly string[];
}

/** The tasks that wait for nothing any more. */
export function readyTasks<T extends FlowingTask>(tasks: readonly T[]): T[] {
  const done = new Set(tasks.filter(({ state }) => state === 'done').map(({ id }) => id));
  return tasks.filter(({ state, afterIds }) => state === 'waiting' && afterIds.every((id) => done.has(id)));
}

/** A task of a template, as it came out. */
export interface DoneTask {
  readonly id: string;
  readonly state: TaskState;
  readonly endedAt: Date | null;
  readonly canBeUndone: boolean;
  /** Whether it was undone already, or is being. */
  readonly isUndone: boolean;
}

/** What has to be undone where an item comes to nothing: what was done last is undone first. */
export function toUndo<T extends DoneTask>(tasks: readonly T[]): T[] {
  return tasks
    .filter(({ state, canBeUndone, isUndone }) => state === 'done' && canBeUndone && !isUndone)
    .sort((a, b) => b.endedAt!.getTime() - a.endedAt!.getTime() || (a.id < b.id ? 1 : -1));
}

/**
 * What becomes of a success that a webhook tells after its task had failed or was given up. Work on an item that came to
 * nothing is taken back, and what was begun anew meanwhile may be done twice, which somebody looks into. So may what
 * somebody did by hand: the task itself is done, and its team is told.
 */
export function lateSuccess(task: {
  readonly isUndo: boolean;
  /** Whether there is a later task in its place. */
  readonly isReplaced: boolean;
  /** Whether its order or its item came to nothing. */
  readonly isGivenUp: boolean;
  readonly isDoneByHand: boolean;
}): 'counts' | 'takeBack' | 'lookInto' | 'doneTwice' {
  if (task.isDoneByHand) return 'doneTwice';
  if (task.isReplaced) return 'lookInto';
  return task.isGivenUp && !task.isUndo ? 'takeBack' : 'counts';
}
