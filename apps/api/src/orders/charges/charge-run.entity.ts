import type { ChargeRunState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What all subscriptions cost in a calendar month. A closed one never changes; what was wrong is corrected in a later one. */
@Entity('charge_run')
@Unique('charge_run_month_key', ['fromDate'])
@Check('charge_run_state_check', `"state" IN ('open', 'proposed', 'closed')`)
@Check(
  'charge_run_month_check',
  `"from_date" = date_trunc('month', "from_date") AND "to_date" = "from_date" + interval '1 month' - interval '1 day'`,
)
@Check(
  'charge_run_proposed_check',
  `num_nulls("proposed_by_id", "proposed_at") = CASE WHEN "state" = 'open' THEN 2 ELSE 0 END`,
)
@Check(
  'charge_run_closed_check',
  `num_nulls("closed_by_id", "closed_at") = CASE WHEN "state" = 'closed' THEN 0 ELSE 2 END`,
)
@Check('charge_run_second_person_check', `"closed_by_id" <> "proposed_by_id"`)
export class ChargeRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'charge_run_pkey' })
  id!: string;

  @Column('date')
  fromDate!: string;

  /** The last day. */
  @Column('date')
  toDate!: string;

  @Column('text')
  state!: ChargeRunState;

  /** Counts how often it was reckoned and moved. */
  @Column('int', { default: 1 })
  version!: number;

  @Column('timestamptz')
  openedAt!: Date;

  /** Whatever was known then is in its lines. */
  @Column('timestamptz')
  reckonedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'charge_run_proposed_by_fkey' })
  proposedById!: string | null;

  @Column('timestamptz', { nullable: true })
  proposedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'charge_run_closed_by_fkey' })
  closedById!: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
