import { type CountRow, DomainError, type ProbeRow, UP } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { addMeasurements, type NewMeasurement, siftMeasurements } from '../ledger/add-measurements.js';
import { heldSince } from '../ledger/held-since.js';
import { newBatch } from '../ledger/new-batch.js';
import { seriesOf } from '../ledger/series-of.js';
import { AS_KNOWN, type LedgerRow, type Origin, type StoredBatch } from './ledger.js';

type Row = LedgerRow<ProbeRow | CountRow>;

/** Stores probes or counts that are new. What shares time with another interval would be counted twice, and differs. */
export async function storeMeasurements(tx: EntityManager, origin: Origin, rows: readonly Row[]): Promise<StoredBatch> {
  const measured = await measurementsOf(tx, origin.sourceId, rows);
  const sifted = await siftMeasurements(tx, measured);
  const isNew = (_: unknown, i: number) => sifted[i]!.kind === 'new';
  const added = measured.filter(isNew);
  const differing = sifted.filter(({ kind }) => kind === 'differs' || kind === 'overlaps').length;
  if (added.length === 0) return { ...AS_KNOWN, stored: 0, differing, newest: null, touched: null };
  await addMeasurements(tx, await newBatch(tx, origin), added);
  const serviceIds = [...new Set(rows.filter(isNew).map(({ row }) => row.serviceId))];
  const newest = new Date(added.reduce((latest, { at, to }) => Math.max(latest, to ?? at), 0));
  const touched = { serviceIds, from: (await toldSince(tx, added)).toISOString() };
  return { ...AS_KNOWN, stored: added.length, differing, newest, touched };
}

/** @throws {DomainError} Where another source counts what the rows are called. */
async function measurementsOf(tx: EntityManager, sourceId: string, rows: readonly Row[]): Promise<NewMeasurement[]> {
  const names = new Map(rows.map(({ row }) => [keyOf(row), nameOf(row)] as const));
  const ids = await seriesOf(tx, sourceId, [...names.values()]);
  const taken = [...names.values()].find((_, i) => ids[i] === null);
  if (taken) {
    throw new DomainError(
      'OTHER_SOURCE',
      `Another source counts ${taken.name} for one of the services; give this source its name, or the series another.`,
      ['sourceName'],
    );
  }
  const series = new Map([...names.keys()].map((key, i) => [key, ids[i]!]));
  return rows.map(({ line, row }) => {
    const shared = { seriesId: series.get(keyOf(row))!, line, at: row.observedAt };
    return 'up' in row
      ? { ...shared, up: row.up, to: null, good: null, total: null }
      : { ...shared, up: null, to: row.to, good: row.good, total: row.total };
  });
}

const nameOf = (row: Row['row']) =>
  'up' in row
    ? ({ serviceId: row.serviceId, kind: 'probes', name: UP } as const)
    : ({ serviceId: row.serviceId, kind: 'counts', name: row.series } as const);

const keyOf = (row: Row['row']): string => `${row.serviceId} ${nameOf(row).name}`;

/** Since when the rows say something that nobody knew. */
function toldSince(tx: EntityManager, added: readonly NewMeasurement[]): Promise<Date> {
  const first = new Map<number, number>();
  for (const { seriesId, at } of added) first.set(seriesId, Math.min(first.get(seriesId) ?? at, at));
  if (added[0]!.up === null) return Promise.resolve(new Date(Math.min(...first.values())));
  return heldSince(tx, first);
}
