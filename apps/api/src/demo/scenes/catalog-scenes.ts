import type { ServiceDefinition } from '@accord/domain';
import { RetirementDays } from '../../catalog/retirement/retirement-days.js';
import { Retirements } from '../../catalog/retirement/retirements.js';
import { Services } from '../../catalog/services/services.js';
import { ServiceVersions } from '../../catalog/versions/service-versions.js';
import { RELATED } from '../content/bundles.js';
import { ENTITLEMENTS } from '../content/entitlements.js';
import { PROVIDERS } from '../content/providers.js';
import type { DemoPlan, DemoPrice, DemoService } from '../content/service.js';
import { SERVICES } from '../content/services.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

/** Who delivers, and what. */
export function catalogScenes(stage: Stage): Scene[] {
  const { months } = stage;
  return [
    { at: months.at(0, 5, '09:00'), step: 'Providers', play: () => addProviders(stage) },
    ...SERVICES.flatMap((service) => lifeOf(stage, service)),
    ...supportScenes(stage),
    ...changeScenes(stage),
  ];
}

async function addProviders(stage: Stage): Promise<void> {
  for (const provider of PROVIDERS) {
    const { slug, name, kind, description } = provider;
    const whose =
      provider.kind === 'internal'
        ? { teamId: stage.id('team', provider.team) }
        : { country: provider.country, website: provider.website };
    const added = await stage.catalogOf('hugo').provider({ slug, name, kind, description, ...whose });
    stage.made('provider', slug, added);
  }
}

/** Services that begin with the demo are prepared in month 0; agreements stand between the charter and the catalog. */
function lifeOf(stage: Stage, service: DemoService): Scene[] {
  const { months } = stage;
  const { slug, owner, life = { live: 1 } } = service;
  const { live, proposed = live === 1 ? 0 : undefined, retiring, retired } = life;
  const chartered = life.chartered ?? (live === 1 ? 0 : live);
  const id = () => stage.id('service', slug);
  const services = stage.get(Services);
  const step = 'Catalog';
  const scenes: (Scene | false | undefined)[] = [
    proposed !== undefined && { at: months.at(proposed, 9, '09:00'), step, play: () => propose(stage, service) },
    chartered !== undefined && {
      at: months.at(chartered, chartered === live ? 1 : 11, '08:00'),
      step,
      play: async () => services.move(await stage.act('ruth'), id(), 'charter'),
    },
    chartered !== undefined && {
      at: months.at(chartered, chartered === live ? 1 : 24, '08:30'),
      step,
      play: () => offer(stage, service),
    },
    live !== undefined && {
      at: months.at(live, 1, '09:00'),
      step,
      play: async () => services.move(await stage.act(owner), id(), 'publish'),
    },
    retiring !== undefined && {
      at: months.at(retiring, 12, '10:00'),
      step,
      play: () => retire(stage, service, retired === undefined ? months.day(14, 31) : months.day(retired, 4)),
    },
    retired !== undefined && {
      at: months.at(retired, 5, '10:00'),
      step,
      play: () => stage.get(RetirementDays).pass({}, { at: stage.clock.now() }),
    },
  ];
  return scenes.filter((scene) => !!scene);
}

async function propose(stage: Stage, service: DemoService): Promise<void> {
  const { slug, name, outcome, description, synonyms, line, scores, owner, unit, provider } = service;
  const [operationalDependence, strategicImpact, standardizability, uncertainty] = scores;
  const proposed = await stage.catalogOf(owner).service({
    slug,
    name,
    outcome,
    description,
    synonyms: [...synonyms],
    lineOfService: line,
    scores: { operationalDependence, strategicImpact, standardizability, uncertainty },
    ownerId: stage.id('person', owner),
    unitId: stage.id('unit', unit),
    providerId: stage.id('provider', provider),
  });
  stage.made('service', slug, proposed);
}

/** Its owner proposes the end, and the BT office decides. */
async function retire(stage: Stage, { slug, owner, plans, leadsTo }: DemoService, endsOn: string): Promise<void> {
  const reason = 'Its last users move to a newer service.';
  const paths = plans.map((plan) => {
    const successorId = leadsTo ? stage.id('plan', leadsTo) : null;
    return { planId: stage.id('plan', `${slug}/${plan.slug}`), successorId, answers: [] };
  });
  const wish = { serviceId: stage.id('service', slug), endsOn, reason, paths };
  const { id } = await stage.get(Retirements).propose(await stage.act(owner), wish);
  await stage.get(Retirements).decide(await stage.act(owner === 'nils' ? 'ruth' : 'nils'), id);
}

