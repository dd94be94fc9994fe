import { type ChargeDays, type ChargedChange, chargesOf } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { copyText } from '../../performance/imports/copy-text.js';
import { LINE_COLUMNS, lineText } from './write-lines.js';

type Case = ChargedChange & { number: number };

/**
 * Subscriptions with one entry in their history, prices by the month and no use: most are, and many are the same case.
 * How long they were so before the month makes no difference.
 */
const PLAIN = `
  CREATE TEMP TABLE plain ON COMMIT DROP AS
  SELECT s.id AS subscription_id, s.unit_id, s.service_id, greatest(c.from_date, $1::date - 1) AS from_date, c.plan_id,
      c.plan_version, c.quantity, c.state, c.prices
    FROM subscription s JOIN subscription_change c ON c.subscription_id = s.id
   WHERE c.from_date <= $2::date AND (s.ends_on IS NULL OR s.ends_on >= $1::date - 1)
     AND NOT c.prices @> '[{"per": "quarter"}]' AND NOT c.prices @> '[{"per": "year"}]'
     AND NOT EXISTS (SELECT FROM subscription_change o WHERE o.subscription_id = s.id AND o.id <> c.id AND o.from_date <= $2::date)
     AND NOT EXISTS (SELECT FROM usage_record u WHERE u.subscription_id = s.id AND u.day BETWEEN $1::date AND $2::date)`;

const SAME = ['from_date', 'plan_id', 'plan_version', 'quantity', 'state', 'prices'];

const CASES = `
  CREATE TEMP TABLE charge_case ON COMMIT DROP AS
  SELECT row_number() OVER ()::int AS number, ${SAME.join(', ')} FROM (SELECT DISTINCT ${SAME.join(', ')} FROM plain) d`;

const READ = `
  SELECT k.number, k.from_date::text AS "fromDate", k.plan_id AS "planId", k.plan_version AS "planVersion", k.quantity, k.state,
      k.prices, p.currency, p.suspended_is_charged AS "suspendedIsCharged"
    FROM charge_case k JOIN plan p ON p.id = k.plan_id`;

/** The same line of the same month keeps its id whenever it is reckoned anew; those of a subscription stay in order. */
const WRITE = `
  INSERT INTO charge_line (id, run_id, subscription_id, unit_id, service_id, ${LINE_COLUMNS.join(', ')})
  SELECT (overlay(overlay(left(md5($1::text || p.subscription_id), 28) PLACING '8' FROM 13) PLACING '8' FROM 17) || lpad(to_hex(l.place), 4, '0'))::uuid, $1::uuid, p.subscription_id, p.unit_id, p.service_id,
      ${LINE_COLUMNS.map((name) => `l.${name}`).join(', ')}
    FROM plain p JOIN charge_case k ON ${SAME.map((name) => `k.${name} = p.${name}`).join(' AND ')}
    JOIN case_line l ON l.number = k.number`;

/** Reckons each case once, and writes its lines for everybody who has it: the database does not move a row of theirs. */
export async function reckonPlain(tx: EntityManager, runId: string, month: ChargeDays): Promise<void> {
  await tx.query('DROP TABLE IF EXISTS plain, charge_case, case_line');
  await tx.query(PLAIN, [month.from, month.to]);
  await tx.query('ANALYZE plain');
  await tx.query(CASES);
  await tx.query(`CREATE TEMP TABLE case_line ON COMMIT DROP AS
    SELECT 0 AS number, 0 AS place, ${LINE_COLUMNS.join(', ')} FROM charge_line WITH NO DATA`);
  const cases: Case[] = await tx.query(READ);
  const lines = cases.flatMap(({ number, ...change }) =>
    chargesOf({ changes: [change], usage: [] }, month).map(
      (line, place) => `${number}\t${place}\t${lineText({ origin: 'charge' }, line)}\n`,
    ),
  );
  if (lines.length === 0) return;
  await copyText(tx, 'case_line', ['number', 'place', ...LINE_COLUMNS], lines.join(''));
  await tx.query('ANALYZE charge_case, case_line');
  await tx.query(WRITE, [runId]);
}
