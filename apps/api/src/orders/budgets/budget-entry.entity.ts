import type { BudgetEntryKind } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Why a budget stands where it stands. Rows are added and never change. */
@Entity('budget_entry')
@Index('budget_entry_budget_index', ['budgetId', 'id'])
@Index('budget_entry_reserved_key', ['orderId'], { unique: true, where: `"kind" = 'reserved'` })
@Index('budget_entry_settled_key', ['orderId'], { unique: true, where: `"kind" <> 'reserved'` })
@Check('budget_entry_kind_check', `"kind" IN ('reserved', 'released', 'spent')`)
@Check('budget_entry_amount_check', `"amount" >= 0`)
export class BudgetEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'budget_entry_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('budget', { name: 'budget_entry_budget_fkey' })
  budgetId!: string;

  @Column('uuid')
  @ForeignKey('service_order', { name: 'budget_entry_order_fkey' })
  orderId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  kind!: BudgetEntryKind;

  @Column('numeric')
  amount!: string;
}
