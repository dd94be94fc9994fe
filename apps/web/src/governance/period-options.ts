import { formatPeriod } from '../ui/format-instant';
import { addMonths } from '../ui/month';

/** Months and quarters to look back on, newest first, this one included. */
export function periodOptions(today: string): { value: string; label: string }[] {
  const months = Array.from({ length: 15 }, (_, back) => addMonths(today.slice(0, 7), -back));
  const quarters = [
    ...new Set(months.map((month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`)),
  ];
  return [...months, ...quarters].map((value) => ({ value, label: formatPeriod(value) }));
}
