import { assertList, assertOneOf, assertRecord, assertText } from '../foundation/check.js';
import { Exact, HUNDRED, parseNonNegative, parsePercent } from '../foundation/decimal.js';
import { type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { type Money, parseMoney, toMinorUnits, wholeMinorUnits } from './money.js';
import { pointsCredit, type PointsRow } from './points-credit.js';

/** A credit over several missed promises. */
export interface CombinedCredit {
  /** Of the charge, after the cap of the period. */
  readonly percent: string;
  /** With the decimals of the currency, after the cap of the year. */
  readonly amount: string;
  readonly capped: boolean;
  readonly cappedBy: 'period' | 'year' | null;
  readonly explanation: readonly Step[];
}

/** A missed service level in a contract that shares a pool between its levels. */
export interface PoolDefault {
  /** Part of the amount at risk that the pool of the level may take, 0 or more; may exceed 100. */
  readonly poolPercent: string;
  /** Part of the pool allocated to the level, 0 or more; allocations may add up to more than 100. */
  readonly allocationPercent: string;
}

/** A missed promise in a period, with what it would pay alone. */
export interface CreditedBreach {
  readonly ref: string;
  /** Of the charge. Points pay by the table instead; leave it out then. */
  readonly percent?: string;
  readonly points?: number;
  /** Breaches of one incident count once, as the highest of them; null or left out: an incident of its own. */
  readonly incident?: string | null;
}

/** How the credits of several breaches make one: all of them, the highest, or what a table pays for their points. */
export type Combination = 'sum' | 'max' | { readonly points: readonly PointsRow[] };

/** Most that is paid, within a period and within a year. */
export interface CreditCaps {
  /** Of the charge of the period; leave it out for none. */
  readonly capPercent?: string;
  /** What may still be paid within the contract's year, or whichever span has a cap of its own. */
  readonly year?: { readonly cap: Money; readonly credited: Money } | null;
}

/**
 * The credits of several missed levels that share an amount at risk: each takes its allocation of its pool; together
 * they never take more than the amount at risk.
 *
 * @param terms.atRiskPercent Of the charge.
 * @throws {InputError} When a figure is malformed or out of range.
 */
export function poolCredit(terms: {
  readonly charge: Money;
  readonly atRiskPercent: string;
  readonly defaults: readonly PoolDefault[];
  readonly year?: CreditCaps['year'];
}): CombinedCredit {
  assertRecord('terms', terms);
  const { charge, atRiskPercent, defaults, year = null } = terms;
  assertList('defaults', defaults);
  defaults.forEach((level, i) => assertRecord(`defaults[${i}]`, level));
  const atRisk = parsePercent('atRiskPercent', atRiskPercent);
  const share = (path: string, percent: string) => parseNonNegative(path, percent).div(HUNDRED);
  const owed = defaults.map(({ poolPercent, allocationPercent }, i) =>
    atRisk
      .times(share(`defaults[${i}].poolPercent`, poolPercent))
      .times(share(`defaults[${i}].allocationPercent`, allocationPercent)),
  );
  const sum = sumOf(owed);
  const shares = defaults.map((level, i) => ({ ...level, percent: owed[i]!.toFixed() }));
  const pooled = step('credit.pool', { atRiskPercent, defaults: shares }, sum.toFixed());
  return capped(charge, sum, atRisk, year, [pooled]);
}

/**
 * One credit for several breaches of a period: of each incident the highest, then combined, then capped within the
 * period, then within the year, then rounded once.
 *
 * @throws {InputError} When a percentage, a number of points or the charge is missing, malformed or out of range.
 *
 * @example
 * combineCredits({ combination: 'sum', charge: { amount: '1000.00', currency: 'EUR' }, capPercent: '6' }, [
 *   { ref: 'availability', percent: '4', incident: '17' },
 *   { ref: 'response', percent: '3', incident: '17' },
 *   { ref: 'restore', percent: '5' },
 * ]); // { percent: '6', amount: '60.00', cappedBy: 'period', … }
 */
export function combineCredits(
  terms: CreditCaps & { readonly combination: Combination; readonly charge: Money },
  breaches: readonly CreditedBreach[],
): CombinedCredit {
  assertRecord('terms', terms);
  assertList('breaches', breaches);
  const { combination, charge, capPercent, year = null } = terms;
  const byPoints = typeof combination === 'object' && combination !== null;
  if (!byPoints) assertOneOf('combination', combination, ['sum', 'max']);
  const weights = breaches.map((breach, i) => weightOf(`breaches[${i}]`, breach, byPoints));
  const counted = highestOfIncidents(breaches, weights);
  const left = counted.map((i) => weights[i]!);
  const grouped = step(
    'credit.incidents',
    { breaches: breaches.length },
    counted.length,
    counted.map((i) => breaches[i]!.ref),
  );
  const combined = combination === 'max' ? Exact.max(0, ...left) : sumOf(left);
  const by = byPoints ? 'points' : combination;
  const steps = [
    grouped,
    step('credit.combined', { by, parts: left.map((part) => part.toFixed()) }, combined.toFixed()),
  ];
  const cap = capPercent === undefined ? null : parseNonNegative('capPercent', capPercent);
  if (!byPoints) return capped(charge, combined, cap, year, steps);
  const { percent, explanation } = pointsCredit(combination.points, combined.toNumber());
  return capped(charge, new Exact(percent), cap, year, [...steps, ...explanation]);
}

function weightOf(path: string, breach: CreditedBreach, byPoints: boolean): Exact {
  assertRecord(path, breach);
  const { percent, points, incident } = breach;
  if (incident != null) assertText(`${path}.incident`, incident);
  const name = byPoints ? 'points' : 'percent';
  const weight = byPoints ? points : percent;
  if (weight == null) throw new InputError('MISSING', `${path}.${name}`, weight, 'must be given');
  return byPoints ? parseNonNegative(`${path}.points`, String(points)) : parsePercent(`${path}.percent`, percent!);
}

/** Indexes of the breaches that count, in their order; of equal ones of an incident, the first. */
function highestOfIncidents(breaches: readonly CreditedBreach[], weights: readonly Exact[]): number[] {
  const highest = new Map<string, number>();
  breaches.forEach(({ incident }, i) => {
    const key = incident == null ? `alone ${i}` : `incident ${incident}`;
    const other = highest.get(key);
    if (other === undefined || weights[i]!.gt(weights[other]!)) highest.set(key, i);
  });
  return [...highest.values()].sort((a, b) => a - b);
}

function capped(
  charge: Money,
  owed: Exact,
  cap: Exact | null,
  year: NonNullable<CreditCaps['year']> | null,
  steps: readonly Step[],
): CombinedCredit {
  const whole = parseMoney('charge', charge);
  const { currency } = charge;
  const percent = cap ? Exact.min(owed, cap) : owed;
  const unrounded = whole.times(percent).div(HUNDRED);
  const left = year === null ? null : leftOf(year, currency);
  const paid = left ? Exact.min(unrounded, left) : unrounded;
  const amount = toMinorUnits(paid, currency);
  const cappedBy = paid.lt(unrounded) ? 'year' : percent.lt(owed) ? 'period' : null;
  return {
    percent: percent.toFixed(),
    amount,
    capped: cappedBy !== null,
    cappedBy,
    explanation: [
      ...steps,
      ...(cap
        ? [step('credit.cap', { owedPercent: owed.toFixed(), capPercent: cap.toFixed() }, percent.toFixed())]
        : []),
      ...(year
        ? [step('credit.yearCap', { cap: { ...year.cap }, credited: { ...year.credited } }, paid.toFixed())]
        : []),
      step(
        'credit.amount',
        { charge: { ...charge }, percent: percent.toFixed(), unrounded: paid.toFixed() },
        { amount, currency },
      ),
    ],
  };
}

function leftOf(year: NonNullable<CreditCaps['year']>, currency: string): Exact {
  assertRecord('year', year);
  const { cap, credited } = year;
  const left = inCurrency('year.cap', cap, currency).minus(inCurrency('year.credited', credited, currency));
  // Whole cents, or rounding the amount could exceed the cap.
  return wholeMinorUnits(Exact.max(0, left), currency);
}

function inCurrency(path: string, money: Money, currency: string): Exact {
  const amount = parseMoney(path, money);
  if (money.currency === currency) return amount;
  throw new InputError('MISMATCH', `${path}.currency`, money.currency, `must be ${currency}, as the charge`);
}

const sumOf = (parts: readonly Exact[]): Exact => parts.reduce((sum, part) => sum.plus(part), new Exact(0));
