import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who had a plan when its end was decided, or got it since: what has become of them tells who is left. */
@Entity('retirement_subscriber')
export class RetirementSubscriberEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retirement_subscriber_pkey' })
  @ForeignKey('retirement', { name: 'retirement_subscriber_retirement_fkey' })
  retirementId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retirement_subscriber_pkey' })
  @ForeignKey('subscription', { name: 'retirement_subscriber_subscription_fkey' })
  subscriptionId!: string;

  /** The plan that retires. */
  @Column('uuid')
  @ForeignKey('plan', { name: 'retirement_subscriber_plan_fkey' })
  planId!: string;
}
