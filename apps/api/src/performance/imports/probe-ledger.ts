import { type ProbeRow, UP } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { addMeasurements, siftMeasurements } from '../ledger/add-measurements.js';
import { heldSince } from '../ledger/held-since.js';
import { newBatch } from '../ledger/new-batch.js';
import { seriesOf } from '../ledger/series-of.js';
import { AS_KNOWN, type LedgerRow, type Origin, type StoredBatch } from './ledger.js';

/** Stores probes that are new. */
export async function storeProbes(
  tx: EntityManager,
  origin: Origin,
  rows: readonly LedgerRow<ProbeRow>[],
): Promise<StoredBatch> {
  const probes = await measured(tx, origin.sourceId, rows);
  const sifted = await siftMeasurements(tx, probes);
  const added = probes.filter((_, i) => sifted[i]!.kind === 'new');
  const differing = sifted.filter(({ kind }) => kind === 'differs').length;
  if (added.length === 0) return { ...AS_KNOWN, stored: 0, differing, newest: null, touched: null };
  await addMeasurements(tx, await newBatch(tx, origin), added);
  const first = new Map<number, number>();
  let newest = 0;
  for (const { seriesId, at } of added) {
    first.set(seriesId, Math.min(first.get(seriesId) ?? at, at));
    newest = Math.max(newest, at);
  }
  const serviceIds = [...new Set(rows.filter((_, i) => sifted[i]!.kind === 'new').map(({ row }) => row.serviceId))];
  const touched = { serviceIds, from: (await heldSince(tx, first)).toISOString() };
  return { ...AS_KNOWN, stored: added.length, differing, newest: new Date(newest), touched };
}

async function measured(tx: EntityManager, sourceId: string, rows: readonly LedgerRow<ProbeRow>[]) {
  const services = [...new Set(rows.map(({ row }) => row.serviceId))];
  const ids = await seriesOf(
    tx,
    sourceId,
    services.map((serviceId) => ({ serviceId, kind: 'probes', name: UP })),
  );
  const series = new Map(services.map((serviceId, i) => [serviceId, ids[i]!]));
  const probe = { to: null, good: null, total: null };
  return rows.map(({ line, row: { serviceId, observedAt, up } }) => {
    return { seriesId: series.get(serviceId)!, line, at: observedAt, up, ...probe };
  });
}
