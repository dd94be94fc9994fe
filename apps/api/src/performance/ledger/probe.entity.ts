import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'probe_pkey' };

/** Whether a service answered a monitor at one moment. Append-only; the status holds until the next probe. */
@Entity('probe')
@Index('probe_service_observed_index', ['serviceId', 'observedAt'])
export class ProbeEntity {
  @PrimaryColumn('uuid', { ...pk })
  @ForeignKey('source', { name: 'probe_source_fkey' })
  sourceId!: string;

  @PrimaryColumn('uuid', { ...pk })
  @ForeignKey('service', { name: 'probe_service_fkey' })
  serviceId!: string;

  @PrimaryColumn('timestamptz', { ...pk })
  observedAt!: Date;

  @Column('boolean')
  up!: boolean;

  @Column('uuid', { nullable: true })
  importId!: string | null;

  /** Line in the imported file. */
  @Column('int', { nullable: true })
  line!: number | null;
}
