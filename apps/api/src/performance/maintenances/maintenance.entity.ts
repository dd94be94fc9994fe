import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Announced time in which a service may be down without breaking a promise. */
@Entity('maintenance')
@Check('maintenance_time_check', `"from_at" < "to_at"`)
@Check('maintenance_description_check', `btrim("description") <> ''`)
@Check('maintenance_cancel_check', `("cancelled_at" IS NULL) = ("cancel_reason" IS NULL)`)
@Check('maintenance_event_check', `("event_uid" IS NULL) = ("event_sequence" IS NULL)`)
@Index('maintenance_event_index', ['serviceId', 'eventUid'])
@Exclusion(
  'maintenance_no_overlap',
  `USING gist ("service_id" WITH =, tstzrange("from_at", "to_at") WITH &&) WHERE ("cancelled_at" IS NULL)`,
)
export class MaintenanceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'maintenance_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'maintenance_service_fkey' })
  serviceId!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz')
  toAt!: Date;

  @Column('text')
  description!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'maintenance_announced_by_fkey' })
  announcedById!: string;

  @Column('timestamptz')
  announcedAt!: Date;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('text', { nullable: true })
  cancelReason!: string | null;

  /** `UID` of the event that announced it; null where a person did. */
  @Column('text', { nullable: true })
  eventUid!: string | null;

  @Column('int', { nullable: true })
  eventSequence!: number | null;

  /** Whether it was cancelled because its calendar told of it no longer. */
  @Column('boolean', { default: false })
  eventIsGone!: boolean;

  /** What read the calendar that announced it; null of a file, and where a person did. */
  @Column('uuid', { nullable: true })
  @ForeignKey('pull', { name: 'maintenance_pull_fkey' })
  pullId!: string | null;
}