async function offer(stage: Stage, { slug, owner, plans, seenBy }: DemoService): Promise<void> {
  const made = await stage.catalogOf(owner).offered({ id: stage.id('service', slug) }, (now) => ({
    ...now,
    plans: plans.map(definitionOf),
    ...(seenBy && { entitlement: { ...now.entitlement, see: { units: [seenBy] } } }),
  }));
  for (const plan of made) stage.made('plan', `${slug}/${plan.slug}`, plan);
}

function definitionOf({ slug, name, description, currency = 'EUR', sla, delivery, prices, limits }: DemoPlan) {
  return {
    slug,
    name,
    description,
    currency,
    agreement: sla ?? null,
    delivery: delivery ? { targetHours: delivery[0], calendar: delivery[1] } : null,
    prices: prices.map(priceOf),
    limits,
  };
}

function priceOf(price: DemoPrice) {
  const [kind, label, amount] = price;
  if (kind === 'oneOff') return { kind, label, amount };
  if (kind === 'recurring') return { kind, label, amount, per: price[3] };
  const counted = { kind, label, amount, unitName: price[3], per: price[4] ?? null };
  const above = kind === 'perUnit' ? undefined : price[5];
  if (!above) return counted;
  return { ...counted, tiers: [{ upTo: above[0], amount }, { amount: above[1] }] };
}

/** What rests on what, once all of it is there. */
function supportScenes(stage: Stage): Scene[] {
  return SERVICES.filter(({ supporting }) => supporting).map(({ slug, supporting = [], life }) => ({
    at: stage.months.at(life?.proposed ?? 0, 10, '15:00'),
    step: 'Catalog',
    play: () =>
      stage.catalogOf('ruth').supporting(
        { id: stage.id('service', slug) },
        supporting.map((other) => stage.id('service', other)),
      ),
  }));
}

/** A decision that expires, a price that changed, and one that waits for a second person. */
function changeScenes(stage: Stage): Scene[] {
  const { months } = stage;
  return [
    ...ENTITLEMENTS.map(([author, service, entitlement]) => ({
      at: months.at(8, 3, '10:00'),
      step: 'Catalog',
      play: () =>
        stage.catalogOf(author).offered({ id: stage.id('service', service) }, (now) => ({ ...now, entitlement })),
    })),
    ...RELATED.map(([author, service, relatedServices]) => ({
      at: months.at(8, 4, '10:00'),
      step: 'Catalog',
      play: () =>
        stage.catalogOf(author).offered({ id: stage.id('service', service) }, (now) => ({ ...now, relatedServices })),
    })),
    {
      at: months.at(11, 17, '14:00'),
      step: 'Catalog',
      play: async () => {
        const reason =
          'The showrooms win customers with it this season; we treat it as a differentiator until the review.';
        const act = { ...(await stage.act('ruth')), reason };
        const expiresOn = months.day(15, 31);
        return stage
          .get(Services)
          .overrideArchetype(act, stage.id('service', 'sales-reporting'), 'differentiator', expiresOn);
      },
    },
    {
      at: months.at(7, 1, '09:30'),
      step: 'Catalog',
      play: () =>
        stage
          .catalogOf('priya')
          .offered({ id: stage.id('service', 'email-and-calendar') }, (now) => mailboxAt(now, '3.95', null)),
    },
    {
      at: instantAt(months.zone, stage.workingDayBefore(2), '11:20'),
      step: 'Catalog',
      play: async () => {
        const act = await stage.act('priya');
        const versions = stage.get(ServiceVersions);
        const { id, revision, definition } = await versions.draft(act, stage.id('service', 'email-and-calendar'));
        await versions.change(act, id, revision, mailboxAt(definition, '4.35', months.day(15, 1)));
        return versions.propose(act, id);
      },
    },
  ];
}

function mailboxAt(now: ServiceDefinition, amount: string, pricesFrom: string | null): object {
  const prices = [{ kind: 'perUnit', label: 'Mailbox', amount, unitName: 'mailbox', per: 'month' }];
  const plans = now.plans.map((plan) => (plan.slug === 'standard' ? { ...plan, prices, pricesFrom } : plan));
  return { ...now, plans };
}
