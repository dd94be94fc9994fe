import { Exact, HUNDRED } from '../foundation/decimal.js';

/** A kind of promise that several links make up together. */
export interface Quantity {
  /** What links carry that all have to hold. */
  together(parts: readonly Exact[]): Exact;
  /** What alternatives carry of which `needed` have to hold. */
  among(parts: readonly Exact[], needed: number): Exact;
  /** What one link has to promise beside the others for all to carry the promise; null when no promise would do. */
  needed(promised: Exact, others: Exact): Exact | null;
  /** Whether the first is a weaker promise than the second. */
  weaker(a: Exact, b: Exact): boolean;
}

const ZERO = new Exact(0);

/**
 * What one of several parts has to be available, in percent, for all to be available as promised; null when no promise of
 * it would do.
 *
 * @param others How available the others are while it is.
 */
export function neededAvailability(promised: Exact, others: Exact): Exact | null {
  if (others.isZero()) return promised.isZero() ? promised : null;
  const needed = promised.times(HUNDRED).div(others);
  return needed.lte(HUNDRED) ? needed : null;
}

/**
 * In percent, of cases done well. What fails in one link may succeed in the other, so the failures add up: 95 % twice
 * guarantee 90 % (Boole's inequality).
 */
export const SHARE: Quantity = {
  together: (parts) =>
    Exact.max(
      ZERO,
      parts.reduce((left, part) => left.plus(part).minus(HUNDRED), HUNDRED),
    ),
  among: (parts, needed) => atLeastWhatever(parts, needed),
  needed: (promised, others) => {
    const needed = promised.plus(HUNDRED).minus(others);
    return needed.lte(HUNDRED) ? needed : null;
  },
  weaker: (a, b) => a.lt(b),
};

/** In milliseconds. Work that is done one after another adds up. */
export const TIME: Quantity = {
  together: (parts) => parts.reduce((sum, part) => sum.plus(part), ZERO),
  among: (parts, needed) => [...parts].sort((a, b) => a.comparedTo(b))[needed - 1]!,
  needed: (promised, others) => (promised.gte(others) ? promised.minus(others) : null),
  weaker: (a, b) => a.gt(b),
};

/** The probability, in percent, that at least so many of independent events happen. */
export function atLeastIndependent(percents: readonly Exact[], needed: number): Exact {
  // How likely it is that exactly so many of those looked at so far happen.
  let exactly: Exact[] = [HUNDRED];
  for (const percent of percents) {
    const [yes, no] = [percent.div(HUNDRED), HUNDRED.minus(percent).div(HUNDRED)];
    exactly = [...exactly, ZERO].map((stays, n) => stays.times(no).plus((exactly[n - 1] ?? ZERO).times(yes)));
  }
  return exactly.slice(needed).reduce((sum, one) => sum.plus(one), ZERO);
}

/**
 * The least probability, in percent, that at least so many of the events happen, however they hang together: of the m most
 * likely ones at least k happen with (Σ − (k − 1)) ÷ (m − k + 1) at least, since their mean number is Σ (Rüger's
 * inequality turned round). One of several alternatives therefore carries what the strongest does.
 */
export function atLeastWhatever(percents: readonly Exact[], needed: number): Exact {
  const strongest = [...percents].sort((a, b) => b.comparedTo(a));
  const most = HUNDRED.times(needed - 1);
  const bounds = strongest.slice(needed - 1).map((_, further) => {
    const sum = strongest.slice(0, needed + further).reduce((all, one) => all.plus(one), ZERO);
    return sum.minus(most).div(further + 1);
  });
  return Exact.max(ZERO, ...bounds);
}
