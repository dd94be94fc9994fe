import type { LedgerEntryKind } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What became of a statement's amount, in the ledger of rewards. Rows are added and never change. */
@Entity('reward_entry')
@Unique('reward_entry_kind_key', ['statementId', 'kind'])
@Check('reward_entry_kind_check', `"kind" IN ('earned', 'adjusted', 'released')`)
@Check('reward_entry_adjusted_check', `"kind" <> 'adjusted' OR "reason" IS NOT NULL`)
export class RewardEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reward_entry_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('reward_statement', { name: 'reward_entry_statement_fkey' })
  statementId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  kind!: LedgerEntryKind;

  @Column('numeric')
  amount!: string;

  @Column('text', { nullable: true })
  reason!: string | null;
}
