import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What comes with a plan beside its price, from one of its versions on. */
@Entity('plan_promise')
export class PlanPromiseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_promise_pkey' })
  @ForeignKey('plan', { name: 'plan_promise_plan_fkey' })
  planId!: string;

  /** The plan's version since then. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'plan_promise_pkey' })
  planVersion!: number;

  /** First day for those who had the plan before; null = a newer one came before it reached them. */
  @Column('date', { nullable: true })
  subscribersFrom!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('agreement', { name: 'plan_promise_agreement_fkey' })
  agreementId!: string | null;

  @Column('numeric', { nullable: true })
  deliveryHours!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('service_calendar', { name: 'plan_promise_calendar_fkey' })
  deliveryCalendarId!: string | null;
}
