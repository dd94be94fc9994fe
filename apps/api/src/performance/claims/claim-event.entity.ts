import type { ClaimMove, ClaimState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A move of a claim: who made it, when and why. Rows are added and never change. */
@Entity('claim_event')
@Index('claim_event_claim_index', ['claimId', 'at'])
@Check('claim_event_reason_check', `btrim("reason") <> ''`)
export class ClaimEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'claim_event_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('claim', { name: 'claim_event_claim_fkey' })
  claimId!: string;

  @Column('text')
  move!: ClaimMove | 'post';

  /** Where it led. */
  @Column('text')
  state!: ClaimState;

  @Column('numeric')
  amount!: string;

  @Column('timestamptz')
  at!: Date;

  /** null = it follows from something else. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'claim_event_by_fkey' })
  byId!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
