import { type BillChange, billChanges, type BilledLine } from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { copyText } from '../../performance/imports/copy-text.js';
import type { ChargeRunEntity } from './charge-run.entity.js';

/** What the lines of a plan in a unit came to, and what changed. */
export interface PlaceChange extends BillChange {
  unitId: string;
  serviceId: string;
}

/** Subscriptions of a unit that have the same cases in both months. */
interface Alike {
  unitId: string;
  serviceId: string;
  cases: string[];
  times: number;
}

type Case = BilledLine & { id: string; isNow: boolean };

/** In the order in which they ended. */
const CASES = `
  SELECT id, run_id = $2 AS "isNow", origin, plan_id AS "planId", kind, label, per, unit_name AS "unitName",
      to_date::text AS "to", unit_price::text AS "unitPrice", quantity::text, amount::text, currency
    FROM charge_case WHERE id = ANY ($1::uuid[]) ORDER BY to_date, id`;

/**
 * Compares a month with the one before, as far as a condition on lines `l` holds. Most subscriptions have the same cases
 * as many others of their unit: what changed for one changed for all of them.
 */
export async function compareBills(
  manager: EntityManager,
  run: ChargeRunEntity,
  condition = 'true',
  parameters = new Parameters(),
): Promise<PlaceChange[]> {
  const [now, begins] = [parameters.add(run.id), parameters.add(run.fromDate)];
  const alike: Alike[] = await manager.query(
    `SELECT unit_id AS "unitId", service_id AS "serviceId", cases, count(*)::int AS times FROM (
       SELECT l.unit_id, l.service_id, array_agg(l.case_id ORDER BY l.case_id) AS cases FROM charge_line l
        WHERE l.run_id IN (${now}, (SELECT id FROM charge_run WHERE from_date = ${begins}::date - interval '1 month'))
          AND ${condition}
        GROUP BY l.unit_id, l.subscription_id, l.service_id) had
      GROUP BY 1, 2, 3`,
    parameters.values,
  );
  if (alike.length === 0) return [];
  const ids = [...new Set(alike.flatMap(({ cases }) => cases))];
  return changesOf(alike, await manager.query(CASES, [ids, run.id]));
}

/** Of all lines of a month, which have just been written. */
export async function writeBillChanges(tx: EntityManager, run: ChargeRunEntity): Promise<void> {
  await tx.query('DELETE FROM bill_change WHERE run_id = $1', [run.id]);
  const columns = ['run_id', 'unit_id', 'service_id', 'plan_id', 'currency', 'reason', 'amount'];
  const changes = await compareBills(tx, run);
  const rows = changes.map(({ unitId, serviceId, planId, currency, reason, amount }) =>
    [run.id, unitId, serviceId, planId, currency, reason, amount].join('\t'),
  );
  if (rows.length > 0) await copyText(tx, 'bill_change', columns, `${rows.join('\n')}\n`);
}

function changesOf(alike: readonly Alike[], cases: readonly Case[]): PlaceChange[] {
  const known = new Map(cases.map((one, position) => [one.id, { ...one, position }]));
  const sums = new Map<string, Omit<PlaceChange, 'amount'> & { amount: Decimal }>();
  for (const { unitId, serviceId, cases: ids, times } of alike) {
    const lines = ids.map((id) => known.get(id)!).sort((a, b) => a.position - b.position);
    const [before, now] = [lines.filter(({ isNow }) => !isNow), lines.filter(({ isNow }) => isNow)];
    for (const { amount: ofOne, ...change } of billChanges(before, now)) {
      const key = [unitId, serviceId, change.planId, change.currency, change.reason].join(' ');
      const amount = new Decimal(ofOne).times(times).plus(sums.get(key)?.amount ?? 0);
      sums.set(key, { unitId, serviceId, ...change, amount });
    }
  }
  return [...sums.values()].map(({ amount, ...change }) => ({ ...change, amount: amount.toFixed() }));
}
