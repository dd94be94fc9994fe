import {
  assertAllowed,
  assertForward,
  assertFree,
  assertMayWithdraw,
  assertText,
  dayIn,
  decideProposal,
  DomainError,
  isMeasuredBy,
  mayDecideExclusion,
  mayProposeExclusion,
  reachOfResults,
  shownFigure,
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
import { Parameters } from '../../platform/database/parameters.js';
import { uuidv7 } from '../../platform/uuid.js';
import { Evaluation } from '../evaluation/evaluation.js';
import type { Judged } from '../evaluation/judge-period.js';
import { NEWEST, type NewestResult } from '../evaluation/newest-results.js';
import { type CommitmentPlace, COMMITMENTS, placesOf, reached } from '../judged-commitments.js';
import { Restatements } from '../results/restatements.js';
import { ExclusionEntity } from './exclusion.entity.js';

export interface NewExclusion {
  commitmentId: string;
  from: Date;
  to: Date;
  reason: string;
  evidence?: string | null;
}

/** Time that does not count for a commitment: one person asks, another decides. */
@Injectable()
export class Exclusions {
  constructor(
    private readonly database: Database,
    private readonly evaluation: Evaluation,
    private readonly restatements: Restatements,
    private readonly audit: Audit,
  ) {}

  /**
   * Asks for it, and shows what it would change: the figure of the first period it touches, before and after.
   *
   * @throws {DomainError} When the viewer may not, or the time is reversed or excluded or asked for already.
   */
  propose(act: Act, { commitmentId, from, to, reason, evidence = null }: NewExclusion): Promise<ExclusionEntity> {
    return this.database.transaction(async (tx) => {
      const commitment = await visibleCommitment(tx, act, commitmentId);
      assertAllowed(mayProposeExclusion(act.viewer, commitment), 'propose exclusions for this commitment');
      assertForward({ from, to });
      assertText(reason, 'reason');
      await lockCommitment(tx, commitmentId);
      assertFree('exclusion', await overlapping(tx, { commitmentId, from, to }));
      const exclusion = tx.create(ExclusionEntity, {
        id: uuidv7(act.at),
        commitmentId,
        fromAt: from,
        toAt: to,
        reason,
        evidence,
        ...proposedBy(act),
        ...(await this.effect(tx, { commitmentId, from, to }, act.at)),
      });
      await tx.insert(ExclusionEntity, exclusion);
      await this.audit.record(tx, act, 'exclusion.proposed', { type: 'exclusion', id: exclusion.id }, null, exclusion);
      return exclusion;
    });
  }

  /**
   * The time does not count any longer: open results follow, frozen ones that come out differently are restated with
   * the reason of the exclusion.
   *
   * @returns The exclusion, and the ids of the frozen revisions that it made.
   * @throws {DomainError} When the viewer may not, proposed it, or it is decided already.
   */
  approve(act: Act, id: string): Promise<{ exclusion: ExclusionEntity; restated: string[] }> {
    return this.database.transaction(async (tx) => {
      const { exclusion, mode } = await this.decide(tx, act, id, 'approved', null);
      const { commitmentId, fromAt, reason } = exclusion;
      // Clocks that stood still are due later, so later periods may change too.
      await this.evaluation.reevaluate(tx, { commitmentIds: [commitmentId], from: fromAt, to: act.at }, act.at);
      const late: NewestResult[] = await tx.query(
        `${NEWEST} AND state = 'frozen' AND has_late_data AND commitment_id = $1 AND to_at > $2 ORDER BY from_at`,
        [commitmentId, fromAt],
      );
      const restated = await this.restatements.restate(tx, { ...act, mode }, late, `Exclusion approved: ${reason}`);
      return { exclusion, restated };
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
    await this.saveDecision(tx, act, exclusion, { state, decisionReason, bootstrap });
    return { exclusion, mode: bootstrap ? ('bootstrap' as const) : undefined };
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

  private async effect(
    tx: EntityManager,
    { commitmentId, from, to }: { commitmentId: string; from: Date; to: Date },
    at: Date,
  ) {
    const [result]: NewestResult[] = await tx.query(
      `${NEWEST} AND commitment_id = $1 AND to_at > $2 AND from_at < $3 ORDER BY from_at LIMIT 1`,
      [commitmentId, from, to],
    );
    if (!result) return { figureBefore: null, figureAfter: null };
    const left = { from: from.getTime(), to: to.getTime() };
    const { before, after } = await this.evaluation.withoutTime(tx, result, left, at);
    return { figureBefore: figureOf(before), figureAfter: figureOf(after) };
  }
}

/** In the zone of the commitment. */
export const excludedDays = ({ fromAt, toAt }: ExclusionEntity, { timeZone }: CommitmentPlace) => ({
  from: dayIn(timeZone, fromAt),
  to: dayIn(timeZone, new Date(toAt.getTime() - 1)),
});

const figureOf = ({ judgement, pinned: { row } }: Judged): string | null =>
  shownFigure(judgement.ratio, row.target, row.comparator);

async function lockCommitment(tx: EntityManager, commitmentId: string): Promise<void> {
  await tx.query('SELECT FROM commitment WHERE id = $1 FOR NO KEY UPDATE', [commitmentId]);
}

/** @throws {DomainError} When there is none, or none that the viewer may know of. */
async function visibleCommitment(
  tx: EntityManager,
  act: Act,
  id: string,
  what = 'commitment',
): Promise<CommitmentPlace> {
  const parameters = new Parameters();
  const visible = reached(reachOfResults(act.viewer), parameters);
  const sql = `SELECT c.id FROM ${COMMITMENTS} WHERE ${visible} AND c.id = ${parameters.add(id)}`;
  const known = isUUID(id) ? await tx.query(sql, parameters.values) : [];
  if (known.length === 0)
    throw new DomainError('NOT_FOUND', `There is no such ${what}.`, [what === 'exclusion' ? 'id' : 'commitmentId']);
  return (await placesOf(tx, [id]))[0]!;
}

async function overlapping(
  tx: EntityManager,
  { commitmentId, from, to }: { commitmentId: string; from: Date; to: Date },
) {
  const [other]: { from: Date; to: Date }[] = await tx.query(
    `SELECT from_at AS "from", to_at AS "to" FROM exclusion
     WHERE commitment_id = $1 AND state IN ('proposed', 'approved') AND tstzrange(from_at, to_at) && tstzrange($2, $3) LIMIT 1`,
    [commitmentId, from, to],
  );
  return other;
}
