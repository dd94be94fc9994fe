import { DomainError } from '../domain-error.js';
import type { TaskState } from './task-state.js';

interface Move {
  readonly from: readonly TaskState[];
  readonly to: TaskState;
  /** For sentences: it can be … only while …. */
  readonly done: string;
}

/** The whole life of a task of an order. */
export const TASK_MOVES = {
  /** What it waited for is done. */
  ready: { from: ['waiting'], to: 'open', done: 'made ready' },
  /** By a person; also from who has left. */
  take: { from: ['open', 'started'], to: 'started', done: 'taken' },
  assign: { from: ['open', 'started'], to: 'started', done: 'handed over' },
  /** A webhook is asked to do it. */
  call: { from: ['open'], to: 'started', done: 'handed to a webhook' },
  giveBack: { from: ['started'], to: 'open', done: 'given back' },
  /** By a person, who may also do by hand what a webhook did not. */
  finish: { from: ['open', 'started', 'failed'], to: 'done', done: 'finished' },
  fail: { from: ['open', 'started'], to: 'failed', done: 'given up' },
  retry: { from: ['failed'], to: 'open', done: 'tried again' },
  cancel: { from: ['waiting', 'open', 'started', 'failed'], to: 'cancelled', done: 'cancelled' },
} as const satisfies Record<string, Move>;
export type TaskMove = keyof typeof TASK_MOVES;

/** How the state of a task is told to people. */
export const TASK_STATE_WORDS: Readonly<Record<TaskState, string>> = {
  waiting: 'waiting for other tasks',
  open: 'open',
  started: 'under way',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

export function taskStartsFrom(name: TaskMove, state: TaskState): boolean {
  const { from }: Move = TASK_MOVES[name];
  return from.includes(state);
}

/** @throws {DomainError} `WRONG_STATE` when the task cannot be moved like this from where it is. */
export function moveTask(state: TaskState, name: TaskMove): TaskState {
  const { from, to, done }: Move = TASK_MOVES[name];
  if (from.includes(state)) return to;
  const starts = from.map((one) => TASK_STATE_WORDS[one]).join(' or ');
  throw new DomainError(
    'WRONG_STATE',
    `This task is ${TASK_STATE_WORDS[state]}; it can be ${done} only while it is ${starts}.`,
  );
}
