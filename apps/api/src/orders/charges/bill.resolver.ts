import { canDisputeCharge, inCurrencyDigits, type SubscriptionParties } from '@accord/domain';
import type { Step } from '@accord/sla';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Decimal } from 'decimal.js';
import { Plan } from '../../catalog/plans/plan.type.js';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import { businessUnitById } from '../../people/business-unit.loader.js';
import { BusinessUnit } from '../../people/business-unit.type.js';
import { explain } from '../../performance/explanation/explain.js';
import { ExplanationStep } from '../../performance/explanation/explanation.type.js';
import { claimById } from '../../performance/claims/claim.loader.js';
import { Claim } from '../../performance/claims/claim.type.js';
import { creditById } from '../../performance/results/breach.loader.js';
import { PeriodResult } from '../../performance/results/period-result.type.js';
import { resultById } from '../../performance/results/result.loader.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { toConnection } from '../../platform/graphql/page.js';
import { Money } from '../../platform/graphql/money.type.js';
import { orderById, planById } from '../order.loader.js';
import { Order, OrderedBundle } from '../order.type.js';
import { bundleOfSubscription, ordersOfSubscription, subscriptionById } from '../subscriptions/subscription.loader.js';
import { ServiceSubscription } from '../subscriptions/subscription.type.js';
import { type BillAsked, type BillGroupRow, type BillLineRow, Bills, totalsOf } from './bills.js';
import { ChargeRunEntity } from './charge-run.entity.js';
import { type BillGrouping } from './visible-lines.js';
import { chargeRunById, disputesOfLine } from './charge.loader.js';
import {
  Bill,
  BillGroup,
  BillGroupingEnum,
  ChargeDispute,
  ChargeLine,
  ChargeLineConnection,
  ChargeRun,
} from './charge.type.js';

/** Nothing was charged yet in a month that was never reckoned. */
interface BillRow extends BillAsked {
  by: BillGrouping;
  run: ChargeRunEntity | null;
  parts: () => Promise<BillGroupRow[]>;
}
type GroupRow = BillGroupRow & { by: BillGrouping };
type LineRow = BillLineRow &
  SubscriptionParties &
  Record<'serviceId' | 'planId' | 'subscriptionId' | 'amount' | 'currency' | 'unitPrice' | 'runState', string> & {
    correctsRunId: string | null;
    creditId: string | null;
    claimId: string | null;
    explanation: Step[];
  };

@Resolver(() => Bill)
export class BillResolver {
  constructor(private readonly bills: Bills) {}

  @Query(() => Bill, {
    description:
      'What units were charged: the whole bill for who answers for their budgets, the BT office and auditors; for others what they have themselves.',
  })
  async bill(
    @Args('month') month: string,
    @Args('unitId', {
      type: () => ID,
      nullable: true,
      description: 'With the units below; omitted: all that the viewer reads.',
    })
    unitId: string | null,
    @Args('group', { type: () => BillGroupingEnum, defaultValue: 'service' }) by: BillGrouping,
    @CurrentAct() act: Act,
  ): Promise<BillRow> {
    const asked = { month, unitId: unitId ?? null };
    await this.bills.assertAsked(asked);
    const run = await this.bills.run(asked);
    let parts: Promise<BillGroupRow[]> | null = null;
    const once = () => (parts ??= run ? this.bills.groups(act, asked, run, by) : Promise.resolve([]));
    return { ...asked, by, run, parts: once };
  }

  @ResolveField(() => ChargeRun, { nullable: true, description: 'Null for a month that was never reckoned.' })
  run(@Parent() { run }: BillRow) {
    return run;
  }

  @ResolveField(() => BusinessUnit, { nullable: true })
  unit(@Parent() { unitId }: BillRow, @CurrentLoaders() loaders: Loaders) {
    return unitId && loaders.load(businessUnitById, unitId);
  }

  @ResolveField(() => [BillGroup], { description: 'Largest first.' })
  async groups(@Parent() { by, parts }: BillRow): Promise<GroupRow[]> {
    return (await parts()).map((group) => ({ ...group, by }));
  }

  @ResolveField(() => [Money], { description: 'By currency: of all lines.' })
  async totals(@Parent() { parts }: BillRow) {
    return totalsOf(await parts());
  }

  @ResolveField(() => ChargeLineConnection)
  lines(
    @Parent() asked: BillRow,
    @CurrentAct() act: Act,
    @Args('groupId', { type: () => ID, nullable: true, description: 'Only of this group.' }) groupId: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    const { by, run } = asked;
    if (!run) return { ...toConnection([], 1, () => []), totalCount: 0 };
    return this.bills.lines(act, asked, run, {
      first: first ?? 50,
      after: after ?? null,
      groupId: groupId ?? null,
      by,
    });
  }
}

