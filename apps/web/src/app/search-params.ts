import * as z from 'zod/mini';

// The small zod: these schemas are part of every page's first load.

/** Everything in a URL may be wrong: an unusable value counts as not given, it never breaks a page. */
function lenient<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined as z.output<z.ZodMiniOptional<Schema>>);
}

export const text = () => lenient(z.string().check(z.trim(), z.minLength(1), z.maxLength(300)));

/** One of several codes. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) => lenient(z.enum(values));

/** Several codes, comma-separated in the URL; unknown ones are dropped, and none is the same as not given. */
export const listOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  lenient(
    z.pipe(
      words(),
      z.transform((given) => filled(given.filter((value): value is Values[number] => values.includes(value)))),
    ),
  );

/** Several ids or words of any kind. */
export const list = () => lenient(z.pipe(words(), z.transform(filled)));

export const day = () => lenient(z.iso.date());

/** A period id: 2026-03 or 2026-Q1. */
export const period = () => lenient(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/)));

export const flag = () =>
  lenient(
    z.pipe(
      z.union([z.literal('true'), z.literal(true)]),
      z.transform(() => true as const),
    ),
  );

/** For `validateSearch`: links may give what the schema makes, each param optional. */
export function searchSchema<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const schema = z.object(shape);
  return (raw: Record<string, unknown>): z.output<typeof schema> => z.parse(schema, raw);
}

/** From the URL comes text, from a link a list. */
function words() {
  return z.union([
    z.array(z.string()),
    z.pipe(
      z.string(),
      z.transform((given) => given.split(',').filter(Boolean)),
    ),
  ]);
}

function filled<Value>(values: Value[]): Value[] | undefined {
  return values.length > 0 ? values : undefined;
}
