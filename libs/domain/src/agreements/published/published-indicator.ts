import { DomainError } from '../../domain-error.js';
import { slugFrom } from '../../slug.js';
import type { Indicator } from '../indicator.js';
import type { PublishedEntry } from './published-entry.js';

const MINUTE_MS = 60_000;

/**
 * What the published words measure, as one of our indicators.
 *
 * - Uptime is availability by outages; a downtime that needs N consecutive minutes makes N the shortest that counts.
 * - An average of error rates per interval, and any other percentage of things, is good of total events.
 *
 * @throws {DomainError} `NOT_HELD` when a target is counted in business days.
 */
export function publishedIndicator({ indicator, indicator_definition }: PublishedEntry): Indicator {
  const definition = indicator_definition ?? '';
  if (/business days?/i.test(indicator)) {
    throw new DomainError('NOT_HELD', `Targets in business days are not yet held: "${indicator}".`, ['indicator']);
  }
  if (/\baverage\b/i.test(definition)) return { kind: 'goodOfTotal', series: 'requests' };
  if (/\b(uptime|availability)\b/i.test(indicator)) {
    return {
      kind: 'availability',
      source: 'outages',
      shortestOutageMs: shortestOutageMs(definition),
      longestHoldMs: null,
    };
  }
  return { kind: 'goodOfTotal', series: seriesOf(indicator) };
}

/** What the indicator leaves out of the published definition; null when it says the same. */
export function indicatorNote({ indicator_definition }: PublishedEntry, indicator: Indicator): string | null {
  if (indicator.kind !== 'goodOfTotal' || !/\baverage\b/i.test(indicator_definition ?? '')) return null;
  return 'Judged as good requests of all requests in the period, not as an average over its intervals.';
}

/** "Downtime Period = >= 5 consecutive minutes" → 300,000. */
function shortestOutageMs(definition: string): number {
  return Number(/>=\s*(\d+)\s+consecutive minutes?/i.exec(definition)?.[1] ?? 0) * MINUTE_MS;
}

/** "percentage of objects replicated within 15 minutes" → objects-replicated-within-15-minutes. */
function seriesOf(indicator: string): string {
  return slugFrom(indicator.replace(/^percentage of\s+/i, '').replace(/\s+percentage$/i, ''));
}
