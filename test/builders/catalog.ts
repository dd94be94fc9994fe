import { PlanEntity } from '@accord/api/catalog/plans/plan.entity.js';
import { ServiceEntity } from '@accord/api/catalog/services/service.entity.js';
import { ServiceSupportEntity } from '@accord/api/catalog/services/service-support.entity.js';
import { ServiceVersionEntity } from '@accord/api/catalog/versions/service-version.entity.js';
import { ServiceVersions } from '@accord/api/catalog/versions/service-versions.js';
import { catalogBy } from '@accord/api/demo/builders/catalog.js';
import { PersonEntity } from '@accord/api/people/person.entity.js';
import type {
  ArchetypeScores,
  BundleDefinition,
  BundlePart,
  PlanDefinition,
  PriceComponent,
  ServiceDefinition,
} from '@accord/domain';
import type { Act } from '@accord/api/platform/act/act.js';
import type { Api } from './api.js';
import { longAgo } from './hands.js';
import type { peopleBuilders } from './people.js';

export interface GivenService extends Partial<Omit<ServiceEntity, 'id' | 'version'>> {
  scores?: ArchetypeScores | null;
  /** What it rests on. */
  supporting?: { id: string }[];
}

export interface GivenPlan extends Partial<Omit<PlanDefinition, 'prices' | 'delivery' | 'agreement'>> {
  prices?: Partial<PriceComponent>[];
  agreementId?: string | null;
  delivery?: { targetHours: string; calendarId: string } | null;
  endedAt?: Date | null;
}

type BundleParts = readonly (Partial<BundlePart> & Pick<BundlePart, 'key' | 'plan'>)[];

const MONTHLY: PriceComponent = { kind: 'recurring', label: 'Fee', amount: '10.00', per: 'month', unitName: null };
const LONG_AGO = new Date('2000-01-01T00:00:00Z');

/** Services and plans, made through the use cases; a service then stands where a story finds it. */
export function catalogBuilders(api: Api, people: ReturnType<typeof peopleBuilders>) {
  const { manager } = api.dataSource;
  const hands = longAgo(api);
  let made = 0;
  let two: Promise<string[]> | undefined;
  /** Two who have left since: one writes what is offered, the other one publishes it. */
  const twoPeople = () => (two ??= Promise.all(['Cato Author', 'Cleo Reviewer'].map(formerPerson)));
  const formerPerson = async (name: string) => {
    const { id } = await people.person({ name });
    await manager.update(PersonEntity, { id }, { endedAt: LONG_AGO });
    return id;
  };
  const as = (place: number) => async () => {
    const act = await hands.proposer();
    return { ...act, viewer: { ...act.viewer, personId: (await twoPeople())[place]! } };
  };
  const ours = catalogBy({ ...hands, proposer: as(0), decider: as(1) });
  const shared = { ...catalogBy(hands), offered: ours.offered, bundle: ours.bundle };
  const slugOf = async (table: 'agreement' | 'service_calendar', id: string | null | undefined) =>
    id ? (await manager.query(`SELECT slug FROM ${table} WHERE id = $1`, [id]))[0].slug : null;

  const given = {
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

    /** Ten euros a month, unless said otherwise; published long ago. */
    async plan(
      service: { id: string },
      { prices = [MONTHLY], endedAt = null, agreementId, delivery = null, ...words }: GivenPlan = {},
    ) {
      const n = ++made;
      const plan = {
        slug: `plan-${n}`,
        name: `Plan ${n}`,
        currency: 'EUR',
        ...words,
        agreement: await slugOf('agreement', agreementId),
        delivery: delivery && {
          targetHours: delivery.targetHours,
          calendar: await slugOf('service_calendar', delivery.calendarId),
        },
        prices: prices.map((price) => ({ ...MONTHLY, ...price })),
      };
      const plans = await shared.offered(service, (now) => ({ ...now, plans: [...now.plans, plan] }));
      const { id, version } = plans.find(({ slug }) => slug === plan.slug)!;
      if (endedAt) await manager.update(PlanEntity, { id }, { endedAt, version });
      return manager.findOneByOrFail(PlanEntity, { id });
    },

    /** Made by somebody who has left since, and published long ago unless said otherwise. */
    async bundle(
      definition: Partial<Omit<BundleDefinition, 'parts'>> & { parts: BundleParts },
      state: 'draft' | 'proposed' | 'published' = 'published',
    ): Promise<{ id: string; slug: string; versionId: string }> {
      const n = ++made;
      const words = { name: `Bundle ${n}`, outcome: 'All of it.' };
      const slug = `bundle-${n}`;
      const version = await shared.bundle({ slug, definition: { ...words, ...definition } }, state);
      return { id: version.bundleId, slug, versionId: version.id };
    },

    /** A draft by somebody who has left since. */
    draftVersion: async (service: { id: string }): Promise<ServiceVersionEntity> =>
      api.get(ServiceVersions).draft({ ...(await as(0)()), at: api.clock.now() }, service.id),

    /** The next version of what a service is offered by, published at the instant of the story unless said otherwise. */
    async offered(
      service: { id: string },
      change: (now: ServiceDefinition) => object,
      at: Date = api.clock.now(),
    ): Promise<PlanEntity[]> {
      const when = (act: () => Promise<Act>) => async () => ({ ...(await act()), at });
      const now = catalogBy({ ...hands, proposer: when(as(0)), decider: when(as(1)) });
      return now.offered(service, change);
    },

    /** What a plan is to be from now on, published at the instant of the story. */
    async changedPlan({ id }: { id: string }, change: Partial<PlanDefinition>): Promise<PlanEntity> {
      const { serviceId, slug } = await manager.findOneByOrFail(PlanEntity, { id });
      const changed = (plan: PlanDefinition) => (plan.slug === slug ? { ...plan, ...change } : plan);
      await given.offered({ id: serviceId }, (now) => ({ ...now, plans: now.plans.map(changed) }));
      return manager.findOneByOrFail(PlanEntity, { id });
    },

    async lifecycleOf({ id }: { id: string }): Promise<string> {
      return (await manager.findOneByOrFail(ServiceEntity, { id })).lifecycle;
    },
  };
  return given;
}
