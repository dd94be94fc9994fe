import { type BundleOrder, bundleOrder, DomainError, type OrderForm, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { userErrorsOf } from '../../platform/errors/user-errors-of.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { serviceById } from '../services/service.loader.js';
import { definitionOfVersion } from '../versions/service-version.loader.js';
import { bundleDefinition, partsOfBundle, refusalOfPart } from './bundle.loader.js';
import type { BundleOrderInput } from './bundle.type.js';
import { readBundles } from './read-bundles.js';

/** @throws {DomainError} `NOT_FOUND` for a bundle that is not offered to the viewer. */
export async function orderOfBundle(
  manager: EntityManager,
  viewer: Viewer,
  loaders: Loaders,
  { slug, answers, parts: wanted }: BundleOrderInput,
) {
  const [bundle] = await readBundles(manager, viewer, { slug });
  if (!bundle?.liveVersionId || bundle.endedAt)
    throw new DomainError('NOT_FOUND', 'There is no such bundle.', ['slug']);
  const whole = await loaders.load(bundleDefinition, bundle.liveVersionId);
  const rows = await loaders.load(partsOfBundle, bundle.id);
  // What the viewer does not see is no part for them.
  const definition = { ...whole, parts: whole.parts.filter(({ key }) => rows.some((row) => row.key === key)) };
  const offered = new Map<string, { planId: string; serviceVersionId: string | null; form: OrderForm | null }>();
  for (const { key, planId, serviceId } of rows) {
    const { liveVersionId } = (await loaders.load(serviceById, serviceId))!;
    const form = liveVersionId ? (await loaders.load(definitionOfVersion, liveVersionId)).form : null;
    offered.set(key, { planId, serviceVersionId: form && liveVersionId, form });
  }
  const chosen = Object.fromEntries((wanted ?? []).map(({ key, ...choice }) => [key, choice]));
  const order: BundleOrder = bundleOrder(
    definition,
    { answers: answers ?? {}, parts: chosen },
    (key) => offered.get(key)!.form,
  );
  const unoffered: DomainError[] = [];
  for (const row of rows) {
    const refusal = order.items.some(({ part }) => part === row.key) ? await refusalOfPart(loaders, viewer, row) : null;
    if (refusal) unoffered.push(new DomainError('PART_NOT_OFFERED', refusal, ['parts', row.key]));
  }
  return {
    items: order.items.map(({ part, ...item }) => {
      const { planId, serviceVersionId } = offered.get(part)!;
      return { ...item, planId, serviceVersionId, partOf: { bundleId: bundle.id, part } };
    }),
    dropped: order.dropped,
    refusals: [...unoffered, ...order.refusals].flatMap((refusal) => userErrorsOf(refusal)!),
  };
}
