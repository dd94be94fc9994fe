import { DomainError, isPaidSince } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { servicePlacesOf } from '../../performance/judged-commitments.js';
import type { Act } from '../../platform/act/act.js';
import { stakesFrom } from './payees.js';

/**
 * Which team manages a service decides what the service pays: nobody whom it pays in a quarter that changes, or in the
 * one that runs, changes that.
 *
 * @param firstDay The first one that changes.
 * @throws {DomainError} `SECOND_PERSON_NEEDED`
 */
export async function assertPaysOthers(
  tx: EntityManager,
  act: Act,
  service: { id: string; name: string },
  firstDay: string,
  field: string,
): Promise<void> {
  const [place] = await servicePlacesOf(tx, [service.id]);
  if (!isPaidSince(act.viewer.personId, place!.paidTeams, await stakesFrom(tx, act, firstDay))) return;
  const sentence = `You are paid by what is measured on ${service.name}: somebody else changes who manages it.`;
  throw new DomainError('SECOND_PERSON_NEEDED', sentence, [field]);
}
