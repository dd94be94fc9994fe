import { canRecordUsage } from '@accord/domain';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import type { SubscriptionRow } from '../subscriptions/subscription-rows.js';
import { ServiceSubscription } from '../subscriptions/subscription.type.js';
import { UsageImport } from './usage-import.js';
import { UsageRecords } from './usage-records.js';
import { usageOfSubscription } from './usage.loader.js';
import { ImportUsagePayload, RecordUsageInput, RecordUsagePayload, UsageRecord } from './usage.type.js';

@Resolver(() => ServiceSubscription)
export class UsageResolver {
  constructor(
    private readonly records: UsageRecords,
    private readonly imports: UsageImport,
  ) {}

  @Mutation(() => RecordUsagePayload, {
    description: 'Added, never changed; told twice it is there once.',
  })
  recordUsage(@CurrentAct() act: Act, @Args('input') input: RecordUsageInput) {
    return toPayload('usage', () => this.records.record(act, input));
  }

  @Mutation(() => ImportUsagePayload, {
    description: 'A CSV file with the columns subscription, unit, day, quantity, id and, if wanted, corrects.',
  })
  async importUsage(
    @CurrentAct() act: Act,
    @Args('uploadId', { type: () => ID }) uploadId: string,
    @Args('source') source: string,
  ) {
    return { ...(await this.imports.importFile(act, uploadId, source)), errors: [] };
  }

  @ResolveField(() => [UsageRecord], {
    description: 'The newest hundred that count, the latest day first.',
  })
  usage(@Parent() { id }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(usageOfSubscription, id);
  }

  @ResolveField(() => Boolean)
  viewerCanRecordUsage(@Parent() { serviceId }: SubscriptionRow, @CurrentAct() { viewer }: Act) {
    return canRecordUsage(viewer, serviceId);
  }
}
