import type { LimitInput } from '../generated/graphql';

/** How much to set aside, as it stands in a form: by the name of the unit, as far as a form can name a field by it. */
export type LimitValues = Record<string, { unitName: string; units: number | null }>;

export const limitKey = (unitName: string): string => unitName.replace(/[^\p{L}\p{N}]/gu, '_');

export function limitValues(limits: readonly { unitName: string; units: string }[]): LimitValues {
  return Object.fromEntries(
    limits.map(({ unitName, units }) => [limitKey(unitName), { unitName, units: Number(units) }]),
  );
}

/** What is said of them, without what nobody has said yet. */
export function limitsOfValues(values: LimitValues): LimitInput[] {
  return Object.values(values).flatMap(({ unitName, units }) =>
    units === null ? [] : [{ unitName, units: units.toFixed(units % 1 === 0 ? 0 : 6) }],
  );
}
