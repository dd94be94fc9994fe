import type { FollowingPeriod, RemedyTerms } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** A credit that stands, with what decides how it counts together with others. */
export interface OwedCredit {
  agreementId: string;
  agreementKind: 'sla' | 'ola' | 'uc';
  timeZone: string;
  currency: string;
  versionId: string;
  remedy: RemedyTerms | null;
  period: string;
  /** Last day of the period, where the agreement is. */
  lastDay: string;
  /** When the period was closed. */
  closedOn: string;
  /** The first thing that went wrong; the last day of the period where nothing is known. */
  lostOn: string;
  holidays: string[];
  creditId: string;
  commitmentId: string;
  percent: string;
  charge: string;
  incident: string | null;
  isRepeated: boolean;
  following: readonly FollowingPeriod[];
}

/** Longer than the year of a contract and a quarter before it. */
const REACH = `interval '16 months'`;

/** On a result `r` of `commitment c` under `agreement_version v`: the closed periods after it without a gap, as many as count. */
const FOLLOWING = `
  WITH RECURSIVE next AS (
    SELECT p.id, p.to_at, 1 AS place FROM period_result p
     WHERE p.commitment_id = c.id AND p.from_at = r.to_at AND p.state = 'frozen'
    UNION ALL
    SELECT p.id, p.to_at, next.place + 1 FROM next JOIN period_result p
        ON p.commitment_id = c.id AND p.from_at = next.to_at AND p.state = 'frozen'
     WHERE next.place < (v.remedy -> 'earnBack' ->> 'periods')::int
  )
  SELECT json_agg(json_build_object('isMet', p.verdict = 'met',
      'goodPercent', (CASE ft.comparator WHEN 'atLeast' THEN p.figure ELSE 100 - p.figure END)::text) ORDER BY next.place) AS kept
    FROM next JOIN period_result p ON p.id = next.id JOIN commitment_terms ft ON ft.id = p.terms_id`;

/**
 * Credits with an amount, of the revisions that stand. What spent most of a budget is its incident: by the number that
 * another system gave it, which services that fail together share.
 */
const OWED = `
  SELECT a.id AS "agreementId", a.kind AS "agreementKind", a.time_zone AS "timeZone", a.currency,
      v.id AS "versionId", v.remedy, r.period, k.id AS "creditId", c.id AS "commitmentId",
      CASE WHEN k.below_minimum THEN '0' ELSE k.percent::text END AS percent, k.charge::text,
      ((r.to_at - interval '1 millisecond') AT TIME ZONE a.time_zone)::date::text AS "lastDay",
      (r.frozen_at AT TIME ZONE a.time_zone)::date::text AS "closedOn",
      (coalesce(lost.at, r.to_at - interval '1 millisecond') AT TIME ZONE a.time_zone)::date::text AS "lostOn",
      worst.ref AS incident, coalesce(h.hours -> 'holidays', '[]') AS holidays,
      EXISTS (
        SELECT FROM period_result p JOIN breach b ON b.result_id = p.id
         WHERE p.commitment_id = c.id AND p.to_at = r.from_at AND p.state = 'frozen'
      ) AS "isRepeated",
      coalesce(after.kept, '[]') AS following
    FROM period_result r
    JOIN service_credit k ON k.result_id = r.id AND k.charge IS NOT NULL
    JOIN breach b ON b.result_id = r.id
    JOIN commitment c ON c.id = r.commitment_id
    JOIN agreement a ON a.id = c.agreement_id
    JOIN commitment_terms t ON t.id = r.terms_id
    JOIN agreement_version v ON v.id = t.version_id
    JOIN service_calendar_version h ON h.id = r.calendar_version_id
    LEFT JOIN LATERAL (
      SELECT min(e.from_at) AS at FROM result_contribution e WHERE e.result_id = r.id AND e.bad
    ) lost ON true
    LEFT JOIN LATERAL (
      SELECT coalesce(
          (SELECT min(o.system || ':' || o.external_id) FROM outage_report o WHERE o.outage_id = e.evidence_id),
          e.kind || ':' || e.evidence_id) AS ref
        FROM result_contribution e
       WHERE e.result_id = r.id AND e.bad AND e.kind IN ('outage', 'ticket') ORDER BY e.position LIMIT 1
    ) worst ON true
    LEFT JOIN LATERAL (${FOLLOWING}) after ON v.remedy -> 'earnBack' ->> 'periods' IS NOT NULL
   WHERE r.state = 'frozen' AND a.id = ANY ($1::uuid[]) AND r.to_at BETWEEN $2::date - ${REACH} AND $3::date + ${REACH}
   ORDER BY a.id, r.to_at, r.period, c.id`;

/** Of the agreements, for every period of the contract years of the days between two. */
export function owedCredits(
  tx: EntityManager,
  agreementIds: readonly string[],
  from: string,
  to: string,
): Promise<OwedCredit[]> {
  return tx.query(OWED, [agreementIds, from, to]);
}
