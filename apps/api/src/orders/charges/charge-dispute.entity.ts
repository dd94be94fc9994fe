import type { ChargeDisputeState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody does not agree with on a closed bill, and what they were answered. */
@Entity('charge_dispute')
@Index('charge_dispute_line_key', ['caseId', 'subscriptionId'], {
  unique: true,
  where: `"state" IN ('open', 'accepted')`,
})
@Index('charge_dispute_at_index', ['at', 'id'])
@Check('charge_dispute_state_check', `"state" IN ('open', 'accepted', 'refused', 'withdrawn')`)
@Check('charge_dispute_reason_check', `btrim("reason") <> ''`)
@Check(
  'charge_dispute_answered_check',
  `num_nulls("answer", "answered_by_id") = CASE WHEN "state" IN ('accepted', 'refused') THEN 0 ELSE 2 END
    AND ("answered_at" IS NULL) = ("state" = 'open')`,
)
@Check('charge_dispute_amount_check', `("amount" IS NOT NULL) = ("state" = 'accepted') AND "amount" > 0`)
@Check('charge_dispute_second_person_check', `"answered_by_id" <> "by_id"`)
export class ChargeDisputeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'charge_dispute_pkey' })
  id!: string;

  /** These four are the key of the line, of a closed month, which keeps it. */
  @Column('uuid')
  runId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  subscriptionId!: string;

  @Column('uuid')
  caseId!: string;

  @Column('text')
  state!: ChargeDisputeState;

  @Column('text')
  reason!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'charge_dispute_by_fkey' })
  byId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'charge_dispute_answered_by_fkey' })
  answeredById!: string | null;

  /** When it was answered, or withdrawn. */
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** What is given back; null unless accepted. */
  @Column('numeric', { nullable: true })
  amount!: string | null;
}
