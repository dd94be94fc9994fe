import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What came of one subscription: an order, or a refusal; neither while its turn is still to come. */
@Entity('migration_row')
@Check('migration_row_answer_check', `num_nonnulls("order_id", "refusal") <= 1`)
export class MigrationRowEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'migration_row_pkey' })
  @ForeignKey('migration_run', { name: 'migration_row_run_fkey' })
  runId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'migration_row_pkey' })
  @ForeignKey('subscription', { name: 'migration_row_subscription_fkey' })
  subscriptionId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('service_order', { name: 'migration_row_order_fkey' })
  orderId!: string | null;

  /** In one sentence. */
  @Column('text', { nullable: true })
  refusal!: string | null;
}
