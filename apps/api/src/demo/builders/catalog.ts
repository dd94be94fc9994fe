import { Plans } from '../../catalog/plans/plans.js';
import { Services } from '../../catalog/services/services.js';
import { Providers } from '../../providers/providers.js';
import type { Hands } from './hands.js';

/** Who delivers, what is offered, and at which price. */
export function catalogBy({ get, proposer }: Pick<Hands, 'get' | 'proposer'>) {
  return {
    provider: async (provider: Parameters<Providers['add']>[1]) => get(Providers).add(await proposer(), provider),
    service: async (service: Parameters<Services['propose']>[1]) => get(Services).propose(await proposer(), service),
    supporting: async ({ id }: { id: string }, supportingServiceIds: string[]) =>
      get(Services).change(await proposer(), id, { supportingServiceIds }),
    plan: async (plan: Parameters<Plans['add']>[1]) => get(Plans).add(await proposer(), plan),
  };
}
