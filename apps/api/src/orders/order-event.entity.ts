import type { OrderState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const STATES = `'draft', 'submitted', 'awaitingApproval', 'approved', 'fulfilling', 'delivered', 'completed', 'rejected', 'cancelled', 'failed'`;

/** A move of an order. Rows are added and never change. */
@Entity('order_event')
@Index('order_event_order_index', ['orderId', 'id'])
@Check('order_event_from_check', `"from_state" IN (${STATES})`)
@Check('order_event_to_check', `"to_state" IN (${STATES})`)
@Check('order_event_reason_check', `"to_state" NOT IN ('rejected', 'cancelled', 'failed') OR "reason" IS NOT NULL`)
export class OrderEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_event_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service_order', { name: 'order_event_order_fkey' })
  orderId!: string;

  @Column('timestamptz')
  at!: Date;

  /** null for the first. */
  @Column('text', { nullable: true })
  fromState!: OrderState | null;

  @Column('text')
  toState!: OrderState;

  @Column('uuid')
  @ForeignKey('person', { name: 'order_event_by_fkey' })
  byId!: string;

  @Column('text', { nullable: true })
  reason!: string | null;
}
