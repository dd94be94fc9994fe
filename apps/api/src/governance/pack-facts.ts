import {
  type FrozenMoney,
  type GatheredAction,
  type GatheredPack,
  type PackedBreach,
  type PackedKPI,
  periodsEndingIn,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { KPIScoreRow, ScorecardRow } from './scorecard-facts.js';

/** Everything that goes into the pack of a scorecard, as it is now. */
export async function gatherPack(tx: EntityManager, scorecard: ScorecardRow): Promise<GatheredPack> {
  const { providerId, period, version, verdict, score, coverage } = scorecard;
  const [provider]: { id: string; name: string }[] = await tx.query('SELECT id, name FROM provider WHERE id = $1', [
    providerId,
  ]);
  const { id: versionId, number, effectiveFrom, minimumCoverage } = version;
  const periods = periodsEndingIn(period);
  return {
    provider: provider!,
    period,
    asOf: scorecard.asOf.toISOString(),
    scorecard: { versionId, number, effectiveFrom, minimumCoverage },
    verdict,
    score,
    coverage,
    kpis: scorecard.kpis.map(packedKPI),
    breaches: await breachesOf(tx, `a.provider_id = $1`, providerId, periods),
    actions: await actionsOf(tx, providerId),
    promisesMissed: await breachesOf(tx, `a.kind = 'sla' AND s.id IN (${RELYING})`, providerId, periods),
  };
}

function packedKPI({ kpi, commitment, state, actual, score, results }: KPIScoreRow): PackedKPI {
  const { name, weight, floor, target } = kpi;
  return {
    name,
    weight,
    floor,
    target,
    state,
    actual,
    score,
    commitmentId: commitment.id,
    commitmentName: commitment.name,
    serviceName: commitment.serviceName,
    results: results.map(({ id, period, revision, figure, numerator, denominator, verdict }) => {
      return { resultId: id, period, revision, figure, numerator, denominator, verdict };
    }),
  };
}

/** Services that the provider delivers or is bound for, and those that these support. */
const RELYING = `
  WITH RECURSIVE relying AS (
    SELECT s.id FROM service s WHERE s.provider_id = $1
    UNION
    SELECT c.service_id FROM commitment c JOIN agreement a ON a.id = c.agreement_id WHERE a.provider_id = $1
    UNION
    SELECT u.service_id FROM relying JOIN service_support u ON u.supporting_service_id = relying.id
  )
  SELECT id FROM relying`;

/** Breaches that stand, by service, commitment and period. */
async function breachesOf(
  tx: EntityManager,
  condition: string,
  providerId: string,
  periods: readonly string[],
): Promise<PackedBreach[]> {
  const rows: (Omit<PackedBreach, 'credit'> & { amount: string | null; currency: string | null })[] = await tx.query(
    `SELECT b.id AS "breachId", r.id AS "resultId", r.revision, c.name AS "commitmentName", s.name AS "serviceName", r.period, r.figure::text,
       r.target::text, k.amount::text, k.currency
     FROM breach b
     JOIN period_result r ON r.id = b.result_id
     JOIN commitment c ON c.id = r.commitment_id
     JOIN agreement a ON a.id = c.agreement_id
     JOIN service s ON s.id = c.service_id
     LEFT JOIN service_credit k ON k.result_id = r.id
     WHERE b.superseded_at IS NULL AND r.state = 'frozen' AND r.period = ANY($2::text[]) AND ${condition}
     ORDER BY s.name COLLATE "und-x-icu", c.name COLLATE "und-x-icu", r.from_at, b.id`,
    [providerId, periods],
  );
  return rows.map(({ amount, currency, ...breach }) => ({ ...breach, credit: moneyOf(amount, currency) }));
}

const moneyOf = (amount: string | null, currency: string | null): FrozenMoney | null =>
  amount === null || currency === null ? null : { amount, currency };

/** Persons who spoke for the provider of `review w` at some time. */
export const ITS_PEOPLE = `SELECT p.person_id FROM role_assignment p
  WHERE p.role = 'providerContact' AND p.provider_id = w.provider_id AND p.state = 'approved'`;

/** What earlier reviews of the provider left to do, by due date. */
function actionsOf(tx: EntityManager, providerId: string): Promise<GatheredAction[]> {
  return tx.query(
    `SELECT t.what, o.name AS owner, t.due::text, t.done_at IS NOT NULL AS done, t.owner_id IN (${ITS_PEOPLE}) AS "isProviders"
     FROM review_action t JOIN review w ON w.id = t.review_id JOIN person o ON o.id = t.owner_id
     WHERE w.provider_id = $1 ORDER BY t.due, t.id`,
    [providerId],
  );
}
