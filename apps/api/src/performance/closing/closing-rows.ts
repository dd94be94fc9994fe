import type { ClosingHold } from '@accord/domain';
import { NEWEST } from '../evaluation/newest-results.js';

/** Days after its end on which a result closes by itself, of `agreement_version v` and `enterprise e`; null = by hand. */
const DAYS = `CASE v.closing WHEN 'asOrganisation' THEN e.closing_days ELSE v.closing_days END`;

const CLOSES_AT = `((r.to_at AT TIME ZONE a.time_zone) + make_interval(days => ${DAYS})) AT TIME ZONE a.time_zone`;

/** An open result that closes by itself, with what may still change it. */
export interface ClosingRow extends ClosingHold {
  id: string;
  agreementId: string;
  agreement: string;
  serviceId: string;
  period: string;
  timeZone: string;
  closesAt: Date;
}

const FROM = `
  FROM period_result r
  JOIN commitment c ON c.id = r.commitment_id
  JOIN agreement a ON a.id = c.agreement_id
  JOIN commitment_terms t ON t.id = r.terms_id
  JOIN agreement_version v ON v.id = t.version_id
  CROSS JOIN enterprise e
  WHERE r.state = 'open' AND ${DAYS} IS NOT NULL`;

/** Of open results that close by themselves; more conditions on `r`, `c` and `a` may follow. */
export const CLOSING_ROWS = `
  SELECT r.id, a.id AS "agreementId", a.name AS agreement, c.service_id AS "serviceId", r.period,
    a.time_zone AS "timeZone", ${CLOSES_AT} AS "closesAt",
    (SELECT count(*)::int FROM exclusion x WHERE x.commitment_id = c.id AND x.state = 'proposed'
       AND x.from_at < r.to_at AND x.to_at > r.from_at) AS exclusions,
    EXISTS (SELECT FROM unjudged u WHERE u.service_id = c.service_id
       AND u.from_at < r.to_at AND u.to_at >= r.from_at) AS unjudged,
    (SELECT count(*)::int FROM finding f JOIN finding_service fs ON fs.finding_id = f.id
       WHERE fs.service_id = c.service_id AND f.kind = 'silentSource' AND f.ended_at IS NULL
         AND f.opened_at < r.to_at) AS "silentSources"
  ${FROM}`;

/** Agreements and periods in which something closes until the instant, the first one first. */
export const CLOSING_SOON = `
  SELECT a.id AS "agreementId", r.period, min(${CLOSES_AT}) AS "closesAt" ${FROM}
    AND r.to_at < $1 AND ${CLOSES_AT} <= $1
  GROUP BY a.id, r.period ORDER BY 3, 1`;

/** Results by id, as closing takes them. */
export const CLOSED_ROWS = `${NEWEST} AND id = ANY($1) ORDER BY commitment_id`;
