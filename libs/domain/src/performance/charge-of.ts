import type { Money, Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import { dayIn } from '../agreements/local-day.js';

/** A period as it is judged: clipped to the time in which the terms are in force. Instants are epoch milliseconds. */
export interface ChargedPeriod {
  /** `2026-03` or `2026-Q1`. */
  readonly id: string;
  readonly zone: string;
  readonly from: number;
  readonly to: number;
}

/** The charge of a whole period has no step: it is what the agreement names. */
export interface PeriodCharge {
  readonly charge: Money;
  readonly explanation: readonly Step[];
}

/**
 * Decimals of a share of a charge that has no finite decimal form. Rounded away from zero: a product that lies on half
 * a cent still does, and the one rounding at the end comes out as for the exact share.
 */
const DECIMALS = 24;
const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_UP });

/**
 * What is charged for a period: of each month that it touches the share of its days in force, in the zone of the
 * agreement. A quarter holds three monthly charges.
 *
 * @example
 * const period = { id: '2026-01', zone: 'Etc/UTC', from: Date.UTC(2026, 0, 20), to: Date.UTC(2026, 1, 1) };
 * chargeOf({ amount: '310.00', currency: 'EUR' }, period).charge; // { amount: '120', currency: 'EUR' }
 */
export function chargeOf(monthly: Money, { id, zone, from, to }: ChargedPeriod): PeriodCharge {
  const months = monthsIn(id).map((month) => {
    const days = daysBetween(month, nextMonth(month));
    const first = maxOf(month, localDay(zone, from));
    const end = minOf(nextMonth(month), localDay(zone, to));
    return { days, inForce: Math.max(0, daysBetween(first, end)) };
  });
  if (months.every(({ days, inForce }) => days === inForce))
    return {
      charge: { ...monthly, amount: new Exact(monthly.amount).times(months.length).toFixed() },
      explanation: [],
    };
  const amount = months
    .reduce((sum, { days, inForce }) => sum.plus(new Exact(monthly.amount).times(inForce).div(days)), new Exact(0))
    .toDecimalPlaces(DECIMALS)
    .toFixed();
  const sum = (figure: 'days' | 'inForce') => months.reduce((all, month) => all + month[figure], 0);
  const charge = { ...monthly, amount };
  const inputs = {
    monthlyCharge: { ...monthly },
    months: months.length,
    daysInForce: sum('inForce'),
    daysOfPeriod: sum('days'),
  };
  return { charge, explanation: [{ rule: 'credit.charge', inputs, result: { charge } }] };
}

/** First days of the months of a period. */
function monthsIn(id: string): string[] {
  const [year, part] = id.split('-') as [string, string];
  const first = part.startsWith('Q') ? Number(part.slice(1)) * 3 - 2 : Number(part);
  return Array.from(
    { length: part.startsWith('Q') ? 3 : 1 },
    (_, i) => `${year}-${String(first + i).padStart(2, '0')}-01`,
  );
}

function nextMonth(first: string): string {
  const date = new Date(`${first}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}

/** The local day that begins at an instant; terms begin and end with one. */
const localDay = (zone: string, instant: number): string => dayIn(zone, new Date(instant));

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const maxOf = (a: string, b: string): string => (a > b ? a : b);
const minOf = (a: string, b: string): string => (a < b ? a : b);
