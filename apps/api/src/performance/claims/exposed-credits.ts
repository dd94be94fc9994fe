import { type ClaimReach, type ExposedCredit, firstDayOf, monthsOf } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';
import { reachedClaim } from './claim-reach.js';
import { PART_IS_CREDITED } from './unbilled-parts.js';

/** A credit that exposes us or is owed to us, and where it stands. */
export interface ExposedRow extends ExposedCredit {
  commitmentId: string;
  period: string;
  /** null while its period is open. */
  claimId: string | null;
  resultId: string;
}

/**
 * A provider's promise on a supporting service stands for the one service with a promise to customers that rests on it;
 * where that are several, or none, for the supporting service itself.
 */
const BORNE = `
  SELECT d.id, coalesce(CASE WHEN d.promised THEN d.id END, (
      WITH RECURSIVE above AS (
        SELECT d.id
        UNION SELECT u.service_id FROM above JOIN service_support u ON u.supporting_service_id = above.id
      )
      SELECT CASE WHEN count(DISTINCT above.id) = 1 THEN min(above.id::text)::uuid END FROM above
       WHERE EXISTS (SELECT FROM commitment uc JOIN agreement ua ON ua.id = uc.agreement_id
         WHERE uc.service_id = above.id AND ua.kind = 'sla')
    ), d.id) AS service_id
  FROM (
    SELECT e.service_id AS id, bool_or(e.is_owed) AS promised FROM exposed e GROUP BY e.service_id
  ) d`;

/** Parts of claims that stand, and of open periods that are missed so far what they would owe alone. */
export async function exposedCredits(
  manager: EntityManager,
  reach: ClaimReach,
  { from, to }: { from: string; to: string },
): Promise<ExposedRow[]> {
  const parameters = new Parameters();
  const days = `BETWEEN ${parameters.add(firstDayOf(from))}::date AND (${parameters.add(firstDayOf(monthsOf(to).at(-1)!))}::date + interval '1 month' - interval '1 day')`;
  const claims = `
    SELECT a.kind = 'sla' AS is_owed, false AS at_risk, ${PART_IS_CREDITED} AS credited, p.amount, m.currency, m.period_ends_on AS day, c.service_id,
        coalesce(a.provider_id, s.provider_id) AS provider_id, c.id AS commitment_id, m.period, m.id AS claim_id, k.result_id
      FROM claim m JOIN agreement a ON a.id = m.agreement_id JOIN claim_part p ON p.claim_id = m.id
        JOIN service_credit k ON k.id = p.credit_id JOIN commitment c ON c.id = p.commitment_id
        JOIN service s ON s.id = c.service_id
     WHERE m.state IN ('claimable', 'claimed', 'disputed', 'accepted', 'credited') AND m.period_ends_on ${days}
       AND ${reachedClaim(reach, parameters)}`;
  const open = `
    SELECT a.kind = 'sla', true, false, (st.step -> 'result' ->> 'amount')::numeric, a.currency,
        ((r.to_at - interval '1 millisecond') AT TIME ZONE r.time_zone)::date, c.service_id,
        coalesce(a.provider_id, s.provider_id), c.id, r.period, NULL::uuid, r.id
      FROM ${COMMITMENTS} JOIN period_result r ON r.commitment_id = c.id
        CROSS JOIN LATERAL jsonb_array_elements(r.judgement -> 'explanation') st(step)
     WHERE r.state = 'open' AND r.verdict = 'missed' AND a.kind <> 'ola' AND st.step ->> 'rule' = 'credit.amount'
       AND (st.step -> 'result' ->> 'amount')::numeric > 0
       AND ((r.to_at - interval '1 millisecond') AT TIME ZONE r.time_zone)::date ${days}
       AND ${reached(reach.behind, parameters)}`;
  return manager.query(
    `WITH exposed AS (${claims} UNION ALL ${open}), borne AS (${BORNE})
     SELECT e.is_owed AS "isOwed", e.at_risk AS "isAtRisk", e.credited AS "isCredited", e.amount::text, e.currency, to_char(e.day, 'YYYY-MM') AS month,
         b.service_id AS "serviceId", e.provider_id AS "providerId", e.commitment_id AS "commitmentId", e.period,
         e.claim_id AS "claimId", e.result_id AS "resultId"
       FROM exposed e JOIN borne b ON b.id = e.service_id ORDER BY e.day, e.commitment_id`,
    parameters.values,
  );
}
