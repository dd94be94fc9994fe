import { AGREEMENT_KINDS, DomainError } from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { FileCell } from '../../platform/files/file-formats.js';

/** A screen as a file: what it is, then its rows. */
export interface FileContent {
  /** Of the sheet. */
  title: string;
  /** Under which it is saved, without its ending. */
  name: string;
  /** Name and value of everything that one has to know to read the rows. */
  head: readonly (readonly [string, string | null])[];
  columns: readonly string[];
  /** Number of rows. */
  count: number;
  rows: AsyncIterable<readonly FileCell[]>;
}

/** Asks the schema as the screen does. */
export type Ask = <Answer>(document: string, variables: object) => Promise<Answer>;

/** What follows the `?` of the screen's address. */
export type FileQuery = Readonly<Record<string, unknown>>;

/** Makes the content of a view from the parameters of its screen. */
export type FileView = (ask: Ask, query: FileQuery, at: Date) => Promise<FileContent>;

export interface Column<Node> {
  name: string;
  value: (node: Node) => string | number | boolean | null | undefined;
  isNumber?: true;
}

export function cellsOf<Node>(columns: readonly Column<Node>[], node: Node): FileCell[] {
  return columns.map(({ value, isNumber }) => {
    const given = value(node);
    return { text: given === null || given === undefined ? null : shown(given), isNumber: isNumber ?? false };
  });
}

const shown = (value: string | number | boolean) =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

const ABBREVIATIONS: readonly string[] = AGREEMENT_KINDS.map((kind) => kind.toUpperCase());

/** A code of the schema as people read it: INSUFFICIENT_DATA is "Insufficient data"; an SLA stays one. */
export const wordsOf = (code: string): string =>
  ABBREVIATIONS.includes(code) ? code : `${code[0]}${code.slice(1).toLowerCase().replaceAll('_', ' ')}`;

const MINUTE_MS = 60_000;

/** Time as screens tell it, in minutes; events and tickets as they are. */
export const amountIn = (unit: string, amount: string): string =>
  unit === 'ms' ? new Decimal(amount).div(MINUTE_MS).toDecimalPlaces(4).toFixed() : amount;

export const unitOf = (unit: string): string => (unit === 'ms' ? 'min' : unit);

/** One value of the address. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Several values of the address, which stand there with commas between. */
export const listOf = (value: unknown): string[] | null => textOf(value)?.split(',').filter(Boolean) ?? null;

/** @throws {DomainError} When something is named that is no revision: another one would be sent in its place. */
export function revisionOf(value: unknown): number | null {
  if (value === undefined) return null;
  if (typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new DomainError('INVALID', 'A revision is a whole number from 1 on.', ['revision']);
}

/** The line of the head that names the filters in words; none set is said too. */
export function filtersLine(filters: Readonly<Record<string, string | readonly string[] | null>>): [string, string] {
  const set = Object.entries(filters).flatMap(([name, value]) =>
    value === null || value.length === 0 ? [] : [`${name}: ${typeof value === 'string' ? value : value.join(', ')}`],
  );
  return ['Filters', set.length > 0 ? set.join('; ') : 'None'];
}
