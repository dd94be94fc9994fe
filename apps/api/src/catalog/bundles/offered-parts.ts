import {
  type BundleDefinition,
  type LimitRange,
  type OfferedPart,
  partRefusal,
  type PriceComponent,
  type Viewer,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { holdsOn, PRICES_OF_LIST } from '../plans/plan-prices.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { visibleServices } from '../services/visible-services.js';
import { liveDefinitions } from '../versions/live-definition.js';

interface Found {
  ref: string;
  planId: string;
  serviceId: string;
  service: string;
  lifecycle: ServiceEntity['lifecycle'];
  plan: string;
  currency: string;
  endedAt: Date | null;
  endsOn: string | null;
  priceOnRequest: boolean;
  limits: LimitRange[];
  prices: PriceComponent[] | null;
  hasTeam: boolean;
}

/** What the parts of a bundle name, as it is offered on a day; by their keys, without what there is not. */
export async function offeredParts(
  tx: EntityManager,
  viewer: Viewer,
  { parts }: BundleDefinition,
  today: string,
): Promise<Map<string, OfferedPart & { planId: string }>> {
  const parameters = new Parameters();
  const refs = parameters.add(parts.map(({ plan }) => plan));
  const day = parameters.add(today);
  const found: Found[] = await tx.query(
    `SELECT s.slug || '/' || p.slug AS ref, p.id AS "planId", s.id AS "serviceId", s.name AS service, s.lifecycle,
            p.name AS plan, p.currency, p.ended_at AS "endedAt", p.ends_on::text AS "endsOn",
            p.price_on_request AS "priceOnRequest", p.limits,
            (SELECT ${PRICES_OF_LIST} FROM price_list l WHERE l.plan_id = p.id AND ${holdsOn(`${day}::date`)} LIMIT 1) AS prices,
            EXISTS (SELECT FROM service_management m JOIN team t ON t.id = m.team_id AND t.ended_at IS NULL
                     WHERE m.service_id = s.id AND ${day}::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity')) AS "hasTeam"
       FROM plan p JOIN service s ON s.id = p.service_id
      WHERE s.slug = ANY (SELECT split_part(ref, '/', 1) FROM unnest(${refs}::text[]) ref)
        AND s.slug || '/' || p.slug = ANY (${refs}::text[]) AND ${visibleServices(viewer, parameters)}`,
    parameters.values,
  );
  const live = await liveDefinitions(
    tx,
    found.map(({ serviceId }) => serviceId),
  );
  const pairs = parts.flatMap(({ key, plan }) => {
    const one = found.find(({ ref }) => ref === plan);
    if (!one) return [];
    const { service, plan: name, lifecycle, currency, hasTeam, planId, serviceId, limits, prices } = one;
    const refusal = partRefusal({ name: service, lifecycle }, { ...one, name }, { today, hasTeam });
    const form = live.get(serviceId)?.form ?? null;
    return [[key, { service, plan: name, currency, refusal, form, limits, prices, planId }] as const];
  });
  return new Map(pairs);
}
