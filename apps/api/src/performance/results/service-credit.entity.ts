import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** `adjusted`: a restatement computed it anew; `cancelled`: a restatement found the commitment kept. */
export const SERVICE_CREDIT_STATES = ['computed', 'adjusted', 'cancelled'] as const;
export type ServiceCreditState = (typeof SERVICE_CREDIT_STATES)[number];

/** What is owed for a breach; nothing, where a restatement found the commitment kept and takes the former credit back. */
@Entity('service_credit')
@Unique('service_credit_result_key', ['resultId'])
@Unique('service_credit_corrects_key', ['correctsId'])
@Index('service_credit_at_index', ['at', 'id'])
@Check('service_credit_state_check', `"state" IN ('computed', 'adjusted', 'cancelled')`)
@Check('service_credit_percent_check', `"percent" >= 0`)
@Check('service_credit_amount_check', `("charge" IS NULL) = ("amount" IS NULL) AND "amount" >= 0`)
export class ServiceCreditEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_credit_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('period_result', { name: 'service_credit_result_fkey' })
  resultId!: string;

  /** When it was posted. */
  @Column('timestamptz')
  at!: Date;

  @Column('numeric')
  percent!: string;

  /** Of the whole period; null where the agreement names none. */
  @Column('numeric', { nullable: true })
  charge!: string | null;

  @Column('numeric', { nullable: true })
  amount!: string | null;

  @Column('text')
  currency!: string;

  @Column('boolean')
  capped!: boolean;

  @Column('boolean')
  belowMinimum!: boolean;

  @Column('text')
  state!: ServiceCreditState;

  /** What was posted for the period before a restatement; null for the first. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service_credit', { name: 'service_credit_corrects_fkey' })
  correctsId!: string | null;

  /** Amount − amount of what it corrects; null for the first. */
  @Column('numeric', { nullable: true })
  difference!: string | null;

  /** Steps of libs/sla. */
  @Column('jsonb')
  explanation!: object[];
}
