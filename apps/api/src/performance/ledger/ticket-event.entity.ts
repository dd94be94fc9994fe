import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a ticket is doing, in our words; a profile translates the words of its source.
 * `paused` stops every clock; `resolved` stops the resolution clock until the ticket is active again.
 */
export type TicketState = 'new' | 'active' | 'paused' | 'resolved' | 'closed' | 'cancelled';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'ticket_event_pkey' };

/**
 * A ticket as its source described it at one moment. Append-only: a correction is a later event.
 * A trigger sees to it that its source and its service exist.
 */
@Entity('ticket_event')
@Check('ticket_event_state_check', `"state" IN ('new', 'active', 'paused', 'resolved', 'closed', 'cancelled')`)
@Check('ticket_event_priority_check', `"priority" BETWEEN 1 AND 9`)
@Check('ticket_event_sequence_check', `"sequence" >= 0`)
export class TicketEventEntity {
  @PrimaryColumn('uuid', { ...pk })
  sourceId!: string;

  /** The ticket's number at its source. */
  @PrimaryColumn('text', { ...pk })
  number!: string;

  /** Rises with every change at the source; decides where two events bear the same instant. */
  @PrimaryColumn('int', { ...pk })
  sequence!: number;

  @PrimaryColumn('timestamptz', { ...pk })
  observedAt!: Date;

  @Column('uuid')
  serviceId!: string;

  @Column('text')
  state!: TicketState;

  /** 1 is the most urgent. */
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

  /** Who has the ticket, as the source calls them; null = nobody. */
  @Column('text', { nullable: true })
  holder!: string | null;

  /** A program wrote it, whose reply stops nothing. */
  @Column('boolean', { default: false })
  automatic!: boolean;

  @Column('uuid', { nullable: true })
  importId!: string | null;

  /** Line in the imported file. */
  @Column('int', { nullable: true })
  line!: number | null;
}
