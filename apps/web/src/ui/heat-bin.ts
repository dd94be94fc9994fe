export type HeatBin = 1 | 2 | 3 | 4 | 5;

/**
 * The bin of a cell by the percent of its own error budget that is left, so that 99.5 % and 99.99 % targets compare:
 * 1 spent twice over, 2 spent, 3 under a quarter left, 4 under a half, 5 ample. Null = no colour.
 */
export function heatBin(budgetLeftPercent: string | number | null): HeatBin | null {
  if (budgetLeftPercent === null) return null;
  const left = Number(budgetLeftPercent);
  if (left < -100) return 1;
  if (left < 0) return 2;
  if (left < 25) return 3;
  return left < 50 ? 4 : 5;
}
