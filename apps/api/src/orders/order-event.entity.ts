import type { OrderMove, OrderParty, OrderState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { STATES } from './order-checks.js';

const SAYS_WHY = `"to_state" NOT IN ('rejected', 'needsInformation', 'onHold', 'cancelled', 'failed') OR "reason" IS NOT NULL OR "from_state" = "to_state"`;
const SAYS_WHY_NOT_ALL = `"move" NOT IN ('cancelRest', 'sendBack', 'sendBackItem') OR "reason" IS NOT NULL`;
const OF_ITEM = `("order_item_id" IS NOT NULL) = ("move" IN ('deliverItem', 'failItem', 'acceptItem', 'sendBackItem', 'lapseItem'))`;

/** A move of an order. Rows are added and never change. */
@Entity('order_event')
@Index('order_event_order_index', ['orderId', 'id'])
@Check('order_event_from_check', `"from_state" IN (${STATES})`)
@Check('order_event_to_check', `"to_state" IN (${STATES})`)
@Check('order_event_party_check', `"party" IN ('requester', 'approver', 'team', 'nobody')`)
@Check('order_event_by_check', `("party" = 'nobody') = ("by_id" IS NULL)`)
@Check('order_event_reason_check', SAYS_WHY)
@Check('order_event_rest_check', SAYS_WHY_NOT_ALL)
@Check('order_event_item_check', OF_ITEM)
export class OrderEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_event_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service_order', { name: 'order_event_order_fkey' })
  orderId!: string;

  @Column('timestamptz')
  at!: Date;

  /** The name of the move; `draft` for the first. */
  @Column('text')
  move!: OrderMove | 'draft';

  /** null for the first. */
  @Column('text', { nullable: true })
  fromState!: OrderState | null;

  @Column('text')
  toState!: OrderState;

  /** As what the mover moved it. */
  @Column('text')
  party!: OrderParty;

  /** null for a rule, a date or silence. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'order_event_by_fkey' })
  byId!: string | null;

  /** Why, what was asked or answered, or a note. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Which item was delivered, given up, accepted or sent back by itself. */
  @Column('uuid', { nullable: true })
  @ForeignKey('order_item', { name: 'order_event_item_fkey' })
  orderItemId!: string | null;
}
