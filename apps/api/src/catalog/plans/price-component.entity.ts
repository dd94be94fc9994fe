import type { BillingPeriod, PriceKind, PriceTier } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One line of a price list. It never changes: new prices come as a new list. */
@Entity('price_component')
@Unique('price_component_position_key', ['priceListId', 'position'])
@Check('price_component_kind_check', `"kind" IN ('oneOff', 'recurring', 'perUnit', 'metered', 'limit')`)
@Check('price_component_label_check', `btrim("label") <> ''`)
@Check('price_component_amount_check', `"amount" >= 0 AND "amount" < 1e12`)
@Check('price_component_per_check', `"per" IN ('month', 'quarter', 'year')`)
@Check(
  'price_component_period_check',
  `CASE "kind" WHEN 'oneOff' THEN "per" IS NULL WHEN 'perUnit' THEN true ELSE "per" IS NOT NULL END`,
)
@Check('price_component_unit_check', `("kind" IN ('perUnit', 'metered', 'limit')) = ("unit_name" IS NOT NULL)`)
@Check('price_component_tiers_check', `"tiers" IS NULL OR "unit_name" IS NOT NULL`)
export class PriceComponentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'price_component_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('price_list', { name: 'price_component_list_fkey' })
  priceListId!: string;

  /** Order within the list, from 0. */
  @Column('smallint')
  position!: number;

  @Column('text')
  kind!: PriceKind;

  @Column('text')
  label!: string;

  /** In the plan's currency; a unit price may be finer than its smallest coin. With tiers that of the first one. */
  @Column('numeric')
  amount!: string;

  @Column('text', { nullable: true })
  per!: BillingPeriod | null;

  @Column('text', { nullable: true })
  unitName!: string | null;

  @Column('jsonb', { nullable: true })
  tiers!: PriceTier[] | null;
}
