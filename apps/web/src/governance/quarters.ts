import { formatPeriod } from '../ui/format-instant';
import { addMonths, monthsOf, neighbour } from '../ui/month';

/** First and last day of a quarter, or of a month; none of nothing. */
export function daysOf(period: string | undefined): { from?: string; to?: string } {
  if (!period) return {};
  const months = monthsOf(period);
  const after = new Date(`${addMonths(months.at(-1) ?? '', 1)}-01T00:00:00Z`);
  return { from: `${months[0]}-01`, to: new Date(after.getTime() - 86_400_000).toISOString().slice(0, 10) };
}

/** Quarters in which reviews are planned: the next one, this one, and those of two years back; the chosen one always. */
export function quarterOptions(today: string, chosen?: string): { value: string; label: string }[] {
  const current = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  const quarters = [neighbour(current, 1), current];
  while (quarters.length < 10) quarters.push(neighbour(quarters.at(-1) ?? current, -1));
  const all = chosen && !quarters.includes(chosen) ? [chosen, ...quarters] : quarters;
  return all.map((value) => ({ value, label: formatPeriod(value) }));
}
