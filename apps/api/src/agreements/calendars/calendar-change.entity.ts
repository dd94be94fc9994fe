import type { CalendarHours, ProposalState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Other hours of a calendar by which something is promised: one person asks, another decides. */
@Entity('service_calendar_change')
@Index('service_calendar_change_waiting_key', ['calendarId'], { unique: true, where: `"state" = 'proposed'` })
@Check('service_calendar_change_state_check', `"state" IN ('proposed', 'approved', 'refused', 'withdrawn')`)
@Check('service_calendar_change_reason_check', `btrim("reason") <> ''`)
@Check(
  'service_calendar_change_decided_check',
  `("state" = 'proposed') = ("decided_by_id" IS NULL) AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)`,
)
@Check(
  'service_calendar_change_second_person_check',
  `"state" <> 'approved' OR "bootstrap" OR "decided_by_id" <> "proposed_by_id"`,
)
export class CalendarChangeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_calendar_change_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service_calendar', { name: 'service_calendar_change_calendar_fkey' })
  calendarId!: string;

  /** null = as it is called. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('date')
  effectiveFrom!: string;

  @Column('jsonb')
  hours!: CalendarHours;

  @Column('text')
  reason!: string;

  @Column('text')
  state!: ProposalState;

  @Column('uuid')
  @ForeignKey('person', { name: 'service_calendar_change_proposed_by_fkey' })
  proposedById!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'service_calendar_change_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;

  @Column('boolean', { default: false })
  bootstrap!: boolean;
}
