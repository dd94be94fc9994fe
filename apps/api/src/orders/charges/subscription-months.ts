import type { ChargeRunState } from '@accord/domain';
import { Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { CurrentLoaders, defineLoader, Loaders } from '../../platform/graphql/loaders.js';
import { Money } from '../../platform/graphql/money.type.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import type { SubscriptionRow } from '../subscriptions/subscription-rows.js';
import { ServiceSubscription } from '../subscriptions/subscription.type.js';
import { ChargeRunStateEnum } from './charge.type.js';

const MONTHS = 24;

@ObjectType({ description: 'What a subscription was charged in a month, credits and corrections included.' })
class MonthOfCharges {
  @Field(() => CalendarDateScalar, { description: 'Its first day.' })
  from!: string;

  @Field(() => ChargeRunStateEnum)
  state!: ChargeRunState;

  @Field(() => Money)
  amount!: Money;
}

@ObjectType({ description: 'What was measured of a subscription in a month.' })
class MonthOfUsage {
  @Field(() => CalendarDateScalar, { description: 'Its first day.' })
  from!: string;

  @Field()
  unitName!: string;

  @Field(() => DecimalScalar)
  quantity!: string;
}

const chargesByMonth = defineLoader<string, { subscriptionId: string; amount: string; currency: string }[]>(
  async (ids, { manager }) => {
    const rows: { subscriptionId: string; amount: string; currency: string }[] = await manager.query(
      `SELECT s.id AS "subscriptionId", m.* FROM unnest($1::uuid[]) s(id) JOIN subscription b ON b.id = s.id CROSS JOIN LATERAL (
         SELECT r.from_date::text AS "from", r.state, l.currency, sum(l.amount)::text AS amount
           FROM charge_run r JOIN bill_line l ON l.run_id = r.id AND l.unit_id = b.unit_id AND l.subscription_id = b.id
          GROUP BY r.id, l.currency ORDER BY r.from_date DESC LIMIT ${MONTHS}) m`,
      [ids],
    );
    return groupedBy(ids, rows, ({ subscriptionId }) => subscriptionId);
  },
);

const usageByMonth = defineLoader<string, (MonthOfUsage & { subscriptionId: string })[]>(async (ids, { manager }) => {
  const rows: (MonthOfUsage & { subscriptionId: string })[] = await manager.query(
    `SELECT s.id AS "subscriptionId", m.* FROM unnest($1::uuid[]) s(id) CROSS JOIN LATERAL (
       SELECT date_trunc('month', u.day)::date::text AS "from", u.unit_name AS "unitName", sum(u.quantity)::text AS quantity
         FROM usage_record u WHERE u.subscription_id = s.id
          AND NOT EXISTS (SELECT FROM usage_record n WHERE n.corrects_id = u.id)
        GROUP BY 1, 2 ORDER BY 1 DESC, 2 LIMIT ${MONTHS}) m`,
    [ids],
  );
  return groupedBy(ids, rows, ({ subscriptionId }) => subscriptionId);
});

@Resolver(() => ServiceSubscription)
export class SubscriptionMonthsResolver {
  @ResolveField(() => [MonthOfCharges], { description: `The last ${MONTHS} that charged something, newest first.` })
  async chargesByMonth(@Parent() { id }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    const rows = await loaders.load(chargesByMonth, id);
    return rows.map(({ amount, currency, ...row }) => ({ ...row, amount: { amount, currency } }));
  }

  @ResolveField(() => [MonthOfUsage], { description: `The newest ${MONTHS}, each of one unit of measure.` })
  usageByMonth(@Parent() { id }: SubscriptionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(usageByMonth, id);
  }
}
