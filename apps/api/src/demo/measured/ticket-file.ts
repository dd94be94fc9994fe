import type { ImportProfile } from '@accord/domain';
import { changesOf } from '../builders/measurements.js';
import { PRINT_TICKETS, TICKETS } from '../content/tickets.js';
import type { LabelledTicket } from './ticket-stories.js';

const COLUMNS = [
  'number',
  'update',
  'updated_at',
  'opened_at',
  'answered_at',
  'resolved_at',
  'closed_at',
  'state',
  'priority',
  'application',
  'group',
];
const STATES = {
  new: 'New',
  active: 'In progress',
  paused: 'Waiting',
  resolved: 'Resolved',
  closed: 'Closed',
  cancelled: 'Cancelled',
} as const;
const PRIORITIES = ['1 - Critical', '2 - High', '3 - Normal', '4 - Low'];

/** How the group's ticket system writes, so that a service manager can bring its files in. */
export const TICKET_PROFILE: ImportProfile = {
  kind: 'tickets',
  format: { delimiter: ',', encoding: 'utf-8', missing: [''] },
  time: { format: 'iso8601', zone: 'Etc/UTC' },
  identity: { number: 'number', sequence: 'update', observedAt: 'updated_at' },
  clock: { openedAt: 'opened_at', firstResponseAt: 'answered_at', resolvedAt: 'resolved_at', closedAt: 'closed_at' },
  state: {
    column: 'state',
    values: Object.fromEntries(Object.entries(STATES).map(([state, word]) => [word, state])) as never,
    otherwise: 'refuse',
  },
  priority: { column: 'priority', values: Object.fromEntries(PRIORITIES.map((word, i) => [word, i + 1])) },
  service: {
    column: 'application',
    values: Object.fromEntries([...TICKETS, ...PRINT_TICKETS].map(({ label, service }) => [label, service])),
  },
  holder: 'group',
};

const FIRST_LINE = 'First line';
const SECOND_LINE = new Map([...TICKETS, ...PRINT_TICKETS].map(({ label, secondLine }) => [label, secondLine]));

/** The first line answers, and solves every third ticket itself; numbers go up by 3. */
function groupOf(number: string, state: keyof typeof STATES, label: string): string {
  const isHandedOn = state !== 'new' && Math.floor(Number(number.replace(/\D/g, '')) / 3) % 3 !== 0;
  return isHandedOn ? SECOND_LINE.get(label)! : FIRST_LINE;
}

/** What the system knew of the tickets in a stretch of time: one row for each change, oldest first. */
export function ticketFile(
  tickets: readonly LabelledTicket[],
  after: Date,
  upTo: Date,
  strays: readonly string[] = [],
): string {
  const rows = tickets
    .filter(({ openedAt, closedAt }) => openedAt <= upTo && closedAt! > after)
    .flatMap(({ label, ...ticket }) => changesOf(ticket).map((change) => ({ ...change, label })))
    .filter(({ observedAt }) => observedAt > after && observedAt <= upTo)
    .sort((a, b) => a.observedAt.getTime() - b.observedAt.getTime() || a.number.localeCompare(b.number, 'en'));
  const lines = rows.map(
    ({ number, sequence, observedAt, openedAt, firstResponseAt, resolvedAt, closedAt, state, priority, label }) => {
      const known = (at: Date | null) => (at && at <= observedAt ? written(at) : '');
      const times = [
        written(observedAt),
        written(openedAt),
        known(firstResponseAt),
        known(resolvedAt),
        known(closedAt),
      ];
      return [
        number,
        sequence,
        ...times,
        STATES[state],
        PRIORITIES[priority - 1],
        label,
        groupOf(number, state, label),
      ].join(',');
    },
  );
  const middle = Math.floor(lines.length / 2);
  return [COLUMNS.join(','), ...lines.slice(0, middle), ...strays, ...lines.slice(middle), ''].join('\n');
}

/** Rows as they happen: three that nobody can read, and some of an application that has no service here. */
export function strayRows(at: Date): string[] {
  const day = written(at);
  return [
    `INC0900001,0,${day},yesterday,,,,New,3 - Normal,Help Desk,${FIRST_LINE}`,
    `INC0900002,0,${day},${day},,,,On hold?,3 - Normal,Email,${FIRST_LINE}`,
    `INC0900003,0,${day},${day},,,,New,urgent!!,Order Processing,${FIRST_LINE}`,
    ...Array.from(
      { length: 6 },
      (_, i) => `INC090001${i},0,${day},${day},,,,New,4 - Low,Canteen terminal,${FIRST_LINE}`,
    ),
  ];
}

const written = (at: Date): string => at.toISOString().replace('.000Z', 'Z');
