import { Decimal } from 'decimal.js';
import type { Verdict } from './verdict.js';

const Exact = Decimal.clone({ precision: 60, toExpNeg: -1000, toExpPos: 1000 });

/** What of a frozen result counts for a figure over several of them. */
export interface FrozenResult {
  readonly verdict: Verdict;
  /** Missed by the contract, because whoever owes the data did not bring it. */
  readonly deemed: boolean;
  readonly numerator: string;
  readonly denominator: string;
  /** Percent of the time of which something is known. */
  readonly coverage: string;
}

/** `deemed`: data was owed and not brought; `noData`: too little is known; `noActivity`: nothing happened to be measured. */
export type FigureState = 'measured' | 'deemed' | 'noData' | 'noActivity';

/** The sums are those of the results that have data; 0 of 0 without any. */
export interface FigureOver {
  readonly state: FigureState;
  /** Percent with 34 significant digits at most; null unless measured. Divide the sums where it has to be exact. */
  readonly figure: string | null;
  readonly numerator: string;
  readonly denominator: string;
}

/**
 * One figure over frozen results: the ratio of their sums, never a mean of ratios. Results without data are left out;
 * one that was deemed missed makes the whole figure deemed.
 *
 * @example
 * const result = { verdict: 'met', deemed: false, coverage: '100' } as const;
 * figureOver([
 *   { ...result, numerator: '9', denominator: '10' },
 *   { ...result, numerator: '90', denominator: '90' },
 * ]).figure; // '99'
 */
export function figureOver(results: readonly FrozenResult[]): FigureOver {
  const counted = results.filter(({ verdict }) => verdict === 'met' || verdict === 'missed');
  const sum = (part: 'numerator' | 'denominator') =>
    counted.reduce((all, result) => all.plus(result[part]), new Exact(0));
  const [numerator, denominator] = [sum('numerator'), sum('denominator')];
  const state = stateOf(results, denominator);
  const figure = state === 'measured' ? percentOf(numerator, denominator) : null;
  return { state, figure, numerator: numerator.toFixed(), denominator: denominator.toFixed() };
}

function stateOf(results: readonly FrozenResult[], total: Decimal): FigureState {
  if (results.some(({ deemed }) => deemed)) return 'deemed';
  if (!total.isZero()) return 'measured';
  return results.some(isUnknown) ? 'noData' : 'noActivity';
}

/** Where all of the time is known and there is still nothing to judge, nothing happened. */
const isUnknown = ({ verdict, coverage }: FrozenResult): boolean =>
  verdict === 'insufficientData' && new Exact(coverage).lt(100);

const percentOf = (numerator: Decimal, denominator: Decimal): string =>
  new Exact(numerator).times(100).div(denominator).toSignificantDigits(34).toFixed();
