import { dayIn, type LocalDay } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { EnterpriseEntity } from '../people/enterprise.entity.js';

/** The date of an instant where the enterprise is. */
export async function todayOf(manager: EntityManager, at: Date): Promise<LocalDay> {
  const { timeZone } = await manager.findOneByOrFail(EnterpriseEntity, { only: true });
  return dayIn(timeZone, at);
}
