import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A frozen result that a calculation read for a measure. Rows are added and never change. */
@Entity('reward_calculation_result')
@Index('reward_calculation_result_result_index', ['resultId'])
export class RewardCalculationResultEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reward_calculation_result_pkey' })
  @ForeignKey('reward_calculation', { name: 'reward_calculation_result_calculation_fkey' })
  calculationId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reward_calculation_result_pkey' })
  @ForeignKey('reward_measure', { name: 'reward_calculation_result_measure_fkey' })
  measureId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reward_calculation_result_pkey' })
  @ForeignKey('period_result', { name: 'reward_calculation_result_result_fkey' })
  resultId!: string;
}
