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
    /** @param commitmentIds null = all of the period. */
    closed: async (period: string, commitmentIds: readonly string[] | null) =>
      get(Results).closePeriod(await proposer(), period, commitmentIds),
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

/** What a ticket system tells of a ticket: one event for each change of its state. */
export function changesOf({ paused = [], firstResponseAt = null, resolvedAt = null, closedAt = null, ...ticket }: TicketStory): TicketChange[] {
  const states: [Date, TicketState][] = [
    [ticket.openedAt, 'new'],
    ...(firstResponseAt ? [[firstResponseAt, 'active'] as [Date, TicketState]] : []),
    ...paused.flatMap(([from, to]): [Date, TicketState][] => [
      [from, 'paused'],
      [to, 'active'],
    ]),
    ...(resolvedAt ? [[resolvedAt, 'resolved'] as [Date, TicketState]] : []),
    ...(closedAt ? [[closedAt, 'closed'] as [Date, TicketState]] : []),
  ];
  const times = { firstResponseAt, resolvedAt, closedAt };
  return states.map(([observedAt, state], sequence) => ({ ...ticket, ...times, sequence, observedAt, state }));
}
