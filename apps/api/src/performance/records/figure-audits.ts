import {
  assertAllowed,
  assertFigure,
  assertMayDecideAudit,
  assertText,
  DomainError,
  type FigureAuditState,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import type { NewestResult } from '../evaluation/newest-results.js';
import { placesOf } from '../judged-commitments.js';
import { FigureAuditEntity } from './figure-audit.entity.js';
import { FigureNotices } from './figure-notices.js';
import { settledPeriods } from './figures-of-record.js';
import { RecordRestatements } from './record-restatements.js';
import { isMeasured, isVisible, lockedNewest, lockedResult, recordTermsOf, sidesOf } from './record-standing.js';

export interface NewFigureAudit {
  resultId: string;
  figure: string;
  /** Who audited, and where the report is found. */
  report: string;
  url?: string | null;
  /** What it found wrong. */
  reason: string;
}

/** Figures that were settled and that an audit found to be others: one brings the report, another person confirms it. */
@Injectable()
export class FigureAudits {
  constructor(
    private readonly database: Database,
    private readonly following: RecordRestatements,
    private readonly audit: Audit,
    private readonly notices: FigureNotices,
  ) {}

  /**
   * By either side. Nothing changes until it is confirmed.
   *
   * @throws {DomainError} When the viewer stands on neither side, nothing is settled, another audit waits, or it found
   *   the figure that stands.
   */
  propose(act: Act, { resultId, figure, report, url = null, reason }: NewFigureAudit): Promise<string> {
    assertFigure(figure);
    assertText(report, 'report');
    assertText(reason, 'reason');
    return this.database.transaction(async (tx) => {
      const result = await lockedResult(tx, act, resultId);
      const { commitmentId, period } = result;
      assertAllowed((await this.standing(tx, act, result)).sides.length > 0, 'bring an audit of this figure');
      if ((await settledPeriods(tx, [result])).size === 0)
        throw new DomainError('NOT_SETTLED', 'Nothing is settled yet: agree on a figure, or object to it.', [
          'resultId',
        ]);
      if (await tx.existsBy(FigureAuditEntity, { commitmentId, period, state: 'proposed' }))
        throw new DomainError('AUDIT_WAITS', 'Another audit of this figure waits to be confirmed.', ['resultId']);
      if (result.figure !== null && Number(result.figure) === Number(figure))
        throw new DomainError('NOTHING_CHANGED', `The figure of record is ${figure}% already.`, ['figure']);
      const proposed = tx.create(FigureAuditEntity, {
        id: uuidv7(act.at),
        commitmentId,
        period,
        figure,
        settledFigure: result.figure,
        report: report.trim(),
        url: url?.trim() || null,
        reason: reason.trim(),
        state: 'proposed',
        proposedById: act.viewer.personId,
        proposedAt: act.at,
        decidedById: null,
        decidedAt: null,
        decisionReason: null,
      });
      await tx.insert(FigureAuditEntity, proposed);
      await this.recorded(tx, act, null, proposed);
      return proposed.id;
    });
  }

  /** It is the figure of record from now on: verdict, breach, credit and claim follow it. */
  confirm(act: Act, id: string): Promise<string> {
    return this.decide(act, id, 'confirmed', null, async (tx, { commitmentId, period, reason, report }, result) => {
      await tx.update(FigureAuditEntity, { commitmentId, period, state: 'confirmed' }, { state: 'superseded' });
      return () => this.following.restate(tx, act, result, `Audit (${report}): ${reason}`);
    });
  }

  refuse(act: Act, id: string, reason: string): Promise<string> {
    assertText(reason, 'reason');
    return this.decide(act, id, 'refused', reason.trim());
  }

  /** By who brought it. */
  withdraw(act: Act, id: string): Promise<string> {
    return this.database.transaction(async (tx) => {
      const { proposed } = await this.locked(tx, act, id);
      assertAllowed(proposed.proposedById === act.viewer.personId, 'withdraw this audit');
      if (proposed.state !== 'proposed')
        throw new DomainError('WRONG_STATE', `This audit is ${proposed.state} already.`, ['id']);
      await this.saved(tx, act, proposed, 'withdrawn', null);
      return id;
    });
  }

  /** @param before What has to be so before it is saved; answers what follows. */
  private decide(
    act: Act,
    id: string,
    state: 'confirmed' | 'refused',
    decisionReason: string | null,
    before?: (tx: EntityManager, proposed: FigureAuditEntity, result: NewestResult) => Promise<() => Promise<void>>,
  ): Promise<string> {
    return this.database.transaction(async (tx) => {
      const { proposed, result } = await this.locked(tx, act, id);
      const { sides, measured } = await this.standing(tx, act, result);
      const { proposedById } = proposed;
      const { personId: viewerId } = act.viewer;
      assertMayDecideAudit({ state: proposed.state, proposedById, viewerId, sides, isMeasured: measured });
      const follow = await before?.(tx, proposed, result);
      await this.saved(tx, act, proposed, state, decisionReason);
      await follow?.();
      return id;
    });
  }

  private async standing(tx: EntityManager, { viewer }: Act, result: NewestResult) {
    const [place] = await placesOf(tx, [result.commitmentId]);
    const sides = await sidesOf(tx, viewer, place!, await recordTermsOf(tx, result));
    return { sides, measured: isMeasured(viewer, place!, result) };
  }

  private async locked(tx: EntityManager, act: Act, id: string) {
    const known = isUUID(id) ? await tx.findOneBy(FigureAuditEntity, { id }) : null;
    if (!known || !(await isVisible(tx, act, known.commitmentId)))
      throw new DomainError('NOT_FOUND', 'There is no such audit.', ['id']);
    const result = await lockedNewest(tx, known.commitmentId, known.period);
    return { result, proposed: await tx.findOneByOrFail(FigureAuditEntity, { id }) };
  }

  private async saved(
    tx: EntityManager,
    act: Act,
    proposed: FigureAuditEntity,
    state: FigureAuditState,
    decisionReason: string | null,
  ): Promise<void> {
    const before = { ...proposed };
    Object.assign(proposed, { state, decisionReason, decidedById: act.viewer.personId, decidedAt: act.at });
    await tx.save(FigureAuditEntity, proposed);
    await this.recorded(tx, act, before, proposed);
  }

  /** In the audit, and to both sides. */
  private async recorded(tx: EntityManager, act: Act, before: object | null, after: FigureAuditEntity): Promise<void> {
    const { id, state, reason, decisionReason } = after;
    const how = { ...act, reason: decisionReason ?? reason };
    await this.audit.record(tx, how, `figureAudit.${state}`, { type: 'figureAudit', id }, before, after);
    await this.notices.audited(tx, act, after);
  }
}
