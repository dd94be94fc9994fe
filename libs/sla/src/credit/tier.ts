import { assertRecord } from '../foundation/check.js';
import { Exact, HUNDRED, parsePercent } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';
import type { Comparator } from '../objective/objective.js';

/**
 * Results from a lower to an upper bound, in percent as decimals; null is open. A tier is named by the inclusivity of
 * its bounds: of a `gte` objective from `gte` (included) to `lt` (excluded); of a `lte` objective, where more is worse,
 * from `gt` (excluded) to `lte` (included).
 */
export type TierBounds =
  | { readonly gte: string | null; readonly lt: string | null }
  | { readonly gt: string | null; readonly lte: string | null };

/** What a result within the bounds pays: a percentage of the charge, or nothing, by a clause of the contract. */
export type Tier = TierBounds & ({ readonly percent: string } | { readonly noCredit: true; readonly clause: string });

/** Checked bounds. */
export interface ParsedBounds {
  readonly low: Exact | null;
  readonly high: Exact | null;
  /** Where they stand in the schedule as it was written. */
  readonly index: number;
}

/** A checked tier. */
export interface ParsedTier extends ParsedBounds {
  readonly percent: Exact;
}

/**
 * Checks tiers and puts them in order of their bounds.
 *
 * @throws {InputError} When a bound or percentage is out of range, tiers overlap, or leave a hole. Results better than
 *   the best tier are no hole: a target above it means missed without credit. Results worse than the worst are one.
 */
export function parseTiers(path: string, tiers: readonly Tier[], comparator: Comparator): ParsedTier[] {
  return parseBounds(path, tiers, comparator).map((bounds) => {
    const tier = tiers[bounds.index]!;
    const at = `${path}[${bounds.index}]`;
    return { ...bounds, percent: 'percent' in tier ? parsePercent(`${at}.percent`, tier.percent) : clauseOf(at, tier) };
  });
}

/** Checks bounds as {@link parseTiers} does and puts them in order. */
export function parseBounds(path: string, tiers: readonly TierBounds[], comparator: Comparator): ParsedBounds[] {
  if (tiers.length === 0) throw new InputError('MISSING', path, tiers, 'must hold a tier');
  const parsed = tiers
    .map((tier, index) => boundsOf(`${path}[${index}]`, tier, index, comparator))
    .sort((a, b) => (a.low ?? MINUS_INFINITY).cmp(b.low ?? MINUS_INFINITY));
  parsed.slice(1).forEach((tier, i) => assertTouches(path, tiers, parsed[i]!, tier));
  assertReachesWorst(path, tiers, parsed, comparator);
  return parsed;
}

/** Whether a ratio lies within the bounds, compared exactly. */
export function tierHolds({ low, high }: ParsedBounds, part: Exact, whole: Exact, comparator: Comparator): boolean {
  const scaled = part.times(HUNDRED);
  const belowHigh = (bound: Exact) => (comparator === 'gte' ? scaled.lt(bound) : scaled.lte(bound));
  const aboveLow = (bound: Exact) => (comparator === 'gte' ? scaled.gte(bound) : scaled.gt(bound));
  return (low === null || aboveLow(low.times(whole))) && (high === null || belowHigh(high.times(whole)));
}

const MINUS_INFINITY = new Exact(-Infinity);

function boundsOf(path: string, tier: TierBounds, index: number, comparator: Comparator): ParsedBounds {
  assertRecord(path, tier);
  const names = comparator === 'gte' ? ['gte', 'lt'] : ['gt', 'lte'];
  const bounds = tier as unknown as Record<string, string | null | undefined>;
  const [low, high] = names.map((name) => {
    const bound = bounds[name];
    const missing = `must be given (objective ${comparator})`;
    if (bound === undefined) throw new InputError('MISSING', `${path}.${name}`, tier, missing);
    return bound === null ? null : parsePercent(`${path}.${name}`, bound);
  });
  if (low && high && low.gte(high)) throw new InputError('EMPTY_INTERVAL', path, tier, 'must have bounds in order');
  return { low: low ?? null, high: high ?? null, index };
}

function clauseOf(path: string, tier: { readonly clause?: string }): Exact {
  if (typeof tier.clause === 'string' && tier.clause !== '') return new Exact(0);
  throw new InputError('MISSING', `${path}.clause`, tier, 'must name the clause by which it pays nothing');
}

function assertTouches(path: string, tiers: readonly TierBounds[], lower: ParsedBounds, upper: ParsedBounds): void {
  if (lower.high === null || upper.low === null || lower.high.gt(upper.low)) {
    throw new InputError(
      'OVERLAP',
      `${path}[${upper.index}]`,
      tiers[upper.index],
      `must not overlap tier ${lower.index}`,
    );
  }
  if (lower.high.eq(upper.low)) return;
  const hole = `must touch tier ${lower.index}; fill the hole with a tier marked noCredit`;
  throw new InputError('HOLE', `${path}[${upper.index}]`, tiers[upper.index], hole);
}

function assertReachesWorst(
  path: string,
  tiers: readonly TierBounds[],
  parsed: readonly ParsedBounds[],
  comparator: Comparator,
): void {
  const worst = comparator === 'gte' ? parsed[0]! : parsed.at(-1)!;
  const bound = comparator === 'gte' ? worst.low : worst.high;
  if (bound === null || bound.eq(comparator === 'gte' ? 0 : 100)) return;
  throw new InputError('HOLE', `${path}[${worst.index}]`, tiers[worst.index], 'must be open towards the worst result');
}
