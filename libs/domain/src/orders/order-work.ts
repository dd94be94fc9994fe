import { DomainError } from '../domain-error.js';
import { covers } from '../people/viewer.js';
import type { TaskState } from './task-state.js';

/** A task of an order that is not done, as far as it decides who acts next. */
export interface TaskStanding {
  readonly teamId: string;
  readonly state: Extract<TaskState, 'waiting' | 'open' | 'started' | 'failed'>;
  /** Who took it and is still here. */
  readonly assigneeId: string | null;
  /** Whether a webhook does it. */
  readonly isAutomatic: boolean;
  /** Whether it takes back what was done. */
  readonly isUndo: boolean;
}

type Reach = 'all' | readonly string[];

/** Who works on an order now, and is still here. */
export function assigneesOf(tasks: readonly TaskStanding[]): string[] {
  return unique(tasks.flatMap(({ state, assigneeId }) => (state === 'started' && assigneeId ? [assigneeId] : [])));
}

/** Who acts next on the work: who has taken it, and the teams of what waits to be taken. Nobody, while webhooks are at it. */
export function nextOfWork(tasks: readonly TaskStanding[]): { personIds: string[]; teamIds: string[] } {
  return { personIds: assigneesOf(tasks), teamIds: unique(tasks.filter(isFree).map(({ teamId }) => teamId)) };
}

/** Why nothing of the order can be begun by who works for these teams; null when something can. */
export function startRefusal(tasks: readonly TaskStanding[], reach: Reach): DomainError | null {
  const free = tasks.filter((task) => isTakeable(task));
  if (free.some(({ teamId }) => covers(reach, teamId))) return null;
  if (free.length > 0) return new DomainError('WRONG_STATE', 'What can be begun now is the work of another team.');
  return new DomainError('WRONG_STATE', 'Somebody works on this order already.');
}

/** Why who works for these teams cannot say at once that all is done; null when they can. */
export function deliveryRefusal(tasks: readonly TaskStanding[], reach: Reach): DomainError | null {
  const left = tasks.filter(({ isUndo }) => !isUndo);
  const isAtHand = left.every((task) => task.state === 'open' || (task.state === 'started' && !task.isAutomatic));
  if (!isAtHand)
    return new DomainError('WRONG_STATE', 'Tasks of this order wait, or have failed; they are finished one by one.');
  if (left.every(({ teamId }) => covers(reach, teamId))) return null;
  return new DomainError('WRONG_STATE', 'Another team works on this order as well; tasks are finished one by one.');
}

/** Whether somebody of the team has to do something about it. */
function isFree(task: TaskStanding): boolean {
  return task.state === 'failed' || isTakeable(task);
}

function isTakeable({ state, assigneeId, isAutomatic }: TaskStanding): boolean {
  return !isAutomatic && (state === 'open' || (state === 'started' && assigneeId === null));
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)].sort();
