import {
  assertAgreedCategory,
  assertAllowed,
  assertForward,
  assertFree,
  assertMayWithdraw,
  assertNotOwnData,
  assertPassed,
  assertText,
  dayIn,
  decideProposal,
  DomainError,
  type ExclusionCategory,
  isMeasuredBy,
  mayClose,
  mayDecideExclusion,
  mayProposeExclusion,
  type PeriodEffect,
  restatementReason,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { countAdministratorsEver, lockRoles } from '../../people/administrators.js';
import { locked } from '../../people/locked.js';
import { proposedBy } from '../../people/proposed-by.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { Evaluation } from '../evaluation/evaluation.js';
import { NEWEST, type NewestResult } from '../evaluation/newest-results.js';
import type { CommitmentPlace } from '../judged-commitments.js';
import { assertAnswersSplittable, assertSplittable } from '../rollups/assert-splittable.js';
import { betteredByOwnData } from '../results/brought-since.js';
import { Restatements } from '../results/restatements.js';
import { EvidenceKept } from './evidence-kept.js';
import { ExclusionEffects } from './exclusion-effects.js';
import type { ExclusionEvidenceInput } from './exclusion-evidence.input.js';
import { ExclusionNotices } from './exclusion-notices.js';
import { ExclusionEntity } from './exclusion.entity.js';
import { excludedDays, exclusionTermsOn, lockCommitment, overlapping, visibleCommitment } from './excludable.js';

export interface NewExclusion {
  commitmentId: string;
  from: Date;
  to: Date;
  category: ExclusionCategory;
  reason: string;
  evidence?: readonly ExclusionEvidenceInput[] | null;
}

/** What an approval came to. */
export interface ApprovedExclusion {
  exclusion: ExclusionEntity;
  /** Ids of the frozen revisions that it made. */
  restated: string[];
  /** Ids of frozen results that come out differently now and wait for somebody who may restate them. */
  waiting: string[];
}

/** Time that does not count for a commitment: one person asks, another decides. */
@Injectable()
export class Exclusions {
  constructor(
    private readonly database: Database,
    private readonly evaluation: Evaluation,
    private readonly restatements: Restatements,
    private readonly effects: ExclusionEffects,
    private readonly evidence: EvidenceKept,
    private readonly notices: ExclusionNotices,
    private readonly audit: Audit,
  ) {}

  /**
   * Asks for it, and shows what it would change of each period that it touches.
   *
   * @throws {DomainError} When the viewer may not, the time is reversed, to come, or excluded or asked for already, the agreement
   *   excludes nothing for that reason, or the evidence is not about the service.
   */
  propose(act: Act, { commitmentId, from, to, category, reason, evidence }: NewExclusion): Promise<ExclusionEntity> {
    return this.database.transaction(async (tx) => {
      const commitment = await visibleCommitment(tx, act, commitmentId);
      assertAllowed(mayProposeExclusion(act.viewer, commitment), 'propose exclusions for this commitment');
      assertForward({ from, to });
      assertPassed({ from, to }, act.at);
      assertText(reason, 'reason');
      await lockCommitment(tx, commitmentId);
      assertFree('an exclusion', await overlapping(tx, { commitmentId, from, to }));
      await assertSplittable(tx, commitment.timeZone, [from, to]);
      await assertAnswersSplittable(tx, commitment, [from, to]);
      const terms = await exclusionTermsOn(tx, commitmentId, dayIn(commitment.timeZone, from));
      if (terms) assertAgreedCategory(category, terms);
      const time = { commitmentId, fromAt: from, toAt: to };
      const exclusion = tx.create(ExclusionEntity, {
        id: uuidv7(act.at),
        ...time,
        category,
        reason,
        ...proposedBy(act),
        effects: await this.effects.of(tx, time, act.at),
      });
      await tx.insert(ExclusionEntity, exclusion);
      await this.evidence.add(tx, act, exclusion, commitment.serviceId, evidence ?? []);
      await this.audit.record(tx, act, 'exclusion.proposed', { type: 'exclusion', id: exclusion.id }, null, exclusion);
      await this.notices.proposed(tx, act, exclusion, commitment);
      return exclusion;
    });
  }

  /**
   * The time does not count any longer: open results follow; frozen ones that come out differently by it are restated with
   * the reason of the exclusion, or wait for somebody who may restate them.
   *
   * @param restate Omitted: those that the viewer may restate. false: none.
   * @throws {DomainError} When the viewer may not, proposed it, or it is decided already; with `restate`, also when one
   *   is not theirs to restate, or gets better by data that they brought.
   */
  approve(act: Act, id: string, restate?: boolean | null): Promise<ApprovedExclusion> {
    return this.database.transaction(async (tx) => {
      const { exclusion, commitment, mode } = await this.decide(tx, act, id, 'approved', null);
      const { commitmentId, fromAt, effects } = exclusion;
      // Clocks that stood still are due later, so later periods may change too.
      await this.evaluation.reevaluate(tx, { commitmentIds: [commitmentId], from: fromAt, to: act.at }, act.at);
      const late: NewestResult[] = await tx.query(
        `${NEWEST} AND state = 'frozen' AND has_late_data AND id = ANY($1) ORDER BY from_at`,
        [effects.filter(({ restates }) => restates).map(({ resultId }) => resultId)],
      );
      const bettered = mode === 'bootstrap' ? [] : await betteredByOwn(tx, act, effects);
      const mayRestate = (result: NewestResult) => mode === 'bootstrap' || restatesAsWell(act, commitment, result);
      const isOwnData = ({ id: one }: NewestResult) => bettered.includes(one);
      if (restate) {
        assertAllowed(late.every(mayRestate), 'restate what this exclusion changes');
        assertNotOwnData(late.some(isOwnData));
      }
      const own = restate === false ? [] : late.filter((result) => mayRestate(result) && !isOwnData(result));
      const why = restatementReason(
        exclusion.reason,
        effects.filter(({ resultId }) => own.some(({ id: one }) => one === resultId)),
      );
      const restated = await this.restatements.restate(tx, { ...act, mode }, own, why);
      const waiting = late.filter((result) => !own.includes(result));
      await this.notices.restatementWaits(tx, act, commitment, waiting);
      return { exclusion, restated, waiting: waiting.map((result) => result.id) };
    });
  }

  /** @throws {DomainError} When the viewer may not, proposed it, or it is decided already. */
  refuse(act: Act, id: string, reason: string): Promise<ExclusionEntity> {
    assertText(reason, 'reason');
    return this.database.transaction(async (tx) => (await this.decide(tx, act, id, 'refused', reason)).exclusion);
  }

  /** @throws {DomainError} When somebody else proposed it, or it is decided already. */
  withdraw(act: Act, id: string): Promise<ExclusionEntity> {
    return this.database.transaction(async (tx) => {
      const exclusion = await this.lockedExclusion(tx, act, id);
      assertMayWithdraw(exclusion, act.viewer);
      return this.saveDecision(tx, act, exclusion, { state: 'withdrawn', decisionReason: null, bootstrap: false });
    });
  }

  private async decide(
    tx: EntityManager,
    act: Act,
    id: string,
    state: 'approved' | 'refused',
    decisionReason: string | null,
  ) {
    // Roles first, as an agreement's approval locks them: the two could wait for each other otherwise.
    await lockRoles(tx);
    const exclusion = await this.lockedExclusion(tx, act, id);
    const commitment = await visibleCommitment(tx, act, exclusion.commitmentId);
    const administrators = await countAdministratorsEver(tx, act.at);
    const mode = decideProposal(exclusion, act.viewer, {
      hasInterest: isMeasuredBy(act.viewer, commitment, excludedDays(exclusion, commitment)),
      administratorsEver: administrators,
    });
    assertAllowed(
      mode === 'bootstrap' || mayDecideExclusion(act.viewer, commitment),
      'decide on exclusions for this commitment',
    );
    const bootstrap = mode === 'bootstrap';
    exclusion.effects = await this.effects.of(tx, exclusion, act.at);
    await this.saveDecision(tx, act, exclusion, { state, decisionReason, bootstrap });
    return { exclusion, commitment, mode: bootstrap ? ('bootstrap' as const) : undefined };
  }

  /** The commitment is locked first, as judging does, then the exclusion. */
  private async lockedExclusion(tx: EntityManager, act: Act, id: string): Promise<ExclusionEntity> {
    const [known]: { commitmentId: string }[] = isUUID(id)
      ? await tx.query('SELECT commitment_id AS "commitmentId" FROM exclusion WHERE id = $1', [id])
      : [];
    if (!known) throw new DomainError('NOT_FOUND', 'There is no such exclusion.', ['id']);
    await visibleCommitment(tx, act, known.commitmentId, 'exclusion');
    await lockCommitment(tx, known.commitmentId);
    return locked(tx, ExclusionEntity, id, 'exclusion');
  }

  private async saveDecision(
    tx: EntityManager,
    act: Act,
    exclusion: ExclusionEntity,
    decision: Pick<ExclusionEntity, 'state' | 'decisionReason' | 'bootstrap'>,
  ): Promise<ExclusionEntity> {
    const before = { ...exclusion };
    Object.assign(exclusion, decision, { decidedById: act.viewer.personId, decidedAt: act.at });
    await tx.save(exclusion);
    const reason = decision.decisionReason ?? exclusion.reason;
    const how = { ...act, reason, ...(decision.bootstrap && { mode: 'bootstrap' as const }) };
    await this.audit.record(
      tx,
      how,
      `exclusion.${decision.state}`,
      { type: 'exclusion', id: exclusion.id },
      before,
      exclusion,
    );
    return exclusion;
  }
}

/** Ids of frozen results that a restatement would better by data that who decided brought. */
async function betteredByOwn(tx: EntityManager, act: Act, effects: readonly PeriodEffect[]): Promise<string[]> {
  const ids: string[] = [];
  for (const effect of effects) if (await betteredByOwnData(tx, act, effect)) ids.push(effect.resultId);
  return ids;
}

/** Whether who decided may restate a result too: a service manager who is not measured by it. */
function restatesAsWell({ viewer }: Act, commitment: CommitmentPlace, { fromAt, toAt }: NewestResult): boolean {
  const { from, to } = excludedDays({ fromAt, toAt }, commitment);
  return mayClose(viewer, commitment) && !isMeasuredBy(viewer, commitment, { from, to });
}
