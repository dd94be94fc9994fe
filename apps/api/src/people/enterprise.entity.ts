import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether the demo organisation is wanted, and how far it is. */
export type DemoState = 'undecided' | 'filling' | 'filled' | 'failed' | 'declined';

/** The organisation this database is for; there is exactly one row, made by the migration. */
@Entity('enterprise')
@Check('enterprise_one_row_check', `"only"`)
@Check('enterprise_name_check', `"name" <> ''`)
@Check('enterprise_currency_check', `"currency" ~ '^[A-Z]{3}$'`)
@Check('enterprise_closing_days_check', `"closing_days" BETWEEN 0 AND 90`)
@Check('enterprise_demo_state_check', `"demo_state" IN ('undecided', 'filling', 'filled', 'failed', 'declined')`)
@Check('enterprise_demo_check', `"demo" = ("demo_state" IN ('filling', 'filled', 'failed'))`)
export class EnterpriseEntity {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'enterprise_pkey' })
  only!: boolean;

  @Column('text')
  name!: string;

  /** IANA zone in which its days begin. */
  @Column('text')
  timeZone!: string;

  @Column('text')
  currency!: string;

  /** Days after its end on which a period closes by itself, unless the agreement says otherwise; null = by hand. */
  @Column('int', { nullable: true })
  closingDays!: number | null;

  /** Whether everything in here is made up. */
  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { nullable: true })
  demoAnchor!: Date | null;

  @Column('text', { nullable: true })
  demoSeed!: string | null;

  @Column('text', { default: 'undecided' })
  demoState!: DemoState;
}
