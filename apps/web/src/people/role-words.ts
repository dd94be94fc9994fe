import type { RoleAssignmentFragment } from '../generated/graphql';
import type { Tone } from '../ui/tone-badge';

export type Assignment = RoleAssignmentFragment;
export type Standing = 'PROPOSED' | 'IN_FORCE' | 'COMING' | 'OVER' | 'REFUSED' | 'WITHDRAWN';

/** Where a role stands on a day: proposed, in force, still to come, over. */
export function standingOf(
  { state, from, to, endedAt }: Pick<Assignment, 'state' | 'from' | 'to' | 'endedAt'>,
  today: string,
): Standing {
  if (state !== 'APPROVED') return state;
  if (endedAt || (to && to < today)) return 'OVER';
  return from > today ? 'COMING' : 'IN_FORCE';
}

export const toneOfStanding: Record<Standing, Tone> = {
  PROPOSED: 'warning',
  IN_FORCE: 'good',
  COMING: 'accent',
  OVER: 'neutral',
  REFUSED: 'bad',
  WITHDRAWN: 'neutral',
};
