import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { TicketState } from './ticket-event.entity.js';

/** A stretch in which the ticket stood in a state that holds clocks, in epoch milliseconds; no `to` while it lasts. */
export interface TicketPause {
  from: number;
  to: number | null;
  state: 'paused' | 'resolved';
}

/** A ticket as its newest event describes it; made from `ticket_event` by `projectTickets` and nothing else. */
@Entity('ticket')
@Unique('ticket_source_number_key', ['sourceId', 'number'])
@Index('ticket_service_opened_index', ['serviceId', 'openedAt'])
@Index('ticket_service_closed_index', ['serviceId', 'closedAt'])
@Check('ticket_state_check', `"state" IN ('new', 'active', 'paused', 'resolved', 'closed', 'cancelled')`)
@Check('ticket_priority_check', `"priority" BETWEEN 1 AND 9`)
export class TicketEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('source', { name: 'ticket_source_fkey' })
  sourceId!: string;

  @Column('text')
  number!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'ticket_service_fkey' })
  serviceId!: string;

  @Column('text')
  state!: TicketState;

  @Column('smallint')
  priority!: number;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('timestamptz', { nullable: true })
  firstResponseAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  resolvedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  /** In order of time. */
  @Column('jsonb', { default: [] })
  pauses!: TicketPause[];

  /** Of the newest event. */
  @Column('timestamptz')
  observedAt!: Date;
}
