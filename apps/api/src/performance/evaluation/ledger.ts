import {
  type AnnouncedMaintenance,
  type Indicator,
  measurementId,
  type MeasurementIdentity,
  type TicketTimes,
} from '@accord/domain';
import type { Count, Interval, Outage, Probe, Stretch } from '@accord/sla';
import type { EntityManager } from 'typeorm';
import { stands } from '../ledger/measurement-sql.js';
import type { SeriesKind } from '../ledger/series.entity.js';
import type { Judgeable } from './judgeable.js';

/** A ticket as the ledger knows it now. */
export interface TicketRow extends TicketTimes {
  readonly id: string;
  readonly priority: number;
  /** When its newest event was. */
  readonly observedAt: number;
}

/** Everything measured on a service in a range of time, in the words of libs/sla. */
export interface ServiceLedger {
  readonly outages: Outage[];
  readonly probes: Probe[];
  readonly tickets: TicketRow[];
  readonly counts: (Count & { readonly series: string })[];
  readonly maintenance: AnnouncedMaintenance[];
}

/** What all commitments at hand need, loaded once with one statement for each kind of evidence that one of them asks for. */
export interface Ledger {
  ofService(serviceId: string): ServiceLedger;
  /** Approved ones. */
  exclusionsOf(commitmentId: string): readonly Stretch[];
}

type Wanted = 'outages' | 'probes' | 'tickets' | 'goodOfTotal';

/** @param range Time of the periods to be judged. */
export async function loadLedger(
  tx: EntityManager,
  commitments: readonly Judgeable[],
  range: Interval,
): Promise<Ledger> {
  const services = new Map<string, ServiceLedger>();
  const of = (serviceId: string): ServiceLedger => {
    let ledger = services.get(serviceId);
    if (!ledger) services.set(serviceId, (ledger = emptyLedger()));
    return ledger;
  };
  const within = [new Date(range.from), new Date(range.to)];
  const read = async <Row>(wanted: Wanted, sql: string, take: (row: Row) => void): Promise<void> => {
    const ids = servicesWanting(commitments, wanted);
    if (ids.length > 0) ((await tx.query(sql, [ids, ...within])) as Row[]).forEach(take);
  };

  await read<OutageRow>('outages', OUTAGES, ({ serviceId, id, from, to }) => {
    of(serviceId).outages.push({ ref: `outage:${id}`, from, to });
  });
  await read<ProbeRow>('probes', PROBES, ({ serviceId, up, ...identity }) => {
    const ref = `probe:${measurementId(identity)}`;
    of(serviceId).probes.push({ ref, at: identity.at, status: up ? 'up' : 'down' });
  });
  await read<TicketRow & { serviceId: string }>('tickets', TICKETS, (ticket) => {
    of(ticket.serviceId).tickets.push(ticket);
  });
  await read<CountRow>('goodOfTotal', COUNTS, ({ serviceId, series, to, good, total, ...identity }) => {
    const ref = `count:${measurementId(identity)}`;
    const counted = { good: Number(good), total: Number(total) };
    of(serviceId).counts.push({ ref, series, from: identity.at, to, ...counted });
  });

  const serviceIds = [...new Set(commitments.map(({ serviceId }) => serviceId))];
  const planned: (Interval & { id: string; serviceId: string; announcedAt: number })[] = await tx.query(MAINTENANCE, [
    serviceIds,
    ...within,
  ]);
  planned.forEach(({ id, serviceId, ...time }) =>
    of(serviceId).maintenance.push({ ref: `maintenance:${id}`, ...time }),
  );
  return { ofService: of, exclusionsOf: await loadExclusions(tx, commitments, range.to) };
}

async function loadExclusions(tx: EntityManager, commitments: readonly Judgeable[], before: number) {
  const ids = commitments.map(({ id }) => id);
  const rows: (Interval & { id: string; commitmentId: string })[] = await tx.query(EXCLUSIONS, [ids, new Date(before)]);
  const excluded = new Map<string, Stretch[]>(ids.map((id) => [id, []]));
  rows.forEach(({ id, commitmentId, from, to }) =>
    excluded.get(commitmentId)!.push({ ref: `exclusion:${id}`, from, to }),
  );
  return (commitmentId: string): readonly Stretch[] => excluded.get(commitmentId)!;
}

