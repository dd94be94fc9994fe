import type { IncomingHttpHeaders } from 'node:http';

/**
 * How long an answer asks to be left alone, in seconds above none: a count of them or the moment it is over (RFC 9110,
 * 10.2.3), which is told from the moment of the answer by their own clock. `null` where nothing legible is asked.
 */
export function retryAfterSeconds(headers: Pick<IncomingHttpHeaders, 'retry-after' | 'date'>): number | null {
  const asked = headers['retry-after']?.trim();
  if (!asked) return null;
  const seconds = /^\d+$/.test(asked) ? Number(asked) : (Date.parse(asked) - Date.parse(headers.date ?? '')) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
