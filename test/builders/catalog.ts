import { PlanEntity } from '@accord/api/catalog/plans/plan.entity.js';
import { PriceComponentEntity } from '@accord/api/catalog/plans/price-component.entity.js';
import { scoreColumns } from '@accord/api/catalog/services/service-columns.js';
import { ServiceEntity } from '@accord/api/catalog/services/service.entity.js';
import { ServiceSupportEntity } from '@accord/api/catalog/services/service-support.entity.js';
import { uuidv7 } from '@accord/api/platform/uuid.js';
import type { ArchetypeScores, PriceComponent } from '@accord/domain';
import type { Api } from './api.js';
import type { peopleBuilders } from './people.js';

export interface GivenService extends Partial<Omit<ServiceEntity, 'id' | 'version'>> {
  scores?: ArchetypeScores | null;
  /** What it rests on. */
  supporting?: { id: string }[];
}

export interface GivenPlan extends Partial<Omit<PlanEntity, 'id' | 'version' | 'serviceId'>> {
  prices?: Partial<PriceComponent>[];
}

const ALWAYS = new Date('2000-01-01T00:00:00Z');
const MONTHLY: PriceComponent = { kind: 'recurring', label: 'Fee', amount: '10.00', per: 'month', unitName: null };

/** Services as they stand, put straight into the database, whatever moves would have led there. */
export function catalogBuilders(api: Api, people: ReturnType<typeof peopleBuilders>) {
  const { manager } = api.dataSource;
  let made = 0;

  return {
    /** A live service with an owner, unless said otherwise. */
    async service({ scores = null, supporting = [], ...columns }: GivenService = {}): Promise<ServiceEntity> {
      const n = ++made;
      const ownerId = columns.ownerId !== undefined ? columns.ownerId : (await people.person()).id;
      const service = await manager.save(ServiceEntity, {
        id: uuidv7(),
        slug: `service-${n}`,
        name: `Service ${n}`,
        outcome: 'Work gets done.',
        description: '',
        synonyms: [],
        lineOfService: 'softwareSupport',
        lifecycle: 'live',
        unitId: null,
        providerId: null,
        ...scoreColumns(scores),
        ...columns,
        ownerId,
      } as Partial<ServiceEntity>);
      const links = supporting.map(({ id }) => ({ serviceId: service.id, supportingServiceId: id }));
      await manager.insert(ServiceSupportEntity, links);
      return manager.findOneByOrFail(ServiceEntity, { id: service.id });
    },

    /** Ten euros a month, unless said otherwise. */
    async plan(service: { id: string }, { prices = [MONTHLY], ...columns }: GivenPlan = {}): Promise<PlanEntity> {
      const n = ++made;
      const plan = await manager.save(PlanEntity, {
        id: uuidv7(),
        serviceId: service.id,
        slug: `plan-${n}`,
        name: `Plan ${n}`,
        description: '',
        currency: 'EUR',
        agreementId: null,
        endedAt: null,
        ...columns,
      });
      const rows = prices.map((price, position) => ({ ...MONTHLY, ...price, id: uuidv7(), planId: plan.id, position }));
      await manager.insert(
        PriceComponentEntity,
        rows.map((row) => ({ ...row, startedAt: ALWAYS, endedAt: null })),
      );
      return plan;
    },

    async lifecycleOf({ id }: { id: string }): Promise<string> {
      return (await manager.findOneByOrFail(ServiceEntity, { id })).lifecycle;
    },
  };
}
