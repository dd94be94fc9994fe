import { type Cell, cellOf, CellReader, timeCell } from './cells.js';
import type { RowReader } from './reading.js';
import { serviceFinder, type ServiceOfRow } from './service-of-row.js';
import type { TicketProfile, TicketState } from './ticket-profile.js';
import { timeReader } from './time-format.js';
import { wholeRows } from './whole-rows.js';

/** How a ticket stood after an event. Instants are epoch milliseconds. */
export interface TicketRow {
  readonly number: string;
  readonly sequence: number;
  readonly observedAt: number;
  readonly serviceId: string;
  readonly state: TicketState;
  readonly priority: number;
  readonly openedAt: number;
  readonly firstResponseAt: number | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
  /** As the source calls them; null = nobody, or nobody knows. */
  readonly holder: string | null;
  /** A program wrote the update. */
  readonly automatic: boolean;
}

/**
 * @param now Epoch milliseconds; a row of later is refused.
 * @throws {DomainError} When the header lacks a column that the profile names.
 */
export function ticketRowReader(
  profile: TicketProfile,
  header: readonly string[],
  service: ServiceOfRow,
  now: number,
): RowReader<TicketRow> {
  const instant = timeReader(profile.time);
  const cell = (column: string) => cellOf(header, profile.format, column);
  const time = (column: string) => timeCell(cell(column), instant);
  const optionalTime = (column: string | undefined) => (column === undefined ? null : time(column));
  const { identity, clock } = profile;
  const number = cell(identity.number);
  const sequence = identity.sequence === undefined ? null : cell(identity.sequence);
  const [observedAt, openedAt] = [time(identity.observedAt), time(clock.openedAt)];
  const stops = [clock.firstResponseAt, clock.resolvedAt, clock.closedAt].map(optionalTime);
  const stateOf = stateReader(profile, cell);
  const holder = profile.holder === undefined ? null : cell(profile.holder);
  const isAutomatic = automaticReader(profile, cell);
  const priorityOf = priorityReader(profile, cell);
  const serviceOf = serviceFinder(service, header, profile.format);

  return wholeRows(header, (cells) => {
    const found = serviceOf(cells);
    if (!('id' in found)) return { kind: 'unmapped', ...found };
    const reader = new CellReader(cells, now);
    const opened = reader.time(openedAt);
    const [firstResponse, resolved, closed] = stops.map((stop) => {
      const at = reader.optionalTime(stop);
      return at !== null && opened !== null && at < opened
        ? reader.fault(stop!, 'is before the ticket was opened')
        : at;
    });
    const row = {
      number: reader.name(number),
      sequence: reader.count(sequence),
      observedAt: reader.time(observedAt),
      serviceId: found.id,
      state: stateOf(reader, cells),
      priority: priorityOf(reader),
      openedAt: opened,
      firstResponseAt: firstResponse!,
      resolvedAt: resolved!,
      closedAt: closed!,
      holder: reader.optionalName(holder),
      automatic: isAutomatic(cells),
    };
    if (reader.faults.length === 0 && endsBeforeItBegins(row as TicketRow))
      reader.fault(observedAt, `is before the ticket was opened, and nothing else says when it was ${row.state}`);
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    return { kind: 'row', row: row as TicketRow };
  });
}

/** Work before a ticket is opened is usual; an end of which no time but that of its update is known would stop a clock at its start. */
function endsBeforeItBegins({ state, observedAt, openedAt, resolvedAt, closedAt }: TicketRow): boolean {
  if (observedAt >= openedAt || closedAt !== null) return false;
  return state === 'closed' || (state === 'resolved' && resolvedAt === null);
}

const LONGEST_AUTHOR = 200;

type CellOf = (column: string) => Cell;

function stateReader({ state: { column, values, otherwise }, pause }: TicketProfile, cell: CellOf) {
  const stated = cell(column);
  const states = new Map(Object.entries(values));
  const other = otherwise === 'refuse' ? null : otherwise;
  const why = pause && cell(pause.column);
  const reasons = new Set(pause?.reasons);
  return (reader: CellReader, cells: readonly string[]) => {
    const state = reader.meaning(stated, states, other);
    return state === 'paused' && why && !reasons.has(why.text(cells) ?? '') ? 'active' : state;
  };
}

function automaticReader({ author }: TicketProfile, cell: CellOf): (cells: readonly string[]) => boolean {
  if (!author) return () => false;
  const written = cell(author.column);
  const patterns = author.automatic.map(patternOf);
  return (cells) => {
    const name = written.text(cells);
    return name !== null && patterns.some((pattern) => pattern.test(name.slice(0, LONGEST_AUTHOR)));
  };
}

/** `*` stands for any text; small and capital letters are the same. */
function patternOf(text: string): RegExp {
  const source = text.split('*').map((part) => part.replace(/[\\^$.+?(){}|[\]/]/gu, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`, 'isu');
}

function priorityReader({ priority }: TicketProfile, cell: CellOf) {
  if ('column' in priority) {
    const [stated, values] = [cell(priority.column), new Map(Object.entries(priority.values))];
    return (reader: CellReader) => reader.meaning(stated, values);
  }
  const [impact, urgency] = [cell(priority.impact), cell(priority.urgency)];
  const byImpact = new Map(
    Object.entries(priority.matrix).map(([key, byUrgency]) => [key, new Map(Object.entries(byUrgency))]),
  );
  return (reader: CellReader) => {
    const byUrgency = reader.meaning(impact, byImpact);
    return byUrgency && reader.meaning(urgency, byUrgency);
  };
}
