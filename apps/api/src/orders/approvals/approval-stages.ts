import {
  type ApprovalVerdict,
  askedBy,
  type Concerned,
  concernedBy,
  couldBeAsked,
  DomainError,
  neededOf,
  reasonOf,
  stageOutcome,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { todayOf } from '../../people/today.js';
import type { Act, PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { uuidv7 } from '../../platform/uuid.js';
import { ApprovalDecisionEntity } from './approval-decision.entity.js';
import { ApprovalNotices, type ToldOrder } from './approval-notices.js';
import { ApprovalSeatEntity } from './approval-seat.entity.js';
import { ApprovalStageEntity } from './approval-stage.entity.js';
import { peopleOf } from './known-people.js';
import type { StageWithPeople } from './planned-stages.js';
import { heldSeats, type SeatRow, type StageRow, stagesOf, withSeats } from './stage-rows.js';
import { assertCanBeHanded, openStage, seatIn, undoableBy } from './who-decides.js';

/** An order, as far as approving it goes. It is locked by whoever calls. */
export type ApprovedOrder = ToldOrder & Concerned;

/** The way of orders through their stages. */
@Injectable()
export class ApprovalStages {
  constructor(
    private readonly audit: Audit,
    private readonly notices: ApprovalNotices,
  ) {}

  /**
   * Pins the stages of an order that is being submitted, and asks the first people.
   *
   * @returns `approved` when rules approve all of it.
   */
  async open(
    tx: EntityManager,
    act: Act,
    order: ApprovedOrder,
    stages: readonly StageWithPeople[],
  ): Promise<'open' | 'approved'> {
    for (const [position, { personIds, automatic, from, key, name, need, ...stage }] of stages.entries()) {
      const id = uuidv7(act.at);
      const { remindAfter, unitId, serviceId, overBudget } = stage;
      const rule = { ruleKey: automatic?.key ?? null, ruleSentence: automatic?.sentence ?? null };
      const pinned = { key, name, need, sources: from, remindAfter, unitId, serviceId, overBudget, ...rule };
      await tx.insert(ApprovalStageEntity, { id, orderId: order.id, position, ...pinned, state: 'waiting' });
      if (personIds.length === 0) continue;
      const seats = personIds.map((personId) => ({ stageId: id, personId }));
      await tx.insert(ApprovalSeatEntity, seats);
    }
    return this.goOn(tx, act, order);
  }

  /**
   * What somebody says to the stage that is open, for themselves or for whom they stand in.
   *
   * @returns What comes of the order: `open` while more has to be said.
   * @throws {DomainError} `WRONG_STATE`, `FORBIDDEN`, or `ALREADY_DECIDED` for who has decided in this stage.
   */
  async decide(
    tx: EntityManager,
    act: Act,
    order: ApprovedOrder,
    verdict: ApprovalVerdict,
    reason: string | null,
  ): Promise<'open' | ApprovalVerdict> {
    const stage = await openStage(tx, order);
    const seat = await seatIn(tx, act, order, stage);
    await write(tx, act, seat, verdict, reason);
    const { personId } = seat;
    const byId = act.viewer.personId;
    const told = { stage: stage.name, verdict, ...(byId !== personId && { insteadOf: personId }) };
    const because = reason ? { ...act, reason } : act;
    await this.audit.record(tx, because, 'order.stageDecided', subjectOf(order), null, told);
    const seats = stage.seats.map((one) => (one.personId === personId ? { ...one, verdict, byId } : one));
    const outcome = stageOutcome(stage.need, seats);
    if (outcome === 'open') return 'open';
    await tx.update(ApprovalStageEntity, { id: stage.id }, { state: outcome, endedAt: act.at });
    return outcome === 'refused' ? 'refused' : this.goOn(tx, act, order);
  }

  /**
   * Takes back the viewer's own decision, as long as nobody has acted on it.
   *
   * @throws {DomainError} `TOO_LATE`
   */
  async undo(tx: EntityManager, act: Act, order: ApprovedOrder): Promise<void> {
    const stages = await stagesOf(tx, [order.id]);
    const own = undoableBy(stages, act);
    const stage = stages.find(({ id }) => id === own.stageId)!;
    const begun = stages.filter(({ position, state }) => position > stage.position && state !== 'waiting');
    const waiting = { state: 'waiting', openedAt: null, endedAt: null, remindedAt: null } as const;
    for (const { id } of begun) await tx.update(ApprovalStageEntity, { id }, waiting);
    await tx.update(ApprovalStageEntity, { id: stage.id }, { state: 'open', endedAt: null });
    await write(tx, act, own, 'undone', null);
    const before = { stage: stage.name, verdict: own.verdict };
    await this.audit.record(tx, act, 'order.decisionUndone', subjectOf(order), before, null);
  }

  /**
   * Hands the viewer's own question to somebody else; either of them answers it.
   *
   * @throws {DomainError} When the viewer was not asked, or the other person cannot decide.
   */
  async delegate(tx: EntityManager, act: Act, order: ApprovedOrder, delegateId: string, reason: string): Promise<void> {
    const because = { ...act, reason: reasonOf(reason) };
    const stage = await openStage(tx, order);
    const own = stage.seats.find(({ personId }) => personId === act.viewer.personId);
    if (!own) throw new DomainError('FORBIDDEN', 'Only who was asked hands the question over.');
    if (own.verdict) throw new DomainError('ALREADY_DECIDED', 'You have decided in this stage already.');
    await assertCanBeHanded(tx, act, order, stage, delegateId);
    const seat = { stageId: stage.id, personId: own.personId };
    await tx.update(ApprovalSeatEntity, seat, { delegateId, delegatedAt: act.at });
    const after = { stage: stage.name, delegateId };
    await this.audit.record(
      tx,
      because,
      'order.approvalDelegated',
      subjectOf(order),
      { delegateId: own.delegateId },
      after,
    );
    await this.notices.ask(tx, act, order, [{ ...own, delegateId }], [delegateId]);
  }

  /**
   * Looks for people anew where so many have left, or come to have what it is about, that the open stage could not be approved any more. Where nobody
   * else could decide either, their seats wait for somebody who can, and are theirs no longer.
   */
  async findAnew(tx: EntityManager, act: PublicAct, order: ApprovedOrder): Promise<void> {
    const stage = (await stagesOf(tx, [order.id])).find(({ state }) => state === 'open');
    const found = stage && (await this.seatAnew(tx, act, order, stage));
    if (found) await this.notices.ask(tx, act, order, found);
  }

  /** Opens the next stage; those that a rule approves are passed. */
  private async goOn(tx: EntityManager, act: PublicAct, order: ApprovedOrder): Promise<'open' | 'approved'> {
    const stages = await stagesOf(tx, [order.id]);
    for (const stage of stages.filter(({ state }) => state === 'waiting')) {
      const { id, ruleKey, name } = stage;
      if (ruleKey === null) {
        await tx.update(ApprovalStageEntity, { id }, { state: 'open', openedAt: act.at });
        const seats = await this.seatAnew(tx, act, order, stage);
        const [opened] = await withSeats(tx, [stage]);
        await this.notices.ask(tx, act, order, seats ?? heldSeats(opened!));
        return 'open';
      }
      await tx.update(ApprovalStageEntity, { id }, { state: 'approved', openedAt: act.at, endedAt: act.at });
      const told = { stage: name, verdict: 'approved', rule: ruleKey };
      await this.audit.record(tx, byNobody(act), 'order.stageDecided', subjectOf(order), null, told);
    }
    return 'approved';
  }

  /** @returns The new seats; null when everything stays as it is. */
  private async seatAnew(
    tx: EntityManager,
    act: PublicAct,
    order: ApprovedOrder,
    { id: stageId, need, sources, unitId, serviceId, seats }: StageRow,
  ): Promise<SeatRow[] | null> {
    const { people, placeOf } = await peopleOf(tx, [{ sources, unitId, serviceId }], await todayOf(tx, act.at));
    const place = placeOf({ sources, unitId, serviceId });
    const concerned = concernedBy(order);
    const stays = ({ verdict, personId }: SeatRow) =>
      verdict !== null || (couldBeAsked(personId, sources, place, people) && !concerned.includes(personId));
    const [staying, leaving] = [seats.filter(stays), seats.filter((seat) => !stays(seat))];
    await markLost(tx, act, stageId, staying, leaving);
    const possible = staying.filter(({ verdict }) => verdict !== 'refused').length;
    if (leaving.length === 0 || possible >= neededOf(need, seats.length)) return null;
    const seated = staying.map(({ personId }) => personId);
    const found = askedBy(sources, place, people, concerned).filter((one) => !seated.includes(one));
    const asked = found.map((personId) => ({ ...NOBODY_YET, stageId, personId }));
    // Nothing is decided by somebody's leaving.
    if (found.length + staying.length === 0 || stageOutcome(need, [...staying, ...asked]) !== 'open') return null;
    const left = leaving.map(({ personId }) => personId);
    await tx.update(ApprovalSeatEntity, { stageId, personId: In(left) }, { leftAt: act.at });
    for (const personId of found)
      await tx.upsert(ApprovalSeatEntity, { stageId, personId, leftAt: null, lostAt: null }, ['stageId', 'personId']);
    const before = { approverIds: seats.map(({ personId }) => personId) };
    const after = { approverIds: [...seated, ...found].sort() };
    // By nobody: whoever happened to look did not choose them.
    await this.audit.record(tx, byNobody(act), 'order.approversFound', subjectOf(order), before, after);
    return [...staying, ...asked];
  }
}

const NOBODY_YET = {
  delegateId: null,
  verdict: null,
  byId: null,
  decisionId: null,
  reason: null,
  at: null,
  lostAt: null,
};

/** Who may not decide any more loses their seat, and has it back once they may again. */
async function markLost(
  tx: EntityManager,
  { at }: PublicAct,
  stageId: string,
  staying: readonly SeatRow[],
  leaving: readonly SeatRow[],
): Promise<void> {
  const mark = async (seats: readonly SeatRow[], lostAt: Date | null) => {
    if (seats.length === 0) return;
    const personIds = seats.map(({ personId }) => personId);
    await tx.update(ApprovalSeatEntity, { stageId, personId: In(personIds) }, { lostAt });
  };
  await mark(
    leaving.filter(({ lostAt }) => lostAt === null),
    at,
  );
  await mark(
    staying.filter(({ lostAt }) => lostAt !== null),
    null,
  );
}

async function write(
  tx: EntityManager,
  { viewer, at }: Act,
  { stageId, personId }: SeatRow,
  verdict: ApprovalVerdict | 'undone',
  reason: string | null,
): Promise<void> {
  const said = { stageId, personId, byId: viewer.personId, verdict, reason, at };
  await tx.insert(ApprovalDecisionEntity, { id: uuidv7(at), ...said });
}

const subjectOf = ({ id }: ApprovedOrder) => ({ type: 'order', id });
const byNobody = (act: PublicAct) => ({ ...act, viewer: null });
