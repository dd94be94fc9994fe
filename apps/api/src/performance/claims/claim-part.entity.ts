import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'claim_part_pkey' };

/** What of a claim is owed for one commitment, and the credit that it stands for. */
@Entity('claim_part')
@Index('claim_part_credit_index', ['creditId'])
@Check('claim_part_amount_check', `"amount" <> 0`)
@Check('claim_part_credited_check', `"credited_at" IS NULL OR "unbilled_at" IS NOT NULL`)
@Check('claim_part_set_off_check', `NOT "set_off" OR "credited_at" IS NOT NULL`)
export class ClaimPartEntity {
  @PrimaryColumn('uuid', { ...pk })
  @ForeignKey('claim', { name: 'claim_part_claim_fkey' })
  claimId!: string;

  @PrimaryColumn('uuid', { ...pk })
  @ForeignKey('commitment', { name: 'claim_part_commitment_fkey' })
  commitmentId!: string;

  @Column('uuid')
  @ForeignKey('service_credit', { name: 'claim_part_credit_fkey' })
  creditId!: string;

  @Column('numeric')
  amount!: string;

  /** Since when it is known that no bill takes it: nobody was charged for what it is about. Never of an OLA or UC. */
  @Column('timestamptz', { nullable: true })
  unbilledAt!: Date | null;

  /** When who owes it credited it by hand, since no bill takes it, or it was set off. */
  @Column('timestamptz', { nullable: true })
  creditedAt!: Date | null;

  /** Never given nor taken back: with others of its commitment and period it comes to nothing. */
  @Column('boolean', { default: false })
  setOff!: boolean;
}
