import type { ProposalState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The last day that somebody wants for an agreement: one person asks, another decides. */
@Entity('agreement_end')
@Index('agreement_end_waiting_key', ['agreementId'], { unique: true, where: `"state" = 'proposed'` })
@Check('agreement_end_state_check', `"state" IN ('proposed', 'approved', 'refused', 'withdrawn')`)
@Check('agreement_end_reason_check', `btrim("reason") <> ''`)
@Check(
  'agreement_end_decided_check',
  `("state" = 'proposed') = ("decided_by_id" IS NULL) AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)`,
)
@Check(
  'agreement_end_second_person_check',
  `"state" <> 'approved' OR "bootstrap" OR "decided_by_id" <> "proposed_by_id"`,
)
export class AgreementEndEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agreement_end_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('agreement', { name: 'agreement_end_agreement_fkey' })
  agreementId!: string;

  /** Inclusive. */
  @Column('date')
  lastDay!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  state!: ProposalState;

  @Column('uuid')
  @ForeignKey('person', { name: 'agreement_end_proposed_by_fkey' })
  proposedById!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'agreement_end_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;

  @Column('boolean', { default: false })
  bootstrap!: boolean;
}
