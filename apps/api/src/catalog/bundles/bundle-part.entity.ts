import type { Limit } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A plan within a bundle, as its published version says. */
@Entity('bundle_part')
@Unique('bundle_part_plan_key', ['bundleId', 'planId'])
@Index('bundle_part_plan_index', ['planId'])
@Check('bundle_part_quantity_check', `"quantity" BETWEEN 1 AND 100000 AND "most" BETWEEN "quantity" AND 100000`)
export class BundlePartEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bundle_part_pkey' })
  @ForeignKey('bundle', { name: 'bundle_part_bundle_fkey' })
  bundleId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'bundle_part_pkey' })
  key!: string;

  @Column('uuid')
  @ForeignKey('plan', { name: 'bundle_part_plan_fkey' })
  planId!: string;

  @Column('smallint')
  position!: number;

  @Column('boolean')
  required!: boolean;

  @Column('int')
  quantity!: number;

  /** What it sets aside; of other units of its plan, who orders says how many. */
  @Column('jsonb', { default: [] })
  limits!: readonly Limit[];

  /** Up to how many may be chosen; null = the quantity stands. */
  @Column('int', { nullable: true })
  most!: number | null;
}
