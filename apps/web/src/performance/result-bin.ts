import type { TrendResultFragment } from '../generated/graphql';
import { heatBin, type HeatBin } from '../ui/heat-bin';

type Judged = Pick<TrendResultFragment, 'verdict' | 'deemed'> & { budget: { leftPercent?: string | null } };

/** The colour of a result: how much of its own budget is left. Null where too little is known. */
export function resultBin({ verdict, deemed, budget }: Judged): HeatBin | null {
  if (verdict === 'INSUFFICIENT_DATA') return null;
  // What is deemed missed has used none of its budget, and is missed all the same.
  if (deemed) return 2;
  return heatBin(budget.leftPercent ?? null) ?? (verdict === 'MISSED' ? 2 : 5);
}
