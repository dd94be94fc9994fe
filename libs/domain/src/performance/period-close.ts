import { DomainError } from '../domain-error.js';
import type { ResultState, Verdict } from './verdict.js';

/** What closing a period looks at. */
export interface ClosableResult {
  period: string;
  /** First instant after the period. */
  toAt: Date;
  timeZone: string;
  state: ResultState;
  verdict: Verdict;
}

/** @throws {DomainError} When the period still runs, or the result is closed already. */
export function assertClosable(result: ClosableResult, at: Date): void {
  assertEnded(result, at);
  if (result.state === 'open') return;
  throw new DomainError('ALREADY_CLOSED', `${result.period} is closed already; a closed result can be restated.`, [
    'period',
  ]);
}

/** @throws {DomainError} When the period still runs. */
export function assertEnded(
  { period, toAt, timeZone }: Pick<ClosableResult, 'period' | 'toAt' | 'timeZone'>,
  at: Date,
): void {
  if (toAt <= at) return;
  throw new DomainError(
    'PERIOD_RUNS',
    `${period} has not ended yet in ${timeZone}; it can be closed after its last day.`,
    ['period'],
  );
}

/** @throws {DomainError} When a result that is not frozen would be restated. */
export function assertRestatable({ period, state }: Pick<ClosableResult, 'period' | 'state'>): void {
  if (state === 'frozen') return;
  const why =
    state === 'open'
      ? 'is still open and follows its data by itself'
      : 'was restated already; restate the newest revision';
  throw new DomainError('NOT_FROZEN', `This result of ${period} ${why}.`);
}

/** A closed period that missed its target is a breach; missing data is a breach only where the terms deem it missed. */
export function isBreach({ verdict }: Pick<ClosableResult, 'verdict'>): boolean {
  return verdict === 'missed';
}
