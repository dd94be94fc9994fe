import type { CalendarHours } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The hours of a calendar from a day on, until the next version takes effect. Rows are added and never change. */
@Entity('service_calendar_version')
@Unique('service_calendar_version_number_key', ['calendarId', 'number'])
@Unique('service_calendar_version_effective_from_key', ['calendarId', 'effectiveFrom'])
@Check('service_calendar_version_number_check', `"number" >= 1`)
@Check('service_calendar_version_hours_check', `jsonb_typeof("hours" -> 'weekly') = 'array'`)
export class ServiceCalendarVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_calendar_version_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service_calendar', { name: 'service_calendar_version_calendar_fkey' })
  calendarId!: string;

  @Column('int')
  number!: number;

  @Column('date')
  effectiveFrom!: string;

  @Column('jsonb')
  hours!: CalendarHours;
}
