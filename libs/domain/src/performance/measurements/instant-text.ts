const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * An instant with its zone as ISO 8601 writes it, in epoch milliseconds; more exact ones are cut. null when the text is
 * none, or the calendar has no such day.
 *
 * @example readInstant('2026-03-16T10:00:00+01:00') // 1773651600000
 * @example readInstant('2026-02-30T10:00:00Z') // null
 */
export function readInstant(text: string): number | null {
  const { length } = text;
  if (length === 20) return readUtc(text, 0);
  if (length === 24 && text.charCodeAt(19) === DOT) return readUtc(text, 3);
  return readAny(text);
}

const [ZERO, DASH, DOT, COLON, T, Z] = [48, 45, 46, 58, 84, 90];

/** As machines write it, `2026-03-16T09:00:07Z` or with three further digits: without a pattern, which takes far longer. */
function readUtc(text: string, fraction: 0 | 3): number | null {
  const isSo =
    text.charCodeAt(4) === DASH &&
    text.charCodeAt(7) === DASH &&
    text.charCodeAt(10) === T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON &&
    text.charCodeAt(text.length - 1) === Z;
  if (!isSo) return readAny(text);
  const year = digits(text, 0, 4);
  const [month, day] = [digits(text, 5, 2), digits(text, 8, 2)];
  const [hour, minute, second] = [digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)];
  return instantOf(year, month, day, hour, minute, second, fraction && digits(text, 20, 3));
}

/** NaN where one of them is no digit. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i += 1) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    value = 10 * value + digit;
  }
  return value;
}

function readAny(text: string): number | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as number[];
  const ms = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const wall = instantOf(year!, month!, day!, hour!, minute!, second!, ms);
  const [sign, hours, minutes] = [match[8], Number(match[9] ?? 0), Number(match[10] ?? 0)];
  if (wall === null || hours > 14 || minutes > 59) return null;
  const offset = (hours * 60 + minutes) * 60_000;
  return sign === '-' ? wall + offset : wall - offset;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** null where one of them is out of its range, or NaN. */
function instantOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): number | null {
  if (!(year >= 100 && day >= 1 && day <= DAYS[month - 1]! && hour <= 23 && minute <= 59 && second <= 59 && ms <= 999))
    return null;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}
