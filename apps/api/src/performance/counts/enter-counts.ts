import { assertFree, DomainError, measurementId, type Sifted } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import {
  addMeasurements,
  type KnownMeasurement,
  type NewMeasurement,
  siftMeasurements,
} from '../ledger/add-measurements.js';
import { newBatch } from '../ledger/new-batch.js';
import { seriesOf } from '../ledger/series-of.js';
import { PEOPLE } from '../ledger/source.entity.js';
import type { CountInterval } from './count-interval.js';
import type { NewCounts } from './counts.js';
import { type ReplacedCounts, replacedCounts } from './replaced-counts.js';

/** What became of counts that were entered. */
export interface EnteredCounts {
  /** Of intervals that nobody had counted. */
  recorded: CountInterval[];
  replaced: ReplacedCounts[];
}

/**
 * Writes counts into the ledger, but for those that are there just so. The services must be locked.
 *
 * @throws {DomainError} As `replacedCounts`, or when a part of an interval was counted before.
 */
export async function enterCounts(tx: EntityManager, act: Act, counts: readonly NewCounts[]): Promise<EnteredCounts> {
  const rows = await measured(tx, counts);
  const sifted = await siftMeasurements(tx, rows);
  const entries = counts.flatMap((count, i) => {
    assertWhole(rows[i]!, sifted[i]!);
    return sifted[i]!.kind === 'duplicate' ? [] : [entryOf(count, rows[i]!, sifted[i]!, act)];
  });
  if (entries.length === 0) return { recorded: [], replaced: [] };
  const replaced = await replacedCounts(tx, entries.filter(isReplacement));
  const batchId = await newBatch(tx, { sourceId: PEOPLE, importId: null, act });
  await addMeasurements(
    tx,
    batchId,
    entries.map(({ row, revision }) => ({ ...row, revision })),
  );
  return { recorded: entries.filter(({ known }) => !known).map(({ after }) => after), replaced };
}

/** Counts on their way into the ledger, and what they take the place of. */
export interface CountEntry {
  row: NewMeasurement;
  known: KnownMeasurement | null;
  revision: number;
  after: CountInterval;
  reason: string | null;
}

export type Replacement = CountEntry & { known: KnownMeasurement };

const isReplacement = (entry: CountEntry): entry is Replacement => entry.known !== null;

async function measured(tx: EntityManager, counts: readonly NewCounts[]): Promise<NewMeasurement[]> {
  const names = counts.map(({ serviceId, series: name }) => ({ serviceId, kind: 'counts' as const, name }));
  const ids = await seriesOf(tx, PEOPLE, names);
  return counts.map(({ series, from, to, good, total }, i) => {
    if (!ids[i])
      throw new DomainError(
        'OTHER_SOURCE',
        `${series} of this service is counted by a machine; give your series another name.`,
        ['series'],
      );
    const counted = { at: from.getTime(), to: to.getTime(), good, total, up: null };
    return { seriesId: ids[i], line: null, ...counted };
  });
}

function entryOf(count: NewCounts, row: NewMeasurement, found: Sifted<KnownMeasurement>, act: Act): CountEntry {
  const known = found.kind === 'differs' ? found.known : null;
  const revision = known ? known.revision + 1 : 0;
  const { serviceId, series, from: fromAt, to: toAt, good, total, reason = null } = count;
  const recorded = { recordedById: act.viewer.personId, recordedAt: act.at };
  const counted = { serviceId, series, fromAt, toAt, good: String(good), total: String(total) };
  return { row, known, revision, after: { id: measurementId({ ...row, revision }), ...counted, ...recorded }, reason };
}

/** Other figures may take the place of those of the same interval; parts of one would count twice. */
function assertWhole(row: NewMeasurement, found: Sifted<KnownMeasurement>): void {
  if (found.kind !== 'overlaps' && (found.kind !== 'differs' || found.known?.to === row.to)) return;
  const other = found.kind === 'overlaps' ? found.other : (found.known ?? row);
  assertFree('an interval', { from: new Date(other.at), to: new Date(other.to!) });
}
