const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):(\d\d))$/;

let [minute, minuteAt] = ['', 0];

/**
 * An instant with its zone as ISO 8601 writes it, in epoch milliseconds; more exact ones are cut. null when the text is
 * none, or the calendar has no such day.
 *
 * @example readInstant('2026-03-16T10:00:00+01:00') // 1773651600000
 * @example readInstant('2026-02-30T10:00:00Z') // null
 */
export function readInstant(text: string): number | null {
  // Machines write thousands of instants of one minute as `2026-03-16T09:00:07Z`.
  if (text.length === 20 && text.charCodeAt(19) === 90 && text.startsWith(minute) && minute !== '') {
    const [tens, ones] = [text.charCodeAt(17) - 48, text.charCodeAt(18) - 48];
    if (tens >= 0 && tens <= 5 && ones >= 0 && ones <= 9) return minuteAt + (tens * 10 + ones) * 1_000;
  }
  const at = read(text);
  if (at !== null && text.length === 20) [minute, minuteAt] = [text.slice(0, 17), at - (at % 60_000)];
  return at;
}

function read(text: string): number | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minutes, seconds] = match.slice(1, 7).map((part) => Number(part ?? 0)) as number[];
  if (hour! > 23 || minutes! > 59 || seconds! > 59) return null;
  const wall = Date.UTC(
    year!,
    month! - 1,
    day,
    hour,
    minutes,
    seconds,
    Number((match[7] ?? '').slice(0, 3).padEnd(3, '0')),
  );
  if (new Date(wall).getUTCMonth() !== month! - 1 || new Date(wall).getUTCDate() !== day) return null;
  const [, , , , , , , , sign, hours, rest] = match;
  if (sign === undefined) return wall;
  if (Number(hours) > 14 || Number(rest) > 59) return null;
  const offset = (Number(hours) * 60 + Number(rest)) * 60_000;
  return sign === '-' ? wall + offset : wall - offset;
}
