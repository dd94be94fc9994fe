/** Months and quarters as the contract names them: 2026-03, 2026-Q1. */

export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The months of a period, first to last. */
export function monthsOf(period: string): string[] {
  const [year, part = ''] = period.split('-');
  if (!part.startsWith('Q')) return [period];
  const first = `${year}-${String((Number(part.slice(1)) - 1) * 3 + 1).padStart(2, '0')}`;
  return [0, 1, 2].map((count) => addMonths(first, count));
}

/** The period before or after one, of the same kind. */
export function neighbour(period: string, step: 1 | -1): string {
  const [year = '', part = ''] = period.split('-');
  if (!part.startsWith('Q')) return addMonths(period, step);
  const index = Number(year) * 4 + Number(part.slice(1)) - 1 + step;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

/** The day after one: 2026-02-28 is followed by 2026-03-01. */
export function addDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
