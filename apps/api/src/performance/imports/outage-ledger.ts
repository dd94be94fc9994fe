import { DomainError, type OutageRow } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { SourceEntity } from '../ledger/source.entity.js';
import type { OutageReports, Reporter, ReportOutcome } from '../outages/reports/outage-reports.js';
import { AS_KNOWN, type LedgerRow, type Origin, type StoredBatch, type StoreRows } from './ledger.js';
import type { RowProblem } from './sort-records.js';

const NO_CAUSE = 'The file tells no cause.';

/** Records outages by the rules of those who record them by hand; a row that one of them refuses is told with why. */
export function storeOutages(reports: OutageReports): StoreRows<OutageRow> {
  return async (tx, origin, rows) => {
    const { name } = await tx.findOneByOrFail(SourceEntity, { id: origin.sourceId });
    const reporter = { system: `source ${origin.sourceId}`, name, unites: false };
    const stored: OutageRow[] = [];
    const refused: RowProblem[] = [];
    const notes: RowProblem[] = [];
    for (const row of rows) {
      const outcome = await taken(tx, reports, reporter, origin, row);
      if (outcome instanceof DomainError) refused.push(problemOf(row, outcome.message));
      else if (outcome !== 'known') {
        stored.push(row.row);
        const other = await besideWhich(tx, reporter, row.row);
        if (other) notes.push(problemOf(row, `is stored beside ${other}; time of both counts once`));
      }
    }
    return { ...AS_KNOWN, stored: stored.length, refused, notes, ...told(stored) };
  };
}

/** What became of a row; one that a rule refuses leaves nothing behind. */
function taken(
  tx: EntityManager,
  reports: OutageReports,
  reporter: Reporter,
  { act }: Origin,
  { row: { serviceId, externalId, observedAt, to, cause } }: LedgerRow<OutageRow>,
): Promise<ReportOutcome | DomainError> {
  return reports.tryIn(tx, act, serviceId, reporter, {
    externalId,
    from: new Date(observedAt),
    to: to === null ? null : new Date(to),
    cause: cause ?? NO_CAUSE,
    saidAt: null,
  });
}

/** Another outage of the same time, which stays its own. */
async function besideWhich(
  tx: EntityManager,
  { system }: Reporter,
  { serviceId, externalId }: OutageRow,
): Promise<string | null> {
  const [other]: { from: Date; to: Date | null }[] = await tx.query(BESIDE, [serviceId, system, externalId]);
  if (!other) return null;
  return `an outage from ${other.from.toISOString()} ${other.to ? `to ${other.to.toISOString()}` : 'on'}`;
}

const BESIDE = `
  SELECT o.from_at AS "from", o.to_at AS "to" FROM outage_report r JOIN outage told ON told.id = r.outage_id
  JOIN outage o ON o.service_id = told.service_id AND o.id <> told.id AND o.ended_at IS NULL
    AND tstzrange(o.from_at, o.to_at) && tstzrange(told.from_at, told.to_at)
  WHERE (r.service_id, r.system, r.external_id) = ($1, $2, $3) ORDER BY o.from_at LIMIT 1`;

const problemOf = ({ line, row }: LedgerRow<OutageRow>, reason: string): RowProblem => ({
  line,
  column: null,
  value: row.externalId,
  reason,
});

function told(rows: readonly OutageRow[]): Pick<StoredBatch, 'newest' | 'touched'> {
  if (rows.length === 0) return { newest: null, touched: null };
  const serviceIds = [...new Set(rows.map(({ serviceId }) => serviceId))];
  const from = rows.reduce((first, { observedAt }) => Math.min(first, observedAt), Infinity);
  const newest = rows.reduce((last, { observedAt, to }) => Math.max(last, to ?? observedAt), 0);
  return { newest: new Date(newest), touched: { serviceIds, from: new Date(from).toISOString() } };
}
