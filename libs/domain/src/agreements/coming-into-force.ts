import { DomainError } from '../domain-error.js';
import type { VersionFacts } from './agreement-version.js';
import { dayBefore, type LocalDay } from './local-day.js';
import { nextPeriodStart, type WindowKind } from './period-window.js';

/** A version in force: first and last day, both inclusive; no last day = open. */
export interface InForce {
  id: string;
  number: number;
  effectiveFrom: LocalDay;
  effectiveTo: LocalDay | null;
}

export interface Succession {
  /** The version that has ruled so far; null when there is none. */
  predecessor: InForce | null;
  /** Windows of the terms of both versions. */
  windows: readonly WindowKind[];
  /** Last day of the agreement; null = open. */
  endedOn: LocalDay | null;
}

/**
 * Decides when a version rules, so that on each day at most one does and each period is judged by one.
 * The first version may start on any day; its first period is then the shorter for it.
 *
 * @returns The predecessor's last day; null when there is no predecessor.
 * @throws {DomainError} When the agreement has ended, or the version starts too early or within a period.
 */
export function comeIntoForce(version: VersionFacts, { predecessor, windows, endedOn }: Succession): LocalDay | null {
  if (endedOn)
    throw new DomainError('AGREEMENT_ENDED', `The agreement ended on ${endedOn}; nothing new comes into force.`);
  if (!predecessor) return null;
  const { effectiveFrom } = version;
  if (effectiveFrom <= predecessor.effectiveFrom) {
    throw wrongStart(
      'NOT_LATER',
      `Version ${version.number} starts on ${effectiveFrom}, but version ${predecessor.number} rules ` +
        `from ${predecessor.effectiveFrom}; a later version starts after that.`,
    );
  }
  const periodStart = nextPeriodStart(windows, effectiveFrom);
  if (periodStart !== effectiveFrom) {
    throw wrongStart(
      'WITHIN_A_PERIOD',
      `${effectiveFrom} lies within a ${windows.includes('quarter') ? 'quarter' : 'month'} that is judged as a whole; ` +
        `the next possible start is ${periodStart}.`,
    );
  }
  return dayBefore(effectiveFrom);
}

const wrongStart = (code: string, message: string) => new DomainError(code, message, ['effectiveFrom']);
