import type { PeriodResultEntity } from './period-result.entity.js';

/** A result that a use case just wrote, as the fields of `PeriodResult` read it. */
export function resultRow({ fromAt: from, toAt: to, ...result }: PeriodResultEntity) {
  const { budgetUnit: unit, budgetTotal: total, budgetUsed: used, budgetLeft: left, budgetLeftPercent: leftPercent } = result;
  return { ...result, from, to, budget: { unit, total, used, left, leftPercent } };
}
