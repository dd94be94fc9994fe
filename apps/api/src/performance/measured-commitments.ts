import {
  periodsEndingIn,
  periodsOf,
  surelyOver,
  type Comparator,
  type PeriodId,
  type ScoredResult,
  type TermsInForce,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { DEEMED } from './results/deemed.js';

/** A commitment of a provider, and when it promised what. */
export interface MeasuredCommitment {
  id: string;
  name: string;
  serviceName: string;
  timeZone: string;
  terms: TermsInForce[];
}

/** A result with what a scorecard and a pack tell of it. */
export interface MeasuredResult extends ScoredResult {
  commitmentId: string;
  revision: number;
  figure: string | null;
  target: string;
  comparator: Comparator;
}

const COMMITMENTS = `
  SELECT c.id, c.name, s.name AS "serviceName", a.time_zone AS "timeZone", a.provider_id AS "providerId",
    coalesce((
      SELECT json_agg(json_build_object('termsId', t.id, 'window', t.window_kind,
        'effectiveFrom', v.effective_from, 'effectiveTo', v.effective_to) ORDER BY v.effective_from)
      FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id
      WHERE t.commitment_id = c.id AND v.state = 'inForce'
    ), '[]') AS terms
  FROM commitment c JOIN agreement a ON a.id = c.agreement_id JOIN service s ON s.id = c.service_id`;

export function commitmentsById(manager: EntityManager, ids: readonly string[]): Promise<MeasuredCommitment[]> {
  return manager.query(`${COMMITMENTS} WHERE c.id = ANY($1::uuid[])`, [ids]);
}

/** What binds the provider, by service and name. */
export function commitmentsBinding(manager: EntityManager, providerId: string): Promise<MeasuredCommitment[]> {
  return manager.query(
    `${COMMITMENTS} WHERE a.provider_id = $1 ORDER BY s.name COLLATE "und-x-icu", c.name COLLATE "und-x-icu", c.id`,
    [providerId],
  );
}

/** The newest revisions of the results that end in one of the periods, oldest first. */
export function resultsEndingIn(
  manager: EntityManager,
  commitmentIds: readonly string[],
  periods: readonly PeriodId[],
): Promise<MeasuredResult[]> {
  const ids = [...new Set(periods.flatMap(periodsEndingIn))];
  return manager.query(
    `SELECT r.id, r.commitment_id AS "commitmentId", r.period, r.revision, r.state, r.verdict, r.figure::text,
       r.numerator::text, r.denominator::text, r.coverage::text, r.target::text, t.comparator,
       ${DEEMED} AS deemed
     FROM period_result r JOIN commitment_terms t ON t.id = r.terms_id
     WHERE r.state <> 'superseded' AND r.commitment_id = ANY($1::uuid[]) AND r.period = ANY($2::text[])
     ORDER BY r.from_at, r.id`,
    [commitmentIds, ids],
  );
}

/** The periods that end in a period and for which the commitment promises something. */
export function promisedIn(period: PeriodId, { timeZone, terms }: MeasuredCommitment): PeriodId[] {
  const ids = new Set(periodsEndingIn(period));
  const promised = periodsOf(timeZone, terms, surelyOver(period)).map((judged) => judged.period.id);
  return [...new Set(promised.filter((id) => ids.has(id)))];
}
