import type { ServiceDefinition } from '@accord/domain';
import type { BundleVersionEntity } from '../../catalog/bundles/bundle-version.entity.js';
import { Bundles } from '../../catalog/bundles/bundles.js';
import { PlanEntity } from '../../catalog/plans/plan.entity.js';
import { Services } from '../../catalog/services/services.js';
import { ServiceVersions } from '../../catalog/versions/service-versions.js';
import { Database } from '../../platform/database/database.js';
import { Providers } from '../../providers/providers.js';
import type { Hands } from './hands.js';

/** Who delivers, what is offered, and at which price. */
export function catalogBy({ get, proposer, decider }: Hands) {
  return {
    provider: async (provider: Parameters<Providers['add']>[1]) => get(Providers).add(await proposer(), provider),
    service: async (service: Parameters<Services['propose']>[1]) => get(Services).propose(await proposer(), service),
    supporting: async ({ id }: { id: string }, supportingServiceIds: string[]) =>
      get(Services).change(await proposer(), id, { supportingServiceIds }),

    /** The next version of what a service is offered by: one writes and proposes it, another one publishes it. */
    async offered({ id }: { id: string }, change: (now: ServiceDefinition) => object): Promise<PlanEntity[]> {
      const versions = get(ServiceVersions);
      const author = await proposer();
      const draft = await versions.draft(author, id);
      await versions.change(author, draft.id, draft.revision, change(draft.definition));
      await versions.propose(author, draft.id);
      await versions.publish(await decider(), draft.id);
      return get(Database).read.findBy(PlanEntity, { serviceId: id });
    },

    /** A new bundle, as far as it is to come: one writes and proposes it, another one publishes it. */
    async bundle(
      bundle: Parameters<Bundles['draft']>[1],
      state: 'draft' | 'proposed' | 'published' = 'published',
    ): Promise<BundleVersionEntity> {
      const bundles = get(Bundles);
      const author = await proposer();
      const draft = await bundles.draft(author, bundle);
      if (state === 'draft') return draft;
      const proposed = await bundles.propose(author, draft.id);
      return state === 'proposed' ? proposed : bundles.publish(await decider(), draft.id);
    },
  };
}
