import { isLocalDay } from '@accord/domain';
import { Decimal } from 'decimal.js';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Instants travel as JavaScript dates inside, as text outside. */
export const DateTimeScalar = textScalar<Date>({
  name: 'DateTime',
  description: 'An instant: ISO 8601 in UTC, with milliseconds and Z.',
  asked: 'an instant with its zone, such as 2026-03-16T09:00:00Z, of the years 1900 to 2999',
  // The day is looked at by itself: JavaScript takes February 30 for March 2.
  parse: (text) => (INSTANT.test(text) && isLocalDay(text.slice(0, 10)) ? new Date(text) : null),
  print: (value) => new Date(value as string | Date).toISOString(),
});

/** A `YYYY-MM-DD` string inside and outside, as PostgreSQL's `date` comes from the driver. */
export const CalendarDateScalar = textScalar<string>({
  name: 'Date',
  description: 'A calendar date without a zone: YYYY-MM-DD.',
  asked: 'a calendar date, such as 2026-03-16, of the years 1900 to 2999',
  parse: (text) => (isLocalDay(text) ? text : null),
  print: (value) => String(value),
});

/** Text inside, as PostgreSQL's `numeric` comes from the driver; never a JavaScript number. */
export const DecimalScalar = textScalar<string>({
  name: 'Decimal',
  description: 'An exact decimal number as text, for example "99.95"; never a binary float.',
  asked: 'digits as text, such as "99.95", at most 30 before the point and 30 after it',
  parse: (text) => (/^-?\d{1,30}(\.\d{1,30})?$/.test(text) ? text : null),
  print: (value) => (value instanceof Decimal ? value.toFixed() : String(value)),
});

interface TextScalar<T> {
  name: string;
  description: string;
  /** What it has to be, in words for who sent something else. */
  asked: string;
  /** null refuses the text. */
  parse(text: string): T | null;
  print(value: unknown): string;
}

function textScalar<T>({ name, description, asked, parse, print }: TextScalar<T>): GraphQLScalarType<T, string> {
  const read = (value: unknown, nodes?: ValueNode): T => {
    const parsed = typeof value === 'string' ? parse(value) : null;
    if (parsed !== null && !(parsed instanceof Date && Number.isNaN(parsed.getTime()))) return parsed;
    throw new GraphQLError(`${JSON.stringify(value)} is not a ${name}: ${asked}.`, { nodes });
  };
  const readLiteral = (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : written(node), node);
  return new GraphQLScalarType({
    name,
    description,
    serialize: print,
    parseValue: (value) => read(value),
    parseLiteral: readLiteral,
  });
}

/** What stands in the document where a text should: a number, or something else. */
const written = (node: ValueNode): number | null =>
  node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : null;
