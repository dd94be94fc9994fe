import type { StageRule } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

export type UnitRuleState = 'proposed' | 'live' | 'replaced' | 'refused' | 'withdrawn';

/** A version of the stages that a unit adds to the orders it pays for, and those below it do. */
@Entity('unit_approval_rule')
@Unique('unit_approval_rule_number_key', ['unitId', 'number'])
@Index('unit_approval_rule_live_key', ['unitId'], { unique: true, where: `"state" = 'live'` })
@Index('unit_approval_rule_proposed_key', ['unitId'], { unique: true, where: `"state" = 'proposed'` })
@Check('unit_approval_rule_state_check', `"state" IN ('proposed', 'live', 'replaced', 'refused', 'withdrawn')`)
@Check('unit_approval_rule_stages_check', `jsonb_typeof("stages") = 'array'`)
@Check(
  'unit_approval_rule_decided_check',
  `("state" = 'proposed') = ("decided_by_id" IS NULL) AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)`,
)
@Check(
  'unit_approval_rule_second_person_check',
  `"state" NOT IN ('live', 'replaced') OR "decided_by_id" <> "proposed_by_id"`,
)
export class UnitApprovalRuleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'unit_approval_rule_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('business_unit', { name: 'unit_approval_rule_unit_fkey' })
  unitId!: string;

  /** Counts the versions of one unit. */
  @Column('int')
  number!: number;

  @Column('text')
  state!: UnitRuleState;

  @Column('jsonb')
  stages!: readonly StageRule[];

  @Column('text')
  reason!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'unit_approval_rule_proposed_by_fkey' })
  proposedById!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'unit_approval_rule_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
