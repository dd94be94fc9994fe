import type { RewardStep } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a calculation pays a person, and why. Rows are added and never change. */
@Entity('reward_statement')
@Unique('reward_statement_person_key', ['calculationId', 'personId'])
@Index('reward_statement_person_index', ['personId'])
@Check('reward_statement_total_check', `"total" >= 0`)
@Check('reward_statement_days_check', `"days" >= 1`)
export class RewardStatementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reward_statement_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('reward_calculation', { name: 'reward_statement_calculation_fkey' })
  calculationId!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'reward_statement_person_fkey' })
  personId!: string;

  /** The whole, or the difference of an adjustment. */
  @Column('numeric')
  amount!: string;

  /** Of all statements of the period so far. */
  @Column('numeric')
  total!: string;

  @Column('int')
  days!: number;

  @Column('json')
  explanation!: RewardStep[];
}
