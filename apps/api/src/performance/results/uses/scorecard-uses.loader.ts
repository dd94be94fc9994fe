import { canSeeScorecard, periodName } from '@accord/domain';
import { groupedBy } from '../../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../../platform/graphql/loaders.js';
import { TOLD, type UseRow, useOf } from './use-row.js';
import type { ResultUse } from './result-use.type.js';

interface ScorecardUse extends UseRow {
  providerId: string;
  slug: string;
  name: string;
  services: { serviceId: string; unitId: string | null }[];
}

/**
 * Scorecards whose KPIs read a result: that of the provider which is bound, by the version that rules the period. They
 * are computed from what is frozen now, so that they hold the newest revision alone.
 */
export const scorecardUses = defineLoader<string, ResultUse[]>(async (ids, { manager, act }) => {
  const rows: ScorecardUse[] = await manager.query(
    `${TOLD} SELECT told."of", told.period, told.revision, told.outdated, p.id AS "providerId", p.slug, p.name, ${SERVICES} AS services
     FROM told
     JOIN commitment c ON c.id = told.commitment_id
     JOIN agreement a ON a.id = c.agreement_id
     JOIN provider p ON p.id = a.provider_id
     CROSS JOIN LATERAL (
       SELECT v.id FROM scorecard_version v
       WHERE v.provider_id = p.id AND v.state = 'approved'
         AND v.effective_from <= (told.from_at AT TIME ZONE told.time_zone)::date
       ORDER BY v.effective_from DESC LIMIT 1
     ) ruling
     JOIN kpi ON kpi.version_id = ruling.id AND kpi.commitment_id = c.id
     WHERE NOT told.outdated`,
    [ids],
  );
  const known = rows.filter(({ providerId, services }) => canSeeScorecard(act.viewer!, providerId, services));
  return groupedBy(ids, known, ({ of }) => of).map((group) => group.map(shown));
});

/** What `provider p` delivers or is bound for. */
const SERVICES = `coalesce((
  SELECT json_agg(json_build_object('serviceId', s.id, 'unitId', s.unit_id)) FROM service s
  WHERE s.provider_id = p.id OR EXISTS (SELECT FROM commitment o JOIN agreement b ON b.id = o.agreement_id
    WHERE o.service_id = s.id AND b.provider_id = p.id)
), '[]')`;

function shown(row: ScorecardUse): ResultUse {
  const { slug, name, period } = row;
  const path = `/providers/${slug}?tab=scorecard&period=${period}`;
  return useOf(row, { kind: 'scorecard', label: `Scorecard of ${name}, ${periodName(period)}`, path });
}
