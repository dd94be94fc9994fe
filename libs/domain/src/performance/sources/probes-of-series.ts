import type { PrometheusSeries } from './prometheus-answer.js';

/** Whether something was up at an instant; `fault` says why that cannot be recorded. */
export interface SeenStep {
  readonly at: number;
  readonly up: boolean;
  readonly fault: string | null;
}

/** @returns In order of time; or why the answer is of no use. */
export function probesOfSeries(series: readonly PrometheusSeries[]): SeenStep[] | { readonly unusable: string } {
  if (series.length > 1)
    return { unusable: `The expression comes to ${series.length} series; bring them down to one, as min(…) does.` };
  const values = [...(series[0]?.values ?? [])].sort(([a], [b]) => a - b);
  return values.map(([at, value]) => ({ at, up: value === 1, fault: value === 0 || value === 1 ? null : NEITHER }));
}

const NEITHER = 'is neither 1 nor 0';
