/** Months that a period holds: the charge of a quarter is three monthly charges. */
export function monthsOf(period: string): number {
  return period.includes('Q') ? 3 : 1;
}
