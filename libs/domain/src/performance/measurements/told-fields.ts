import type { Fault } from '../imports/reading.js';
import { namedTwice } from './named-twice.js';

/** Fields that a machine may tell, and what they tell of: "a measurement". */
export interface Fields<Field extends string> {
  readonly names: ReadonlySet<Field>;
  readonly of: string;
}

export type Told<Field extends string> = Partial<Record<Field, unknown>>;

/** What stands in a line of NDJSON: an object of known fields, each named once. */
export function toldByJson<Field extends string>(text: string, { names, of }: Fields<Field>): Told<Field> | Fault {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return fault(null, null, 'is not JSON');
  }
  if (typeof told !== 'object' || told === null || Array.isArray(told))
    return fault(null, null, 'is not a JSON object');
  for (const name in told) if (!isOne(names, name)) return fault(name, null, `is not a field of ${of}`);
  const twice = namedTwice(text, told);
  return twice === null ? told : fault(twice, null, 'is named twice');
}

/**
 * A reader of rows of CSV below a header. An empty cell tells nothing.
 *
 * @param valueOf What the text of a cell stands for.
 * @returns Why the header is none, if so.
 */
export function toldByCells<Field extends string>(
  header: readonly string[],
  { names, of }: Fields<Field>,
  valueOf: (field: Field, cell: string) => unknown = (_, cell) => cell,
): ((cells: readonly string[]) => Told<Field> | Fault) | Fault {
  const columns: Field[] = [];
  for (const text of header) {
    const name = text.trim();
    if (!isOne(names, name)) return fault(name, null, `is not a field of ${of}`);
    if (columns.includes(name)) return fault(name, null, 'is named twice by the first row');
    columns.push(name);
  }
  return (cells) => {
    if (cells.length !== columns.length)
      return fault(null, null, `has ${cells.length} columns where the first row has ${columns.length}`);
    const told: Told<Field> = {};
    columns.forEach((name, i) => {
      if (cells[i] !== '') told[name] = valueOf(name, cells[i]!);
    });
    return told;
  };
}

/** Why a field cannot be taken, which may be that it is not there. */
export function fieldFault<Field extends string>(told: Told<Field>, field: Field, reason: string): Fault {
  return told[field] === undefined ? fault(field, null, 'is missing') : fault(field, told[field], reason);
}

export const isFault = (read: object): read is Fault => 'reason' in read;

const isOne = <Field extends string>(names: ReadonlySet<Field>, name: string): name is Field =>
  (names as ReadonlySet<string>).has(name);

const LONGEST_SHOWN = 100;

function fault(column: string | null, value: unknown, reason: string): Fault {
  const text = typeof value === 'string' || value === null ? value : JSON.stringify(value);
  return {
    column,
    value: text && text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text,
    reason,
  };
}
