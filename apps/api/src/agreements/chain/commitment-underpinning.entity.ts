import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A commitment that the terms of another one name as what they rest on. Changes only while their version is a draft. */
@Entity('commitment_underpinning')
@Index('commitment_underpinning_commitment_index', ['commitmentId'])
@Check('commitment_underpinning_group_check', `"group" >= 1`)
@Check('commitment_underpinning_needed_check', `"needed" >= 1`)
export class CommitmentUnderpinningEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_underpinning_pkey' })
  @ForeignKey('commitment_terms', { name: 'commitment_underpinning_terms_fkey', onDelete: 'CASCADE' })
  termsId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_underpinning_pkey' })
  @ForeignKey('commitment', { name: 'commitment_underpinning_commitment_fkey' })
  commitmentId!: string;

  /** Those of one group stand in for each other. */
  @Column('int')
  group!: number;

  /** How many of the group are needed. */
  @Column('int')
  needed!: number;
}
