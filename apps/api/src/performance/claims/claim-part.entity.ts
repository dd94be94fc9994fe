import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'claim_part_pkey' };

/** What of a claim is owed for one commitment, and the credit that it stands for. */
@Entity('claim_part')
@Index('claim_part_credit_index', ['creditId'])
@Check('claim_part_amount_check', `"amount" <> 0`)
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
}
