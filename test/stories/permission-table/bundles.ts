import type { Rows } from './row.js';
import type { Given, World } from './world.js';

let made = 0;
const definition = {
  name: 'Desk',
  outcome: 'A desk to work at.',
  parts: [
    { key: 'one', plan: 'a/b' },
    { key: 'two', plan: 'c/d' },
  ],
};

/** Somebody else's bundle. */
async function given({ given: builders }: World, state: 'draft' | 'proposed' | 'published') {
  const plans = await (parts ??= twoPlans(builders));
  return builders.bundle({ parts: plans.map((plan, i) => ({ key: `part-${i + 1}`, plan })) }, state);
}

let parts: Promise<string[]> | undefined;

/** Of services that can be ordered. */
async function twoPlans(builders: Given): Promise<string[]> {
  const team = await builders.team();
  const plans: string[] = [];
  for (const service of [await builders.service(), await builders.service()]) {
    await builders.management(service, team);
    plans.push(`${service.slug}/${(await builders.plan(service)).slug}`);
  }
  return plans;
}

const version = async (world: World) => ({ id: (await given(world, 'draft')).versionId });
const published = async (world: World) => ({ id: (await given(world, 'published')).id });

export const bundles: Rows = {
  bundles: {
    arguments: async (world) => (await given(world, 'published'), {}),
    selection: 'id',
    shows: (list) => list.length > 0,
  },
  bundle: { arguments: async (world) => ({ slug: (await given(world, 'published')).slug }), selection: 'id' },
  'bundle.draft': { arguments: async (world) => ({ slug: (await given(world, 'draft')).slug }), selection: 'id' },
  bundleOrder: {
    arguments: async (world) => ({ input: { slug: (await given(world, 'published')).slug } }),
    selection: 'items { quantity }',
  },
  setBundleFavourite: { arguments: async (world) => ({ bundleId: (await published(world)).id, favourite: true }) },
  draftBundle: { arguments: () => ({ input: { slug: `table-bundle-${++made}`, definition } }) },
  draftBundleVersion: { arguments: async (world) => ({ bundleId: (await published(world)).id }) },
  changeBundleDraft: { arguments: async (world) => ({ ...(await version(world)), revision: 1, definition }) },
  proposeBundleVersion: { arguments: version },
  withdrawBundleVersion: { arguments: async (world) => ({ ...(await version(world)), reason: 'Because.' }) },
  publishBundleVersion: { arguments: async (world) => ({ id: (await given(world, 'proposed')).versionId }) },
  endBundle: { arguments: async (world) => ({ ...(await published(world)), reason: 'Because.' }) },
};
