import { diffDefinitions, DomainError, parseServiceDefinition, type ServiceDefinition } from '@accord/domain';
import { In, type EntityManager } from 'typeorm';
import { PersonEntity } from '../../people/person.entity.js';
import type { Act } from '../../platform/act/act.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { withCommitments } from './promised-commitments.js';
import { ServiceVersionEntity } from './service-version.entity.js';

/** The version that is still in the making. */
export function openVersion(tx: EntityManager, serviceId: string): Promise<ServiceVersionEntity | null> {
  return tx.findOneBy(ServiceVersionEntity, { serviceId, state: In(['draft', 'proposed']) });
}

/** Whether a version says all that a definition says, and nothing else. */
export async function saysTheSame(
  tx: EntityManager,
  act: Act,
  version: ServiceVersionEntity,
  definition: ServiceDefinition,
): Promise<boolean> {
  const whole = await withCommitments(tx, version.serviceId, definition, act.at);
  return diffDefinitions(parseServiceDefinition(version.definition), whole).length === 0;
}

/**
 * Whoever brings a file has not seen the draft: what somebody else wrote into it would be gone.
 *
 * @throws {DomainError} `DRAFT_OF_ANOTHER` unless the draft says what the file says.
 */
export async function assertNobodyElses(
  tx: EntityManager,
  act: Act,
  service: ServiceEntity,
  definition: ServiceDefinition,
): Promise<void> {
  const open = await openVersion(tx, service.id);
  const other = open?.writtenByIds.find((id) => id !== act.viewer.personId);
  if (open?.state !== 'draft' || !other || (await saysTheSame(tx, act, open, definition))) return;
  const { name } = await tx.findOneByOrFail(PersonEntity, { id: other });
  const sentence = `${name} has worked on version ${open.number} of ${service.name}; look at that draft, and upload the file there if it is to take its place.`;
  throw new DomainError('DRAFT_OF_ANOTHER', sentence, ['yaml']);
}
