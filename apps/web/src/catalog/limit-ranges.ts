import type { LimitRange, PlanDefinition } from '@accord/domain';

/** How much of a price by limit can be set aside, as it stands beside the price in a form. */
export interface RangeValues {
  least: string | null;
  most: string | null;
  whole: boolean;
}

type Priced = RangeValues & { kind: string; unitName: string | null };

/** What a plan says of the unit of a price. */
export function rangeOf(plan: Pick<PlanDefinition, 'limits'> | null, unitName: string | null): RangeValues {
  const { least = null, most = null, whole = false } = plan?.limits?.find((one) => one.unitName === unitName) ?? {};
  return { least, most, whole };
}

/** What prices say of their units, each unit once; nothing of those of which anything can be set aside. */
export function rangesOf(prices: readonly Priced[]): LimitRange[] {
  const said = prices.filter(({ kind, least, most, whole }) => kind === 'LIMIT' && (least || most || whole));
  const byUnit = new Map(said.map(({ unitName, least, most, whole }) => [unitName!, { least, most, whole }]));
  return [...byUnit].map(([unitName, range]) => ({ unitName, ...range }));
}

/** The field beside a price in which something of a range was said: `limits.0.most` is `prices.2.most`. */
export function rangeField(path: readonly string[], prices: readonly Priced[]): string[] {
  const [, place, field = 'least'] = path;
  const unitName = rangesOf(prices)[Number(place)]?.unitName;
  return ['prices', String(prices.findIndex((one) => one.kind === 'LIMIT' && one.unitName === unitName)), field];
}
