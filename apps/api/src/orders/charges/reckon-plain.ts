import { type ChargeDays, type ChargedChange, type ChargedUsage, chargesOf } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { sourceOf, SUSPENDED_IS_CHARGED } from '../../catalog/plans/plan-prices.js';
import { copyText } from '../../performance/imports/copy-text.js';
import { currentUsage } from './charged-histories.js';
import type { LineWriter } from './write-lines.js';

type Same = ChargedChange & { number: string; usage: ChargedUsage[] };

/** By itself, so that the planner knows how many there are: of a guess of one it would look at all of them for each. */
const USED = `CREATE TEMP TABLE used ON COMMIT DROP AS ${currentUsage('$1', '$2')}`;

/**
 * Subscriptions with one entry in their history: most are, and many are the same case. Where all prices are by the month,
 * how long they were so before makes no difference.
 */
const PLAIN = `
  CREATE TEMP TABLE plain ON COMMIT DROP AS
  SELECT s.id AS subscription_id, s.unit_id, s.service_id, c.id AS change_id, u.usage, hash_record_extended(ROW (CASE
        WHEN c.prices @> '[{"per": "quarter"}]' OR c.prices @> '[{"per": "year"}]' THEN c.from_date
        ELSE greatest(c.from_date, $1::date - 1)
      END, c.plan_id, c.plan_version, c.quantity, c.state, c.prices, u.usage), 0) AS number
    FROM subscription s JOIN subscription_change c ON c.subscription_id = s.id
    LEFT JOIN used u ON u.subscription_id = s.id
   WHERE c.from_date <= $2::date AND (s.ends_on IS NULL OR s.ends_on >= $1::date - 1)
     AND NOT EXISTS (SELECT FROM subscription_change o WHERE o.subscription_id = s.id AND o.id <> c.id AND o.from_date <= $2::date)`;

/** One of each. */
const CASES = `
  DECLARE plain_cases NO SCROLL CURSOR FOR
  SELECT k.number::text, c.from_date::text AS "fromDate", c.plan_id AS "planId", c.plan_version AS "planVersion", c.quantity,
      c.state, c.prices, p.currency, ${SUSPENDED_IS_CHARGED} AS "suspendedIsCharged", coalesce(k.usage, '[]')::json AS usage
    FROM (SELECT DISTINCT ON (number) number, change_id, usage FROM plain ORDER BY number, subscription_id) k
    JOIN subscription_change c ON c.id = k.change_id JOIN plan p ON p.id = c.plan_id ${sourceOf('c.prices')} ORDER BY k.number`;

/** In the order of their index. */
const WRITE = `
  INSERT INTO charge_line (run_id, unit_id, subscription_id, case_id, service_id)
  SELECT $1::uuid, p.unit_id, p.subscription_id, k.case_id, p.service_id FROM plain p JOIN plain_case k ON k.number = p.number
   ORDER BY 2, 3, 4`;

const BATCH = 10_000;

/** Reckons each case once, and writes lines for everybody who has it: the database does not move a row of theirs. */
export async function reckonPlain(tx: EntityManager, runId: string, month: ChargeDays, writer: LineWriter) {
  await tx.query('DROP TABLE IF EXISTS used, plain, plain_case');
  await tx.query(USED, [month.from, month.to]);
  await tx.query('ANALYZE used');
  await tx.query(PLAIN, [month.from, month.to]);
  await tx.query('CREATE TEMP TABLE plain_case (number bigint, case_id uuid) ON COMMIT DROP');
  await tx.query(CASES);
  for (;;) {
    const cases: Same[] = await tx.query(`FETCH ${BATCH} FROM plain_cases`);
    const lines = cases.flatMap(({ number, usage, ...change }) =>
      chargesOf({ changes: [change], usage }, month).map(
        (line) => `${number}\t${writer.case({ origin: 'charge' }, line)}\n`,
      ),
    );
    await writer.write();
    await copyText(tx, 'plain_case', ['number', 'case_id'], lines.join(''));
    if (cases.length < BATCH) break;
  }
  await tx.query('CLOSE plain_cases');
  await tx.query('ANALYZE plain (subscription_id, number), plain_case');
  await tx.query(WRITE, [runId]);
}
