import { FIGURE_SIDES, type FigureSide, PROVIDER_FIGURE_STATES, type ProviderFigureState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

const listOf = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** What a provider measured of a period, beside our result of it, and which of the two both sides go by. */
@Entity('provider_figure')
@Unique('provider_figure_number_key', ['commitmentId', 'period', 'number'])
@Index('provider_figure_open_key', ['commitmentId', 'period'], {
  unique: true,
  where: `"state" IN ('stated', 'objected')`,
})
@Index('provider_figure_settled_key', ['commitmentId', 'period'], {
  unique: true,
  where: `"state" IN ('agreed', 'silent')`,
})
@Index('provider_figure_due_index', ['dueAt'], { where: `"state" = 'stated' AND "due_at" IS NOT NULL` })
@Check('provider_figure_figure_check', `"figure" BETWEEN 0 AND 100`)
@Check('provider_figure_state_check', `"state" IN (${listOf(PROVIDER_FIGURE_STATES)})`)
@Check('provider_figure_side_check', `"side" IN (${listOf(FIGURE_SIDES)})`)
@Check(
  'provider_figure_settled_check',
  `"state" NOT IN ('agreed', 'silent') OR num_nulls("side", "our_result_id", "answered_at") = 0`,
)
@Check('provider_figure_agreed_check', `"state" <> 'agreed' OR "answered_by_id" IS NOT NULL`)
@Check('provider_figure_objected_check', `"state" <> 'objected' OR num_nulls("answered_by_id", "reason") = 0`)
@Check('provider_figure_due_check', `("last_day" IS NULL) = ("due_at" IS NULL)`)
export class ProviderFigureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'provider_figure_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('commitment', { name: 'provider_figure_commitment_fkey' })
  commitmentId!: string;

  @Column('text')
  period!: string;

  /** Counted within the period. */
  @Column('int')
  number!: number;

  /** Percent, as our figure of the period. */
  @Column('numeric')
  figure!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  state!: ProviderFigureState;

  @Column('uuid')
  @ForeignKey('person', { name: 'provider_figure_stated_by_fkey' })
  statedById!: string;

  @Column('timestamptz')
  statedAt!: Date;

  /** The last day to object, where the agreement is; null = silence says nothing. */
  @Column('date', { nullable: true })
  lastDay!: string | null;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  /** Whose figure is the one of record; null until that is settled. */
  @Column('text', { nullable: true })
  side!: FigureSide | null;

  /** Our own result, as it stood when that was settled. */
  @Column('uuid', { nullable: true })
  @ForeignKey('period_result', { name: 'provider_figure_our_result_fkey' })
  ourResultId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'provider_figure_answered_by_fkey' })
  answeredById!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** Why somebody objects. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
