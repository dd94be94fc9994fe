import { z } from 'zod';
import { column, fileFormat } from './file-format.js';
import { serviceByValue } from './service-by-value.js';
import { timeFormat } from './time-format.js';

/** What a ticket can be doing. While paused all its clocks stand still; resolved, the resolution clock does. */
export const TICKET_STATES = ['new', 'active', 'paused', 'resolved', 'closed', 'cancelled'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** 1 is the most urgent. */
const priority = z.int().min(1).max(9);

const value = z.string().max(200);

const pattern = value.min(1).refine((text) => text.split('*').length <= 3, 'may have two * at most');

/** A log of tickets: each row is an event, and says how the ticket stood after it. */
export const ticketProfile = z.strictObject({
  kind: z.literal('tickets'),
  format: fileFormat.prefault({}),
  time: timeFormat,
  /** What tells one row from every other. Without a sequence, the time alone orders the events of a ticket. */
  identity: z.strictObject({ number: column, sequence: column.optional(), observedAt: column }),
  /** Where the clocks of a ticket start, and where they stop. */
  clock: z.strictObject({
    openedAt: column,
    firstResponseAt: column.optional(),
    resolvedAt: column.optional(),
    closedAt: column.optional(),
  }),
  state: z.strictObject({
    column,
    values: z.record(value, z.enum(TICKET_STATES)),
    /** The state that any other value means, or `refuse` for a row that has one. */
    otherwise: z.enum(['refuse', ...TICKET_STATES]),
  }),
  /** Why a ticket waits, where not every reason holds its clocks: one that waits for another reason is `active`. */
  pause: z.strictObject({ column, reasons: z.array(value).min(1).max(100) }).optional(),
  /** Read from a column, or derived: `matrix[impact][urgency]`. */
  priority: z.union([
    z.strictObject({ column, values: z.record(value, priority) }),
    z.strictObject({ impact: column, urgency: column, matrix: z.record(value, z.record(value, priority)) }),
  ]),
  service: serviceByValue.optional(),
  /** Who has the ticket, as the source calls them: a team, or the queue of a provider. Empty: nobody. */
  holder: column.optional(),
  /** Who wrote the update, and which of them are programs, whose replies stop nothing; `*` stands for any text. */
  author: z.strictObject({ column, automatic: z.array(pattern).min(1).max(100) }).optional(),
});
export type TicketProfile = z.output<typeof ticketProfile>;
