export type Interval = { from: string; to: string };

/**
 * Opening hours as people write them: `8-12, 13:30-17`, `22:00-6:00` over midnight, `0-24` all day; empty is closed.
 *
 * @returns null when it cannot be read.
 */
export function parseHours(text: string): Interval[] | null {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const intervals = parts.map((part) => {
    const [from, to, ...more] = part.split(/\s*(?:-|–|—|\bto\b)\s*/);
    if (from === undefined || to === undefined || more.length > 0) return null;
    const [start, end] = [parseTime(from), parseTime(to)];
    return start && end && start !== '24:00' && start !== end ? { from: start, to: end } : null;
  });
  return intervals.every((interval) => interval !== null) ? intervals : null;
}

/** `8:00–12:00, 13:30–17:00`; empty when closed. */
export function formatHours(intervals: readonly Interval[]): string {
  return intervals.map(({ from, to }) => `${from}–${to}`).join(', ');
}

/** Minutes after midnight; `24:00` is 1440. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function parseTime(text: string): string | null {
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? [];
  if (hours === '' || Number(minutes) > 59) return null;
  const inDay = Number(hours) < 24 || (hours === '24' && minutes === '00');
  return inDay ? `${hours.padStart(2, '0')}:${minutes}` : null;
}
