import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';

/** Time in which a service was down, as people recorded it or another system told. */
@Entity('outage')
@Check('outage_time_check', `"from_at" < "to_at"`)
@Check('outage_cause_check', `btrim("cause") <> ''`)
@Check('outage_end_check', `("ended_at" IS NULL) = ("ended_reason" IS NULL)`)
@Exclusion(
  'outage_no_overlap',
  `USING gist ("service_id" WITH =, coalesce("told_by", '') WITH =, tstzrange("from_at", "to_at") WITH &&) WHERE ("ended_at" IS NULL)`,
)
export class OutageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outage_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'outage_service_fkey' })
  serviceId!: string;

  @Column('timestamptz')
  fromAt!: Date;

  /** null = still down. */
  @Column('timestamptz', { nullable: true })
  toAt!: Date | null;

  @Column('text')
  cause!: string;

  /** Who told of it, where people did not record it by hand. What different ones tell of the same time stays apart. */
  @Column('text', { nullable: true })
  toldBy!: string | null;

  @Column('uuid')
  @ForeignKey('person', { name: 'outage_recorded_by_fkey' })
  recordedById!: string;

  @Column('timestamptz')
  recordedAt!: Date;

  /** Recorded by mistake: it counts no longer. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endedReason!: string | null;
}
