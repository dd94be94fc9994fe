import { isLocalDay } from '../agreements/local-day.js';
import type { Fault } from '../performance/imports/reading.js';
import {
  fieldFault,
  isFault,
  type Told as ToldOf,
  toldByCells,
  toldByJson,
} from '../performance/measurements/told-fields.js';

/** What was used of a subscription on a day, as a machine or a file tells it. */
export interface UsageRow {
  /** Id. */
  readonly subscription: string;
  /** Of the metered price that counts it, such as GB. */
  readonly unit: string;
  /** YYYY-MM-DD */
  readonly day: string;
  /** An exact decimal, 0 or more. */
  readonly quantity: string;
  /** What its source calls it. */
  readonly id: string;
  /** What its source called the record that this one takes the place of. */
  readonly corrects: string | null;
}

export const USAGE_FIELDS = ['subscription', 'unit', 'day', 'quantity', 'id', 'corrects'] as const;
type Field = (typeof USAGE_FIELDS)[number];
type Told = ToldOf<Field>;

const FIELDS = { names: new Set<Field>(USAGE_FIELDS), of: 'usage' };
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const QUANTITY = /^\d{1,12}(\.\d{1,12})?$/;
const LONGEST = 200;

/** A line of NDJSON. A quantity is text, or a number that is written exactly so. */
export function usageOfJson(text: string): UsageRow | Fault {
  const told = toldByJson(text, FIELDS);
  return isFault(told) ? told : usageOf(told);
}

/** A reader of rows of CSV below a header; why the header is none, if so. */
export function usageOfCells(header: readonly string[]): ((cells: readonly string[]) => UsageRow | Fault) | Fault {
  const rows = toldByCells(header, FIELDS, (_, cell) => cell.trim());
  if (isFault(rows)) return rows;
  return (cells) => {
    const told = rows(cells);
    return isFault(told) ? told : usageOf(told);
  };
}

function usageOf(told: Told): UsageRow | Fault {
  const { subscription, unit, day, id, corrects = null } = told;
  const quantity = exactOf(told.quantity);
  if (typeof subscription !== 'string' || !UUID.test(subscription))
    return fieldFault(told, 'subscription', 'is not the id of a subscription');
  if (!isName(unit)) return fieldFault(told, 'unit', NO_NAME);
  if (typeof day !== 'string' || !isLocalDay(day)) return fieldFault(told, 'day', 'is not a day such as 2026-03-16');
  if (typeof quantity !== 'string' || !QUANTITY.test(quantity))
    return fieldFault(told, 'quantity', 'is not an exact number from 0 on, with 12 digits on either side of its point');
  if (!isName(id)) return fieldFault(told, 'id', NO_NAME);
  if (corrects !== null && !isName(corrects)) return fieldFault(told, 'corrects', NO_NAME);
  return { subscription, unit, day, quantity, id, corrects };
}

const NO_NAME = 'is not a name of 1 to 200 characters, without spaces around it';

/** A number of JSON is exact with 15 digits. */
function exactOf(value: unknown): unknown {
  if (typeof value !== 'number') return value;
  const text = String(value);
  return text.replace('.', '').length <= 15 ? text : value;
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST && value.trim() === value;
