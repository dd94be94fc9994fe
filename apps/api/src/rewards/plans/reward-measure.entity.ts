import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A commitment that a version of a plan measures. Rows are added and never change. */
@Entity('reward_measure')
@Unique('reward_measure_commitment_key', ['versionId', 'commitmentId'])
@Unique('reward_measure_position_key', ['versionId', 'position'])
@Index('reward_measure_commitment_index', ['commitmentId'])
@Check('reward_measure_weight_check', `"weight" > 0`)
@Check('reward_measure_scale_check', `"floor" <> "target"`)
export class RewardMeasureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reward_measure_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('reward_plan_version', { name: 'reward_measure_version_fkey' })
  versionId!: string;

  @Column('uuid')
  @ForeignKey('commitment', { name: 'reward_measure_commitment_fkey' })
  commitmentId!: string;

  @Column('int')
  position!: number;

  @Column('numeric')
  weight!: string;

  /** Attainment 0. */
  @Column('numeric')
  floor!: string;

  /** Attainment 100. */
  @Column('numeric')
  target!: string;
}
