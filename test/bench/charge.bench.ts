import { ChargeRunEntity } from '@accord/api/orders/charges/charge-run.entity.js';
import { reckonRun } from '@accord/api/orders/charges/reckon-run.js';
import { createDataSource } from '@accord/api/platform/database/data-source.js';
import { uuidv7 } from '@accord/api/platform/uuid.js';
import type { DataSource } from 'typeorm';
import { startTestCluster } from '../platform/test-cluster.js';
import { cloneTemplate, createTemplate, newRun } from '../platform/test-databases.js';
import { median, printRow } from './bench-row.js';
import { measureBillPages } from './bill-page.js';
import { fillChargeWorld } from './charge-world.js';

const ROUNDS = 5;
const AT = new Date('2026-07-01T00:00:00Z');

/** What only sums: for each unit, service and plan the prices that hold, by their days. No tiers, no rounding, no lines. */
const SUM = `
  WITH held AS (
    SELECT s.unit_id, s.service_id, c.plan_id, c.quantity, c.prices, c.state, s.id,
        greatest(c.from_date, date '2026-06-01') AS from_date,
        least(lead(c.from_date) OVER (PARTITION BY s.id ORDER BY c.from_date, c.id) - 1, date '2026-06-30') AS to_date
      FROM subscription s JOIN subscription_change c ON c.subscription_id = s.id
     WHERE c.from_date <= '2026-06-30' AND (s.ends_on IS NULL OR s.ends_on >= '2026-05-31')
  ), used AS (
    SELECT subscription_id, unit_name, sum(quantity) AS units FROM usage_record
     WHERE day BETWEEN '2026-06-01' AND '2026-06-30' GROUP BY 1, 2
  )
  SELECT h.unit_id, h.service_id, h.plan_id,
      sum((p ->> 'amount')::numeric * CASE WHEN p ->> 'kind' = 'metered' THEN coalesce(u.units, 0)
        ELSE h.quantity * (h.to_date - h.from_date + 1) / 30.0 END) AS amount
    FROM held h CROSS JOIN jsonb_array_elements(h.prices) p
      LEFT JOIN used u ON u.subscription_id = h.id AND u.unit_name = p ->> 'unitName'
   WHERE h.state = 'active' AND h.from_date <= h.to_date
   GROUP BY 1, 2, 3`;

/**
 * A month of charges with its lines, explanations and what changed, beside one statement of SQL that only sums the same
 * rows; then the page of such a bill.
 */
export async function bench(): Promise<void> {
  const cluster = await startTestCluster();
  try {
    const run = newRun(Date.now());
    await createTemplate(cluster.url, run);
    const dataSource = await createDataSource(await cloneTemplate(cluster.url, run)).initialize();
    try {
      await fillChargeWorld(dataSource);
      const month = await openRun(dataSource, '2026-06-01', '2026-06-30');
      const [ours, reference] = [[] as number[], [] as number[]];
      for (let round = 0; round < ROUNDS; round++) {
        // As for the first time; what a former round left behind is nobody's to pay.
        await dataSource.query('TRUNCATE charge_line, charge_case, charge_dispute, bill_change');
        reference.push(await elapsedMs(() => dataSource.query(SUM)));
        ours.push(await elapsedMs(() => dataSource.transaction((tx) => reckonRun(tx, AT, month))));
      }
      printRow({
        bench: 'charge',
        name: 'run-of-100000',
        unit: 'ms',
        ours: median(ours),
        reference: median(reference),
        most: 5,
      });
      const ratios = ours.map((ms, i) => Number((ms / reference[i]!).toFixed(2)));
      console.log(JSON.stringify({ bench: 'charge', name: 'ratios', ratios }));
      const [{ lines, total }] = await dataSource.query(
        'SELECT count(*)::int AS lines, sum(amount) AS total FROM bill_line',
      );
      console.log(JSON.stringify({ bench: 'charge', name: 'lines', lines, total }));
      const next = await openRun(dataSource, '2026-07-01', '2026-07-31');
      await dataSource.transaction((tx) => reckonRun(tx, AT, next));
      await measureBillPages(dataSource, next, AT);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await cluster.stop();
  }
}

async function openRun({ manager }: DataSource, fromDate: string, toDate: string): Promise<ChargeRunEntity> {
  const begun = { state: 'open', version: 1, openedAt: AT, reckonedAt: AT } as const;
  const run = manager.create(ChargeRunEntity, { id: uuidv7(AT), fromDate, toDate, ...begun });
  await manager.insert(ChargeRunEntity, run);
  return run;
}

async function elapsedMs(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
