import { Temporal } from 'temporal-polyfill';
import { FIRST_INSTANT, LAST_INSTANT } from './check.js';
import { InputError } from './input-error.js';
import { DAY_MS } from './local-date.js';

/** A stretch in which a zone keeps one offset. Wall time = instant + offset. */
interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offsetMs: number;
}

/** Dates reach over the ends of a UTC year. */
const MARGIN_MS = 3 * DAY_MS;

const spansByZone = new Map<string, Map<number, readonly OffsetSpan[]>>();

/** @throws {InputError} When the name is no IANA time zone. */
export function assertZone(path: string, zone: string): void {
  try {
    if (typeof zone !== 'string' || !/^[A-Za-z]/.test(zone)) throw new RangeError(zone);
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    throw new InputError('UNKNOWN_ZONE', path, zone, 'must be an IANA time zone such as Europe/Berlin');
  }
}

/**
 * The instant at which a wall clock in the zone shows the given time. Wall times are written as if they were UTC:
 * `Date.UTC(2026, 2, 29, 9)` is nine o'clock on 29 March. A time that the clock skips in spring is the instant of the
 * change; a time that it shows twice in autumn is the first of the two.
 *
 * @throws {InputError} When the zone is unknown, or the time outside the years 1900 to 2199.
 */
export function instantOfWall(zone: string, wallMs: number): number {
  if (!Number.isInteger(wallMs) || wallMs < FIRST_INSTANT - MARGIN_MS || wallMs >= LAST_INSTANT + MARGIN_MS) {
    throw new InputError('OUT_OF_RANGE', 'wallMs', wallMs, 'must be whole milliseconds in the years 1900 to 2199');
  }
  for (const { from, to, offsetMs } of spansOf(zone, new Date(wallMs).getUTCFullYear())) {
    if (wallMs < to + offsetMs) return Math.max(from, wallMs - offsetMs);
  }
  throw new InputError('OUT_OF_RANGE', 'wallMs', wallMs, `must lie in a year that ${zone} can show`);
}

/** What a wall clock in the zone shows at an instant, written as if it were UTC. */
export function wallOfInstant(zone: string, at: number): number {
  const spans = spansOf(zone, new Date(at).getUTCFullYear());
  return at + spans.find(({ to }) => at < to)!.offsetMs;
}

/** The offsets of a year and of the two days on either side, so that every wall time of the year lies within. */
function spansOf(zone: string, year: number): readonly OffsetSpan[] {
  let years = spansByZone.get(zone);
  if (!years) {
    assertZone('zone', zone);
    spansByZone.set(zone, (years = new Map()));
  }
  let spans = years.get(year);
  if (!spans) {
    spans = readSpans(zone, Date.UTC(year, 0, 1) - MARGIN_MS, Date.UTC(year + 1, 0, 1) + MARGIN_MS);
    years.set(year, spans);
  }
  return spans;
}

function readSpans(zone: string, start: number, end: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
  for (let from = start; from < end;) {
    const next = local.getTimeZoneTransition('next');
    const to = Math.min(next?.epochMilliseconds ?? end, end);
    spans.push({ from, to, offsetMs: local.offsetNanoseconds / 1e6 });
    if (!next) break;
    local = next;
    from = to;
  }
  return spans;
}
