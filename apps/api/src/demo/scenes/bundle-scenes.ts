import { addDays } from '@accord/domain';
import { orderOfBundle } from '../../catalog/bundles/order-of-bundle.js';
import { Favourites } from '../../catalog/favourites/favourites.js';
import { Database } from '../../platform/database/database.js';
import { Loaders } from '../../platform/graphql/loaders.js';
import { ordersBy } from '../builders/orders.js';
import { BUNDLES, FAVOURITES, ORDERED_BUNDLE } from '../content/bundles.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

/** On the last evening, once the forms ask what they ask: what is ordered together, and what somebody wants to find again. */
export function bundleScenes(stage: Stage): Scene[] {
  const evening = (time: string) => instantAt(stage.months.zone, stage.workingDayBefore(1), time);
  const idsOf = (slugs: readonly string[]) => slugs.map((slug) => stage.id('service', slug));
  return [
    ...BUNDLES.map((bundle) => ({
      at: evening('18:10'),
      step: 'Catalog',
      play: () => stage.catalogOf('priya').bundle(bundle),
    })),
    ...FAVOURITES.map(([person, services]) => ({
      at: evening('18:15'),
      step: 'Catalog',
      play: async () => {
        const act = await stage.act(person);
        for (const id of idsOf(services)) await stage.get(Favourites).setService(act, id, true);
      },
    })),
    { at: evening('18:30'), step: 'Orders', play: () => orderBundle(stage) },
  ];
}

/** One bundle for a colleague; what is asked once goes to the parts that ask it. */
async function orderBundle(stage: Stage): Promise<void> {
  const { slug, by, beneficiary, lead, reason, place, untilIn, parts } = ORDERED_BUNDLE;
  const act = await stage.act(by);
  const until = addDays(stage.workingDayBefore(1), untilIn);
  const [beneficiaryId, leadId] = [stage.id('person', beneficiary), stage.id('person', lead)];
  const answers = { ...place, until, people: [beneficiaryId], lead: leadId };
  const manager = stage.get(Database).read;
  const { items } = await orderOfBundle(manager, act.viewer, new Loaders({ manager, act }), {
    slug,
    answers,
    parts: Object.entries(parts).map(([key, asked]) => ({ key, answers: asked })),
  });
  const wanted = items.map((item) => ({ ...item, kind: 'subscribe' as const, limits: [...item.limits] }));
  await ordersBy(stage.get).placed(act, { items: wanted, bundleAnswers: answers, beneficiaryId, reason });
}
