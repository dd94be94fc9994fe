import {
  type BundleDefinition,
  parseBundleDefinition,
  partRefusal,
  setAsideRefusal,
  type Viewer,
} from '@accord/domain';
import { In } from 'typeorm';
import { enterpriseToday } from '../../people/enterprise.loader.js';
import { Parameters } from '../../platform/database/parameters.js';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader, type Loaders } from '../../platform/graphql/loaders.js';
import { teamToday } from '../management/service-management.loader.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { offeredPrices } from '../plans/plan.loader.js';
import { notEntitled } from '../services/not-entitled.js';
import { serviceById } from '../services/service.loader.js';
import { visibleServices } from '../services/visible-services.js';
import { definitionOfVersion } from '../versions/service-version.loader.js';
import { visibleBundles } from './visible-bundles.js';
import type { BundlePartEntity } from './bundle-part.entity.js';
import { BundleVersionEntity } from './bundle-version.entity.js';
import { BundleEntity } from './bundle.entity.js';

export const bundleById = defineLoader<string, BundleEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(BundleEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** A part with the plan that it names. */
export type BundlePartRow = BundlePartEntity & { serviceId: string };

/** As they stand in the bundle; without those whose services the viewer does not see. */
export const partsOfBundle = defineLoader<string, BundlePartRow[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const rows: BundlePartRow[] = await manager.query(
    `SELECT x.bundle_id AS "bundleId", x.key, x.plan_id AS "planId", x.position, x.required, x.quantity, x.limits, x.most,
            s.id AS "serviceId"
       FROM bundle_part x JOIN plan p ON p.id = x.plan_id JOIN service s ON s.id = p.service_id
      WHERE x.bundle_id = ANY (${parameters.add(ids)}::uuid[]) AND ${visibleServices(act.viewer!, parameters)}
      ORDER BY x.position`,
    parameters.values,
  );
  return groupedBy(ids, rows, ({ bundleId }) => bundleId);
});

/** On offer, by name; without those that the viewer does not see. */
export const bundlesOfPlan = defineLoader<string, BundleEntity[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const rows: { planId: string; bundleId: string }[] = await manager.query(
    `SELECT x.plan_id AS "planId", b.id AS "bundleId" FROM bundle_part x JOIN bundle b ON b.id = x.bundle_id
      WHERE x.plan_id = ANY (${parameters.add(ids)}::uuid[]) AND b.live_version_id IS NOT NULL AND b.ended_at IS NULL
        AND ${visibleBundles(act.viewer!, parameters)} ORDER BY b.name, b.id`,
    parameters.values,
  );
  const bundles = await manager.findBy(BundleEntity, { id: In(rows.map(({ bundleId }) => bundleId)) });
  return groupedBy(ids, rows, ({ planId }) => planId).map((of) =>
    of.map(({ bundleId }) => bundles.find(({ id }) => id === bundleId)!),
  );
});

export const planOfPart = defineLoader<string, PlanEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(PlanEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** Newest first. */
export const versionsOfBundle = defineLoader<string, BundleVersionEntity[]>(async (ids, { manager }) => {
  const versions = await manager.find(BundleVersionEntity, {
    where: { bundleId: In([...ids]) },
    order: { number: 'DESC' },
  });
  return groupedBy(ids, versions, ({ bundleId }) => bundleId);
});

/** By the id of a version. */
export const bundleDefinition = defineLoader<string, BundleDefinition>(async (ids, { manager }) => {
  const versions = await manager.findBy(BundleVersionEntity, { id: In([...ids]) });
  return inOrderOf(ids, versions, ({ id }) => id).map((version) => parseBundleDefinition(version!.definition));
});

/** Why the viewer cannot order the part now, in one sentence; null when they can. */
export async function refusalOfPart(
  loaders: Loaders,
  viewer: Viewer,
  { planId, serviceId, limits }: BundlePartRow,
): Promise<string | null> {
  const service = (await loaders.load(serviceById, serviceId))!;
  const plan = (await loaders.load(planOfPart, planId))!;
  const { today } = await loaders.load(enterpriseToday, 'enterprise');
  const refusal = partRefusal(service, plan, { today, hasTeam: (await teamToday(loaders, serviceId)) !== null });
  if (refusal) return refusal;
  if (limits.length > 0) {
    const { liveVersionId } = service;
    const form = liveVersionId && (await loaders.load(definitionOfVersion, liveVersionId)).form;
    const { now } = await loaders.load(offeredPrices, planId);
    const offered = { service: service.name, plan: plan.name, limits: plan.limits, prices: now, form: form || null };
    const unfit = setAsideRefusal(limits, offered);
    if (unfit) return unfit;
  }
  return (await notEntitled(viewer, service, loaders))?.message ?? null;
}
