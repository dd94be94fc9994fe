/**
 * Holidays as people write or paste them, one a line: `2026-12-25`, or `12-25` for every year.
 *
 * @returns The contract's dates, `--12-25` for every year; null when a line cannot be read.
 */
export function parseHolidays(text: string): string[] | null {
  const lines = text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean);
  const dates = lines.map((line) => {
    const [, year, month = '', day = ''] = /^(?:(\d{4})-|--)?(\d{2})-(\d{2})$/.exec(line) ?? [];
    // A leap year, so that 29 February is a day of every year's list.
    const date = `${year ?? '2000'}-${month}-${day}`;
    const known = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(known.getTime()) || known.toISOString().slice(0, 10) !== date) return null;
    return year ? date : `--${month}-${day}`;
  });
  return dates.every((date) => date !== null) ? dates : null;
}

export function formatHolidays(dates: readonly string[]): string {
  return dates.map((date) => date.replace(/^--/, '')).join('\n');
}
