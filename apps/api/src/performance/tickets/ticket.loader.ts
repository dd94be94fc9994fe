import { calendarDefinition, type CalendarHours, reachOfTickets, type TicketMetric } from '@accord/domain';
import { createCalendar, judgeClock, type RunningTime, runningTimeOf } from '@accord/sla';
import { In } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { instantOf } from '../../platform/instant-of.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';
import { SourceEntity } from '../ledger/source.entity.js';
import type { StoredStep } from '../results/stored-judgement.js';

export const sourceById = defineLoader<string, SourceEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(SourceEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** What a ticket went through, oldest first. */
export const eventsOfTicket = defineLoader<string, object[]>(async (ids, { manager }) => {
  const rows: { ticketId: string }[] = await manager.query(
    `SELECT t.id AS "ticketId", e.sequence, e.observed_at AS "at", e.state, e.priority, e.line
     FROM ticket t JOIN ticket_event e ON e.source_id = t.source_id AND e.number = t.number
     WHERE t.id = ANY($1::uuid[]) ORDER BY e.sequence, e.observed_at`,
    [ids],
  );
  return groupedBy(ids, rows, ({ ticketId }) => ticketId);
});

/** A clock of a ticket as the result that it counts in judged it. */
export interface TicketClockRow {
  ticketId: string;
  runningTime: RunningTime;
  commitmentId: string;
  metric: TicketMetric;
  startedAt: Date;
  stoppedAt: Date | null;
  targetMs: number;
  elapsedMs: number;
  /** Both null where the calendar ends before. */
  dueNear: Date | null;
  dueFar: Date | null;
  verdict: string;
  /** null while it is undecided. */
  period: string | null;
  explanation: readonly StoredStep[];
}

/** Clocks of commitments whose tickets the viewer sees. */
export const clocksOfTicket = defineLoader<string, TicketClockRow[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const rows: StoredClock[] = await manager.query(
    `SELECT DISTINCT ON (n.evidence_id, c.id) n.evidence_id AS "ticketId", c.id AS "commitmentId", r.period, n.verdict,
       t.indicator ->> 'metric' AS metric, n.from_at AS "startedAt", n.to_at AS "stoppedAt", n.target_ms AS "targetMs",
       coalesce(n.pauses, '[]') AS pauses, least(r.evaluated_at, r.to_at) AS "asOf", k.time_zone AS "timeZone", v.hours
     FROM result_contribution n
     JOIN period_result r ON r.id = n.result_id AND r.state <> 'superseded'
     JOIN commitment_terms t ON t.id = r.terms_id
     JOIN service_calendar_version v ON v.id = coalesce(n.calendar_version_id, r.calendar_version_id)
     JOIN service_calendar k ON k.id = v.calendar_id
     JOIN (${COMMITMENTS}) ON c.id = r.commitment_id
     WHERE n.kind = 'ticket' AND n.evidence_id = ANY(${parameters.add(ids)}::uuid[]) AND n.target_ms IS NOT NULL
       AND ${reached(reachOfTickets(act.viewer!), parameters)}
     ORDER BY n.evidence_id, c.id, n.verdict = 'running', r.from_at DESC`,
    parameters.values,
  );
  return groupedBy(ids, rows, ({ ticketId }) => ticketId).map((group) => group.map(clockOf));
});

interface StoredClock {
  ticketId: string;
  commitmentId: string;
  period: string;
  verdict: string;
  metric: TicketMetric;
  startedAt: Date;
  stoppedAt: Date | null;
  targetMs: string;
  pauses: [number, number | null][];
  asOf: Date;
  timeZone: string;
  hours: CalendarHours;
}

/** The calculation of libs/sla again, on what was stored of it: the same inputs give the same steps. */
function clockOf({ timeZone, hours, pauses, asOf, ...stored }: StoredClock): TicketClockRow {
  const { ticketId, commitmentId, metric, startedAt, stoppedAt, verdict, period } = stored;
  const clock = {
    calendar: createCalendar(calendarDefinition(timeZone, hours)),
    startAt: startedAt.getTime(),
    stopAt: stoppedAt?.getTime() ?? null,
    targetMs: Number(stored.targetMs),
    pauses: pauses.map(([from, to]) => ({ from, to })),
    asOf: Math.max(asOf.getTime(), startedAt.getTime()),
  };
  const judged = judgeClock(clock);
  return {
    ticketId,
    runningTime: runningTimeOf(clock),
    commitmentId,
    metric,
    startedAt,
    stoppedAt,
    targetMs: Number(stored.targetMs),
    elapsedMs: judged.elapsedMs,
    dueNear: instantOf(judged.dueAt.near),
    dueFar: instantOf(judged.dueAt.far),
    verdict,
    period: verdict === 'running' ? null : period,
    explanation: judged.explanation,
  };
}
