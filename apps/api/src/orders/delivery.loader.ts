import {
  calendarDefinition,
  dayIn,
  inForceOn,
  isDeliveryJudged,
  judgeDelivery,
  type CalendarHours,
} from '@accord/domain';
import { createCalendar, type Calendar } from '@accord/sla';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { PlanEntity } from '../catalog/plans/plan.entity.js';
import type { StoredStep } from '../performance/results/stored-judgement.js';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader, type Loaders } from '../platform/graphql/loaders.js';
import { instantOf } from '../platform/instant-of.js';
import type { OrderRow } from './order-rows.js';
import type { OrderDelivery } from './order.type.js';

interface HoursRow {
  id: string;
  calendarId: string;
  timeZone: string;
  effectiveFrom: string;
  hours: CalendarHours;
}

const HOURS = `
  SELECT v.id, v.calendar_id AS "calendarId", k.time_zone AS "timeZone", v.effective_from::text AS "effectiveFrom", v.hours
    FROM service_calendar_version v JOIN service_calendar k ON k.id = v.calendar_id`;

const hoursOfVersion = defineLoader<string, HoursRow | null>(async (ids, { manager }) => {
  const rows: HoursRow[] = await manager.query(`${HOURS} WHERE v.id = ANY ($1::uuid[])`, [ids]);
  return inOrderOf(ids, rows, ({ id }) => id);
});

/** A plan's promise with the hours in force at an instant, which an order submitted then is judged by. */
export interface PinnedDelivery {
  targetHours: string;
  calendarVersionId: string;
  calendar: Calendar;
}

/** null when the plan promises nothing. */
export async function deliveryAt(
  manager: EntityManager,
  { deliveryHours, deliveryCalendarId }: PlanEntity,
  at: Date,
): Promise<PinnedDelivery | null> {
  if (deliveryHours === null) return null;
  const rows: HoursRow[] = await manager.query(`${HOURS} WHERE v.calendar_id = $1`, [deliveryCalendarId]);
  const row = inForceOn(rows, dayIn(rows[0]!.timeZone, at))!;
  return { targetHours: deliveryHours, calendarVersionId: row.id, calendar: calendarOf(row) };
}

/** How the delivery of an order stands, as GraphQL answers it. */
export interface DeliveryRow extends OrderDelivery {
  explanation: readonly StoredStep[];
  calendarId: string;
}

/** null when nothing is promised, or nothing came of the order. */
export async function deliveryOf(loaders: Loaders, order: OrderRow, at: Date): Promise<DeliveryRow | null> {
  const { state, deliveryHours, deliveryCalendarVersionId, submittedAt, deliveredAt } = order;
  if (deliveryHours === null || deliveryCalendarVersionId === null || !isDeliveryJudged(state)) return null;
  const row = (await loaders.load(hoursOfVersion, deliveryCalendarVersionId))!;
  const { dueAt, elapsedMs, explanation, ...judged } = judgeDelivery({
    calendar: calendarOf(row),
    targetHours: deliveryHours,
    submittedAt: submittedAt!.getTime(),
    deliveredAt: deliveredAt?.getTime() ?? null,
    asOf: Math.max(at.getTime(), submittedAt!.getTime()),
  });
  return {
    targetHours: deliveryHours,
    dueAt: instantOf(dueAt.near),
    deliveredAt,
    verdict: judged.state,
    elapsedHours: new Decimal(elapsedMs).div(3_600_000).toDecimalPlaces(4).toFixed(),
    explanation,
    calendarId: row.calendarId,
  };
}

function calendarOf({ timeZone, hours }: HoursRow): Calendar {
  return createCalendar(calendarDefinition(timeZone, hours));
}
