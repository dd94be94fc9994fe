import { numberFormatter } from './formatters';

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/**
 * Elapsed milliseconds as people say them, in at most two units: `3 h 12 min`, `45 s`, `−2 min`.
 * Truncated: a budget never looks larger than it is.
 */
export function formatDuration(milliseconds: number, { days = true }: { days?: boolean } = {}): string {
  const sign = milliseconds < 0 ? '−' : '';
  let rest = Math.trunc(Math.abs(milliseconds));
  if (rest === 0) return '0 min';
  if (rest < 1000) return `${sign}${rest} ms`;

  const parts: string[] = [];
  for (const [unit, size] of days ? units : units.slice(1)) {
    const count = Math.floor(rest / size);
    if (count === 0 && parts.length === 0) continue;
    if (parts.length === 2) break;
    if (count > 0) parts.push(`${count < 1000 ? count : numberFormatter('en', {}).format(count)} ${unit}`);
    else if (parts.length === 1) break;
    rest -= count * size;
  }
  return sign + parts.join(' ');
}

/** What of some milliseconds `formatDuration` shows without days, so that shown ones add up. */
export function shownMilliseconds(milliseconds: number): number {
  const size = Math.abs(milliseconds);
  const unit = size < 1000 ? 1 : size < 3_600_000 ? 1000 : 60_000;
  return Math.trunc(milliseconds / unit) * unit;
}
