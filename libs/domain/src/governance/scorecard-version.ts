import { Decimal } from 'decimal.js';
import type { Comparator } from '../agreements/commitment-terms.js';
import type { LocalDay } from '../agreements/local-day.js';
import { startsPeriod } from '../agreements/period-window.js';
import { DomainError } from '../domain-error.js';
import type { ProposalState } from '../people/proposal.js';
import { decisionMode, type DecisionMode, mayDecide } from '../people/second-person.js';
import type { Viewer } from '../people/viewer.js';
import { firstDayOf, type PeriodId } from '../performance/period-id.js';
import { runsAlong } from '../rewards/reward-plan.js';
import type { ScoreScale } from './kpi-score.js';

export interface ProposedKPI extends ScoreScale {
  readonly name: string;
  readonly commitmentId: string;
  readonly weight: string;
}

export interface ScorecardProposal {
  readonly effectiveFrom: LocalDay;
  /** Percent. */
  readonly minimumCoverage: string;
  readonly kpis: readonly ProposedKPI[];
}

/**
 * @param bound By id, what the provider's OLAs and UCs promise; only these make a KPI.
 * @throws {DomainError} When it starts within a month, has no KPI, or one of them cannot be scored.
 */
export function assertScorecard(proposal: ScorecardProposal, bound: ReadonlyMap<string, Comparator>): void {
  const { effectiveFrom, minimumCoverage, kpis } = proposal;
  if (!startsPeriod('month', effectiveFrom))
    throw new DomainError('WITHIN_A_PERIOD', 'A scorecard starts with a month.', ['effectiveFrom']);
  if (!isPercent(minimumCoverage))
    throw new DomainError('NOT_A_PERCENTAGE', 'The least coverage lies between 0 and 100 percent.', [
      'minimumCoverage',
    ]);
  if (kpis.length === 0) throw new DomainError('NO_KPIS', 'A scorecard has at least one KPI.', ['kpis']);
  kpis.forEach((kpi, i) => assertKPI(kpi, ['kpis', String(i)], bound));
  const twice = kpis.findIndex((kpi, i) => kpis.findIndex((other) => isSame(kpi, other)) < i);
  if (twice >= 0)
    throw new DomainError('KPI_TWICE', 'Each name and each commitment makes one KPI.', ['kpis', String(twice)]);
}

function assertKPI(kpi: ProposedKPI, field: readonly string[], bound: ReadonlyMap<string, Comparator>): void {
  if (!kpi.name.trim()) throw new DomainError('NAME_MISSING', 'A name is needed.', [...field, 'name']);
  const comparator = bound.get(kpi.commitmentId);
  if (!comparator) {
    const message = 'A KPI measures a commitment in force that this provider is bound by.';
    throw new DomainError('NOT_BOUND', message, [...field, 'commitmentId']);
  }
  if (!new Decimal(kpi.weight).gt(0))
    throw new DomainError('WEIGHT_NOT_POSITIVE', 'A weight is more than 0.', [...field, 'weight']);
  for (const end of ['floor', 'target'] as const) {
    if (!isPercent(kpi[end]))
      throw new DomainError('NOT_A_PERCENTAGE', 'Floor and target lie between 0 and 100 percent.', [...field, end]);
  }
  if (new Decimal(kpi.floor).eq(kpi.target))
    throw new DomainError('FLOOR_IS_TARGET', 'Between floor and target there has to be room for a score.', [
      ...field,
      'target',
    ]);
  if (!runsAlong(comparator, kpi)) {
    const where =
      comparator === 'atLeast'
        ? 'at least its target, so 100 points lie above'
        : 'at most its target, so 100 points lie below';
    throw new DomainError('WRONG_DIRECTION', `The commitment promises ${where} the floor.`, [...field, 'target']);
  }
}

const isPercent = (value: string) => new Decimal(value).gte(0) && new Decimal(value).lte(100);
const isSame = (one: ProposedKPI, other: ProposedKPI) =>
  one.commitmentId === other.commitmentId || one.name.trim() === other.name.trim();

export interface ScorecardVersionCase {
  readonly state: ProposalState;
  readonly effectiveFrom: LocalDay;
  readonly proposedById: string;
}

export interface ScorecardSuccession {
  /** First day of the version that has ruled so far; null when there is none. */
  readonly ruledFrom: LocalDay | null;
  /** Periods of which a pack was frozen. */
  readonly frozenPeriods: readonly PeriodId[];
}

/** @throws {DomainError} When it would start before what has ruled so far, or judge a frozen period anew. */
export function assertFollows(
  { effectiveFrom }: Pick<ScorecardVersionCase, 'effectiveFrom'>,
  { ruledFrom, frozenPeriods }: ScorecardSuccession,
): void {
  if (ruledFrom !== null && effectiveFrom <= ruledFrom) {
    throw new DomainError('NOT_LATER', `The version before rules from ${ruledFrom}; a new one starts after that.`, [
      'effectiveFrom',
    ]);
  }
  const frozen = frozenPeriods.find((period) => firstDayOf(period) >= effectiveFrom);
  if (frozen) {
    const message = `The pack of ${frozen} is frozen already; a new version starts after that period.`;
    throw new DomainError('PERIOD_FROZEN', message, ['effectiveFrom']);
  }
}

/** @throws {DomainError} When it is decided already, or a second person has to decide. */
export function approveScorecard(
  version: ScorecardVersionCase,
  viewer: Viewer,
  administratorsEver: number,
): DecisionMode {
  assertWaiting(version);
  return decisionMode(viewer, { involved: [version.proposedById], administratorsEver });
}

/** Whether {@link approveScorecard} would let the viewer. */
export function mayApproveScorecard(version: ScorecardVersionCase, viewer: Viewer, administratorsEver: number) {
  return version.state === 'proposed' && mayDecide(viewer, { involved: [version.proposedById], administratorsEver });
}

/** Whoever refuses their own proposal withdraws it. @throws {DomainError} When it is decided already. */
export function refuseScorecard(version: ScorecardVersionCase, viewer: Viewer): 'refused' | 'withdrawn' {
  assertWaiting(version);
  return version.proposedById === viewer.personId ? 'withdrawn' : 'refused';
}

function assertWaiting({ state }: ScorecardVersionCase): void {
  if (state !== 'proposed') throw new DomainError('ALREADY_DECIDED', `This scorecard was ${state} already.`);
}
