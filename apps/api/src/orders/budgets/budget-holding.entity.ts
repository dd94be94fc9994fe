import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * What a budget holds now for an approved order that was not accepted yet, or for a live subscription. All of a budget's
 * add up to what is committed of it; its entries say how it came to be so.
 */
@Entity('budget_holding')
@Unique('budget_holding_order_key', ['orderId', 'budgetId'])
@Unique('budget_holding_subscription_key', ['subscriptionId', 'budgetId'])
@Index('budget_holding_budget_index', ['budgetId'])
@Check('budget_holding_holder_check', `num_nonnulls("order_id", "subscription_id") = 1`)
@Check('budget_holding_amount_check', `"amount" > 0`)
export class BudgetHoldingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'budget_holding_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('budget', { name: 'budget_holding_budget_fkey' })
  budgetId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('service_order', { name: 'budget_holding_order_fkey' })
  orderId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('subscription', { name: 'budget_holding_subscription_fkey' })
  subscriptionId!: string | null;

  @Column('numeric')
  amount!: string;
}
