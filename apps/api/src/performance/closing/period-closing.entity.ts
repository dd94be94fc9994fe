import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What people were told of the closing of a period of an agreement: each once, however many servers look. */
@Entity('period_closing')
@Check('period_closing_period_check', `"period" ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'`)
export class PeriodClosingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'period_closing_pkey' })
  @ForeignKey('agreement', { name: 'period_closing_agreement_fkey' })
  agreementId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'period_closing_pkey' })
  period!: string;

  /** That it closes soon; null = not yet. */
  @Column('timestamptz', { nullable: true })
  toldAt!: Date | null;

  /** That something holds it back. */
  @Column('timestamptz', { nullable: true })
  heldAt!: Date | null;
}
