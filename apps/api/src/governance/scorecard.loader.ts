import type { DeliveredService, PeriodId } from '@accord/domain';
import { In } from 'typeorm';
import { groupedBy } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import type { KPIEntity } from './kpi.entity.js';
import { kpisOf, type ScorecardAsked, type ScorecardRow, scorecards } from './scorecard-facts.js';
import { ScorecardVersionEntity } from './scorecard-version.entity.js';

/** Keys are made by `scorecardKey`. */
export const scorecardOfProvider = defineLoader<string, ScorecardRow | null>((keys, { manager, act }) =>
  scorecards(
    manager,
    keys.map((key) => JSON.parse(key) as ScorecardAsked),
    act.at,
  ),
);

export const scorecardKey = (providerId: string, period: PeriodId | null): string =>
  JSON.stringify({ providerId, period });

/** Newest first. */
export const scorecardVersionsOf = defineLoader<string, ScorecardVersionEntity[]>(async (ids, { manager }) => {
  const where = { providerId: In([...ids]) };
  const versions = await manager.find(ScorecardVersionEntity, { where, order: { number: 'DESC' } });
  return groupedBy(ids, versions, ({ providerId }) => providerId);
});

export const kpisOfVersion = defineLoader<string, KPIEntity[]>((ids, { manager }) => kpisOf(manager, ids));

/** What a provider delivers, or is bound for: whose service managers read its scorecard. */
export const servicesOfProvider = defineLoader<string, DeliveredService[]>(async (ids, { manager }) => {
  const rows: (DeliveredService & { providerId: string })[] = await manager.query(
    `SELECT s.provider_id AS "providerId", s.id AS "serviceId", s.unit_id AS "unitId"
     FROM service s WHERE s.provider_id = ANY($1::uuid[])
     UNION
     SELECT a.provider_id, s.id, s.unit_id FROM agreement a
     JOIN commitment c ON c.agreement_id = a.id JOIN service s ON s.id = c.service_id
     WHERE a.provider_id = ANY($1::uuid[])`,
    [ids],
  );
  return groupedBy(ids, rows, ({ providerId }) => providerId);
});
