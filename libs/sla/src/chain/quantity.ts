import { Exact, HUNDRED } from '../foundation/decimal.js';

/** A kind of promise that several links make up together. */
export interface Quantity {
  /** What links carry that all have to work. */
  together(parts: readonly Exact[]): Exact;
  /** What one link has to promise beside the others for all to carry the promise; null when no promise would do. */
  needed(promised: Exact, others: Exact): Exact | null;
  /** Whether the first is a weaker promise than the second. */
  weaker(a: Exact, b: Exact): boolean;
}

/** In percent. Of independent parts in series the probabilities multiply. */
export const AVAILABILITY: Quantity = {
  together: (parts) => parts.reduce((product, part) => product.times(part).div(HUNDRED), HUNDRED),
  needed: (promised, others) => {
    if (others.isZero()) return promised.isZero() ? promised : null;
    const needed = promised.times(HUNDRED).div(others);
    return needed.lte(HUNDRED) ? needed : null;
  },
  weaker: (a, b) => a.lt(b),
};

/** In milliseconds. Work that is done one after another adds up. */
export const TIME: Quantity = {
  together: (parts) => parts.reduce((sum, part) => sum.plus(part), new Exact(0)),
  needed: (promised, others) => (promised.gte(others) ? promised.minus(others) : null),
  weaker: (a, b) => a.gt(b),
};
