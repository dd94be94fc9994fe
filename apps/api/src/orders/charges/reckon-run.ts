import {
  chargeKey,
  type ChargedLine,
  type ChargedPrice,
  chargesOf,
  correctionsOf,
  creditParts,
  type PostedLine,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { historiesFor } from './charged-histories.js';
import type { ChargeRunEntity } from './charge-run.entity.js';
import { writeBillChanges } from './compare-bills.js';
import { DISPUTES } from './read-disputes.js';
import { reckonPlain } from './reckon-plain.js';
import { type LinePlace, LineWriter } from './write-lines.js';

/**
 * Writes every line of an open month anew: what subscriptions cost, what of closed months turned out to be wrong since,
 * what was given back for disputes, and the service credits posted by then. Then what changed since the month before.
 */
export async function reckonRun(tx: EntityManager, at: Date, run: ChargeRunEntity): Promise<void> {
  // A hundred thousand lines at once: in memory, not on disk.
  await tx.query(`SET LOCAL work_mem = '128MB'`);
  await tx.query('DELETE FROM charge_line WHERE run_id = $1', [run.id]);
  await tx.query('DELETE FROM charge_case WHERE run_id = $1', [run.id]);
  const writer = new LineWriter(tx, run.id, at);
  await reckonCharges(tx, run, writer);
  await reckonCorrections(tx, run, writer);
  await reckonDisputes(tx, writer);
  await writer.write();
  await reckonCredits(tx, run, writer);
  await writer.write();
  await writeBillChanges(tx, run);
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

interface Credit {
  id: string;
  claimId: string;
  amount: string;
  currency: string;
  serviceId: string;
  name: string;
  period: string;
  from: string;
  to: string;
  customerId: string | null;
}

/** Owed to customers, accepted by the end of the month, and on no closed bill yet: each with the part that it has in its claim. */
const CREDITS = `
  SELECT k.id, m.id AS "claimId", p.amount::text, m.currency, c.service_id AS "serviceId", c.name, r.period,
      (r.from_at AT TIME ZONE r.time_zone)::date::text AS "from",
      ((r.to_at - interval '1 millisecond') AT TIME ZONE r.time_zone)::date::text AS "to", a.customer_id AS "customerId"
    FROM claim m JOIN claim_part p ON p.claim_id = m.id JOIN service_credit k ON k.id = p.credit_id
      JOIN period_result r ON r.id = k.result_id JOIN commitment c ON c.id = r.commitment_id
      JOIN agreement a ON a.id = m.agreement_id, enterprise e
   WHERE a.kind = 'sla' AND m.state = 'accepted' AND (m.accepted_at AT TIME ZONE e.time_zone)::date <= $1::date
     AND NOT EXISTS (SELECT FROM bill_line l WHERE l.claim_id = m.id AND l.credit_id = k.id)
   ORDER BY m.accepted_at, m.id, k.id`;

/** Who paid for the service in the months of the credit; the newest line stands for what the credit is about. */
const PAYING = `
  WITH RECURSIVE customer AS (
    SELECT id FROM business_unit WHERE id = $5
    UNION ALL
    SELECT u.id FROM customer JOIN business_unit u ON u.parent_id = customer.id
  )
  SELECT l.subscription_id AS "subscriptionId", l.unit_id AS "unitId", l.service_id AS "serviceId",
      (array_agg(l.plan_id ORDER BY l.to_date DESC, l.case_id DESC))[1] AS "planId",
      (array_agg(l.plan_version ORDER BY l.to_date DESC, l.case_id DESC))[1] AS "planVersion", sum(l.amount)::text AS amount
    FROM bill_line l JOIN charge_run r ON r.id = l.run_id
   WHERE l.service_id = $1 AND l.currency = $2 AND l.origin = 'charge' AND r.from_date <= $4::date AND r.to_date >= $3::date
     AND ($5::uuid IS NULL OR l.unit_id IN (SELECT id FROM customer))
   GROUP BY l.subscription_id, l.unit_id, l.service_id ORDER BY l.subscription_id, l.unit_id`;

type Paying = LinePlace & { planId: string; planVersion: number; amount: string };

async function reckonCredits(tx: EntityManager, run: ChargeRunEntity, writer: LineWriter): Promise<void> {
  const credits: Credit[] = await tx.query(CREDITS, [run.toDate]);
  for (const { id, claimId, amount: credit, currency, serviceId, name, period, from, to, customerId } of credits) {
    const paying: Paying[] = await tx.query(PAYING, [serviceId, currency, from, to, customerId]);
    const owed = credit.startsWith('-') ? credit.slice(1) : `-${credit}`;
    const parts = creditParts(
      owed,
      currency,
      paying.map(({ amount }, i) => ({ key: String(i), amount })),
    );
    for (const { key, amount } of parts) {
      const { planId, planVersion, amount: paid, ...place } = paying[Number(key)]!;
      const inputs = { name, period, credit: owed, paid, payers: paying.length };
      const explanation = [{ rule: 'charge.credit', inputs, result: { amount, currency } }];
      const line: ChargedLine = {
        kind: 'oneOff',
        label: name,
        per: null,
        unitName: null,
        planId,
        planVersion,
        from,
        to,
        quantity: '1',
        unitPrice: amount,
        amount,
        currency,
        explanation,
      };
      writer.add(place, writer.case({ origin: 'credit', creditId: id, claimId }, line));
    }
  }
}
