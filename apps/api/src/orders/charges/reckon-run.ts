import {
  chargeKey,
  type ChargedLine,
  type ChargedPrice,
  chargesOf,
  correctionsOf,
  type PostedLine,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { historiesFor } from './charged-histories.js';
import type { ChargeRunEntity } from './charge-run.entity.js';
import { writeBillChanges } from './compare-bills.js';
import { DISPUTES } from './read-disputes.js';
import { reckonCredits, type ReckonedCredits } from './reckon-credits.js';
import { reckonPlain } from './reckon-plain.js';
import { type LinePlace, LineWriter } from './write-lines.js';

/**
 * Writes every line of an open month anew: what subscriptions cost, what of closed months turned out to be wrong since,
 * what was given back for disputes, and the service credits posted by then. Then what changed since the month before.
 *
 * @returns Which credits are on a bill now, and which none will ever take. Their claims are locked.
 */
export async function reckonRun(tx: EntityManager, at: Date, run: ChargeRunEntity): Promise<ReckonedCredits> {
  // A hundred thousand lines at once: in memory, not on disk.
  await tx.query(`SET LOCAL work_mem = '128MB'`);
  await tx.query('DELETE FROM charge_line WHERE run_id = $1', [run.id]);
  await tx.query('DELETE FROM charge_case WHERE run_id = $1', [run.id]);
  const writer = new LineWriter(tx, run.id, at);
  await reckonCharges(tx, run, writer);
  await reckonCorrections(tx, run, writer);
  await reckonDisputes(tx, writer);
  await writer.write();
  const credits = await reckonCredits(tx, run, writer);
  await writer.write();
  await writeBillChanges(tx, run);
  return credits;
}

async function reckonCharges(tx: EntityManager, run: ChargeRunEntity, writer: LineWriter): Promise<void> {
  const month = { from: run.fromDate, to: run.toDate };
  await reckonPlain(tx, run.id, month, writer);
  const known = new Map<string, string[]>();
  for await (const histories of historiesFor(tx, month)) {
    for (const history of histories) {
      let cases = known.get(history.case);
      if (!cases) {
        cases = chargesOf(history, month).map((line) => writer.case({ origin: 'charge' }, line));
        known.set(history.case, cases);
      }
      for (const caseId of cases) writer.add(history, caseId);
    }
    await writer.write();
  }
}

interface Touched {
  runId: string;
  from: string;
  to: string;
  subscriptionIds: string[];
}

/**
 * What a closed month may not have known yet when it was reckoned: somebody may have begun to write it down before, and
 * was done only after. What it did know makes no difference.
 */
const TOUCHED = `
  SELECT r.id AS "runId", r.from_date::text AS "from", r.to_date::text AS "to",
      array_agg(DISTINCT t.subscription_id)::text[] AS "subscriptionIds"
    FROM charge_run r JOIN (
      SELECT subscription_id, at, from_date AS day FROM subscription_change
      UNION ALL
      SELECT subscription_id, at, day FROM usage_record
    ) t ON t.at >= r.reckoned_at - interval '1 day' AND t.day <= r.to_date
   WHERE r.state = 'closed' AND t.at >= (SELECT min(reckoned_at) FROM charge_run WHERE state = 'closed') - interval '1 day'
   GROUP BY r.id ORDER BY r.from_date`;

const POSTED = `
  SELECT l.subscription_id AS "subscriptionId", l.unit_id AS "unitId", l.service_id AS "serviceId",
      l.plan_id AS "planId", l.plan_version AS "planVersion", l.kind, l.label, l.per, l.unit_name AS "unitName",
      l.from_date::text AS "from", l.to_date::text AS "to", l.quantity::text, l.unit_price::text AS "unitPrice",
      l.amount::text, l.currency
    FROM bill_line l JOIN charge_run r ON r.id = l.run_id
   WHERE r.state = 'closed' AND l.subscription_id = ANY ($2::uuid[]) AND l.dispute_id IS NULL
     AND (l.run_id = $1 AND l.origin = 'charge' OR l.corrects_run_id = $1)
   ORDER BY l.from_date, l.case_id`;

type GivenBack = ChargedPrice & { subscriptionId: string; amount: string };

const GIVEN_BACK = `
  SELECT l.subscription_id AS "subscriptionId", l.plan_id AS "planId", l.kind, l.label, l.per, l.unit_name AS "unitName",
      sum(d.amount)::text AS amount
    ${DISPUTES}
   WHERE d.state = 'accepted' AND l.subscription_id = ANY ($2::uuid[])
     AND (l.run_id = $1 AND l.origin = 'charge' OR l.corrects_run_id = $1)
   GROUP BY l.subscription_id, l.plan_id, l.kind, l.label, l.per, l.unit_name`;

async function reckonCorrections(tx: EntityManager, run: ChargeRunEntity, writer: LineWriter): Promise<void> {
  const touched: Touched[] = await tx.query(TOUCHED);
  for (const { runId, from, to, subscriptionIds } of touched) {
    if (from >= run.fromDate) continue;
    const posted: (PostedLine & LinePlace)[] = await tx.query(POSTED, [runId, subscriptionIds]);
    const postedOf = new Map<string, typeof posted>(subscriptionIds.map((id) => [id, []]));
    for (const line of posted) postedOf.get(line.subscriptionId)!.push(line);
    const givenBack: GivenBack[] = await tx.query(GIVEN_BACK, [runId, subscriptionIds]);
    const backOf = new Map<string, Map<string, string>>(subscriptionIds.map((id) => [id, new Map()]));
    for (const one of givenBack) backOf.get(one.subscriptionId)!.set(chargeKey(one), one.amount);
    for await (const histories of historiesFor(tx, { from, to }, subscriptionIds)) {
      for (const history of histories) {
        const before = postedOf.get(history.subscriptionId) ?? [];
        const back = backOf.get(history.subscriptionId);
        const corrections = correctionsOf(before, chargesOf(history, { from, to }), back);
        const place = before[0] ?? history;
        for (const line of corrections)
          writer.add(place, writer.case({ origin: 'correction', correctsRunId: runId }, line));
      }
    }
  }
  await writer.write();
}

type Disputed = LinePlace & ChargedLine & { disputeId: string; runId: string; back: string; answer: string };

const ACCEPTED = `
  SELECT d.id AS "disputeId", d.amount::text AS back, d.answer, l.run_id AS "runId",
      l.subscription_id AS "subscriptionId", l.unit_id AS "unitId", l.service_id AS "serviceId",
      l.plan_id AS "planId", l.plan_version AS "planVersion", l.kind, l.label, l.per, l.unit_name AS "unitName",
      l.from_date::text AS "from", l.to_date::text AS "to", l.quantity::text, l.unit_price::text AS "unitPrice",
      l.amount::text, l.currency
    ${DISPUTES}
   WHERE d.state = 'accepted' AND NOT EXISTS (SELECT FROM bill_line p WHERE p.dispute_id = d.id)
   ORDER BY d.id`;

async function reckonDisputes(tx: EntityManager, writer: LineWriter): Promise<void> {
  const accepted: Disputed[] = await tx.query(ACCEPTED);
  for (const { disputeId, runId, back, answer, ...line } of accepted) {
    const { label, amount: charged, currency } = line;
    const amount = `-${back}`;
    const explanation = [{ rule: 'charge.dispute', inputs: { label, charged, answer }, result: { amount, currency } }];
    const origin = { origin: 'correction' as const, correctsRunId: runId, disputeId };
    writer.add(line, writer.case(origin, { ...line, amount, explanation }));
  }
}
