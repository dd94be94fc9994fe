import type { ApprovalNeed } from './approval-rule.js';

export const STAGE_STATES = ['waiting', 'open', 'approved', 'refused', 'withdrawn'] as const;
export type StageState = (typeof STAGE_STATES)[number];

export const APPROVAL_VERDICTS = ['approved', 'refused'] as const;
export type ApprovalVerdict = (typeof APPROVAL_VERDICTS)[number];

/** A place in a stage, and what was decided from it. */
export interface Seat {
  /** Who was asked. */
  readonly personId: string;
  /** To whom they handed it over; null = nobody. */
  readonly delegateId: string | null;
  /** null = not decided yet. */
  readonly verdict: ApprovalVerdict | null;
  /** Who decided: the person, the delegate or a substitute. */
  readonly byId: string | null;
}

/** How many of `seats` people have to approve; more than there are means that it cannot be reached. */
export function neededOf(need: ApprovalNeed, seats: number): number {
  if (need === 'any') return 1;
  if (need === 'all') return Math.max(1, seats);
  if ('count' in need) return need.count;
  // Whole numbers throughout: a product of floating point would round 100 % of 3 up to 4.
  return Math.max(1, Math.ceil((need.percent * seats) / 100));
}

/** How a stage stands: decided as soon as nothing that could still be said would change it. */
export function stageOutcome(need: ApprovalNeed, seats: readonly Seat[]): 'open' | ApprovalVerdict {
  const needed = neededOf(need, seats.length);
  const said = (verdict: ApprovalVerdict) => seats.filter((seat) => seat.verdict === verdict).length;
  if (said('approved') >= needed) return 'approved';
  return seats.length - said('refused') < needed ? 'refused' : 'open';
}

/** Who is away and who decides instead on a day; chains are not followed. */
export interface Substitution {
  readonly personId: string;
  readonly substituteId: string;
  /** Who named the substitute, and who confirmed it: who is away, or others for them. */
  readonly namedByIds: readonly string[];
}

/**
 * The seat from which a person decides: their own, one handed to them, else the first for whose person they stand in.
 * Each person counts once per stage, and nobody decides on what they request or receive, nor whom they named for others.
 *
 * @param away Substitutions of the day.
 * @returns null when the person has no say, or has said it.
 */
export function seatFor<S extends Seat>(
  personId: string,
  seats: readonly S[],
  away: readonly Substitution[],
  concerned: readonly string[],
): S | null {
  if (concerned.includes(personId) || seats.some(({ byId }) => byId === personId)) return null;
  const free = away.filter(({ namedByIds }) => !namedByIds.some((one) => concerned.includes(one)));
  const open = seats.filter(({ verdict, personId: asked }) => verdict === null && !concerned.includes(asked));
  return (
    open.find((seat) => seat.personId === personId) ??
    open.find(({ delegateId }) => delegateId === personId) ??
    open.find((seat) => free.some((one) => one.personId === seat.personId && one.substituteId === personId)) ??
    null
  );
}

/** Who could decide from a seat in the place of whose it is. */
export function standInsFor<S extends Seat>(
  seat: S,
  seats: readonly S[],
  away: readonly Substitution[],
  concerned: readonly string[],
): string[] {
  return away
    .filter(({ personId, substituteId }) => {
      return personId === seat.personId && seatFor(substituteId, seats, away, concerned) === seat;
    })
    .map(({ substituteId }) => substituteId);
}

/** Everybody who could decide now. */
export function decidersOf(
  seats: readonly Seat[],
  away: readonly Substitution[],
  concerned: readonly string[],
): string[] {
  const asked = seats.flatMap(({ personId, delegateId }) => [personId, ...(delegateId ? [delegateId] : [])]);
  const standIns = away.filter(({ personId }) => seats.some((seat) => seat.personId === personId));
  const people = [...asked, ...standIns.map(({ substituteId }) => substituteId)];
  return [...new Set(people)].filter((person) => seatFor(person, seats, away, concerned) !== null).sort();
}
