import { type CountRow, DomainError, type ProbeRow, UP, type ValueRow } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { addMeasurements, type NewMeasurement, overlapWords, siftMeasurements } from '../ledger/add-measurements.js';
import { heldSince } from '../ledger/held-since.js';
import { newBatch } from '../ledger/new-batch.js';
import { type SeriesName, seriesOf, whyTaken } from '../ledger/series-of.js';
import { AS_KNOWN, type LedgerRow, type Origin, type StoredBatch } from './ledger.js';
import type { RowProblem } from './sort-records.js';

type Row = LedgerRow<ProbeRow | CountRow | ValueRow>;

/**
 * Stores probes, counts or values that are new. What shares time with another interval would be counted twice, and is
 * refused; values of a series that is measured in another unit, or by another source, are refused.
 */
export async function storeMeasurements(tx: EntityManager, origin: Origin, rows: readonly Row[]): Promise<StoredBatch> {
  const { measured, refused } = await measurementsOf(tx, origin.sourceId, rows);
  const sifted = await siftMeasurements(tx, measured);
  const added = measured.filter((_, i) => sifted[i]!.kind === 'new');
  const notes: RowProblem[] = [];
  for (const [i, found] of sifted.entries()) {
    const whole = { line: measured[i]!.line!, column: null, value: null };
    if (found.kind === 'differs') notes.push({ ...whole, reason: DIFFERS });
    else if (found.kind === 'overlaps') refused.push({ ...whole, reason: overlapWords(found.other) });
  }
  const unlike = { ...AS_KNOWN, differing: notes.length, refused, notes };
  if (added.length === 0) return { ...unlike, stored: 0, newest: null, touched: null };
  await addMeasurements(tx, await newBatch(tx, origin), added);
  const lines = new Set(added.map(({ line }) => line));
  const serviceIds = [...new Set(rows.filter(({ line }) => lines.has(line)).map(({ row }) => row.serviceId))];
  const newest = new Date(added.reduce((latest, { at, to }) => Math.max(latest, to ?? at), 0));
  const touched = { serviceIds, from: (await toldSince(tx, added)).toISOString() };
  return { ...unlike, stored: added.length, newest, touched };
}

const DIFFERS = 'differs from what is known of the same time, which stays';

export const otherSourceWords = (series: string): string =>
  `Another source counts ${series} for one of the services; give this source its name, or the series another.`;

/** @throws {DomainError} Where another source counts what the rows are called. */
async function measurementsOf(tx: EntityManager, sourceId: string, rows: readonly Row[]) {
  const names = new Map(rows.map(({ row }) => [keyOf(row), nameOf(row)] as const));
  const ids = await seriesOf(tx, sourceId, [...names.values()]);
  const taken = [...names.values()].find(({ kind }, i) => ids[i] === null && kind !== 'values');
  if (taken) {
    throw new DomainError('OTHER_SOURCE', otherSourceWords(taken.name), ['sourceName']);
  }
  const reasons = await whyTaken(
    tx,
    sourceId,
    [...names.values()].filter((_, i) => ids[i] === null),
  );
  const why = reasons.values();
  const series = new Map([...names.keys()].map((key, i) => [key, ids[i] ?? why.next().value!]));
  const measured: NewMeasurement[] = [];
  const refused: RowProblem[] = [];
  for (const { line, row } of rows) {
    const seriesId = series.get(keyOf(row))!;
    if (typeof seriesId === 'string') refused.push({ line, column: null, value: nameOf(row).name, reason: seriesId });
    else measured.push({ seriesId, line, at: row.observedAt, ...told(row) });
  }
  return { measured, refused };
}

function told(row: Row['row']): Omit<NewMeasurement, 'seriesId' | 'line' | 'at'> {
  if ('up' in row) return { up: row.up, to: null, good: null, total: null };
  if ('sketch' in row) {
    const { to, total, sketch, bounds } = row;
    return { up: null, to, good: null, total, sketch, bounds };
  }
  return { up: null, to: row.to, good: row.good, total: row.total };
}

function nameOf(row: Row['row']): SeriesName {
  const { serviceId } = row;
  if ('up' in row) return { serviceId, kind: 'probes', name: UP };
  if ('sketch' in row) return { serviceId, kind: 'values', name: row.series, unit: row.unit };
  return { serviceId, kind: 'counts', name: row.series };
}

const keyOf = (row: Row['row']): string => `${row.serviceId} ${nameOf(row).unit ?? ''} ${nameOf(row).name}`;

/** Since when the rows say something that nobody knew. */
function toldSince(tx: EntityManager, added: readonly NewMeasurement[]): Promise<Date> {
  const first = new Map<number, number>();
  for (const { seriesId, at } of added) first.set(seriesId, Math.min(first.get(seriesId) ?? at, at));
  if (added[0]!.up === null) return Promise.resolve(new Date(Math.min(...first.values())));
  return heldSince(tx, first);
}
