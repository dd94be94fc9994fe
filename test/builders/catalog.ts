import { PlanEntity } from '@accord/api/catalog/plans/plan.entity.js';
import type { PlanDescription } from '@accord/api/catalog/plans/plans.js';
import { ServiceEntity } from '@accord/api/catalog/services/service.entity.js';
import { ServiceSupportEntity } from '@accord/api/catalog/services/service-support.entity.js';
import { catalogBy } from '@accord/api/demo/builders/catalog.js';
import type { ArchetypeScores, PriceComponent } from '@accord/domain';
import type { Api } from './api.js';
import { longAgo } from './hands.js';
import type { peopleBuilders } from './people.js';

export interface GivenService extends Partial<Omit<ServiceEntity, 'id' | 'version'>> {
  scores?: ArchetypeScores | null;
  /** What it rests on. */
  supporting?: { id: string }[];
}

export interface GivenPlan extends Pick<Partial<PlanDescription>, 'name' | 'description' | 'agreementId' | 'delivery'> {
  prices?: Partial<PriceComponent>[];
  currency?: string;
  slug?: string;
  endedAt?: Date | null;
}

const MONTHLY: PriceComponent = { kind: 'recurring', label: 'Fee', amount: '10.00', per: 'month', unitName: null };

/** Services and plans, made through the use cases; a service then stands where a story finds it. */
export function catalogBuilders(api: Api, people: ReturnType<typeof peopleBuilders>) {
  const { manager } = api.dataSource;
  const shared = catalogBy(longAgo(api));
  let made = 0;

  return {
    /** A live service with an owner, unless said otherwise. */
    async service({
      scores = null,
      supporting = [],
      lifecycle = 'live',
      ownerId,
      ...words
    }: GivenService = {}): Promise<ServiceEntity> {
      const n = ++made;
      const owner = ownerId === undefined ? (await people.person()).id : ownerId;
      const { id, version } = await shared.service({
        slug: `service-${n}`,
        name: `Service ${n}`,
        outcome: 'Work gets done.',
        description: '',
        synonyms: [],
        lineOfService: 'softwareSupport',
        ...words,
        scores,
        ownerId: owner,
      });
      // As if it had been moved there, without the plans and agreements that each move asks for.
      await manager.update(ServiceEntity, { id }, { lifecycle, ownerId: owner, version });
      const links = supporting.map((other) => ({ serviceId: id, supportingServiceId: other.id }));
      await manager.insert(ServiceSupportEntity, links);
      return manager.findOneByOrFail(ServiceEntity, { id });
    },

    /** Ten euros a month, unless said otherwise. */
    async plan(service: { id: string }, { prices = [MONTHLY], endedAt = null, ...words }: GivenPlan = {}) {
      const n = ++made;
      const plan = await shared.plan({
        serviceId: service.id,
        slug: `plan-${n}`,
        name: `Plan ${n}`,
        description: '',
        currency: 'EUR',
        ...words,
        prices: prices.map((price) => ({ ...MONTHLY, ...price })),
      });
      if (endedAt) await manager.update(PlanEntity, { id: plan.id }, { endedAt, version: plan.version });
      return manager.findOneByOrFail(PlanEntity, { id: plan.id });
    },

    async lifecycleOf({ id }: { id: string }): Promise<string> {
      return (await manager.findOneByOrFail(ServiceEntity, { id })).lifecycle;
    },
  };
}
