import {
  assertCanDecideReward,
  assertCanManageRewardsOf,
  assertCurrency,
  assertFollowsOn,
  assertPlanGoesOn,
  assertPlanProposed,
  assertPlanVersion,
  canSeeRewardsOf,
  dayBefore,
  DomainError,
  lastDayOf,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { In, IsNull, type EntityManager } from 'typeorm';
import { locked } from '../../people/locked.js';
import { TeamEntity } from '../../people/team.entity.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { RewardCalculationEntity } from '../calculations/reward-calculation.entity.js';
import { payeesFrom, stakesFrom } from '../shares/payees.js';
import { ShareEntity } from '../shares/share.entity.js';
import { freeSlug } from './free-slug.js';
import { firstUncalculated, WAITING } from './plan-end.js';
import { assertMeasurable } from './measurable.js';
import { RewardMeasureEntity } from './reward-measure.entity.js';
import { RewardPlanVersionEntity } from './reward-plan-version.entity.js';
import { RewardPlanEntity } from './reward-plan.entity.js';
import type { AddRewardPlanInput, ProposeRewardPlanVersionInput } from './reward-plan.input.js';

/** How teams are paid: plans, and versions of them that a second person approves. */
@Injectable()
export class RewardPlans {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, the team has ended, or the currency is none. */
  add(act: Act, { teamId, name, currency }: AddRewardPlanInput): Promise<RewardPlanEntity> {
    return this.database.transaction(async (tx) => {
      const team = await tx.findOneBy(TeamEntity, { id: teamId, endedAt: IsNull() });
      if (!team) throw new DomainError('UNKNOWN_TEAM', 'There is no such team, or it has ended.', ['teamId']);
      assertCanManageRewardsOf(act.viewer, team);
      assertCurrency(currency, ['currency']);
      const plan = tx.create(RewardPlanEntity, {
        id: uuidv7(act.at),
        slug: await freeSlug(tx, name),
        name: name.trim(),
        teamId,
        currency,
        endedAt: null,
      });
      await tx.insert(RewardPlanEntity, plan);
      await this.audit.record(tx, act, 'rewardPlan.added', { type: 'rewardPlan', id: plan.id }, null, plan);
      return plan;
    });
  }

  /**
   * No new version and no new period; what was calculated stays, and is still adjusted.
   *
   * @throws {DomainError} When the viewer may not, or is paid by what is not calculated yet, it has ended already, or a
   *   calculation is not released yet.
   */
  end(act: Act, id: string, reason: string): Promise<RewardPlanEntity> {
    return this.database.transaction(async (tx) => {
      const { plan, team } = await this.locked(tx, act, id, 'id');
      assertCanManageRewardsOf(act.viewer, team);
      await this.assertPaysOthers(tx, act, plan);
      assertPlanGoesOn(plan);
      const waiting = await tx.existsBy(RewardCalculationEntity, { planId: id, state: In([...WAITING]) });
      if (waiting) throw new DomainError('WAITS', 'A calculation of this plan is not released yet.');
      const before = { ...plan };
      plan.endedAt = act.at;
      await tx.save(plan);
      const why = { ...act, reason: reasonOf(reason) };
      await this.audit.record(tx, why, 'rewardPlan.ended', { type: 'rewardPlan', id }, before, plan);
      return plan;
    });
  }

  /**
   * Puts a version before a second person.
   *
   * @throws {DomainError} When the viewer may not, it could not be calculated as stated, another one waits, or a measure
   *   is on a service that the team does not manage then.
   */
  propose(act: Act, input: ProposeRewardPlanVersionInput): Promise<RewardPlanVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { planId, effectiveFrom, window, measures, ...terms } = input;
      const { plan, team } = await this.locked(tx, act, planId, 'planId');
      assertCanManageRewardsOf(act.viewer, team);
      assertPlanGoesOn(plan);
      assertPlanVersion(input, plan.currency);
      const versions = await tx.find(RewardPlanVersionEntity, { where: { planId }, order: { number: 'DESC' } });
      if (versions.some(({ state }) => state === 'proposed'))
        throw new DomainError('ALREADY_PROPOSED', 'Another version of this plan waits for its decision.');
      await this.assertFollows(tx, planId, effectiveFrom);
      await assertMeasurable(tx, team, input);
      const version = tx.create(RewardPlanVersionEntity, {
        id: uuidv7(act.at),
        planId,
        number: (versions[0]?.number ?? 0) + 1,
        state: 'proposed',
        effectiveFrom,
        effectiveTo: null,
        windowKind: window,
        ...terms,
        curve: terms.curve.map(({ attainment, percent }) => ({ attainment, percent })),
        proposedById: act.viewer.personId,
        proposedAt: act.at,
        decidedById: null,
        decidedAt: null,
        reason: null,
      });
      await tx.insert(RewardPlanVersionEntity, version);
      const rows = measures.map((measure, position) => ({
        id: uuidv7(act.at),
        versionId: version.id,
        position,
        ...measure,
      }));
      await tx.insert(RewardMeasureEntity, rows);
      await this.record(tx, act, 'rewardPlan.versionProposed', version, rows);
      return version;
    });
  }

  /**
   * Brings the version into force from its day on; the one before ends the day before.
   *
   * @throws {DomainError} When the viewer may not, proposed it or is paid by the team, or it could not follow any more.
   */
  approve(act: Act, id: string): Promise<RewardPlanVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { version, plan, team } = await this.lockedVersion(tx, act, id);
      const payeeIds = await payeesFrom(tx, team.id, version.effectiveFrom);
      assertPlanGoesOn(plan);
      assertCanDecideReward(act.viewer, team, { byId: version.proposedById, payeeIds });
      assertPlanProposed(version);
      const predecessor = await this.assertFollows(tx, version.planId, version.effectiveFrom);
      if (predecessor)
        await tx.update(
          RewardPlanVersionEntity,
          { id: predecessor.id },
          { effectiveTo: dayBefore(version.effectiveFrom) },
        );
      return this.decided(tx, act, version, 'approved', null);
    });
  }

  /** Whoever refuses their own proposal takes it back. @throws {DomainError} When the viewer may not, or it is decided. */
  refuse(act: Act, id: string, why: string): Promise<RewardPlanVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { version, team } = await this.lockedVersion(tx, act, id);
      const isOwn = version.proposedById === act.viewer.personId;
      const payeeIds = await payeesFrom(tx, team.id, version.effectiveFrom);
      if (!isOwn) assertCanDecideReward(act.viewer, team, { byId: version.proposedById, payeeIds });
      assertPlanProposed(version);
      return this.decided(tx, act, version, isOwn ? 'withdrawn' : 'refused', reasonOf(why));
    });
  }

  /**
   * Of what is not calculated yet, an end makes nothing: nobody whom it would pay decides that.
   *
   * @throws {DomainError} `SECOND_PERSON_NEEDED`
   */
  private async assertPaysOthers(tx: EntityManager, act: Act, { id, teamId }: RewardPlanEntity): Promise<void> {
    const first = firstUncalculated(await this.calculatedPeriods(tx, id));
    const payees = await payeesFrom(tx, teamId, await stakesFrom(tx, act, first));
    if (payees.includes(act.viewer.personId))
      throw new DomainError('SECOND_PERSON_NEEDED', 'This plan pays you: another reward officer ends it.');
  }

  private async calculatedPeriods(tx: EntityManager, planId: string): Promise<string[]> {
    const state = In(['calculated', 'approved', 'released'] as const);
    return (await tx.findBy(RewardCalculationEntity, { planId, state })).map(({ period }) => period);
  }

  /** @returns The version that the new one follows on. */
  private async assertFollows(tx: EntityManager, planId: string, effectiveFrom: string) {
    const predecessor = await tx.findOneBy(RewardPlanVersionEntity, {
      planId,
      state: 'approved',
      effectiveTo: IsNull(),
    });
    const inForce = predecessor && { effectiveFrom: predecessor.effectiveFrom, window: predecessor.windowKind };
    assertFollowsOn(effectiveFrom, inForce, lastDayOf(await this.calculatedPeriods(tx, planId)));
    return predecessor;
  }

  private async decided(
    tx: EntityManager,
    act: Act,
    version: RewardPlanVersionEntity,
    state: 'approved' | 'refused' | 'withdrawn',
    reason: string | null,
  ): Promise<RewardPlanVersionEntity> {
    const decision = { state, decidedById: act.viewer.personId, decidedAt: act.at, reason };
    await tx.update(RewardPlanVersionEntity, { id: version.id }, decision);
    Object.assign(version, decision);
    const words = { approved: 'Approved', refused: 'Refused', withdrawn: 'Withdrawn' };
    await this.record(tx, { ...act, reason: reason ?? undefined }, `rewardPlan.version${words[state]}`, version);
    return version;
  }

  private async lockedVersion(tx: EntityManager, act: Act, id: string) {
    const known = isUUID(id) ? await tx.findOneBy(RewardPlanVersionEntity, { id }) : null;
    if (!known) throw new DomainError('NOT_FOUND', 'There is no such version.', ['id']);
    const place = await this.locked(tx, act, known.planId);
    return { ...place, version: await tx.findOneByOrFail(RewardPlanVersionEntity, { id }) };
  }

  /** @throws {DomainError} `NOT_FOUND` when there is no such plan, or the viewer may not know of it. */
  private async locked(tx: EntityManager, { viewer }: Act, planId: string, field = 'id') {
    const plan = await locked(tx, RewardPlanEntity, planId, 'plan', field);
    const team = await tx.findOneByOrFail(TeamEntity, { id: plan.teamId });
    const own = { teamId: team.id, personId: viewer.personId, withdrawnAt: IsNull() };
    const isPayee = await tx.existsBy(ShareEntity, own);
    if (!canSeeRewardsOf(viewer, team, isPayee)) throw new DomainError('NOT_FOUND', 'There is no such plan.', [field]);
    return { plan, team };
  }

  /** The team's amounts are nothing for those who read the audit. */
  private record(
    tx: EntityManager,
    act: Act,
    action: string,
    { pool: _pool, cap: _cap, ...told }: RewardPlanVersionEntity,
    measures?: readonly object[],
  ) {
    const after = { ...told, ...(measures && { measures }) };
    return this.audit.record(tx, act, action, { type: 'rewardPlan', id: told.planId }, null, after);
  }
}
