import { bundlePrice, canChangeBundle, canOrder, canSeePrices, isOpen } from '@accord/domain';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { enterpriseToday } from '../../people/enterprise.loader.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { JsonScalar } from '../../platform/graphql/json.scalar.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { offeredPrices } from '../plans/plan.loader.js';
import type { PlanEntity } from '../plans/plan.entity.js';
import { Plan } from '../plans/plan.type.js';
import { serviceById } from '../services/service.loader.js';
import { Service } from '../services/service.type.js';
import type { BundleEntity } from './bundle.entity.js';
import {
  bundleDefinition,
  type BundlePartRow,
  bundlesOfPlan,
  partsOfBundle,
  planOfPart,
  refusalOfPart,
  versionsOfBundle,
} from './bundle.loader.js';
import { orderOfBundle } from './order-of-bundle.js';
import {
  Bundle,
  BundleCost,
  BundleOrder,
  BundleOrderInput,
  BundlePart,
  BundleVersion,
  SharedAnswer,
} from './bundle.type.js';
import { readBundles } from './read-bundles.js';

@Resolver(() => Bundle)
export class BundleResolver {
  constructor(private readonly database: Database) {}

  @Query(() => [Bundle], { description: 'What is offered together, by name.' })
  bundles(
    @CurrentAct() { viewer }: Act,
    @Args('search', { type: () => String, nullable: true, description: 'Finds what is in a bundle, too.' })
    search: string | null,
    @Args('managed', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'Those that the viewer changes, whatever their state.',
    })
    managed: boolean | null,
    @Args('favourites', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'Only those that the viewer marked.',
    })
    favourites: boolean | null,
  ) {
    return readBundles(this.database.read, viewer, { search: search?.slice(0, 200), managed, favourites });
  }

  @Query(() => Bundle, { nullable: true, description: 'Null when there is none, or none that the viewer may see.' })
  async bundle(@CurrentAct() { viewer }: Act, @Args('slug') slug: string) {
    return (await readBundles(this.database.read, viewer, { slug }))[0] ?? null;
  }

  @Query(() => BundleOrder, {
    description: 'The items of the order that a choice stands for, to be quoted, drafted and submitted as any other.',
  })
  bundleOrder(
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('input') input: BundleOrderInput,
  ) {
    return orderOfBundle(this.database.read, viewer, loaders, input);
  }

  @ResolveField(() => Person)
  owner(@Parent() { ownerId }: BundleEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, ownerId);
  }

  @ResolveField(() => [BundlePart], { description: 'Of the version that is offered, as far as the viewer sees them.' })
  parts(@Parent() { id }: BundleEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(partsOfBundle, id);
  }

  @ResolveField(() => JsonScalar, {
    nullable: true,
    description: 'As `ServiceForm.form`; null: nothing is asked once.',
  })
  async form(@Parent() { liveVersionId }: BundleEntity, @CurrentLoaders() loaders: Loaders) {
    return liveVersionId && (await loaders.load(bundleDefinition, liveVersionId)).form;
  }

  @ResolveField(() => [SharedAnswer])
  async answers(@Parent() { liveVersionId }: BundleEntity, @CurrentLoaders() loaders: Loaders) {
    return liveVersionId ? (await loaders.load(bundleDefinition, liveVersionId)).answers : [];
  }

  @ResolveField(() => BundleCost, {
    nullable: true,
    description:
      'Of the required parts, each as often as the bundle says; null without the right to see prices, or while one of them is told on request.',
  })
  async cost(@Parent() { id }: BundleEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    const required = (await loaders.load(partsOfBundle, id)).filter((part) => part.required);
    if (!canSeePrices(viewer) || required.length === 0) return null;
    const plans = await Promise.all(required.map(({ planId }) => loaders.load(planOfPart, planId)));
    if (plans.some((plan) => plan!.priceOnRequest)) return null;
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    const parts = await Promise.all(
      required.map(async ({ planId, quantity, limits }) => {
        const { now } = await loaders.load(offeredPrices, planId);
        return { prices: now ?? [], quantity, limits };
      }),
    );
    const { currency } = plans[0]!;
    const { oneOff, monthly } = bundlePrice(parts, currency, today);
    return { oneOff: { amount: oneOff, currency }, monthly: { amount: monthly, currency } };
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why the viewer cannot order it, in one sentence; null when they can.',
  })
  async orderRefusal(
    @Parent() { id, name, endedAt, liveVersionId }: BundleEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (!canOrder(viewer)) return 'Only requesters order services.';
    if (endedAt) return `${name} is no longer offered.`;
    if (!liveVersionId) return `${name} has not been published yet.`;
    const required = (await loaders.load(partsOfBundle, id)).filter((part) => part.required);
    const refusals = await Promise.all(required.map((part) => refusalOfPart(loaders, viewer, part)));
    return refusals.find((refusal) => refusal !== null) ?? null;
  }

  @ResolveField(() => Boolean)
  viewerCanChange(@Parent() bundle: BundleEntity, @CurrentAct() { viewer }: Act): boolean {
    return canChangeBundle(viewer, bundle) && bundle.endedAt === null;
  }

  @ResolveField(() => [BundleVersion], { description: 'Newest first; empty for who only orders.' })
  versions(@Parent() bundle: BundleEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canChangeBundle(viewer, bundle) ? loaders.load(versionsOfBundle, bundle.id) : [];
  }

  @ResolveField(() => BundleVersion, {
    nullable: true,
    description: 'The version in the making, drafted or proposed; there is one at most.',
  })
  async draft(@Parent() bundle: BundleEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    if (!canChangeBundle(viewer, bundle)) return null;
    return (await loaders.load(versionsOfBundle, bundle.id)).find(({ state }) => isOpen(state)) ?? null;
  }
}

@Resolver(() => Plan)
export class BundlesOfPlanResolver {
  @ResolveField(() => [Bundle], { description: 'Bundles on offer that it is part of, as far as the viewer sees them.' })
  bundles(@Parent() { id }: PlanEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(bundlesOfPlan, id);
  }
}

@Resolver(() => BundlePart)
export class BundlePartResolver {
  @ResolveField(() => Plan)
  plan(@Parent() { planId }: BundlePartRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(planOfPart, planId);
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: BundlePartRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why the viewer cannot order it now; null when they can.',
  })
  refusal(@Parent() part: BundlePartRow, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return refusalOfPart(loaders, viewer, part);
  }
}
