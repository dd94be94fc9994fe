import { calendarDefinition, type CalendarHours, type Viewer } from '@accord/domain';
import { type Calendar, createCalendar, runningTimeOf } from '@accord/sla';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { readHandovers, type ShownHandover, type ShownHolder } from './handovers.loader.js';
import { shownCustody } from './shown-custody.js';

/** What missed tickets of a result say of one holder. */
export interface HeldMisses {
  holder: ShownHolder;
  /** Tickets whose promised time was used up in its hands. */
  misses: number;
  /** Clock time that it had of all missed tickets. */
  runningMs: number;
}

/** Who had the tickets that a result counts as missed, who let most of them run out first; empty where nobody says. */
export const missesByHolder = defineLoader<string, HeldMisses[]>(async (ids, { manager, act }) => {
  const rows: MissedClock[] = await manager.query(MISSED, [ids]);
  const tickets = [...new Set(rows.map(({ ticketId }) => ticketId))];
  const told = tickets.length > 0 ? await readHandovers(manager, act.viewer as Viewer, tickets) : [];
  const handovers = new Map(tickets.map((id, i) => [id, told[i]!]));
  const calendars = new Map<string, Calendar>();
  return groupedBy(ids, rows, ({ resultId }) => resultId).map((group) => summed(group, handovers, calendars));
});

interface MissedClock {
  resultId: string;
  ticketId: string;
  calendarVersionId: string;
  startAt: Date;
  stopAt: Date | null;
  targetMs: string;
  pauses: [number, number | null][];
  asOf: Date;
  timeZone: string;
  hours: CalendarHours;
}

function summed(
  missed: readonly MissedClock[],
  handovers: ReadonlyMap<string, ShownHandover[]>,
  calendars: Map<string, Calendar>,
): HeldMisses[] {
  if (missed.every(({ ticketId }) => handovers.get(ticketId)!.length === 0)) return [];
  const byHolder = new Map<string | null, HeldMisses>();
  const sumOf = (holder: ShownHolder) => {
    const sum = byHolder.get(holder.key) ?? { holder, misses: 0, runningMs: 0 };
    byHolder.set(holder.key, sum);
    return sum;
  };
  for (const clock of missed) {
    const { ticketId, stopAt, startAt, asOf, pauses, targetMs } = clock;
    const time = runningTimeOf({
      calendar: calendarOf(clock, calendars),
      startAt: startAt.getTime(),
      stopAt: stopAt?.getTime() ?? null,
      pauses: pauses.map(([from, to]) => ({ from, to })),
      asOf: Math.max(asOf.getTime(), startAt.getTime()),
    });
    const custody = shownCustody(time, handovers.get(ticketId)!, Number(targetMs));
    for (const { holder, runningMs } of custody.shares) sumOf(holder).runningMs += runningMs;
    if (custody.ranOutWith) sumOf(custody.ranOutWith).misses += 1;
  }
  return [...byHolder.values()].sort((a, b) => b.misses - a.misses || b.runningMs - a.runningMs);
}

function calendarOf({ calendarVersionId, timeZone, hours }: MissedClock, made: Map<string, Calendar>): Calendar {
  const known = made.get(calendarVersionId);
  if (known) return known;
  const calendar = createCalendar(calendarDefinition(timeZone, hours));
  made.set(calendarVersionId, calendar);
  return calendar;
}

/** Everything that the calculation of each missed clock was made of. */
const MISSED = `
  SELECT n.result_id AS "resultId", n.evidence_id AS "ticketId", v.id AS "calendarVersionId", n.from_at AS "startAt",
    n.to_at AS "stopAt", n.target_ms AS "targetMs", coalesce(n.pauses, '[]') AS pauses,
    least(r.evaluated_at, r.to_at) AS "asOf", k.time_zone AS "timeZone", v.hours
  FROM result_contribution n
  JOIN period_result r ON r.id = n.result_id
  JOIN service_calendar_version v ON v.id = coalesce(n.calendar_version_id, r.calendar_version_id)
  JOIN service_calendar k ON k.id = v.calendar_id
  WHERE n.result_id = ANY($1::uuid[]) AND n.kind = 'ticket' AND n.bad`;
