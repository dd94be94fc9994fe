import { type Measured, sift, type Sifted } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { copyText } from '../imports/copy-text.js';
import { ensureMonths } from './ensure-months.js';
import { keepBounds } from './keep-bounds.js';
import { isWithin, stands } from './measurement-sql.js';
import { bucketsOf, sketchText, type StoredSketch } from './stored-sketch.js';

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

/** Why an interval that overlaps another one cannot be stored. */
export const overlapWords = ({ at, to }: Measured): string =>
  `shares time with the interval recorded from ${new Date(at).toISOString()} to ${new Date(to!).toISOString()}`;

/** Adds rows that `siftMeasurements` found new, and corrections with their revision. */
export async function addMeasurements(
  tx: EntityManager,
  batchId: number,
  rows: readonly (NewMeasurement & { readonly revision?: number })[],
): Promise<void> {
  if (rows.length === 0) return;
  await ensureMonths(tx, instantsOf(rows));
  await copyText(tx, 'measurement', COLUMNS, linesOf(rows, batchId));
  await markUnrolled(tx, rows);
  await keepBounds(tx, rows);
}

/** What is added is not in runs yet: `rollUp` puts it there. */
async function markUnrolled(tx: EntityManager, rows: readonly NewMeasurement[]): Promise<void> {
  const [series, from, to]: [number[], Date[], Date[]] = [[], [], []];
  for (const [seriesId, positions] of positionsBySeries(rows)) {
    for (const stretch of stretchesOf(positions.map((i) => rows[i]!))) {
      series.push(seriesId);
      from.push(new Date(stretch.from));
      to.push(new Date(stretch.last));
    }
  }
  await tx.query(MARK_UNROLLED, [series, from, to]);
}

const MARK_UNROLLED = `
  INSERT INTO unrolled (series_id, from_at, to_at) SELECT * FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[])`;

function positionsBySeries(rows: readonly NewMeasurement[]): Map<number, number[]> {
  const bySeries = new Map<number, number[]>();
  rows.forEach(({ seriesId }, i) => {
    const positions = bySeries.get(seriesId);
    if (positions) positions.push(i);
    else bySeries.set(seriesId, [i]);
  });
  return bySeries;
}

const COLUMNS = ['observed_at', 'to_at', 'good', 'total', 'series_id', 'batch_id', 'line', 'revision', 'up', 'sketch'];

/** Rows in one piece of text at a time: large enough to be quick, small enough not to be felt in memory. */
const ROWS_A_TEXT = 2_000;

/** Lines as COPY reads them. */
function* linesOf(rows: Parameters<typeof addMeasurements>[2], batchId: number): Generator<string> {
  let text = '';
  for (let i = 0; i < rows.length; i += 1) {
    const { at, to, good, total, seriesId, line, revision = 0, up, sketch } = rows[i]!;
    const end = to === null ? '\\N' : printed(to);
    text += `${printed(at)}\t${end}\t${good ?? '\\N'}\t${total ?? '\\N'}\t${seriesId}\t${batchId}\t${line ?? '\\N'}\t${revision}\t${up ?? '\\N'}\t${sketch ? sketchText(sketch) : '\\N'}\n`;
    if ((i + 1) % ROWS_A_TEXT !== 0) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** Of rows that follow each other many are of the same instant, or one ends where the next begins. */
const lately = { at: [NaN, NaN], text: ['', ''], next: 0 };

function printed(at: number): string {
  if (at === lately.at[0]) return lately.text[0]!;
  if (at === lately.at[1]) return lately.text[1]!;
  const text = new Date(at).toISOString();
  [lately.at[lately.next], lately.text[lately.next]] = [at, text];
  lately.next = 1 - lately.next;
  return text;
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
  if (rows.length === 0) return new Map();
  const bounds = [least(from), most(to)];
  const found: (Omit<KnownMeasurement, 'sketch'> & { seriesId: number; sketch: StoredSketch | null })[] =
    await tx.query(KNOWN, [series, from, to, ...bounds]);
  const known = new Map<number, KnownMeasurement[]>();
  for (const { seriesId, good, total, sketch, ...row } of found) {
    const counted = { good: numberOf(good), total: numberOf(total), sketch: sketch && bucketsOf(sketch) };
    const list = known.get(seriesId);
    if (list) list.push({ ...row, ...counted });
    else known.set(seriesId, [{ ...row, ...counted }]);
  }
  return known;
}

const numberOf = (count: unknown): number | null => (count === null ? null : Number(count));

/** With the instant at which the last row of each begins. */
function stretchesOf(rows: readonly NewMeasurement[]): { from: number; last: number; to: number }[] {
  const ordered = rows.every(({ at }, i) => i === 0 || rows[i - 1]!.at <= at)
    ? rows
    : rows.toSorted((a, b) => a.at - b.at);
  const stretches: { from: number; last: number; to: number }[] = [];
  for (const { at, to } of ordered) {
    const end = to ?? at;
    const last = stretches.at(-1);
    if (last && at <= last.to + TOGETHER_MS) [last.last, last.to] = [at, Math.max(last.to, end)];
    else stretches.push({ from: at, last: at, to: end });
  }
  return stretches;
}

const least = (dates: readonly Date[]): Date => dates.reduce((one, other) => (other < one ? other : one), dates[0]!);

/** Half-open. */
const most = (dates: readonly Date[]): Date => {
  const last = dates.reduce((one, other) => (other > one ? other : one), dates[0]!);
  return new Date(last.getTime() + 1);
};

const BOUNDS = { from: '$4', to: '$5' };

/** Each once, though it may be near two stretches: the last one that begins before a stretch may reach into it. */
const KNOWN = `
  SELECT DISTINCT m.series_id AS "seriesId", (extract(epoch FROM m.observed_at) * 1000)::float8 AS at,
    (extract(epoch FROM m.to_at) * 1000)::float8 AS "to", m.good, m.total, m.up,
    m.sketch::float8[] AS sketch, m.revision, m.batch_id AS "batchId"
  FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) AS s(series_id, from_at, to_at)
  CROSS JOIN LATERAL (
    (SELECT * FROM measurement m WHERE m.series_id = s.series_id AND m.observed_at < s.from_at
     ORDER BY m.observed_at DESC, m.revision DESC LIMIT 1)
    UNION ALL
    SELECT * FROM measurement m
    WHERE m.series_id = s.series_id AND m.observed_at BETWEEN s.from_at AND s.to_at AND ${isWithin('m', BOUNDS)}
      AND ${stands('m', BOUNDS)}
  ) m
  ORDER BY 1, 2`;
