import { DomainError, emailOf, locationOf, nameOf } from '@accord/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { refusing } from '../platform/database/refusing.js';
import { uuidv7 } from '../platform/uuid.js';
import { BusinessUnitEntity } from './business-unit.entity.js';
import { PersonEntity } from './person.entity.js';

/** A person without a password yet. @throws {DomainError} When the address or the unit cannot be theirs. */
export async function insertPerson(
  tx: EntityManager,
  at: Date,
  {
    name,
    email,
    unitId,
    location,
    demoJob,
  }: Pick<PersonEntity, 'name' | 'email'> & Partial<Pick<PersonEntity, 'unitId' | 'location' | 'demoJob'>>,
): Promise<PersonEntity> {
  const person = tx.create(PersonEntity, {
    id: uuidv7(at),
    name: nameOf(name),
    email: await freeEmail(tx, emailOf(email), null),
    unitId: await knownUnit(tx, unitId ?? null),
    location: locationOf(location ?? null),
    demoJob: demoJob ?? null,
    addedAt: at,
    endedAt: null,
  });
  await refusing('person_email_key', emailTaken(), () => tx.insert(PersonEntity, person));
  return person;
}

/** Addresses are not given to another person, even after the first one has left: the audit would name both. */
export async function freeEmail(tx: EntityManager, email: string, ownId: string | null): Promise<string> {
  const holder = await tx.findOneBy(PersonEntity, { email });
  if (!holder || holder.id === ownId) return email;
  throw emailTaken();
}

/** Also for who takes it at the same moment. */
export const emailTaken = () => new DomainError('EMAIL_TAKEN', 'Somebody has this e-mail address already.', ['email']);

/** A unit that has not ended, and does not while it is being named. */
export async function knownUnit(
  tx: EntityManager,
  unitId: string | null,
  field: 'unitId' | 'parentId' = 'unitId',
): Promise<string | null> {
  if (unitId === null) return null;
  const where = { id: unitId, endedAt: IsNull() };
  const unit = await tx.findOne(BusinessUnitEntity, { where, lock: { mode: 'pessimistic_read' } });
  if (unit) return unitId;
  throw new DomainError('UNKNOWN_UNIT', 'There is no such unit, or it has ended.', [field]);
}
