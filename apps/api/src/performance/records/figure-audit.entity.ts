import { FIGURE_AUDIT_STATES, type FigureAuditState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const STATES = FIGURE_AUDIT_STATES.map((state) => `'${state}'`).join(', ');

/** What an audit found of a figure that was settled; confirmed, it is the figure of record in its place. */
@Entity('figure_audit')
@Index('figure_audit_period_index', ['commitmentId', 'period'])
@Index('figure_audit_proposed_key', ['commitmentId', 'period'], { unique: true, where: `"state" = 'proposed'` })
@Index('figure_audit_confirmed_key', ['commitmentId', 'period'], { unique: true, where: `"state" = 'confirmed'` })
@Check('figure_audit_figure_check', `"figure" BETWEEN 0 AND 100`)
@Check('figure_audit_state_check', `"state" IN (${STATES})`)
@Check('figure_audit_decided_check', `("state" = 'proposed') = ("decided_at" IS NULL)`)
@Check('figure_audit_decider_check', `("decided_at" IS NULL) = ("decided_by_id" IS NULL)`)
@Check(
  'figure_audit_second_person_check',
  `"state" NOT IN ('confirmed', 'refused', 'superseded') OR "decided_by_id" <> "proposed_by_id"`,
)
@Check('figure_audit_refused_check', `"state" <> 'refused' OR "decision_reason" IS NOT NULL`)
export class FigureAuditEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'figure_audit_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('commitment', { name: 'figure_audit_commitment_fkey' })
  commitmentId!: string;

  @Column('text')
  period!: string;

  /** Percent, as our figure of the period. */
  @Column('numeric')
  figure!: string;

  /** The figure that stood when the audit was brought. */
  @Column('numeric', { nullable: true })
  settledFigure!: string | null;

  /** Who audited, and where the report is found. */
  @Column('text')
  report!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  /** What it found wrong. */
  @Column('text')
  reason!: string;

  @Column('text')
  state!: FigureAuditState;

  @Column('uuid')
  @ForeignKey('person', { name: 'figure_audit_proposed_by_fkey' })
  proposedById!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'figure_audit_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;
}
