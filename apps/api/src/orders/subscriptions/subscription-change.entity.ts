import type { SubscriptionState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PinnedPrice } from '../order.entity.js';

/**
 * What a subscription is from a day on: of two rows from the same day the later one holds. A charge reads these rows and
 * nothing of orders. Rows are added and never change; what has ended stays so.
 */
@Entity('subscription_change')
@Index('subscription_change_from_index', ['subscriptionId', 'fromDate', 'id'])
@Index('subscription_change_item_index', ['orderItemId'])
@Check('subscription_change_state_check', `"state" IN ('active', 'suspended', 'ended')`)
@Check('subscription_change_quantity_check', `"quantity" BETWEEN 1 AND 100000`)
export class SubscriptionChangeEntity {
  /** Begins with its instant, so the order of ids is that of time. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'subscription_change_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('subscription', { name: 'subscription_change_subscription_fkey' })
  subscriptionId!: string;

  /** When it was written down. */
  @Column('timestamptz')
  at!: Date;

  /** The first day on which it holds. */
  @Column('date')
  fromDate!: string;

  @Column('uuid')
  @ForeignKey('plan', { name: 'subscription_change_plan_fkey' })
  planId!: string;

  @Column('int')
  planVersion!: number;

  @Column('int')
  quantity!: number;

  @Column('text')
  state!: SubscriptionState;

  @Column('jsonb')
  prices!: PinnedPrice[];

  /** The item with which it begins; null for a change of price, a renewal by itself, or an end by date. */
  @Column('uuid', { nullable: true })
  @ForeignKey('order_item', { name: 'subscription_change_item_fkey' })
  orderItemId!: string | null;
}
