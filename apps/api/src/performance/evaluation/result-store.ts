import type { EntityManager } from 'typeorm';
import { uuidv7 } from '../../platform/uuid.js';
import type { PeriodResultEntity } from '../results/period-result.entity.js';
import { contributionRows } from './contribution-rows.js';
import { copyRows } from './copy-rows.js';
import type { Judged } from './judge-period.js';
import { type JudgedColumns, judgedColumns } from './result-row.js';
import { digestOf } from './result-digest.js';

/** A judgement and the row that will hold it; the same id again judges an open result anew. */
export interface ToStore {
  readonly judged: Judged;
  readonly id: string;
  readonly standing: Pick<
    PeriodResultEntity,
    'revision' | 'state' | 'frozenById' | 'frozenAt' | 'reason' | 'difference'
  >;
}

/** How a result stands that nobody has closed yet. */
export const OPEN: ToStore['standing'] = {
  revision: 1,
  state: 'open',
  frozenById: null,
  frozenAt: null,
  reason: null,
  difference: null,
};

/**
 * Writes results and their contributions, however many, with five statements at most. What was judged again to the same
 * is not written again.
 */
export async function storeResults(tx: EntityManager, results: readonly ToStore[], at: Date): Promise<void> {
  if (results.length === 0) return;
  const rows = results.map((result) => {
    const columns = judgedColumns(result.judged, at);
    return { result, columns, digest: digestOf(result.judged, columns) };
  });
  const kept: { id: string }[] = await tx.query(SAME, [
    rows.map(({ result }) => result.id),
    rows.map(({ digest }) => digest),
  ]);
  const same = new Set(kept.map(({ id }) => id));
  const [stay, go] = partition(rows, ({ result }) => same.has(result.id) && result.standing.state === 'open');
  if (stay.length > 0) await tx.query(JUDGED_AGAIN, [stay.map(({ result }) => result.id), at]);
  if (go.length > 0) await write(tx, go, same);
}

interface Row {
  readonly result: ToStore;
  readonly columns: JudgedColumns;
  readonly digest: string;
}

/** @param same Those whose evidence stands as it is. */
async function write(tx: EntityManager, rows: readonly Row[], same: ReadonlySet<string>): Promise<void> {
  const changed = rows.flatMap(({ result }) => (same.has(result.id) ? [] : [result]));
  await tx.query('DELETE FROM result_contribution WHERE result_id = ANY($1)', [changed.map(({ id }) => id)]);
  const stored = rows.map(({ result: { id, standing }, columns, digest }) => {
    return inSnakeCase({ id, ...columns, digest, ...standing, hasLateData: false });
  });
  await tx.query(UPSERT, [JSON.stringify(stored)]);
  if (changed.some(({ judged }) => judged.judgement.contributions.length > 0))
    await copyRows(tx, 'result_contribution', CONTRIBUTION.map(snakeCase), contributionsOf(changed));
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

function* contributionsOf(results: readonly ToStore[]) {
  for (const { judged, id: resultId } of results) {
    let position = 0;
    for (const row of contributionRows(judged)) {
      const stored = { resultId, position: (position += 1), ...row, pauses: row.pauses && JSON.stringify(row.pauses) };
      yield CONTRIBUTION.map((column) => stored[column]);
    }
  }
}

export const newResultId = (at: Date): string => uuidv7(at);

const CONTRIBUTION = [
  'resultId',
  'position',
  'kind',
  'evidenceId',
  'fromAt',
  'toAt',
  'countedMs',
  'bad',
  'verdict',
  'notCounted',
  'priority',
  'targetMs',
  'dueNear',
  'dueFar',
  'good',
  'total',
  'measurements',
  'calendarVersionId',
  'pauses',
] as const;

const KEPT = ['id', 'commitment_id', 'revision'];

const COLUMNS = [
  ...KEPT,
  ...[
    'terms_id',
    'calendar_version_id',
    'period',
    'from_at',
    'to_at',
    'time_zone',
    'state',
    'verdict',
    'figure',
    'ratio',
  ],
  ...['numerator', 'denominator', 'target', 'margin', 'coverage', 'budget_unit', 'budget_total', 'budget_used'],
  ...[
    'budget_left',
    'budget_left_percent',
    'judgement',
    'rule_version',
    'digest',
    'data_as_of',
    'evaluated_at',
    'frozen_by_id',
  ],
  ...['frozen_at', 'reason', 'difference', 'has_late_data'],
];

const UPSERT = `
  INSERT INTO period_result (${COLUMNS.join(', ')})
  SELECT ${COLUMNS.join(', ')} FROM jsonb_populate_recordset(NULL::period_result, $1)
  ON CONFLICT ON CONSTRAINT period_result_pkey DO UPDATE SET
    ${COLUMNS.filter((column) => !KEPT.includes(column))
      .map((column) => `${column} = excluded.${column}`)
      .join(', ')}`;

const SAME = `
  SELECT r.id FROM unnest($1::uuid[], $2::bytea[]) AS s(id, digest) JOIN period_result r ON r.id = s.id AND r.digest = s.digest`;

const JUDGED_AGAIN = 'UPDATE period_result SET evaluated_at = $2, has_late_data = false WHERE id = ANY($1)';

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const inSnakeCase = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]));
