import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a completed order began; what it is, for whom and at which prices stands on the order. */
@Entity('subscription')
@Unique('subscription_order_key', ['orderId'])
@Index('subscription_started_index', ['startedAt', 'id'])
@Check('subscription_ended_check', `"ended_at" >= "started_at"`)
export class SubscriptionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'subscription_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service_order', { name: 'subscription_order_fkey' })
  orderId!: string;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
