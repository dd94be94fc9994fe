import { instantOfWall, type Period, periodsBetween } from '@accord/sla';
import { addDays, type LocalDay } from '../agreements/local-day.js';
import type { WindowKind } from '../agreements/period-window.js';

/** Terms of a commitment in force: first and last day, both inclusive; no last day = open. */
export interface TermsInForce {
  readonly termsId: string;
  readonly window: WindowKind;
  readonly effectiveFrom: LocalDay;
  readonly effectiveTo: LocalDay | null;
}

/** A period and the terms that judge it: those in force when it begins. */
export interface JudgedPeriod {
  readonly period: Period;
  readonly termsId: string;
}

/**
 * Every period of a commitment that has begun by `at`, oldest first. The first and the last are clipped to the time in
 * which the terms are in force.
 */
export function periodsOf(timeZone: string, terms: readonly TermsInForce[], at: Date): JudgedPeriod[] {
  return [...terms]
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
    .flatMap(({ termsId, window, effectiveFrom, effectiveTo }) => {
      const from = startOf(timeZone, effectiveFrom);
      const to = effectiveTo === null ? Infinity : startOf(timeZone, addDays(effectiveTo, 1));
      return periodsBetween(window, timeZone, from, Math.min(to, at.getTime() + 1)).map((period) => ({
        period: { ...period, from: Math.max(period.from, from), to: Math.min(period.to, to) },
        termsId,
      }));
    });
}

/** Midnight at the start of a local day. */
function startOf(timeZone: string, day: LocalDay): number {
  return instantOfWall(timeZone, Date.parse(`${day}T00:00:00Z`));
}

/** Of dated versions, the one in force on a day; before the first, that one. */
export function inForceOn<Version extends { readonly effectiveFrom: LocalDay }>(
  versions: readonly Version[],
  day: LocalDay,
): Version | undefined {
  const ordered = [...versions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return ordered.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? ordered[0];
}
