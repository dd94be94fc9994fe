import {
  addDays,
  assertAllowed,
  assertFigure,
  assertIncidents,
  assertMayAgree,
  assertMayObject,
  assertWithinPeriod,
  dayIn,
  DomainError,
  type FigureAnswer,
  type FigureSide,
  isSettled,
  measuredByIt,
  readIncidents,
  reasonOf,
  sideOfSilence,
  type StatedIncident,
} from '@accord/domain';
import { instantOfWall } from '@accord/sla';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type EntityManager, In } from 'typeorm';
import type { Act, PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import type { NewestResult } from '../evaluation/newest-results.js';
import { type CommitmentPlace, placesOf } from '../judged-commitments.js';
import { FigureAuditEntity } from './figure-audit.entity.js';
import { FigureNotices } from './figure-notices.js';
import { ProviderFigureEntity } from './provider-figure.entity.js';
import { ProviderIncidentEntity } from './provider-incident.entity.js';
import { RecordRestatements } from './record-restatements.js';
import { isMeasured, isVisible, lockedNewest, lockedResult, recordTermsOf, sidesOf } from './record-standing.js';

export interface NewProviderFigure {
  resultId: string;
  figure: string;
  note?: string | null;
  incidents?: readonly StatedIncident[] | null;
  /** The same as text of a file. */
  incidentsText?: string | null;
}

/** What providers measured, and which figure both sides go by. */
@Injectable()
export class ProviderFigures {
  constructor(
    private readonly database: Database,
    private readonly following: RecordRestatements,
    private readonly audit: Audit,
    private readonly notices: FigureNotices,
  ) {}

  /**
   * By the provider, or by us where the provider has told us outside. The figure before it is superseded; what was
   * settled stays so until both agree to the new one.
   *
   * @throws {DomainError} When the viewer stands on neither side, the period has not ended, or what is stated is malformed.
   */
  state(act: Act, { resultId, figure, note = null, incidents, incidentsText }: NewProviderFigure): Promise<string> {
    assertFigure(figure);
    const told = incidentsText?.trim() ? readIncidents(incidentsText) : [...(incidents ?? [])];
    assertIncidents(told);
    return this.database.transaction(async (tx) => {
      const result = await lockedResult(tx, act, resultId);
      const [place] = await placesOf(tx, [result.commitmentId]);
      const terms = await recordTermsOf(tx, result);
      if (terms.agreementKind === 'sla')
        throw new DomainError(
          'NO_PROVIDER',
          'An SLA is between us and our customers: there is no provider to measure it.',
        );
      assertAllowed((await sidesOf(tx, act.viewer, place!, terms)).length > 0, 'state a figure of this provider');
      if (result.toAt > act.at) throw new DomainError('PERIOD_RUNS', 'This period has not ended yet.', ['resultId']);
      assertWithinPeriod(told, { from: result.fromAt.getTime(), to: result.toAt.getTime() });
      const known = await tx.findBy(ProviderFigureEntity, { commitmentId: result.commitmentId, period: result.period });
      const before = known.find(({ state }) => state === 'stated' || state === 'objected') ?? null;
      // What is settled changes only when both agree anew: silence is no answer to it.
      const isSilenceHeard = !known.some(({ state }) => isSettled(state)) && terms.objectionDays !== null;
      const lastDay = isSilenceHeard ? addDays(dayIn(terms.timeZone, act.at), terms.objectionDays!) : null;
      if (before) await tx.update(ProviderFigureEntity, { id: before.id }, { state: 'superseded' });
      const stated = tx.create(ProviderFigureEntity, {
        id: uuidv7(act.at),
        commitmentId: result.commitmentId,
        period: result.period,
        number: known.length + 1,
        figure,
        note: note?.trim() || null,
        state: 'stated',
        statedById: act.viewer.personId,
        statedAt: act.at,
        lastDay,
        dueAt: lastDay && endOf(terms.timeZone, lastDay),
        side: null,
        ourResultId: null,
        answeredById: null,
        answeredAt: null,
        reason: null,
      });
      await tx.insert(ProviderFigureEntity, stated);
      const rows = told.map(({ label, from, to, countedMs }, position) => ({
        figureId: stated.id,
        position,
        label: label.trim(),
        fromAt: new Date(from),
        toAt: new Date(to),
        countedMs: String(countedMs),
      }));
      if (rows.length > 0) await tx.insert(ProviderIncidentEntity, rows);
      await this.recorded(tx, act, 'stated', before, stated);
      await this.notices.stated(tx, act, stated);
      return stated.id;
    });
  }

  /** @param figure Whose figure both go by from now on. */
  agree(act: Act, id: string, figure: FigureSide): Promise<string> {
    return this.answer(act, id, async (tx, { stated, result, place, answer }) => {
      assertMayAgree(answer, figure);
      if (figure === 'provider' && isMeasured(act.viewer, place, result)) throw measuredByIt('agree to a figure of it');
      await this.settle(tx, act, stated, result, figure, 'agreed');
    });
  }

  object(act: Act, id: string, reason: string): Promise<string> {
    return this.answer(act, id, async (tx, { stated, answer }) => {
      assertMayObject(answer);
      await this.changed(tx, act, stated, 'objected', {
        state: 'objected',
        reason: reasonOf(reason),
        answeredById: act.viewer.personId,
        answeredAt: act.at,
        lastDay: null,
        dueAt: null,
      });
    });
  }

  /** Nobody objected in time. @param act Of who stated it: what follows is theirs. */
  silence(act: Act, id: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const known = await tx.findOneByOrFail(ProviderFigureEntity, { id });
      const result = await lockedNewest(tx, known.commitmentId, known.period);
      const stated = await tx.findOneByOrFail(ProviderFigureEntity, { id });
      // Somebody answered, or another server was faster.
      if (stated.state !== 'stated' || !stated.dueAt || stated.dueAt > act.at) return;
      const { measuredBy } = await recordTermsOf(tx, result);
      await this.settle(tx, act, stated, result, sideOfSilence(measuredBy), 'silent');
    });
  }

  private async settle(
    tx: EntityManager,
    act: Act,
    stated: ProviderFigureEntity,
    result: NewestResult,
    side: FigureSide,
    state: 'agreed' | 'silent',
  ): Promise<void> {
    const { commitmentId, period } = stated;
    await tx.update(
      ProviderFigureEntity,
      { commitmentId, period, state: In(['agreed', 'silent']) },
      { state: 'superseded' },
    );
    await tx.update(FigureAuditEntity, { commitmentId, period, state: 'confirmed' }, { state: 'superseded' });
    await this.changed(tx, act, stated, state, {
      state,
      side,
      ourResultId: result.id,
      answeredById: state === 'agreed' ? act.viewer.personId : null,
      answeredAt: act.at,
      reason: null,
    });
    await this.following.restate(tx, act, result, REASONS[state]);
  }

  private answer(
    act: Act,
    id: string,
    work: (
      tx: EntityManager,
      asked: { stated: ProviderFigureEntity; result: NewestResult; place: CommitmentPlace; answer: FigureAnswer },
    ) => Promise<void>,
  ): Promise<string> {
    return this.database.transaction(async (tx) => {
      const known = isUUID(id) ? await tx.findOneBy(ProviderFigureEntity, { id }) : null;
      if (!known || !(await isVisible(tx, act, known.commitmentId)))
        throw new DomainError('NOT_FOUND', 'There is no such figure.', ['id']);
      const result = await lockedNewest(tx, known.commitmentId, known.period);
      const stated = await tx.findOneByOrFail(ProviderFigureEntity, { id });
      const [place] = await placesOf(tx, [stated.commitmentId]);
      const sides = await sidesOf(tx, act.viewer, place!, await recordTermsOf(tx, result));
      const answer = { state: stated.state, statedById: stated.statedById, viewerId: act.viewer.personId, sides };
      await work(tx, { stated, result, place: place!, answer });
      return stated.id;
    });
  }

  private async changed(
    tx: EntityManager,
    act: PublicAct,
    stated: ProviderFigureEntity,
    done: 'objected' | 'agreed' | 'silent',
    change: Partial<ProviderFigureEntity>,
  ): Promise<void> {
    const before = { ...stated };
    Object.assign(stated, change);
    await tx.save(ProviderFigureEntity, stated);
    await this.recorded(tx, act, done, before, stated);
    await this.notices.answered(tx, act, stated);
  }

  private recorded(
    tx: EntityManager,
    act: PublicAct,
    done: string,
    before: object | null,
    after: ProviderFigureEntity,
  ) {
    return this.audit.record(
      tx,
      act,
      `providerFigure.${done}`,
      { type: 'providerFigure', id: after.id },
      before,
      after,
    );
  }
}

const REASONS = {
  agreed: 'Both sides go by the figure of the provider.',
  silent: 'Nobody objected in time to the figure of the provider.',
};

/** When a local day is over. */
function endOf(timeZone: string, day: string): Date {
  return new Date(instantOfWall(timeZone, Date.parse(`${addDays(day, 1)}T00:00:00Z`)));
}
