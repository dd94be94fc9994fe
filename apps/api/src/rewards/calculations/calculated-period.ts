import { adjustmentReason, daysOfPeriod, differencesTo, DomainError, rewardFor } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { TeamEntity } from '../../people/team.entity.js';
import { todayOf } from '../../people/today.js';
import type { Act } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { RewardMeasureEntity } from '../plans/reward-measure.entity.js';
import { RewardPlanVersionEntity } from '../plans/reward-plan-version.entity.js';
import type { RewardPlanEntity } from '../plans/reward-plan.entity.js';
import { measuredIn } from './measured-results.js';
import { presencesIn } from './presences.js';
import { restatedSince } from './restated-results.js';
import { RewardCalculationResultEntity } from './reward-calculation-result.entity.js';
import { RewardCalculationEntity } from './reward-calculation.entity.js';
import { RewardStatementEntity } from './reward-statement.entity.js';

interface Period {
  plan: RewardPlanEntity;
  team: TeamEntity;
  period: string;
  /** All of the period, oldest first. */
  earlier: readonly RewardCalculationEntity[];
  /** The last one that was not refused; null = none. */
  standing: RewardCalculationEntity | null;
  /** The last one whose statements members have seen; null = none. */
  released: RewardCalculationEntity | null;
}

/**
 * Reckons what a team earned in a period, and writes it down with its statements: whole, or what differs from what was
 * released.
 *
 * @throws {DomainError} `NO_VERSION`, `PERIOD_RUNS`, or when a result is not frozen.
 */
export async function calculatedPeriod(
  tx: EntityManager,
  act: Act,
  { plan, team, period, earlier, standing, released }: Period,
): Promise<RewardCalculationEntity> {
  const { id: planId } = plan;
  const restated = released ? await restatedSince(tx, released.id) : [];
  const version = standing ? await versionOf(tx, standing) : await versionFor(tx, planId, period);
  const days = daysOfPeriod(version.windowKind, period);
  if ((await todayOf(tx, act.at)) <= days.to)
    throw new DomainError('PERIOD_RUNS', `${period} has not ended yet.`, ['period']);

  const measures = await tx.find(RewardMeasureEntity, {
    where: { versionId: version.id },
    order: { position: 'ASC' },
  });
  const measured = await measuredIn(tx, team, measures, period, days, earlier.length > 0);
  const presences = standing?.presences ?? (await presencesIn(tx, team.id, days));
  const terms = measured.map(({ measure: { id, weight, floor, target }, name }) => ({
    id,
    name,
    weight,
    floor,
    target,
  }));
  const { currency } = plan;
  const reward = rewardFor(
    { ...version, currency, measures: terms },
    measured.map(({ figure }) => figure),
    days,
    presences,
    { isAdjustment: released !== null },
  );
  const before = released ? await totalsOf(tx, released) : null;
  const parts = before
    ? differencesTo(before, reward.parts, restated, currency)
    : reward.parts.map((part) => ({ ...part, total: part.amount }));

  const calculation: RewardCalculationEntity = {
    id: uuidv7(act.at),
    planId,
    versionId: version.id,
    period,
    number: earlier.length + 1,
    state: 'calculated',
    factor: reward.factor,
    pool: reward.pool,
    unspent: reward.unspent,
    outcomes: [...reward.outcomes],
    presences,
    explanation: [...reward.explanation],
    calculatedById: act.viewer.personId,
    calculatedAt: act.at,
    reason: restated.length > 0 ? adjustmentReason(restated) : null,
    decidedById: null,
    decidedAt: null,
    releasedAt: null,
    refusal: null,
  };
  await tx.insert(RewardCalculationEntity, calculation as object);
  const calculationId = calculation.id;
  const used = measured.flatMap(({ measure, results }) =>
    results.map(({ id: resultId }) => ({ calculationId, measureId: measure.id, resultId })),
  );
  if (used.length > 0) await tx.insert(RewardCalculationResultEntity, used);
  const statements = parts.map(({ personId, amount, total, days: present, explanation }) => ({
    id: uuidv7(act.at),
    calculationId,
    personId,
    amount,
    total,
    days: present,
    explanation: [...explanation],
  }));
  await tx.insert(RewardStatementEntity, statements as object[]);
  return calculation;
}

const versionOf = (tx: EntityManager, { versionId }: RewardCalculationEntity) =>
  tx.findOneByOrFail(RewardPlanVersionEntity, { id: versionId });

/** The version in force when the period begins. */
async function versionFor(tx: EntityManager, planId: string, period: string): Promise<RewardPlanVersionEntity> {
  const versions = await tx.findBy(RewardPlanVersionEntity, { planId, state: 'approved' });
  if (versions.length === 0) throw new DomainError('NO_VERSION', 'This plan has no approved version yet.', ['planId']);
  const isPaid = ({ windowKind, effectiveFrom, effectiveTo }: RewardPlanVersionEntity) => {
    const { from } = daysOfPeriod(windowKind, period);
    return effectiveFrom <= from && (effectiveTo === null || from <= effectiveTo);
  };
  const ofWindow = versions.filter(({ windowKind }) => (windowKind === 'quarter') === period.includes('Q'));
  const version = (ofWindow.length > 0 ? ofWindow : versions).find(isPaid);
  if (version) return version;
  throw new DomainError('NO_VERSION', `No approved version of this plan pays for ${period}.`, ['period']);
}

/** What each person has come to in the period so far. */
async function totalsOf(
  tx: EntityManager,
  { id: calculationId }: RewardCalculationEntity,
): Promise<Map<string, string>> {
  const statements = await tx.findBy(RewardStatementEntity, { calculationId });
  return new Map(statements.map(({ personId, total }) => [personId, total]));
}
