import type { Comparator } from '../agreements/commitment-terms.js';
import type { LocalDay } from '../agreements/local-day.js';
import { startsPeriod, type WindowKind } from '../agreements/period-window.js';
import { minorUnitDigits } from '../currency.js';
import { DomainError } from '../domain-error.js';
import type { ProposalState } from '../people/proposal.js';
import type { Viewer } from '../people/viewer.js';
import { monthsOf } from '../performance/period-id.js';
import type { CurveAnchor } from './curve.js';
import { Fraction } from './fraction.js';
import type { Days } from './proration.js';

/** The most measures and anchors that a version has: whoever is paid by them should be able to follow. */
const MOST_MEASURES = 20;
const MOST_ANCHORS = 20;
const MOST_MONEY = 10n ** 15n;

export interface ProposedMeasure {
  readonly commitmentId: string;
  readonly weight: string;
  readonly floor: string;
  readonly target: string;
}

export interface ProposedPlanVersion {
  readonly effectiveFrom: LocalDay;
  readonly window: WindowKind;
  readonly pool: string;
  readonly cap: string;
  readonly curve: readonly CurveAnchor[];
  readonly measures: readonly ProposedMeasure[];
}

/** @throws {DomainError} When a version could not be calculated as it is stated. */
export function assertPlanVersion(version: ProposedPlanVersion, currency: string): void {
  if (!startsPeriod(version.window, version.effectiveFrom))
    throw wrong(`A ${version.window} has to begin on the first day.`, 'effectiveFrom');
  assertAmount(version.pool, currency, 'pool');
  assertAmount(version.cap, currency, 'cap');
  if (Fraction.of(version.cap).compare(version.pool) < 0) throw wrong('The cap is not below the pool.', 'cap');
  assertCurve(version.curve);
  assertMeasures(version.measures);
}

function assertAmount(amount: string, currency: string, field: string): void {
  const value = Fraction.of(amount);
  if (value.compare(0) <= 0) throw wrong('An amount is above 0.', field);
  if (value.compare(MOST_MONEY) >= 0) throw wrong('The amount is too large.', field);
  if (value.times(10n ** BigInt(minorUnitDigits(currency))).denominator !== 1n)
    throw wrong(`An amount in ${currency} has at most ${minorUnitDigits(currency)} decimals.`, field);
}

function assertCurve(curve: readonly CurveAnchor[]): void {
  if (curve.length === 0 || curve.length > MOST_ANCHORS)
    throw wrong(`A curve has 1 to ${MOST_ANCHORS} anchors.`, 'curve');
  const rises = (part: keyof CurveAnchor, least: number) =>
    curve.every((anchor, i) => i === 0 || Fraction.of(anchor[part]).compare(curve[i - 1]![part]) >= least);
  if (!rises('attainment', 1)) throw wrong('Each anchor of the curve has a higher attainment.', 'curve');
  if (!rises('percent', 0)) throw wrong('A higher attainment never pays less.', 'curve');
  if (Fraction.of(curve[0]!.percent).compare(0) < 0) throw wrong('A curve never pays less than nothing.', 'curve');
}

function assertMeasures(measures: readonly ProposedMeasure[]): void {
  if (measures.length === 0 || measures.length > MOST_MEASURES)
    throw wrong(`A version has 1 to ${MOST_MEASURES} measures.`, 'measures');
  if (new Set(measures.map(({ commitmentId }) => commitmentId)).size < measures.length)
    throw wrong('Each commitment is measured once.', 'measures');
  for (const { weight, floor, target } of measures) {
    if (Fraction.of(weight).compare(0) <= 0) throw wrong('A weight is above 0.', 'measures');
    if (Fraction.of(floor).compare(target) === 0) throw wrong('Floor and target of a measure differ.', 'measures');
  }
}

/** Whether what counts as better for the commitment counts as better on the way from floor to target too. */
export function runsAlong(
  comparator: Comparator,
  { floor, target }: { readonly floor: string; readonly target: string },
) {
  const rises = Fraction.of(target).compare(floor) > 0;
  return rises === (comparator === 'atLeast');
}

/** @throws {DomainError} When somebody decided already. */
export function assertPlanProposed({ state }: { readonly state: ProposalState }): void {
  if (state !== 'proposed') throw new DomainError('ALREADY_DECIDED', 'This version has been decided already.');
}

