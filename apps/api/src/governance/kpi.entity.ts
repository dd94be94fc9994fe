import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One thing that a scorecard measures; never changed. */
@Entity('kpi')
@Unique('kpi_position_key', ['versionId', 'position'])
@Unique('kpi_commitment_key', ['versionId', 'commitmentId'])
@Index('kpi_measured_index', ['commitmentId'])
@Check('kpi_name_check', `btrim("name") <> ''`)
@Check('kpi_weight_check', `"weight" > 0`)
@Check('kpi_scale_check', `"floor" BETWEEN 0 AND 100 AND "target" BETWEEN 0 AND 100 AND "floor" <> "target"`)
export class KPIEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'kpi_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('scorecard_version', { name: 'kpi_version_fkey' })
  versionId!: string;

  @Column('int')
  position!: number;

  @Column('text')
  name!: string;

  /** An OLA or UC that binds the provider; a trigger sees to it. */
  @Column('uuid')
  @ForeignKey('commitment', { name: 'kpi_commitment_fkey' })
  commitmentId!: string;

  @Column('numeric')
  weight!: string;

  /** Percent that scores 0. */
  @Column('numeric')
  floor!: string;

  /** Percent that scores 100. */
  @Column('numeric')
  target!: string;
}
