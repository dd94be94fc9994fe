import type { PlanPromise } from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { ChangedPromise } from '../plans/plan-promises.js';

const NAMES = `
  SELECT id, name FROM agreement WHERE id = ANY ($1::uuid[])
   UNION ALL SELECT id, name FROM service_calendar WHERE id = ANY ($1::uuid[])`;

/** Says promises as a sentence has them: 'the SLA "Laptops", delivery within 40 h of Office hours'. */
export async function promiseWords(
  manager: EntityManager,
  changed: readonly ChangedPromise[],
): Promise<(promise: PlanPromise) => string> {
  const all = changed.flatMap(({ after, held }) => [after, ...held.map(({ before }) => before)]);
  const ids = all.flatMap(({ agreementId, deliveryCalendarId }) => [agreementId, deliveryCalendarId]);
  const rows: { id: string; name: string }[] = all.length > 0 ? await manager.query(NAMES, [[...new Set(ids)]]) : [];
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ({ agreementId, deliveryHours, deliveryCalendarId }) => {
    const sla = agreementId && `the SLA "${names.get(agreementId)}"`;
    const within = deliveryHours && new Decimal(deliveryHours).toFixed();
    const delivery = within && `delivery within ${within} h of ${names.get(deliveryCalendarId!)}`;
    return [sla, delivery].filter(Boolean).join(', ') || 'no promise';
  };
}
