import { canSeeOrder, orderNumber } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { retiringOfPlan, type SubscriberRow } from '../../catalog/retirement/retirement.loader.js';
import {
  MigrateSubscribersPayload,
  Retirement,
  RetirementSubscriber,
  Retiring,
} from '../../catalog/retirement/retirement.type.js';
import type { RetirementEntity } from '../../catalog/retirement/retirement.entity.js';
import type { ServiceEntity } from '../../catalog/services/service.entity.js';
import { Service } from '../../catalog/services/service.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { asColleague } from '../colleague.js';
import { DraftOrderPayload } from '../order-payloads.js';
import { orderById } from '../order.loader.js';
import { Order } from '../order.type.js';
import type { SubscriptionRow } from '../subscriptions/subscription-rows.js';
import { ServiceSubscription } from '../subscriptions/subscription.type.js';
import { subscriptionById } from '../subscriptions/subscription.loader.js';
import { migrationAnswer, migrationOfRetirement, openMigrations, subscriptionsToMove } from './migration.loader.js';
import { MigrationRun } from './migration.type.js';
import { Migrations } from './migrations.js';

@Resolver(() => Retirement)
export class MigrationResolver {
  constructor(private readonly migrations: Migrations) {}

  @Mutation(() => MigrateSubscribersPayload, {
    description: 'Orders the successor for everybody who is left, in the background: `migration` tells how far it is.',
  })
  migrateSubscribers(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('retirement', () => this.migrations.migrateAll(act, id));
  }

  @Mutation(() => DraftOrderPayload, {
    description: 'A change to the plan that takes the place of one that retires, as a draft with all that is known.',
  })
  draftMigration(@CurrentAct() act: Act, @Args('subscriptionId', { type: () => ID }) subscriptionId: string) {
    return toPayload('order', () => this.migrations.draft(act, subscriptionId));
  }

  @ResolveField(() => MigrationRun, { nullable: true, description: 'The last one in bulk.' })
  migration(@Parent() { id }: RetirementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(migrationOfRetirement, id);
  }

  @ResolveField(() => Int, { description: 'Orders of bulk migrations that are open: undoing it takes them back.' })
  openMigrations(@Parent() { id }: RetirementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(openMigrations, id);
  }
}

@Resolver(() => RetirementSubscriber)
export class MigratedSubscriberResolver {
  @ResolveField(() => String, {
    nullable: true,
    description: 'Number of the open order that changes it, else of the one that brought it where it is.',
  })
  async orderNumber(@Parent() row: SubscriberRow, @CurrentLoaders() loaders: Loaders) {
    const order = await orderOf(row, loaders);
    return order && orderNumber(order.number);
  }

  @ResolveField(() => Order, { nullable: true, description: 'The same order; null for who has nothing to do with it.' })
  async order(@Parent() row: SubscriberRow, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    const order = await orderOf(row, loaders);
    return order && canSeeOrder(await asColleague(loaders, viewer), order) ? order : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Why nothing could be ordered for it in bulk.' })
  async refusal(@Parent() { id, standing }: SubscriberRow, @CurrentLoaders() loaders: Loaders) {
    return standing === 'left' ? (await loaders.load(migrationAnswer, id))?.refusal : null;
  }
}

@Resolver(() => ServiceSubscription)
export class RetiringSubscriptionResolver {
  @ResolveField(() => Retiring, {
    nullable: true,
    description: 'What is decided of the end of its plan; null when it was terminated itself.',
  })
  retiring(@Parent() { planId, endsOn }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    return endsOn !== null ? null : loaders.load(retiringOfPlan, planId);
  }
}

@Resolver(() => Service)
export class RetiringOfViewerResolver {
  @ResolveField(() => [ServiceSubscription], {
    description: "The viewer's own subscriptions of it whose plans retire: those to move.",
  })
  async viewerSubscriptionsToMove(@Parent() { id }: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    const ids = await loaders.load(subscriptionsToMove, id);
    return Promise.all(ids.map((one) => loaders.load(subscriptionById, one)));
  }
}

/** Under way; else, of who is no longer left, the one that brought it where it is. */
async function orderOf({ id, standing }: SubscriberRow, loaders: Loaders) {
  const answer = await loaders.load(migrationAnswer, id);
  const orderId = answer?.openId ?? (standing === 'left' ? null : answer?.doneId);
  return orderId ? loaders.load(orderById, orderId) : null;
}
