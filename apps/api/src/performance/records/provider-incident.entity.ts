import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'provider_incident_pkey' };

/** An incident that the provider tells with its figure. */
@Entity('provider_incident')
@Check('provider_incident_time_check', `"from_at" < "to_at" AND "counted_ms" >= 0`)
@Check('provider_incident_label_check', `btrim("label") <> ''`)
export class ProviderIncidentEntity {
  @PrimaryColumn('uuid', { ...pk })
  @ForeignKey('provider_figure', { name: 'provider_incident_figure_fkey' })
  figureId!: string;

  @PrimaryColumn('int', { ...pk })
  position!: number;

  @Column('text')
  label!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz')
  toAt!: Date;

  /** What of it counts. */
  @Column('bigint')
  countedMs!: string;
}
