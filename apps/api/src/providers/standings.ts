import type { Verdict, Viewer } from '@accord/domain';
import { visibleAgreements } from '../agreements/visible-agreements.js';
import { Parameters } from '../platform/database/parameters.js';
import { groupedBy } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import type { ProviderStanding } from './provider.type.js';

interface StandingRow {
  providerId: string;
  verdict: Verdict;
  count: number;
}

/**
 * How many commitments of each provider have which verdict in their newest period; only commitments that the viewer sees.
 * The provider bound by the agreement keeps a promise; with customers, the one that delivers the service.
 */
export function standings(viewer: Viewer, parameters: Parameters): string {
  return `
    SELECT coalesce(a.provider_id, s.provider_id) AS provider_id, r.verdict, count(*)::int AS count
      FROM commitment c
      JOIN agreement a ON a.id = c.agreement_id
      JOIN service s ON s.id = c.service_id
      JOIN LATERAL (
        SELECT verdict FROM period_result
         WHERE commitment_id = c.id AND state <> 'superseded' ORDER BY from_at DESC LIMIT 1
      ) r ON true
     WHERE ${visibleAgreements(viewer, parameters)}
     GROUP BY 1, 2`;
}

/** Verdicts of a provider's commitments in their newest period. */
export const standingOf = defineLoader<string, ProviderStanding>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const rows: StandingRow[] = await manager.query(
    `SELECT provider_id AS "providerId", verdict, count FROM (${standings(act.viewer!, parameters)}) standing
      WHERE provider_id = ANY (${parameters.add(ids)}::uuid[])`,
    parameters.values,
  );
  return groupedBy(ids, rows, ({ providerId }) => providerId).map(toStanding);
});

function toStanding(rows: StandingRow[]): ProviderStanding {
  const none = { met: 0, missed: 0, atRisk: 0, insufficientData: 0 };
  return Object.assign(none, Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count])));
}
