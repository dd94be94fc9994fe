import { z } from 'zod';

/** Everything in a URL may be wrong: an unusable value counts as not given, it never breaks a page. */
export const text = () => z.coerce.string().trim().min(1).max(200).optional().catch(undefined);

/** One of several codes. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).optional().catch(undefined);

/** Several codes, comma-separated in the URL; unknown ones are dropped. */
export const listOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .preprocess(split, z.array(z.string()))
    .transform((list) => list.filter((value): value is Values[number] => values.includes(value)))
    .transform((list) => (list.length > 0 ? list : undefined))
    .optional()
    .catch(undefined);

/** Several ids or words of any kind. */
export const list = () =>
  z
    .preprocess(split, z.array(z.string()))
    .transform((values) => (values.length > 0 ? values : undefined))
    .optional()
    .catch(undefined);

export const day = () => z.iso.date().optional().catch(undefined);

/** A period id: 2026-03 or 2026-Q1. */
export const period = () =>
  z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/)
    .optional()
    .catch(undefined);

export const flag = () =>
  z
    .literal(['true', true])
    .transform(() => true as const)
    .optional()
    .catch(undefined);

/** For `validateSearch`: what links may give is what the schema makes, each param optional. */
export function searchSchema<Shape extends z.ZodRawShape>(shape: Shape) {
  const schema = z.object(shape);
  return (raw: Record<string, unknown>): z.output<typeof schema> => schema.parse(raw);
}

function split(value: unknown): unknown {
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? value.split(',') : value;
}
