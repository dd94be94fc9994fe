// Written by hand: this is part of every page's first load, and a library of schemas would be a tenth of it.

/** Reads one value of a URL. Everything there may be wrong: an unusable value counts as not given, it never breaks a page. */
type Param<Value> = (raw: unknown) => Value | undefined;

export const text = (): Param<string> => (raw) => {
  const words = typeof raw === 'string' ? storable(raw).trim() : '';
  return words.length > 0 && words.length <= 300 ? words : undefined;
};

/** One of several codes. */
export const oneOf =
  <const Values extends readonly [string, ...string[]]>(values: Values): Param<Values[number]> =>
  (raw) =>
    values.find((value) => value === raw);

/** Several codes, comma-separated in the URL; unknown ones are dropped, and none is the same as not given. */
export const listOf =
  <const Values extends readonly [string, ...string[]]>(values: Values): Param<Values[number][]> =>
  (raw) =>
    filled(words(raw).filter((given): given is Values[number] => values.includes(given)));

/** Several ids or words of any kind. */
export const list = (): Param<string[]> => (raw) => filled(words(raw));

export const day = (): Param<string> => (raw) =>
  typeof raw === 'string' && /^\d{4}-\d\d-\d\d$/.test(raw) && isDay(raw) ? raw : undefined;

/** A period id: 2026-03 or 2026-Q1, of the years 1900 to 2999. */
export const period = (): Param<string> => (raw) =>
  typeof raw === 'string' && /^(19|2\d)\d\d-(0[1-9]|1[0-2]|Q[1-4])$/.test(raw) ? raw : undefined;

/** 1, 2, 3 and so on. */
export const ordinal = (): Param<number> => (raw) => (/^[1-9]\d{0,5}$/.test(String(raw)) ? Number(raw) : undefined);

/** As {@link ordinal}, but what is none counts as 0: for what says so, because nothing else may be shown in its place. */
export const ordinalOrNone = (): Param<number> => (raw) => (raw === undefined ? undefined : (ordinal()(raw) ?? 0));

export const flag = (): Param<true> => (raw) => (raw === 'true' || raw === true ? true : undefined);

/** An IANA zone. */
export const zone = (): Param<string> => (raw) => (typeof raw === 'string' && isZone(raw) ? raw : undefined);

/** Where a list goes on; what it gave out is a list of values in JSON, written in base64url. */
export const cursor = (): Param<string> => (raw) => (typeof raw === 'string' && isCursor(raw) ? raw : undefined);

/**
 * For `validateSearch`: links may give what the params make, each of them optional. What is not given is undefined by
 * name, because the router falls back to the raw value of a name that is left out.
 */
export function searchSchema<Shape extends Record<string, Param<unknown>>>(shape: Shape) {
  type Search = { [Name in keyof Shape]?: ReturnType<Shape[Name]> };
  return (raw: Record<string, unknown>): Search => {
    const read = Object.entries(shape).map(([name, param]) => [name, param(raw[name])] as const);
    return Object.fromEntries(read) as Search;
  };
}

/** From the URL comes text, from a link a list. */
function words(raw: unknown): string[] {
  if (Array.isArray(raw)) return raw.filter((one) => typeof one === 'string');
  return typeof raw === 'string' ? storable(raw).split(',').filter(Boolean) : [];
}

/** Without control characters and halves of pairs, which nobody typed and the server refuses. */
const storable = (text: string) => text.replaceAll(/\p{Cc}|\p{Surrogate}/gu, '');

function filled<Value>(values: Value[]): Value[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** The 30th of February reads as a day of March. */
function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function isCursor(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/'))));
  } catch {
    return false;
  }
}
