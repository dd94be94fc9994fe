import {
  approveScorecard,
  assertCanManageReviews,
  assertFollows,
  assertScorecard,
  DomainError,
  readsReviews,
  reasonOf,
  refuseScorecard,
  type Comparator,
  type ProposalState,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { countAdministratorsEver, lockRoles } from '../people/administrators.js';
import { locked } from '../people/locked.js';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { uuidv7 } from '../platform/uuid.js';
import { KPIEntity } from './kpi.entity.js';
import { lockActiveProvider, lockProvider } from './locked-provider.js';
import { ScorecardVersionEntity } from './scorecard-version.entity.js';
import type { ProposeScorecardInput } from './scorecard.type.js';

/** What providers are measured by: one person proposes it, another one approves. */
@Injectable()
export class Scorecards {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, one is proposed already, or a KPI cannot be scored. */
  propose(act: Act, input: ProposeScorecardInput): Promise<ScorecardVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { providerId, effectiveFrom, kpis } = input;
      await lockActiveProvider(tx, act, providerId);
      assertCanManageReviews(act.viewer, providerId);
      const minimumCoverage = input.minimumCoverage ?? '60';
      assertScorecard({ effectiveFrom, minimumCoverage, kpis }, await boundBy(tx, providerId));
      await assertNoneProposed(tx, providerId);
      assertFollows({ effectiveFrom }, await successionOf(tx, providerId));
      const version = tx.create(ScorecardVersionEntity, {
        id: uuidv7(act.at),
        providerId,
        number: (await tx.countBy(ScorecardVersionEntity, { providerId })) + 1,
        effectiveFrom,
        state: 'proposed',
        minimumCoverage,
        proposedById: act.viewer.personId,
        proposedAt: act.at,
        decidedById: null,
        decidedAt: null,
        reason: null,
        bootstrap: false,
      });
      await tx.insert(ScorecardVersionEntity, version);
      const rows = kpis.map(({ name, commitmentId, weight, floor, target }, position) => {
        return {
          id: uuidv7(act.at),
          versionId: version.id,
          position,
          name: name.trim(),
          commitmentId,
          weight,
          floor,
          target,
        };
      });
      await tx.insert(KPIEntity, rows);
      await this.record(tx, act, 'scorecardVersion.proposed', null, { ...version, kpis: rows });
      return version;
    });
  }

  /** @throws {DomainError} When the viewer may not, proposed it, speaks for the provider, or it is decided already. */
  approve(act: Act, id: string): Promise<ScorecardVersionEntity> {
    return this.database.transaction(async (tx) => {
      await lockRoles(tx);
      const version = await lockedVersion(tx, act, id);
      assertCanManageReviews(act.viewer, version.providerId);
      const mode = approveScorecard(version, act.viewer, await countAdministratorsEver(tx, act.at));
      assertFollows(version, await successionOf(tx, version.providerId));
      return this.decide(tx, act, version, { state: 'approved', reason: null, bootstrap: mode === 'bootstrap' });
    });
  }

  /** Whoever proposed it withdraws it this way. @throws {DomainError} When the viewer may not, or it is decided already. */
  refuse(act: Act, id: string, why: string): Promise<ScorecardVersionEntity> {
    const reason = reasonOf(why);
    return this.database.transaction(async (tx) => {
      const version = await lockedVersion(tx, act, id);
      const state = refuseScorecard(version, act.viewer);
      if (state === 'refused') assertCanManageReviews(act.viewer, version.providerId);
      return this.decide(tx, act, version, { state, reason, bootstrap: false });
    });
  }

  private async decide(
    tx: EntityManager,
    act: Act,
    version: ScorecardVersionEntity,
    decision: { state: ProposalState; reason: string | null; bootstrap: boolean },
  ): Promise<ScorecardVersionEntity> {
    const before = { ...version };
    Object.assign(version, decision, { decidedById: act.viewer.personId, decidedAt: act.at });
    await tx.save(version);
    const how = {
      ...act,
      ...(decision.reason !== null && { reason: decision.reason }),
      ...(decision.bootstrap && { mode: 'bootstrap' as const }),
    };
    await this.record(tx, how, `scorecardVersion.${decision.state}`, before, version);
    return version;
  }

  private record(
    tx: EntityManager,
    act: Parameters<Audit['record']>[1],
    action: string,
    before: object | null,
    after: ScorecardVersionEntity & { kpis?: object[] },
  ): Promise<void> {
    return this.audit.record(tx, act, action, { type: 'scorecardVersion', id: after.id }, before, after);
  }
}

/** @throws {DomainError} When there is none, or none that the viewer may know of. */
async function lockedVersion(tx: EntityManager, act: Act, id: string): Promise<ScorecardVersionEntity> {
  const known = isUUID(id) ? await tx.findOneBy(ScorecardVersionEntity, { id }) : null;
  const isKnown = known && (readsReviews(act.viewer, known.providerId) || known.proposedById === act.viewer.personId);
  if (!isKnown) throw new DomainError('NOT_FOUND', 'There is no such scorecard.', ['id']);
  await lockProvider(tx, known.providerId);
  return locked(tx, ScorecardVersionEntity, id, 'scorecard');
}

/** Commitments in force, now or later, that bind the provider, with what the newest terms promise. */
async function boundBy(tx: EntityManager, providerId: string): Promise<Map<string, Comparator>> {
  const rows: { id: string; comparator: Comparator }[] = await tx.query(
    `SELECT DISTINCT ON (c.id) c.id, t.comparator FROM commitment c JOIN agreement a ON a.id = c.agreement_id
     JOIN commitment_terms t ON t.commitment_id = c.id
     JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
     WHERE a.provider_id = $1 ORDER BY c.id, v.effective_from DESC`,
    [providerId],
  );
  return new Map(rows.map(({ id, comparator }) => [id, comparator]));
}

async function assertNoneProposed(tx: EntityManager, providerId: string): Promise<void> {
  if (!(await tx.existsBy(ScorecardVersionEntity, { providerId, state: 'proposed' }))) return;
  throw new DomainError('ALREADY_PROPOSED', 'A scorecard of this provider waits for a decision already.');
}

/** What a new version has to follow. */
async function successionOf(tx: EntityManager, providerId: string) {
  const [ruled]: { ruledFrom: string | null }[] = await tx.query(
    `SELECT max(effective_from)::text AS "ruledFrom" FROM scorecard_version WHERE provider_id = $1 AND state = 'approved'`,
    [providerId],
  );
  const frozen: { period: string }[] = await tx.query(
    `SELECT period FROM review WHERE provider_id = $1 AND state NOT IN ('planned', 'cancelled') ORDER BY period DESC`,
    [providerId],
  );
  return { ruledFrom: ruled?.ruledFrom ?? null, frozenPeriods: frozen.map(({ period }) => period) };
}
