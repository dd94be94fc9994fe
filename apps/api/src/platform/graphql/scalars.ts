import { Decimal } from 'decimal.js';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Instants travel as JavaScript dates inside, as text outside. */
export const DateTimeScalar = textScalar<Date>({
  name: 'DateTime',
  description: 'An instant: ISO 8601 in UTC, with milliseconds and Z.',
  // The day is looked at by itself: JavaScript takes February 30 for March 2.
  parse: (text) => (INSTANT.test(text) && isCalendarDate(text.slice(0, 10)) ? new Date(text) : null),
  print: (value) => new Date(value as string | Date).toISOString(),
});

/** A `YYYY-MM-DD` string inside and outside, as PostgreSQL's `date` comes from the driver. */
export const CalendarDateScalar = textScalar<string>({
  name: 'Date',
  description: 'A calendar date without a zone: YYYY-MM-DD.',
  parse: (text) => (isCalendarDate(text) ? text : null),
  print: (value) => String(value),
});

/** Text inside, as PostgreSQL's `numeric` comes from the driver; never a JavaScript number. */
export const DecimalScalar = textScalar<string>({
  name: 'Decimal',
  description: 'An exact decimal number as text, for example "99.95"; never a binary float.',
  parse: (text) => (/^-?\d{1,30}(\.\d{1,30})?$/.test(text) ? text : null),
  print: (value) => (value instanceof Decimal ? value.toFixed() : String(value)),
});

interface TextScalar<T> {
  name: string;
  description: string;
  /** null refuses the text. */
  parse(text: string): T | null;
  print(value: unknown): string;
}

function textScalar<T>({ name, description, parse, print }: TextScalar<T>): GraphQLScalarType<T, string> {
  const read = (value: unknown): T => {
    const parsed = typeof value === 'string' ? parse(value) : null;
    if (parsed !== null && !(parsed instanceof Date && Number.isNaN(parsed.getTime()))) return parsed;
    throw new GraphQLError(`${JSON.stringify(value)} is not a ${name}. ${description}`);
  };
  const readLiteral = (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : undefined);
  return new GraphQLScalarType({ name, description, serialize: print, parseValue: read, parseLiteral: readLiteral });
}

/** Of the years 1900 to 2999: anything else is a slip of the finger, and PostgreSQL knows no year 0. */
function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^(19|2\d)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
