import { assertDeliveryHours, DomainError } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { PlanEntity } from './plan.entity.js';
import type { DeliveryDescription } from './plans.js';

type DeliveryColumns = Pick<PlanEntity, 'deliveryHours' | 'deliveryCalendarId'>;

/** @throws {DomainError} `WRONG_TARGET` or `UNKNOWN_CALENDAR` */
export async function deliveryColumns(
  tx: EntityManager,
  delivery: DeliveryDescription | null,
): Promise<DeliveryColumns> {
  if (!delivery) return { deliveryHours: null, deliveryCalendarId: null };
  const { targetHours, calendarId } = delivery;
  assertDeliveryHours(targetHours);
  const found: unknown[] = await tx.query('SELECT 1 FROM service_calendar WHERE id = $1', [calendarId]);
  if (found.length === 0)
    throw new DomainError('UNKNOWN_CALENDAR', 'There is no such service calendar.', ['delivery', 'calendarId']);
  return { deliveryHours: targetHours, deliveryCalendarId: calendarId };
}