@Resolver(() => BillGroup)
export class BillGroupResolver {
  @ResolveField(() => Money)
  amount(@Parent() { amount, currency }: GroupRow) {
    return { amount, currency };
  }

  @ResolveField(() => Money)
  before(@Parent() { before: amount, currency }: GroupRow) {
    return { amount, currency };
  }

  @ResolveField(() => Money)
  difference(@Parent() { difference: amount, currency }: GroupRow) {
    return { amount, currency };
  }

  @ResolveField()
  changes(@Parent() { changes, currency }: GroupRow) {
    return changes.map(({ reason, amount }) => ({ reason, amount: { amount, currency } }));
  }

  @ResolveField(() => Service, { nullable: true, description: 'Null unless grouped by service.' })
  service(@Parent() { id, by }: GroupRow, @CurrentLoaders() loaders: Loaders) {
    return by === 'service' ? loaders.load(serviceById, id) : null;
  }

  @ResolveField(() => Plan, { nullable: true, description: 'Null unless grouped by plan.' })
  plan(@Parent() { id, by }: GroupRow, @CurrentLoaders() loaders: Loaders) {
    return by === 'plan' ? loaders.load(planById, id) : null;
  }

  @ResolveField(() => BusinessUnit, { nullable: true, description: 'Null unless grouped by unit.' })
  unit(@Parent() { id, by }: GroupRow, @CurrentLoaders() loaders: Loaders) {
    return by === 'unit' ? loaders.load(businessUnitById, id) : null;
  }
}

@Resolver(() => ChargeLine)
export class ChargeLineResolver {
  @ResolveField(() => Money)
  amount(@Parent() { amount, currency }: LineRow) {
    return { amount: inCurrencyDigits(amount, currency), currency };
  }

  @ResolveField(() => Money, { description: 'Of one, for a whole period; with tiers that of the first one.' })
  unitPrice(@Parent() { unitPrice: amount, currency }: LineRow) {
    return { amount, currency };
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: LineRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => Plan)
  plan(@Parent() { planId }: LineRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(planById, planId);
  }

  @ResolveField(() => BusinessUnit, { description: 'Who pays.' })
  unit(@Parent() { unitId }: LineRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(businessUnitById, unitId);
  }

  @ResolveField(() => ServiceSubscription)
  subscription(@Parent() { subscriptionId }: LineRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(subscriptionById, subscriptionId);
  }

  @ResolveField(() => Order, { nullable: true, description: 'The order that began it.' })
  async order(@Parent() { subscriptionId }: LineRow, @CurrentLoaders() loaders: Loaders) {
    const first = (await loaders.load(ordersOfSubscription, subscriptionId)).at(-1);
    return first && loaders.load(orderById, first);
  }

  @ResolveField(() => OrderedBundle, { nullable: true, description: 'That the subscription was ordered with.' })
  bundle(@Parent() { subscriptionId }: LineRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(bundleOfSubscription, subscriptionId);
  }

  @ResolveField(() => ChargeRun, { nullable: true, description: 'The closed month that it corrects.' })
  corrects(@Parent() { correctsRunId }: LineRow, @CurrentLoaders() loaders: Loaders) {
    return correctsRunId && loaders.load(chargeRunById, correctsRunId);
  }

  @ResolveField(() => PeriodResult, {
    nullable: true,
    description: 'Of a credit: the missed result that it is owed for.',
  })
  async missed(@Parent() { creditId }: LineRow, @CurrentLoaders() loaders: Loaders) {
    const credit = creditId && (await loaders.load(creditById, creditId));
    return credit ? loaders.load(resultById, credit.resultId) : null;
  }

  @ResolveField(() => Claim, {
    nullable: true,
    description: 'Of a credit: the claim by which it is owed, where the viewer may know of it.',
  })
  claim(@Parent() { claimId }: LineRow, @CurrentLoaders() loaders: Loaders) {
    return claimId && loaders.load(claimById, claimId);
  }

  @ResolveField(() => [ExplanationStep], { description: 'How the amount came about.' })
  explanation(@Parent() { explanation }: LineRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation);
  }

  @ResolveField(() => [ChargeDispute], { description: 'Newest first.' })
  disputes(@Parent() { id }: LineRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(disputesOfLine, id);
  }

  @ResolveField(() => Boolean)
  async viewerCanDispute(@Parent() line: LineRow, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    if (line.runState !== 'closed' || !new Decimal(line.amount).gt(0) || !canDisputeCharge(viewer, line)) return false;
    const disputes = await loaders.load(disputesOfLine, line.id);
    return !disputes.some(({ state }) => state === 'open' || state === 'accepted');
  }
}
