import { Decimal } from 'decimal.js';
import type { Comparator } from '../agreements/commitment-terms.js';
import { DomainError } from '../domain-error.js';
import { measuredByIt } from './measured-by-it.js';
import type { Verdict } from './verdict.js';

/** What of a result tells whether another one is better. */
export interface ComparedResult {
  readonly verdict: Verdict;
  /** Good or bad ones, as the comparator says, of all. */
  readonly numerator: string;
  readonly denominator: string;
}

/** What decides whether a closed result may be judged again. */
export interface Restatement {
  readonly comparator: Comparator;
  readonly was: ComparedResult;
  readonly now: ComparedResult;
  /** Whether the restater is measured by the figure. */
  readonly isMeasured: boolean;
  /** Whether what became known since is part of the difference. */
  readonly hasLateData: boolean;
  /** Whether the restater brought measurements of the period after it was closed. */
  readonly isOwnData: boolean;
}

/**
 * Nobody restates a closed figure that they are measured by, nor betters one by data that they brought themselves.
 *
 * @throws {DomainError} `MEASURED_BY_IT`; `SECOND_PERSON_NEEDED`
 */
export function assertMayRestate({ isMeasured, isOwnData, ...difference }: Restatement): void {
  if (isMeasured) throw measuredByIt('restate it');
  assertNotOwnData(isOwnData && isBetteredByLateData(difference));
}

/**
 * Nobody betters a closed figure by data that they brought themselves, also where an exclusion that they approve takes
 * it in.
 *
 * @throws {DomainError} `SECOND_PERSON_NEEDED`
 */
export function assertNotOwnData(isBetteredByOwnData: boolean): void {
  if (!isBetteredByOwnData) return;
  throw new DomainError(
    'SECOND_PERSON_NEEDED',
    'You brought the data that betters this figure: another service manager has to restate it.',
  );
}

/** Whether late data counts for the better in a restatement: nobody restates it then who brought it. */
export const isBetteredByLateData = ({
  comparator,
  was,
  now,
  hasLateData,
}: Pick<Restatement, 'comparator' | 'was' | 'now' | 'hasLateData'>): boolean =>
  hasLateData && isBetter(comparator, was, now);

/** A better verdict, or by the same one a better ratio. */
export function isBetter(comparator: Comparator, was: ComparedResult, now: ComparedResult): boolean {
  if (was.verdict !== now.verdict) return RANKS[now.verdict] > RANKS[was.verdict];
  const [before, after] = [ratioOf(was), ratioOf(now)];
  if (!before || !after) return false;
  return comparator === 'atLeast' ? after.gt(before) : after.lt(before);
}

const RANKS: Record<Verdict, number> = { missed: 0, insufficientData: 1, atRisk: 1, met: 2 };

const ratioOf = ({ numerator, denominator }: ComparedResult): Decimal | null =>
  new Decimal(denominator).isZero() ? null : new Decimal(numerator).div(denominator);
