import {
  type AnnouncedMaintenance,
  type Answer,
  type Indicator,
  measurementId,
  type TicketTimes,
} from '@accord/domain';
import type { Interval, Outage, Stretch } from '@accord/sla';
import type { EntityManager } from 'typeorm';
import type { Judgeable } from './judgeable.js';
import { loadMeasured, type Measured, placeOf } from './measured.js';

/** A ticket as the ledger knows it now. */
export interface TicketRow extends TicketTimes {
  readonly id: string;
  readonly priority: number;
  /** When its newest event was. */
  readonly observedAt: number;
}

/** What is recorded of a service in a range of time, in the words of libs/sla. */
interface Recorded {
  readonly outages: Outage[];
  readonly tickets: TicketRow[];
  readonly maintenance: AnnouncedMaintenance[];
  /** In order of time. */
  readonly answers: (Answer & { readonly series: string })[];
}

/** Everything that a commitment on a service is judged by. */
export type ServiceLedger = Recorded & Measured;

/** What all commitments at hand need, loaded once with one statement for each kind of evidence that one of them asks for. */
export interface Ledger {
  of(commitment: Pick<Judgeable, 'serviceId' | 'timeZone'>): ServiceLedger;
  /** Approved ones. */
  exclusionsOf(commitmentId: string): readonly Stretch[];
}

type Wanted = 'outages' | 'probes' | 'tickets' | 'counts' | 'values' | 'answers';

/**
 * @param range Time of the periods to be judged.
 * @param cuts By place: the instants at which sums of counts would have to be split, besides the ends of time taken out.
 */
export async function loadLedger(
  tx: EntityManager,
  commitments: readonly Judgeable[],
  range: Interval,
  cuts: ReadonlyMap<string, Set<number>>,
): Promise<Ledger> {
  const services = new Map<string, Recorded>();
  const recorded = (serviceId: string): Recorded => {
    let ledger = services.get(serviceId);
    if (!ledger) services.set(serviceId, (ledger = { outages: [], tickets: [], maintenance: [], answers: [] }));
    return ledger;
  };
  const within = [new Date(range.from), new Date(range.to)];
  const read = async <Row>(wanted: Wanted, sql: string, take: (row: Row) => void): Promise<void> => {
    const ids = servicesWanting(commitments, wanted);
    if (ids.length > 0) ((await tx.query(sql, [ids, ...within])) as Row[]).forEach(take);
  };

  await read<OutageRow>('outages', OUTAGES, ({ serviceId, id, from, to }) => {
    recorded(serviceId).outages.push({ ref: `outage:${id}`, from, to });
  });
  await read<TicketRow & { serviceId: string }>('tickets', TICKETS, (ticket) => {
    recorded(ticket.serviceId).tickets.push(ticket);
  });
  await read<AnswerRow>('answers', ANSWERS, ({ serviceId, seriesId, ...answer }) => {
    recorded(serviceId).answers.push({ ref: `answers:${measurementId({ seriesId, at: 0, revision: 0 })}`, ...answer });
  });
  const serviceIds = [...new Set(commitments.map(({ serviceId }) => serviceId))];
  const planned: (Interval & { id: string; serviceId: string; announcedAt: number })[] = await tx.query(MAINTENANCE, [
    serviceIds,
    ...within,
  ]);
  planned.forEach(({ id, serviceId, ...time }) =>
    recorded(serviceId).maintenance.push({ ref: `maintenance:${id}`, ...time }),
  );
  const exclusionsOf = await loadExclusions(tx, commitments, range.to);
  // An outage that ran when maintenance was announced is not excused by it.
  const since = planned.reduce((first, { announcedAt }) => Math.min(first, announcedAt), range.from);
  for (const commitment of commitments) {
    const instants = cuts.get(placeOf(commitment))!;
    for (const { from, to } of [...recorded(commitment.serviceId).maintenance, ...exclusionsOf(commitment.id)])
      instants.add(from).add(to);
  }
  const measuredOf = await loadMeasured(tx, commitments, { ...range, since }, cuts);
  return { of: (commitment) => ({ ...recorded(commitment.serviceId), ...measuredOf(commitment) }), exclusionsOf };
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
  return WANTED[indicator.kind];
}

interface AnswerRow extends Omit<Answer, 'ref'> {
  serviceId: string;
  seriesId: number;
  series: string;
}

const WANTED = {
  ticketsInTime: 'tickets',
  goodOfTotal: 'counts',
  percentile: 'values',
  satisfaction: 'answers',
} as const;

interface OutageRow {
  serviceId: string;
  id: string;
  from: number;
  to: number | null;
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

/** Stopped before the range means decided before it, whatever the clock. */
const TICKETS = `
  SELECT service_id AS "serviceId", id, priority, ${ms('opened_at')} AS "openedAt",
    ${ms('first_response_at')} AS "firstResponseAt", ${ms('resolved_at')} AS "resolvedAt", ${ms('closed_at')} AS "closedAt",
    ${ms('observed_at')} AS "observedAt", pauses
  FROM ticket
  WHERE service_id = ANY($1) AND state <> 'cancelled' AND opened_at < $3 AND (closed_at IS NULL OR closed_at >= $2)
  ORDER BY id`;

const ANSWERS = `
  SELECT s.service_id AS "serviceId", s.id AS "seriesId", s.name AS series, s.lowest, s.highest, ${ms('a.observed_at')} AS at,
    a.score::int AS score, ${ms('a.observed_at')} AS until
  FROM series s JOIN answer a ON a.series_id = s.id AND a.observed_at >= $2 AND a.observed_at < $3
  WHERE s.kind = 'answers' AND s.service_id = ANY($1) AND NOT EXISTS (
    SELECT FROM answer later WHERE (later.series_id, later.answer) = (a.series_id, a.answer) AND later.revision > a.revision
  )
  UNION ALL
  SELECT s.service_id, s.id, s.name, s.lowest, s.highest, ${ms('g.from_at')}, (s.lowest + c.place - 1)::int, ${ms('g.last_at')}
  FROM series s JOIN answer_group g ON g.series_id = s.id AND g.from_at >= $2 AND g.from_at < $3
  CROSS JOIN LATERAL unnest(g.scores) WITH ORDINALITY AS c(answers, place) CROSS JOIN generate_series(1, c.answers)
  WHERE s.kind = 'answers' AND s.service_id = ANY($1)
  ORDER BY at`;

const MAINTENANCE = `
  SELECT service_id AS "serviceId", id, ${ms('announced_at')} AS "announcedAt", ${ms('from_at')} AS "from",
    ${ms('to_at')} AS "to"
  FROM maintenance
  WHERE service_id = ANY($1) AND cancelled_at IS NULL AND from_at < $3 AND to_at > $2 ORDER BY from_at`;

/** Clocks that began before the range stand still in it too, so earlier exclusions are read as well. */
const EXCLUSIONS = `
  SELECT commitment_id AS "commitmentId", id, ${ms('from_at')} AS "from", ${ms('to_at')} AS "to" FROM exclusion
  WHERE commitment_id = ANY($1) AND state = 'approved' AND from_at < $2 ORDER BY from_at`;
