import { z } from 'zod';
import { column } from './file-format.js';

/**
 * Which service a row belongs to, where not every row belongs to the same: the value of a column is looked up in
 * `values` and leads to the service of that slug; without `values` it is the slug itself.
 */
export const serviceByValue = z.strictObject({ column, values: z.record(z.string().max(200), z.string()).optional() });
export type ServiceByValue = z.output<typeof serviceByValue>;

/** Ids of services by what stands in a cell. Values that lead to no known service are left out. */
export function servicesByCell(
  { values }: ServiceByValue,
  idsBySlug: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (!values) return idsBySlug;
  return new Map(
    Object.entries(values).flatMap(([cell, slug]) => {
      const id = idsBySlug.get(slug);
      return id === undefined ? [] : [[cell, id] as const];
    }),
  );
}
