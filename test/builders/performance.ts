import { changesOf, measurementsBy } from '@accord/api/demo/builders/measurements.js';
import { Evaluation } from '@accord/api/performance/evaluation/evaluation.js';
import { storeMeasurements } from '@accord/api/performance/imports/measurement-ledger.js';
import { projectTickets } from '@accord/api/performance/ledger/project-tickets.js';
import { SourceEntity, type SourceKind } from '@accord/api/performance/ledger/source.entity.js';
import { TicketEventEntity } from '@accord/api/performance/ledger/ticket-event.entity.js';
import { TicketEntity } from '@accord/api/performance/ledger/ticket.entity.js';
import { Maintenances } from '@accord/api/performance/maintenances/maintenances.js';
import { PeriodResultEntity } from '@accord/api/performance/results/period-result.entity.js';
import { uuidv7 } from '@accord/api/platform/uuid.js';
import type { Api } from './api.js';
import type { peopleBuilders, SignedInPerson } from './people.js';

const PLUG = 'The customer pulled the plug.';

interface ServiceLike {
  id: string;
}

/** A ticket by what happened to it. Instants are ISO texts. */
export interface GivenTicket {
  number?: string;
  priority?: number;
  openedAt: string;
  firstResponseAt?: string;
  resolvedAt?: string;
  closedAt?: string;
  /** Waiting for somebody else: [from, to]. */
  paused?: [string, string][];
}

