import type { BillingPeriod, PriceKind } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One line of what a plan costs. It never changes: a new price ends it and takes its place. */
@Entity('price_component')
@Index('price_component_position_key', ['planId', 'position'], { unique: true, where: '"ended_at" IS NULL' })
@Check('price_component_kind_check', `"kind" IN ('oneOff', 'recurring', 'perUnit')`)
@Check('price_component_label_check', `btrim("label") <> ''`)
@Check('price_component_amount_check', `"amount" >= 0 AND "amount" < 1e12`)
@Check('price_component_per_check', `"per" IN ('month', 'quarter', 'year')`)
@Check(
  'price_component_period_check',
  `CASE "kind" WHEN 'oneOff' THEN "per" IS NULL WHEN 'recurring' THEN "per" IS NOT NULL ELSE true END`,
)
@Check('price_component_unit_check', `("kind" = 'perUnit') = ("unit_name" IS NOT NULL)`)
export class PriceComponentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'price_component_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('plan', { name: 'price_component_plan_fkey' })
  planId!: string;

  /** Order within the plan, from 0. */
  @Column('smallint')
  position!: number;

  @Column('text')
  kind!: PriceKind;

  @Column('text')
  label!: string;

  /** In the plan's currency; a unit price may be finer than its smallest coin. */
  @Column('numeric')
  amount!: string;

  @Column('text', { nullable: true })
  per!: BillingPeriod | null;

  @Column('text', { nullable: true })
  unitName!: string | null;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
