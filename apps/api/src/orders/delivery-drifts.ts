import {
  calendarDefinition,
  type CalendarHours,
  DRIFT_WEEKS,
  driftInWords,
  findDrifts,
  judgeDelivery,
  type OrderParty,
  type OrderState,
  trendOf,
  waitingForRequester,
  weeksOf,
} from '@accord/domain';
import { createCalendar } from '@accord/sla';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Findings } from '../performance/findings/findings.js';
import { Database } from '../platform/database/database.js';
import { Job, type JobRun } from '../platform/jobs/job.decorator.js';

/** Services whose deliveries slowly take longer are found before they come too late. */
@Injectable()
export class DeliveryDrifts {
  constructor(
    private readonly database: Database,
    private readonly findings: Findings,
  ) {}

  /** Doing it twice changes nothing more. */
  @Job('deliveryDrifts', { everyMinutes: 1440 })
  async look(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const deliveries = await deliveriesOf(tx, at);
      const serviceIds = [...new Set(deliveries.map(({ serviceId }) => serviceId))].sort();
      const series = serviceIds.map((id) => {
        const own = deliveries.filter(({ serviceId }) => serviceId === id);
        return { id, weeks: weeksOf(own, at), limit: 100, worse: 'rising' as const };
      });
      const byId = new Map(series.map((weekly) => [weekly.id, weekly]));
      const found = findDrifts(series).map((one) => {
        const { id, drift, pace } = one;
        const [level, points] = [drift.level, pace].map((value) => value.toFixed(1)) as [string, string];
        const trend = trendOf(byId.get(id)!, one, { unit: 'percent', counted: 'deliveries' });
        return { subjectId: id, serviceIds: [id], facts: { level, pace: points, ...driftInWords(one) }, trend };
      });
      await this.findings.settle(tx, { viewer: null, at }, 'deliveryDrift', found);
    });
  }
}

interface DeliveredRow {
  serviceId: string;
  targetHours: string;
  timeZone: string;
  hours: CalendarHours;
  submittedAt: number;
  deliveredAt: number;
  moves: { at: number; to: OrderState; by: OrderParty }[];
}

/** How much of the promised time each delivery of the last weeks took, in percent, by the clock that judges them. */
async function deliveriesOf(tx: EntityManager, at: Date) {
  const rows: DeliveredRow[] = await tx.query(DELIVERED, [at, DRIFT_WEEKS]);
  return rows.map(({ serviceId, timeZone, hours, targetHours, submittedAt, deliveredAt, moves }) => {
    const calendar = createCalendar(calendarDefinition(timeZone, hours));
    const clock = {
      calendar,
      targetHours,
      submittedAt,
      deliveredAt,
      pauses: waitingForRequester(moves),
      asOf: deliveredAt,
    };
    const { elapsedMs } = judgeDelivery(clock);
    return { serviceId, at: deliveredAt, value: (100 * elapsedMs) / (Number(targetHours) * 3_600_000) };
  });
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

const DELIVERED = `
  SELECT p.service_id AS "serviceId", i.delivery_hours::text AS "targetHours", k.time_zone AS "timeZone", v.hours,
    ${ms('o.submitted_at')} AS "submittedAt", ${ms('i.delivered_at')} AS "deliveredAt",
    coalesce((SELECT json_agg(json_build_object('at', ${ms('e.at')}, 'to', e.to_state, 'by', e.party) ORDER BY e.at, e.id)
      FROM order_event e WHERE e.order_id = o.id AND e.from_state IS DISTINCT FROM e.to_state), '[]') AS moves
  FROM order_item i JOIN service_order o ON o.id = i.order_id
  JOIN plan p ON p.id = i.plan_id
  JOIN service_calendar_version v ON v.id = i.delivery_calendar_version_id
  JOIN service_calendar k ON k.id = v.calendar_id
  WHERE i.delivered_at > $1::timestamptz - make_interval(weeks => $2) AND i.delivered_at <= $1`;
