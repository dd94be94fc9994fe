import {
  assertCanUndo,
  type Concerned,
  concernedBy,
  couldBeAsked,
  decidersOf,
  DomainError,
  isOutsider,
  seatFor,
} from '@accord/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { PersonEntity } from '../../people/person.entity.js';
import { todayOf } from '../../people/today.js';
import { viewerOfPerson } from '../../people/viewer-query.js';
import type { Act } from '../../platform/act/act.js';
import { peopleOf, standInsOf } from './known-people.js';
import { heldSeats, type SeatRow, type StageRow, stagesOf } from './stage-rows.js';

type DecidedSeat = SeatRow & { decisionId: string; at: Date };

/**
 * The viewer's decision that can still be taken back.
 *
 * @throws {DomainError} `TOO_LATE`
 */
export function undoableBy(stages: readonly StageRow[], { viewer, at }: Act): SeatRow {
  const said = stages.flatMap(({ seats }) => seats).filter((seat): seat is DecidedSeat => seat.decisionId !== null);
  said.sort((one, other) => (one.decisionId < other.decisionId ? 1 : -1));
  const latest = said[0]?.byId === viewer.personId ? said[0] : null;
  assertCanUndo({ decidedAt: latest?.at ?? at, at, isLatest: latest !== null });
  return latest!;
}

/** Everybody who could decide in a stage on a day. */
export async function decidersIn(
  manager: EntityManager,
  order: Concerned,
  stage: StageRow,
  day: string,
): Promise<string[]> {
  const seats = heldSeats(stage);
  const asked = seats.map(({ personId }) => personId);
  return decidersOf(seats, await standInsOf(manager, asked, day), concernedBy(order));
}

/** @throws {DomainError} `WRONG_STATE` */
export async function openStage(tx: EntityManager, { id }: { readonly id: string }): Promise<StageRow> {
  const stage = (await stagesOf(tx, [id])).find(({ state }) => state === 'open');
  if (stage) return stage;
  throw new DomainError('WRONG_STATE', 'Nobody is asked to approve this order now.');
}

/**
 * The seat from which the viewer decides: their own, or that of whom they stand in for.
 *
 * @throws {DomainError} `FORBIDDEN` or `ALREADY_DECIDED`
 */
export async function seatIn(tx: EntityManager, act: Act, order: Concerned, stage: StageRow): Promise<SeatRow> {
  const { personId: me } = act.viewer;
  if (stage.seats.some(({ byId }) => byId === me))
    throw new DomainError('ALREADY_DECIDED', 'You have decided in this stage already.');
  const day = await todayOf(tx, act.at);
  const seats = heldSeats(stage);
  const asked = seats.map(({ personId }) => personId);
  const seat = seatFor(me, seats, await standInsOf(tx, asked, day), concernedBy(order));
  const { people, placeOf } = await peopleOf(tx, [stage], day);
  if (seat && couldBeAsked(seat.personId, stage.sources, placeOf(stage), people)) return seat;
  throw new DomainError(
    'FORBIDDEN',
    'Only who is asked in the stage that is open, and may still decide, approves or rejects this order.',
  );
}

/** @throws {DomainError} `UNKNOWN_PERSON`, `CONCERNED` or `ALREADY_ASKED` */
export async function assertCanBeHanded(
  tx: EntityManager,
  { at }: Act,
  order: Concerned,
  { seats }: StageRow,
  delegateId: string,
): Promise<void> {
  const refuse = (code: string, sentence: string) => new DomainError(code, sentence, ['personId']);
  const person = await tx.findOneBy(PersonEntity, { id: delegateId, endedAt: IsNull() });
  const viewer = person && (await viewerOfPerson(tx, delegateId, at));
  if (!viewer || isOutsider(viewer)) throw refuse('UNKNOWN_PERSON', 'There is no such colleague, or they have left.');
  if (concernedBy(order).includes(delegateId))
    throw refuse('CONCERNED', 'Nobody decides on what they request, receive or answer for.');
  if (seats.some((seat) => seat.personId === delegateId || seat.delegateId === delegateId))
    throw refuse('ALREADY_ASKED', 'This person is asked in this stage already.');
}
