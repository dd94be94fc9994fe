import { DomainError } from '../domain-error.js';
import { covers } from '../people/viewer.js';
import { type Colleague, workReach } from './order-policy.js';
import { type OrderState, STATE_WORDS } from './order-states.js';
import { moveTask, type TaskMove, taskStartsFrom } from './task-moves.js';
import type { TaskState } from './task-state.js';

/** What decides who does what with a task. */
export interface TaskParties {
  readonly state: TaskState;
  readonly teamId: string;
  readonly assigneeId: string | null;
  readonly assigneeLeft: boolean;
  /** Whether a webhook does it. */
  readonly isAutomatic: boolean;
  /** Whether it takes back what was done. */
  readonly isUndo: boolean;
  /** Of its order. */
  readonly orderState: OrderState;
}

/** What people do with tasks; webhooks are called and answered otherwise. */
export type HandMove = Extract<TaskMove, 'take' | 'assign' | 'giveBack' | 'finish' | 'fail' | 'retry'>;

/** Whether the viewer moves the task like this, as it stands. */
export function canMoveTask(colleague: Colleague, task: TaskParties, move: HandMove): boolean {
  return worksOn(colleague, task) && !handRefusal(colleague, task, move);
}

/** @throws {DomainError} `FORBIDDEN` to who is not of the team, `WRONG_STATE` where it does not stand like that. */
export function assertCanMoveTask(colleague: Colleague, task: TaskParties, move: HandMove): void {
  if (!worksOn(colleague, task)) throw new DomainError('FORBIDDEN', 'Only the team of this task works on it.');
  const refusal = handRefusal(colleague, task, move);
  if (refusal) throw refusal;
}

/** @throws {DomainError} `NOT_OF_TEAM` when who is to get it is not in the team of the task today. */
export function assertCanReceiveTask(
  { name, teamIds }: { readonly name: string; readonly teamIds: readonly string[] },
  { teamId }: Pick<TaskParties, 'teamId'>,
): void {
  if (teamIds.includes(teamId)) return;
  throw new DomainError('NOT_OF_TEAM', `${name} is not of the team of this task.`, ['personId']);
}

function worksOn(colleague: Colleague, { teamId }: TaskParties): boolean {
  return covers(workReach(colleague), teamId);
}

function handRefusal({ viewer }: Colleague, task: TaskParties, move: HandMove): DomainError | null {
  const { state, assigneeId, assigneeLeft, isAutomatic, orderState, isUndo } = task;
  if (!isUndo && orderState !== 'approved' && orderState !== 'fulfilling')
    return wrongState(`The order is ${STATE_WORDS[orderState]}; nobody works on it now.`);
  if (isAutomatic && state !== 'failed')
    return wrongState('A webhook does this task; people act on it only once it has failed.');
  if (!taskStartsFrom(move, state)) return refusalOf(state, move);
  const isTaken = state === 'started' && !assigneeLeft;
  if (!isTaken || move !== 'take') return null;
  if (assigneeId === viewer.personId) return wrongState('This task is yours already.');
  return wrongState('Somebody works on this task already; they can hand it over.');
}

const wrongState = (sentence: string) => new DomainError('WRONG_STATE', sentence);

function refusalOf(state: TaskState, move: TaskMove): DomainError | null {
  try {
    moveTask(state, move);
    return null;
  } catch (refusal) {
    if (refusal instanceof DomainError) return refusal;
    throw refusal;
  }
}
