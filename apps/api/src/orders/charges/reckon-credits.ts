import { type ChargedLine, creditParts } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { lockClaims } from '../../performance/claims/posted-claims.js';
import type { PartKey } from '../../performance/claims/unbilled-parts.js';
import type { ChargeRunEntity } from './charge-run.entity.js';
import type { LinePlace, LineWriter } from './write-lines.js';

/** Parts of claims, by whether bills take them. */
export interface ReckonedCredits {
  /** On a bill now, or waiting for a later one, which may have something to do with it. */
  billed: PartKey[];
  /** Nobody was charged for what they are about, and those months are over. */
  unbilled: PartKey[];
}

interface Credit {
  id: string;
  claimId: string;
  commitmentId: string;
  amount: string;
  currency: string;
  serviceId: string;
  name: string;
  period: string;
  from: string;
  to: string;
  customerId: string | null;
  /** Accepted by the end of the month. */
  isInTime: boolean;
  /** Of the same promise and period something was credited by hand: what changes of that is as well. */
  isByHand: boolean;
}

const CREDITED_BY_HAND = `
  EXISTS (SELECT FROM claim o JOIN claim_part h ON h.claim_id = o.id
    WHERE o.agreement_id = m.agreement_id AND o.period = m.period AND h.commitment_id = p.commitment_id
      AND h.credited_at IS NOT NULL)`;

const AGREEMENTS = `
  SELECT DISTINCT a.id FROM claim m JOIN agreement a ON a.id = m.agreement_id WHERE a.kind = 'sla' AND m.state = 'accepted'`;

/** On no closed bill yet, nor credited by hand: each with the part that it has in its claim. */
const CREDITS = `
  SELECT k.id, m.id AS "claimId", p.commitment_id AS "commitmentId", p.amount::text, m.currency, c.service_id AS "serviceId", c.name, r.period,
      (r.from_at AT TIME ZONE r.time_zone)::date::text AS "from",
      ((r.to_at - interval '1 millisecond') AT TIME ZONE r.time_zone)::date::text AS "to", a.customer_id AS "customerId",
      (m.accepted_at AT TIME ZONE e.time_zone)::date <= $1::date AS "isInTime", ${CREDITED_BY_HAND} AS "isByHand"
    FROM claim m JOIN claim_part p ON p.claim_id = m.id JOIN service_credit k ON k.id = p.credit_id
      JOIN period_result r ON r.id = k.result_id JOIN commitment c ON c.id = r.commitment_id
      JOIN agreement a ON a.id = m.agreement_id, enterprise e
   WHERE a.kind = 'sla' AND m.state = 'accepted' AND p.credited_at IS NULL
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

/**
 * Writes the credits onto the bills of whoever paid. What nobody paid for is on none, and once the months that it is about
 * are over that stays so.
 */
export async function reckonCredits(
  tx: EntityManager,
  run: ChargeRunEntity,
  writer: LineWriter,
): Promise<ReckonedCredits> {
  const agreements: { id: string }[] = await tx.query(AGREEMENTS);
  // Nothing of what is read below may be credited by hand at the same time.
  await lockClaims(
    tx,
    agreements.map(({ id }) => id),
  );
  const credits: Credit[] = await tx.query(CREDITS, [run.toDate]);
  const found: ReckonedCredits = { billed: [], unbilled: [] };
  for (const credit of credits) {
    const { claimId, commitmentId, to, isInTime, isByHand } = credit;
    const isBilled = isInTime && !isByHand && (await writeCredit(tx, credit, writer));
    if (isBilled || to >= run.fromDate) found.billed.push({ claimId, commitmentId });
    else if (isInTime) found.unbilled.push({ claimId, commitmentId });
  }
  return found;
}

/** @returns Whether anybody paid for what it is about. */
async function writeCredit(tx: EntityManager, credited: Credit, writer: LineWriter): Promise<boolean> {
  const { id, claimId, amount: credit, currency, serviceId, name, period, from, to, customerId } = credited;
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
  return parts.length > 0;
}