function servicesWanting(commitments: readonly Judgeable[], wanted: Wanted): string[] {
  const wants = ({ indicator }: { indicator: Indicator }) => evidenceOf(indicator) === wanted;
  return [...new Set(commitments.filter(({ terms }) => terms.some(wants)).map(({ serviceId }) => serviceId))];
}

/** The kind of evidence that an indicator is judged by. */
export function evidenceOf(indicator: Indicator): Wanted {
  if (indicator.kind === 'availability') return indicator.source;
  return indicator.kind === 'ticketsInTime' ? 'tickets' : 'goodOfTotal';
}

const emptyLedger = (): ServiceLedger => ({
  outages: [],
  probes: [],
  tickets: [],
  counts: [],
  maintenance: [],
});

interface OutageRow {
  serviceId: string;
  id: string;
  from: number;
  to: number | null;
}

interface ProbeRow extends MeasurementIdentity {
  serviceId: string;
  up: boolean;
}

interface CountRow extends MeasurementIdentity {
  serviceId: string;
  series: string;
  to: number;
  good: string;
  total: string;
}

/** Whole epoch milliseconds, as a double precision that the driver reads as a number. */
const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** Those that ran, or ended, when maintenance of the range was announced too, with all since: it may not excuse them. */
const OUTAGES = `
  SELECT service_id AS "serviceId", id, ${ms('from_at')} AS "from", ${ms('to_at')} AS "to" FROM outage o
  WHERE service_id = ANY($1) AND ended_at IS NULL AND from_at < $3 AND (to_at IS NULL OR to_at > $2 OR to_at >= (
    SELECT min(m.announced_at) FROM maintenance m
    WHERE m.service_id = o.service_id AND m.cancelled_at IS NULL AND m.from_at < $3 AND m.to_at > $2
  ))
  ORDER BY from_at`;

/**
 * Of each series also the last row before the range and the first one after it: a status holds until the next probe, and
 * an interval may have begun before. Asked for one by one, so that no other month is looked at.
 */
const measured = (kind: SeriesKind, columns: string): string => `
  SELECT s.service_id AS "serviceId", s.id AS "seriesId", ${ms('m.observed_at')} AS "at", m.revision, ${columns}
  FROM series s
  CROSS JOIN LATERAL (
    (SELECT * FROM measurement WHERE series_id = s.id AND observed_at < $2
     ORDER BY observed_at DESC, revision DESC LIMIT 1)
    UNION ALL
    SELECT * FROM measurement WHERE series_id = s.id AND observed_at >= $2 AND observed_at < $3
    UNION ALL
    (SELECT * FROM measurement WHERE series_id = s.id AND observed_at >= $3
     ORDER BY observed_at, revision DESC LIMIT 1)
  ) m
  WHERE s.service_id = ANY($1) AND s.kind = '${kind}' AND ${stands('m')}
  ORDER BY s.service_id, m.observed_at, s.id`;

const PROBES = measured('probes', 'm.up');

const COUNTS = measured('counts', `s.name AS series, ${ms('m.to_at')} AS "to", m.good, m.total`);

/** Stopped before the range means decided before it, whatever the clock. */
const TICKETS = `
  SELECT service_id AS "serviceId", id, priority, ${ms('opened_at')} AS "openedAt",
    ${ms('first_response_at')} AS "firstResponseAt", ${ms('resolved_at')} AS "resolvedAt", ${ms('closed_at')} AS "closedAt",
    ${ms('observed_at')} AS "observedAt", pauses
  FROM ticket
  WHERE service_id = ANY($1) AND state <> 'cancelled' AND opened_at < $3 AND (closed_at IS NULL OR closed_at >= $2)
  ORDER BY id`;

const MAINTENANCE = `
  SELECT service_id AS "serviceId", id, ${ms('announced_at')} AS "announcedAt", ${ms('from_at')} AS "from",
    ${ms('to_at')} AS "to"
  FROM maintenance
  WHERE service_id = ANY($1) AND cancelled_at IS NULL AND from_at < $3 AND to_at > $2 ORDER BY from_at`;

/** Clocks that began before the range stand still in it too, so earlier exclusions are read as well. */
const EXCLUSIONS = `
  SELECT commitment_id AS "commitmentId", id, ${ms('from_at')} AS "from", ${ms('to_at')} AS "to" FROM exclusion
  WHERE commitment_id = ANY($1) AND state = 'approved' AND from_at < $2 ORDER BY from_at`;
