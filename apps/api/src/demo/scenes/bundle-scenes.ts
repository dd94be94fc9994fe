import { Favourites } from '../../catalog/favourites/favourites.js';
import { BUNDLES, FAVOURITES } from '../content/bundles.js';
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
  ];
}