/** @throws {DomainError} When the plan has ended. */
export function assertPlanGoesOn({ endedAt }: { readonly endedAt: Date | null }): void {
  if (endedAt) throw new DomainError('ALREADY_ENDED', 'This plan has ended.');
}

/** What a version that comes into force follows on. */
export interface VersionInForce {
  readonly effectiveFrom: LocalDay;
  readonly window: WindowKind;
}

/**
 * @param calculatedTo Last day of the periods that have been calculated; null = none.
 * @throws {DomainError} When the version would begin before the one in force, within one of its periods, or in one that
 *   has been calculated.
 */
export function assertFollowsOn(
  effectiveFrom: LocalDay,
  predecessor: VersionInForce | null,
  calculatedTo: LocalDay | null,
): void {
  if (predecessor && effectiveFrom <= predecessor.effectiveFrom)
    throw wrong(
      `The version in force begins on ${predecessor.effectiveFrom}; a new one begins later.`,
      'effectiveFrom',
    );
  if (predecessor && !startsPeriod(predecessor.window, effectiveFrom))
    throw wrong(`The version in force pays by the ${predecessor.window}; a new one begins with one.`, 'effectiveFrom');
  if (calculatedTo !== null && effectiveFrom <= calculatedTo)
    throw wrong(`Periods up to ${calculatedTo} have been calculated; a new version begins later.`, 'effectiveFrom');
}

/** A period of the team that was calculated. */
export interface CalculatedPeriod {
  readonly period: string;
  /** Who refused its last calculation; null where one stands. */
  readonly refusedById: string | null;
}

/**
 * What was calculated stays split as it was. What was refused may have been refused because of a wrong share, which then
 * is corrected, though not by who refused: whoever refuses does not set the next split too.
 *
 * @param firstDay Of what changes.
 * @param what Changes, and who changes it where the viewer does not.
 * @throws {DomainError} `CALCULATED`; `SECOND_PERSON_NEEDED` when the viewer refused a period that it changes.
 */
export function assertSharesOpen(
  { personId }: Pick<Viewer, 'personId'>,
  firstDay: LocalDay,
  calculated: readonly CalculatedPeriod[],
  field: string,
  { what, others } = { what: 'shares', others: 'lead or reward officer' },
): void {
  const touched = calculated.filter(({ period }) => lastDayOf([period])! >= firstDay);
  const calculatedTo = lastDayOf(touched.flatMap(({ period, refusedById }) => (refusedById === null ? [period] : [])));
  if (calculatedTo !== null) {
    const sentence = `Rewards up to ${calculatedTo} have been calculated; ${what} change after that.`;
    throw new DomainError('CALCULATED', sentence, [field]);
  }
  const own = touched.find(({ refusedById }) => refusedById === personId);
  if (own) {
    const sentence = `You refused the rewards of ${own.period}; another ${others} corrects its ${what}.`;
    throw new DomainError('SECOND_PERSON_NEEDED', sentence, [field]);
  }
}

/** Last day of the latest of some months and quarters; null when there are none. */
export function lastDayOf(periods: readonly string[]): LocalDay | null {
  const days = periods.map((period) => calendarDaysOf(period).to);
  return days.sort().at(-1) ?? null;
}

/** First and last day of a month or quarter by its id. */
export const calendarDaysOf = (period: string): Days =>
  daysOfPeriod(period.includes('Q') ? 'quarter' : 'month', period);

/** First and last day of a month or quarter. @throws {DomainError} When the text is neither. */
export function daysOfPeriod(window: WindowKind, period: string): Days {
  const pattern = window === 'month' ? /^\d{4}-(0[1-9]|1[0-2])$/ : /^\d{4}-Q[1-4]$/;
  if (!pattern.test(period)) {
    const example = window === 'month' ? '2026-03' : '2026-Q1';
    throw new DomainError('UNKNOWN_PERIOD', `This plan pays by the ${window}, such as ${example}.`, ['period']);
  }
  const months = monthsOf(period);
  const [year, month] = months.at(-1)!.split('-').map(Number);
  const last = new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10);
  return { from: `${months[0]}-01`, to: last };
}

const wrong = (message: string, field: string) => new DomainError('WRONG_PLAN', message, [field]);
