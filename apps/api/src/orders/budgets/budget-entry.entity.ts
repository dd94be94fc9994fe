import type { BudgetEntryKind } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Why a budget stands where it stands. Rows are added and never change. */
@Entity('budget_entry')
@Index('budget_entry_budget_index', ['budgetId', 'id'])
@Index('budget_entry_order_index', ['orderId'])
@Index('budget_entry_source_key', ['source', 'budgetId', 'kind'], { unique: true })
@Check('budget_entry_kind_check', `"kind" IN ('reserved', 'released', 'expired', 'committed', 'freed', 'spent')`)
@Check('budget_entry_amount_check', `"amount" >= 0 OR "kind" = 'spent'`)
@Check('budget_entry_order_check', `num_nonnulls("order_id", "subscription_id", "source") > 0`)
export class BudgetEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'budget_entry_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('budget', { name: 'budget_entry_budget_fkey' })
  budgetId!: string;

  /** null for charges, and for what becomes of a subscription without an order. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service_order', { name: 'budget_entry_order_fkey' })
  orderId!: string | null;

  /** The one whose cost this changes. */
  @Column('uuid', { nullable: true })
  @ForeignKey('subscription', { name: 'budget_entry_subscription_fkey' })
  subscriptionId!: string | null;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  kind!: BudgetEntryKind;

  /** Below nothing for a charge that gives back. */
  @Column('numeric')
  amount!: string;

  /** The charges of a unit that it comes from; null = the order or subscription itself. */
  @Column('text', { nullable: true })
  source!: string | null;
}
