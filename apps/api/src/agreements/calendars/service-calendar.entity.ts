import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The slug of the calendar that comes with Accord: 24×7. It stays so. */
export const ALWAYS_OPEN = 'always';

/** Hours in which services are promised, shared by many agreements; the hours stand on its dated versions. */
@Entity('service_calendar')
@Unique('service_calendar_slug_key', ['slug'])
@Check('service_calendar_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('service_calendar_name_check', `btrim("name") <> ''`)
export class ServiceCalendarEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_calendar_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  /** IANA zone of the wall clock; never changes, because periods were judged by it. */
  @Column('text')
  timeZone!: string;
}
