import { contractYearOf, type RemedyTerms } from '@accord/domain';

/** A period of an agreement of which something changed. */
export interface TouchedPeriod {
  agreementId: string;
  /** Of the period. */
  lastDay: string;
  remedy: RemedyTerms | null;
}

/** The period of each result, and earlier ones whose credits are earned back by it or not. */
export const TOUCHED_BY_RESULTS = `
  SELECT DISTINCT c.agreement_id AS "agreementId", v.remedy,
      ((t.to_at - interval '1 millisecond') AT TIME ZONE t.time_zone)::date::text AS "lastDay"
    FROM period_result r JOIN commitment c ON c.id = r.commitment_id
      JOIN period_result t ON t.commitment_id = c.id AND t.to_at <= r.to_at
      JOIN commitment_terms k ON k.id = t.terms_id JOIN agreement_version v ON v.id = k.version_id
   WHERE r.id = ANY ($1::uuid[]) AND (t.id = r.id OR t.state = 'frozen' AND t.to_at >=
     r.from_at - make_interval(months => 3 * (v.remedy -> 'earnBack' ->> 'periods')::int))`;

export const TOUCHED_BY_CLAIM = `
  SELECT m.agreement_id AS "agreementId", v.remedy, m.period_ends_on::text AS "lastDay"
    FROM claim m JOIN agreement_version v ON v.id = m.version_id WHERE m.id = $1`;

/** Of the contract, in which the period ends. */
export const yearOf = ({ remedy, lastDay }: Pick<TouchedPeriod, 'remedy' | 'lastDay'>): string =>
  contractYearOf(remedy ?? { yearFromMonth: 1 }, lastDay);
