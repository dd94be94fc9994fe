import type { TicketState } from '../../performance/ledger/ticket-event.entity.js';
import { Counts } from '../../performance/counts/counts.js';
import { Exclusions, type NewExclusion } from '../../performance/exclusions/exclusions.js';
import { type NewMaintenance, Maintenances } from '../../performance/maintenances/maintenances.js';
import { type NewOutage, Outages } from '../../performance/outages/outages.js';
import { Results } from '../../performance/results/results.js';
import type { Hands } from './hands.js';

/** What a service manager enters, and what another one decides. */
export function measurementsBy({ get, proposer, decider }: Hands) {
  const made = {
    outage: async (outage: NewOutage) => get(Outages).record(await proposer(), outage),
    maintenance: async (maintenance: NewMaintenance) => get(Maintenances).announce(await proposer(), maintenance),
    counts: async (...counts: Parameters<Counts['recordAll']>[1]) => get(Counts).recordAll(await proposer(), counts),
    exclusion: async (exclusion: NewExclusion) => get(Exclusions).propose(await proposer(), exclusion),
    approvedExclusion: async (exclusion: NewExclusion) => {
      const { id } = await made.exclusion(exclusion);
      return get(Exclusions).approve(await decider(), id);
    },
    /** @param commitmentIds null = all of the period. @returns The ids of the frozen results. */
    closed: async (period: string, commitmentIds: readonly string[] | null) =>
      (await get(Results).closePeriod(await proposer(), period, commitmentIds)).ids,
  };
  return made;
}

/** A ticket by what happened to it. */
export interface TicketStory {
  number: string;
  priority: number;
  openedAt: Date;
  firstResponseAt?: Date | null;
  resolvedAt?: Date | null;
  closedAt?: Date | null;
  /** Waiting for somebody else. */
  paused?: readonly (readonly [from: Date, to: Date])[];
}

export interface TicketChange extends Required<Omit<TicketStory, 'paused'>> {
  sequence: number;
  observedAt: Date;
  state: TicketState;
}

/** What a ticket system tells of a ticket: one event for each change of its state, the answer that begins the work too. */
export function changesOf({
  paused = [],
  firstResponseAt = null,
  resolvedAt = null,
  closedAt = null,
  ...ticket
}: TicketStory): TicketChange[] {
  const answered = firstResponseAt && !paused.some(([from, to]) => from <= firstResponseAt && firstResponseAt < to);
  const states: [Date, TicketState][] = [
    [ticket.openedAt, 'new'],
    ...(answered ? [changed(firstResponseAt, 'active')] : []),
    ...paused.flatMap(([from, to]) => [changed(from, 'paused'), changed(to, 'active')]),
    ...(resolvedAt ? [changed(resolvedAt, 'resolved')] : []),
    ...(closedAt ? [changed(closedAt, 'closed')] : []),
  ];
  const times = { firstResponseAt, resolvedAt, closedAt };
  return states
    .sort(([one], [other]) => one.getTime() - other.getTime())
    .map(([observedAt, state], sequence) => ({ ...ticket, ...times, sequence, observedAt, state }));
}

const changed = (at: Date, state: TicketState): [Date, TicketState] => [at, state];
