import { type Measured, sift, type Sifted } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { copyRows } from '../evaluation/copy-rows.js';
import { ensureMonths } from './ensure-months.js';
import { stands } from './measurement-sql.js';

/** A row on its way into the ledger. */
export interface NewMeasurement extends Measured {
  readonly seriesId: number;
  /** On which it stands in its batch. */
  readonly line: number | null;
}

/** What the ledger says of an instant of a series now. */
export interface KnownMeasurement extends Measured {
  readonly revision: number;
  readonly batchId: number;
}

/**
 * What becomes of each row, beside what is recorded. Nobody else may write these series until the transaction ends: lock
 * their source or their service before.
 */
export async function siftMeasurements(
  tx: EntityManager,
  rows: readonly NewMeasurement[],
): Promise<Sifted<KnownMeasurement>[]> {
  const bySeries = positionsBySeries(rows);
  const known = await loadKnown(tx, bySeries, rows);
  const sifted: Sifted<KnownMeasurement>[] = new Array(rows.length);
  for (const [seriesId, positions] of bySeries) {
    const found = sift(
      known.get(seriesId) ?? [],
      positions.map((i) => rows[i]!),
    );
    positions.forEach((position, i) => (sifted[position] = found[i]!));
  }
  return sifted;
}

/** Adds rows that `siftMeasurements` found new, and corrections with their revision. */
export async function addMeasurements(
  tx: EntityManager,
  batchId: number,
  rows: readonly (NewMeasurement & { readonly revision?: number })[],
): Promise<void> {
  if (rows.length === 0) return;
  await ensureMonths(tx, instantsOf(rows));
  await copyRows(tx, 'measurement', COLUMNS, valuesOf(rows, batchId));
}

function positionsBySeries(rows: readonly NewMeasurement[]): Map<number, number[]> {
  const bySeries = new Map<number, number[]>();
  rows.forEach(({ seriesId }, i) => {
    const positions = bySeries.get(seriesId);
    if (positions) positions.push(i);
    else bySeries.set(seriesId, [i]);
  });
  return bySeries;
}

const COLUMNS = ['observed_at', 'to_at', 'good', 'total', 'series_id', 'batch_id', 'line', 'revision', 'up'];

function* valuesOf(rows: Parameters<typeof addMeasurements>[2], batchId: number) {
  for (const { at, to, good, total, seriesId, line, revision = 0, up } of rows) {
    yield [new Date(at), to === null ? null : new Date(to), good, total, seriesId, batchId, line, revision, up];
  }
}

function* instantsOf(rows: readonly NewMeasurement[]): Generator<number> {
  for (const { at } of rows) yield at;
}

/** Rows of a series no further apart than this are looked for together. */
const TOGETHER_MS = 3_600_000;

async function loadKnown(
  tx: EntityManager,
  bySeries: ReadonlyMap<number, readonly number[]>,
  rows: readonly NewMeasurement[],
): Promise<Map<number, KnownMeasurement[]>> {
  const [series, from, to]: [number[], Date[], Date[]] = [[], [], []];
  for (const [seriesId, positions] of bySeries) {
    for (const stretch of stretchesOf(positions.map((i) => rows[i]!))) {
      series.push(seriesId);
      from.push(new Date(stretch.from));
      to.push(new Date(stretch.to));
    }
  }
  const found: (KnownMeasurement & { seriesId: number })[] = await tx.query(KNOWN, [series, from, to]);
  const known = new Map<number, KnownMeasurement[]>();
  for (const { seriesId, good, total, ...row } of found) {
    const counted = good === null ? { good, total } : { good: Number(good), total: Number(total) };
    const list = known.get(seriesId);
    if (list) list.push({ ...row, ...counted });
    else known.set(seriesId, [{ ...row, ...counted }]);
  }
  return known;
}

function stretchesOf(rows: readonly NewMeasurement[]): { from: number; to: number }[] {
  const ordered = rows.every(({ at }, i) => i === 0 || rows[i - 1]!.at <= at)
    ? rows
    : rows.toSorted((a, b) => a.at - b.at);
  const stretches: { from: number; to: number }[] = [];
  for (const { at, to } of ordered) {
    const end = to ?? at;
    const last = stretches.at(-1);
    if (last && at <= last.to + TOGETHER_MS) last.to = Math.max(last.to, end);
    else stretches.push({ from: at, to: end });
  }
  return stretches;
}

/** Each once, though it may be near two stretches: the last one that begins before a stretch may reach into it. */
const KNOWN = `
  SELECT DISTINCT m.series_id AS "seriesId", (extract(epoch FROM m.observed_at) * 1000)::float8 AS at,
    (extract(epoch FROM m.to_at) * 1000)::float8 AS "to", m.good, m.total, m.up, m.revision, m.batch_id AS "batchId"
  FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) AS s(series_id, from_at, to_at)
  CROSS JOIN LATERAL (
    (SELECT * FROM measurement m WHERE m.series_id = s.series_id AND m.observed_at < s.from_at
     ORDER BY m.observed_at DESC, m.revision DESC LIMIT 1)
    UNION ALL
    SELECT * FROM measurement m WHERE m.series_id = s.series_id AND m.observed_at BETWEEN s.from_at AND s.to_at
  ) m
  WHERE ${stands('m')}
  ORDER BY 1, 2`;
