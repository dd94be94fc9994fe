import {
  adjustmentReason,
  assertCanDecideReward,
  assertCanManageRewardsOf,
  assertCanRelease,
  assertPlanGoesOn,
  assertUpToDate,
  canSeeAmounts,
  DomainError,
  movedCalculation,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { locked } from '../../people/locked.js';
import { TeamEntity } from '../../people/team.entity.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { RewardPlanEntity } from '../plans/reward-plan.entity.js';
import { calculatedPeriod } from './calculated-period.js';
import { restatedSince } from './restated-results.js';
import { RewardCalculationEntity } from './reward-calculation.entity.js';
import { RewardEntryEntity } from './reward-entry.entity.js';
import { RewardStatementEntity } from './reward-statement.entity.js';

/** What teams earn in a period: calculated, approved by a second person whom it does not pay, released. */
@Injectable()
export class RewardCalculations {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * Calculates a period that is over; again after a restatement, by the version and the shares of then: an adjustment of
   * what was released, or in the place of what was not.
   *
   * @throws {DomainError} When the viewer may not, no version pays for the period, a result is not frozen, one calculation
   *   waits already, or nothing was restated since.
   */
  calculate(act: Act, planId: string, period: string): Promise<RewardCalculationEntity> {
    return this.database.transaction(async (tx) => {
      const plan = await locked(tx, RewardPlanEntity, planId, 'plan', 'planId');
      const team = await tx.findOneByOrFail(TeamEntity, { id: plan.teamId });
      if (!canSeeAmounts(act.viewer, team)) throw new DomainError('NOT_FOUND', 'There is no such plan.', ['planId']);
      assertCanManageRewardsOf(act.viewer, team);
      const earlier = await tx.find(RewardCalculationEntity, { where: { planId, period }, order: { number: 'ASC' } });
      const standing = earlier.filter(({ state }) => state !== 'refused').at(-1) ?? null;
      const released = earlier.filter(({ state }) => state === 'released').at(-1) ?? null;
      if (standing) await this.assertOutdated(tx, act, standing);
      else assertPlanGoesOn(plan);
      const calculation = await calculatedPeriod(tx, act, { plan, team, period, earlier, standing, released });
      await this.record(tx, act, 'rewardCalculation.calculated', null, calculation);
      return calculation;
    });
  }

  /** @throws {DomainError} When the viewer calculated it, is paid by it or may not, it does not wait, or a result was restated. */
  approve(act: Act, id: string): Promise<RewardCalculationEntity> {
    return this.database.transaction(async (tx) => {
      const { calculation, team, statements } = await this.locked(tx, act, id);
      assertCanDecideReward(act.viewer, team, stakesOf(calculation, statements));
      const state = movedCalculation('approve', calculation.state);
      assertUpToDate(await restatedSince(tx, id));
      const kind = calculation.reason === null ? 'earned' : 'adjusted';
      await this.post(tx, act, statements, kind, calculation.reason);
      const decision = { state, decidedById: act.viewer.personId, decidedAt: act.at };
      return this.moved(tx, act, 'rewardCalculation.approved', calculation, decision);
    });
  }

  /** @throws {DomainError} When the viewer is paid by it or may not, or it does not wait. */
  refuse(act: Act, id: string, why: string): Promise<RewardCalculationEntity> {
    return this.database.transaction(async (tx) => {
      const { calculation, team, statements } = await this.locked(tx, act, id);
      const { payeeIds } = stakesOf(calculation, statements);
      // Whoever calculated it may find the mistake too.
      assertCanDecideReward(act.viewer, team, { byId: '', payeeIds });
      const state = movedCalculation('refuse', calculation.state);
      const refusal = reasonOf(why);
      const decision = { state, decidedById: act.viewer.personId, decidedAt: act.at, refusal };
      return this.moved(tx, { ...act, reason: refusal }, 'rewardCalculation.refused', calculation, decision);
    });
  }

  /**
   * Members now see their statements.
   *
   * @throws {DomainError} When the viewer is paid by it or may not, it is not approved, or a result was restated.
   */
  release(act: Act, id: string): Promise<RewardCalculationEntity> {
    return this.database.transaction(async (tx) => {
      const { calculation, team, statements } = await this.locked(tx, act, id);
      assertCanRelease(act.viewer, team, stakesOf(calculation, statements).payeeIds);
      const state = movedCalculation('release', calculation.state);
      assertUpToDate(await restatedSince(tx, id));
      await this.post(tx, act, statements, 'released', null);
      return this.moved(tx, act, 'rewardCalculation.released', calculation, { state, releasedAt: act.at });
    });
  }

  /**
   * What was not released yet gives way to what is calculated now; what was approved of it is taken back.
   *
   * @throws {DomainError} When everything that it read stands.
   */
  private async assertOutdated(tx: EntityManager, act: Act, standing: RewardCalculationEntity): Promise<void> {
    const { id, period, state } = standing;
    const restated = await restatedSince(tx, id);
    if (restated.length === 0) {
      if (state === 'released')
        throw new DomainError('NOTHING_CHANGED', `${period} has been calculated, and no result was restated since.`, [
          'period',
        ]);
      throw new DomainError('WAITS', `A calculation of ${period} is ${state} and not released yet.`, ['period']);
    }
    if (state === 'released') return;
    const refusal = adjustmentReason(restated);
    if (state === 'approved') {
      const statements = await tx.find(RewardStatementEntity, { where: { calculationId: id }, order: { id: 'ASC' } });
      await this.post(tx, act, statements.map(takenBack), 'adjusted', refusal);
    }
    const decision = { state: 'refused' as const, decidedById: act.viewer.personId, decidedAt: act.at, refusal };
    await this.moved(tx, { ...act, reason: refusal }, 'rewardCalculation.refused', standing, decision);
  }

  private async post(
    tx: EntityManager,
    act: Act,
    statements: readonly Pick<RewardStatementEntity, 'id' | 'amount'>[],
    kind: RewardEntryEntity['kind'],
    reason: string | null,
  ): Promise<void> {
    const entries = statements.map(({ id: statementId, amount }) => ({
      id: uuidv7(act.at),
      statementId,
      at: act.at,
      kind,
      amount,
      reason,
    }));
    await tx.insert(RewardEntryEntity, entries);
  }

  /** @throws {DomainError} `NOT_FOUND` unless the viewer may see what it pays. */
  private async locked(tx: EntityManager, { viewer }: Act, id: string) {
    const unknown = new DomainError('NOT_FOUND', 'There is no such calculation.', ['id']);
    const known = isUUID(id) ? await tx.findOneBy(RewardCalculationEntity, { id }) : null;
    if (!known) throw unknown;
    const plan = await locked(tx, RewardPlanEntity, known.planId, 'plan');
    const team = await tx.findOneByOrFail(TeamEntity, { id: plan.teamId });
    if (!canSeeAmounts(viewer, team)) throw unknown;
    const calculation = await tx.findOneByOrFail(RewardCalculationEntity, { id });
    const statements = await tx.find(RewardStatementEntity, { where: { calculationId: id }, order: { id: 'ASC' } });
    return { calculation, team, statements };
  }

  private async moved(
    tx: EntityManager,
    act: Act,
    action: string,
    calculation: RewardCalculationEntity,
    change: Partial<RewardCalculationEntity>,
  ): Promise<RewardCalculationEntity> {
    const before = { ...calculation };
    await tx.update(RewardCalculationEntity, { id: calculation.id }, change as object);
    Object.assign(calculation, change);
    await this.record(tx, act, action, before, calculation);
    return calculation;
  }

  private record(
    tx: EntityManager,
    act: Act,
    action: string,
    before: RewardCalculationEntity | null,
    after: RewardCalculationEntity,
  ) {
    const subject = { type: 'rewardCalculation', id: after.id };
    return this.audit.record(tx, act, action, subject, before && told(before), told(after));
  }
}

/** What the audit keeps: no amount of anybody, and none that would tell one. */
const told = ({ planId, versionId, period, number, state, factor, reason }: RewardCalculationEntity) => ({
  planId,
  versionId,
  period,
  number,
  state,
  factor,
  reason,
});

const stakesOf = ({ calculatedById }: RewardCalculationEntity, statements: readonly RewardStatementEntity[]) => ({
  byId: calculatedById,
  payeeIds: statements.map(({ personId }) => personId),
});

const takenBack = ({ id, amount }: RewardStatementEntity) => ({
  id,
  amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`,
});