/** Measurements, recorded by a service manager of everything; tickets and probes as an import stores them. */
export function performanceBuilders(api: Api, people: ReturnType<typeof peopleBuilders>) {
  const { manager } = api.dataSource;
  let made = 0;
  let managers: Promise<SignedInPerson[]> | undefined;
  const twoManagers = () =>
    (managers ??= Promise.all(
      ['Maya Sure', 'Mona Tor'].map((name) => people.person({ name, roles: ['serviceManager'] })),
    ));
  const act = async (which: number) => people.act((await twoManagers())[which]!);
  const shared = measurementsBy({ get: api.get, proposer: () => act(0), decider: () => act(1) });
  const instant = (text: string | undefined) => (text === undefined ? null : new Date(text));

  const given = {
    /** Records, closes and restates; the second one decides on what the first proposed. */
    serviceManagers: twoManagers,

    async outage({ id: serviceId }: ServiceLike, from: string, to: string | null, cause = 'A cable was cut.') {
      return shared.outage({ serviceId, from: new Date(from), to: to ? new Date(to) : null, cause });
    },

    /** Announced a week ahead, however long ago it was. */
    async maintenance({ id: serviceId }: ServiceLike, from: string, to: string, description = 'New disks.') {
      const [acting, time] = [await act(0), { from: new Date(from), to: new Date(to) }];
      const ahead = new Date(time.from.getTime() - 7 * 86_400_000);
      const announced = { ...acting, at: ahead < acting.at ? ahead : acting.at };
      const maintenance = await api.get(Maintenances).announce(announced, { serviceId, ...time, description });
      await api.dataSource.transaction((tx) =>
        api.get(Evaluation).reevaluate(tx, { serviceIds: [serviceId], ...time }, acting.at),
      );
      return maintenance;
    },

    async counts(
      { id: serviceId }: ServiceLike,
      series: string,
      from: string,
      to: string,
      good: number,
      total: number,
      reason?: string,
    ) {
      await shared.counts({ serviceId, series, from: new Date(from), to: new Date(to), good, total, reason });
    },

    async exclusion({ id: commitmentId }: { id: string }, from: string, to: string, reason = PLUG) {
      return shared.exclusion({
        commitmentId,
        from: new Date(from),
        to: new Date(to),
        category: 'customerCause',
        reason,
      });
    },

    async approvedExclusion({ id: commitmentId }: { id: string }, from: string, to: string, reason = PLUG) {
      return shared.approvedExclusion({
        commitmentId,
        from: new Date(from),
        to: new Date(to),
        category: 'customerCause',
        reason,
      });
    },

    /** @returns The ids of the frozen results. */
    async closed(period: string, ...commitments: { id: string }[]): Promise<string[]> {
      return shared.closed(period, commitments.length > 0 ? commitments.map(({ id }) => id) : null);
    },

    async source(kind: SourceKind = 'tickets'): Promise<SourceEntity> {
      const n = ++made;
      return manager.save(SourceEntity, {
        id: uuidv7(),
        slug: `source-${n}`,
        name: `Source ${n}`,
        kind,
        lastSeenAt: null,
        quietMinutes: null,
      });
    },

    /** Tickets of one service, stored and judged as an import does it. */
    async tickets(
      { id: serviceId }: ServiceLike,
      tickets: GivenTicket[],
      source?: SourceEntity,
    ): Promise<TicketEntity[]> {
      const { id: sourceId } = source ?? (await given.source());
      const numbered = tickets.map((ticket) => ({
        ...ticket,
        number: ticket.number ?? `INC${String(++made).padStart(5, '0')}`,
      }));
      await api.dataSource.transaction(async (tx) => {
        await tx.insert(
          TicketEventEntity,
          numbered.flatMap((ticket) => eventsOf(sourceId, serviceId, ticket)),
        );
        await projectTickets(
          tx,
          sourceId,
          numbered.map(({ number }) => number),
        );
        const from = new Date(Math.min(...numbered.map(({ openedAt }) => Date.parse(openedAt))));
        await api
          .get(Evaluation)
          .reevaluate(tx, { serviceIds: [serviceId], from, to: api.clock.now() }, api.clock.now());
      });
      return manager.find(TicketEntity, { where: { sourceId }, order: { number: 'ASC' } });
    },

    /** The tickets of a source made anew from its events, and their service judged. */
    async projected({ id: sourceId }: SourceEntity, { id: serviceId }: ServiceLike): Promise<void> {
      await api.dataSource.transaction(async (tx) => {
        const events = await tx.find(TicketEventEntity, { where: { sourceId }, select: { number: true } });
        await projectTickets(tx, sourceId, [...new Set(events.map(({ number }) => number))]);
        const touched = { serviceIds: [serviceId], from: new Date(0), to: api.clock.now() };
        await api.get(Evaluation).reevaluate(tx, touched, api.clock.now());
      });
    },

    /** Probes of one service: [instant, up]. */
    async probes({ id: serviceId }: ServiceLike, probes: [string, boolean][]): Promise<void> {
      const { id: sourceId } = await given.source('probes');
      const origin = { act: await act(0), sourceId, importId: null };
      const rows = probes.map(([at, up], i) => ({ line: i + 1, row: { serviceId, observedAt: Date.parse(at), up } }));
      const [from, to] = [new Date(probes[0]![0]), new Date(probes.at(-1)![0])];
      await api.dataSource.transaction(async (tx) => {
        await storeMeasurements(tx, origin, rows);
        await api.get(Evaluation).reevaluate(tx, { serviceIds: [serviceId], from, to }, api.clock.now());
      });
    },

    /** The revision that stands. */
    resultOf({ id: commitmentId }: { id: string }, period: string): Promise<PeriodResultEntity> {
      return manager.findOneOrFail(PeriodResultEntity, {
        where: { commitmentId, period },
        order: { revision: 'DESC' },
      });
    },
  };

  /** As a ticket system would have told it. */
  function eventsOf(
    sourceId: string,
    serviceId: string,
    ticket: GivenTicket & { number: string },
  ): TicketEventEntity[] {
    const { number, priority = 3, openedAt, paused = [] } = ticket;
    const changes = changesOf({
      number,
      priority,
      openedAt: new Date(openedAt),
      firstResponseAt: instant(ticket.firstResponseAt),
      resolvedAt: instant(ticket.resolvedAt),
      closedAt: instant(ticket.closedAt),
      paused: paused.map(([from, to]) => [new Date(from), new Date(to)] as const),
    });
    return changes.map((change) => ({
      sourceId,
      serviceId,
      ...change,
      holder: null,
      automatic: false,
      importId: null,
      line: null,
    }));
  }
  return given;
}
