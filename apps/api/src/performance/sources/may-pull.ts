import { assertAllowed, assertNotMeasuredIn, mayFollowHolidays, mayMeasure } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { lockService } from '../lock-service.js';

/** @throws {DomainError} When the viewer may not bring what is read of the service, or have holidays read where there is none. */
export async function assertMayPull(tx: EntityManager, act: Act, serviceId: string | null, from: Date): Promise<void> {
  if (serviceId === null) return assertAllowed(mayFollowHolidays(act.viewer), 'have holidays read');
  const service = await lockService(tx, serviceId);
  assertAllowed(mayMeasure(act.viewer, service), 'bring measurements of this service');
  assertNotMeasuredIn(act.viewer, service, { from, to: act.at }, 'say what is measured of it');
}
