import {
  calendarDefinition,
  dayIn,
  inForceOn,
  isDeliveryJudged,
  itemStanding,
  judgeDelivery,
  startOfDay,
  waitingForRequester,
  type CalendarHours,
  type PlanPromise,
} from '@accord/domain';
import { createCalendar, type Calendar } from '@accord/sla';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { StoredStep } from '../performance/results/stored-judgement.js';
import { enterpriseToday } from '../people/enterprise.loader.js';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader, type Loaders } from '../platform/graphql/loaders.js';
import { instantOf } from '../platform/instant-of.js';
import type { OrderItemEntity } from './order-item.entity.js';
import { eventsOfOrder, orderById } from './order.loader.js';
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
  { deliveryHours, deliveryCalendarId }: PlanPromise,
  at: Date,
): Promise<PinnedDelivery | null> {
  if (deliveryHours === null) return null;
  const rows: HoursRow[] = await manager.query(`${HOURS} WHERE v.calendar_id = $1`, [deliveryCalendarId]);
  const row = inForceOn(rows, dayIn(rows[0]!.timeZone, at))!;
  return { targetHours: deliveryHours, calendarVersionId: row.id, calendar: calendarOf(row) };
}

/** How the delivery of an item stands, as GraphQL answers it. */
export interface DeliveryRow extends OrderDelivery {
  explanation: readonly StoredStep[];
  calendarId: string;
}

/** null when nothing is promised, or nothing came of the item. */
export async function deliveryOf(loaders: Loaders, item: OrderItemEntity, at: Date): Promise<DeliveryRow | null> {
  const { deliveryHours, deliveryCalendarVersionId, deliveredAt } = item;
  if (deliveryHours === null || deliveryCalendarVersionId === null) return null;
  const { state, submittedAt, startOn } = (await loaders.load(orderById, item.orderId))!;
  if (!isDeliveryJudged(state) || itemStanding(item) === 'failed') return null;
  const row = (await loaders.load(hoursOfVersion, deliveryCalendarVersionId))!;
  const events = await loaders.load(eventsOfOrder, item.orderId);
  const moves = events
    .filter(({ fromState, toState }) => fromState !== toState)
    .map((event) => ({ at: event.at.getTime(), to: event.toState, by: event.party }));
  const pauses = waitingForRequester(moves);
  // Of a chosen day it is known when the wait for it ends.
  const { enterprise } = await loaders.load(enterpriseToday, 'enterprise');
  const startAt = state === 'scheduled' && startOn ? startOfDay(startOn, enterprise.timeZone).getTime() : null;
  const { dueAt, elapsedMs, explanation, ...judged } = judgeDelivery({
    calendar: calendarOf(row),
    targetHours: deliveryHours,
    submittedAt: submittedAt!.getTime(),
    pauses: pauses.map((pause) => ({ ...pause, to: pause.to ?? startAt })),
    deliveredAt: deliveredAt?.getTime() ?? null,
    asOf: Math.max(at.getTime(), submittedAt!.getTime()),
  });
  const elapsed = new Decimal(elapsedMs).div(3_600_000);
  const overdue = elapsed.minus(deliveryHours);
  return {
    targetHours: deliveryHours,
    dueAt: instantOf(dueAt.near),
    deliveredAt,
    verdict: judged.state,
    elapsedHours: elapsed.toDecimalPlaces(4).toFixed(),
    overdueHours: overdue.gt(0) ? overdue.toDecimalPlaces(4).toFixed() : null,
    waited: pauses.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) })),
    explanation,
    calendarId: row.calendarId,
  };
}

function calendarOf({ timeZone, hours }: HoursRow): Calendar {
  return createCalendar(calendarDefinition(timeZone, hours));
}
