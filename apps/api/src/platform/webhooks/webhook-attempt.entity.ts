import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One try to deliver, and what came of it; what the server of others wrote is not kept, it may be secret. */
@Entity('webhook_attempt')
@Unique('webhook_attempt_number_key', ['deliveryId', 'number'])
@Check('webhook_attempt_outcome_check', `num_nonnulls("status", "error") = 1`)
export class WebhookAttemptEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_attempt_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('webhook_delivery', { name: 'webhook_attempt_delivery_fkey' })
  deliveryId!: string;

  @Column('integer')
  number!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('integer')
  durationMs!: number;

  /** Of HTTP; null when there was no answer. */
  @Column('integer', { nullable: true })
  status!: number | null;

  /** Why there was no answer. */
  @Column('text', { nullable: true })
  error!: string | null;
}
