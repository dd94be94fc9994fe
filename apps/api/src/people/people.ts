import {
  assertAdministratorRemains,
  assertCanManagePeople,
  assertGoodPassword,
  DomainError,
  emailOf,
  nameOf,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { uuidv7 } from '../platform/uuid.js';
import { activeAdministrators, lockRoles } from './administrators.js';
import { BusinessUnitEntity } from './business-unit.entity.js';
import { CredentialEntity } from './credential.entity.js';
import { locked } from './locked.js';
import { Passwords } from './passwords.js';
import { PersonEntity } from './person.entity.js';
import type { AddPersonInput, ChangePersonInput } from './person.type.js';
import { RoleAssignmentEntity } from './role-assignment.entity.js';
import { Sessions } from './sessions.js';

@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /**
   * @param demoJob What one can try out as this person of the demo organisation.
   * @throws {DomainError} When the address is taken, the password weak, or the viewer no administrator.
   */
  async add(act: Act, input: AddPersonInput, demoJob: string | null = null): Promise<PersonEntity> {
    assertCanManagePeople(act.viewer);
    const email = emailOf(input.email);
    assertGoodPassword(input.password, email);
    const passwordHash = await this.passwords.hash(input.password);
    return this.database.transaction(async (tx) => {
      const person = await insertPerson(tx, act.at, { ...input, email, demoJob });
      await tx.insert(CredentialEntity, { personId: person.id, passwordHash, changedAt: act.at });
      await this.audit.record(tx, act, 'person.added', { type: 'person', id: person.id }, null, person);
      return person;
    });
  }

  change(act: Act, id: string, { name, email, unitId }: ChangePersonInput): Promise<PersonEntity> {
    assertCanManagePeople(act.viewer);
    return this.database.transaction(async (tx) => {
      const person = await lockedActive(tx, id);
      const before = { ...person };
      if (name != null) person.name = nameOf(name);
      if (email != null) person.email = await freeEmail(tx, emailOf(email), id);
      if (unitId !== undefined) person.unitId = await knownUnit(tx, unitId);
      await tx.save(person);
      await this.audit.record(tx, act, 'person.changed', { type: 'person', id }, before, person);
      return person;
    });
  }

  /** Gives somebody who forgot theirs a new password, and signs them out of every browser. */
  async resetPassword(act: Act, id: string, password: string): Promise<PersonEntity> {
    assertCanManagePeople(act.viewer);
    const passwordHash = await this.passwords.hash(password.slice(0, 1000));
    return this.database.transaction(async (tx) => {
      const person = await lockedActive(tx, id);
      assertGoodPassword(password, person.email);
      await tx.upsert(CredentialEntity, { personId: id, passwordHash, changedAt: act.at }, ['personId']);
      await this.sessions.endAll(tx, id, act.at, 'passwordChanged');
      await this.audit.record(tx, act, 'person.passwordReset', { type: 'person', id }, null, null);
      return person;
    });
  }

  /** The person has left: signed out, without roles, out of every team; what they did stays theirs. */
  end(act: Act, id: string, why: string): Promise<PersonEntity> {
    assertCanManagePeople(act.viewer);
    const reason = reasonOf(why);
    return this.database.transaction(async (tx) => {
      await lockRoles(tx);
      const person = await lockedActive(tx, id);
      const administrators = await activeAdministrators(tx, act.at);
      const isAdministrator = administrators.some(({ personId }) => personId === id);
      if (isAdministrator) assertAdministratorRemains(administrators.filter(({ personId }) => personId !== id));

      const before = { ...person };
      person.endedAt = act.at;
      await tx.save(person);
      await this.sessions.endAll(tx, id, act.at, 'personEnded');
      await endRoles(tx, id, act.at, reason);
      await endMemberships(tx, id, act.at);
      await this.audit.record(tx, { ...act, reason }, 'person.ended', { type: 'person', id }, before, person);
      return person;
    });
  }
}

/** A person without a password yet. @throws {DomainError} When the address or the unit cannot be theirs. */
export async function insertPerson(
  tx: EntityManager,
  at: Date,
  {
    name,
    email,
    unitId,
    demoJob,
  }: Pick<PersonEntity, 'name' | 'email'> & Partial<Pick<PersonEntity, 'unitId' | 'demoJob'>>,
): Promise<PersonEntity> {
  const person = tx.create(PersonEntity, {
    id: uuidv7(at),
    name: nameOf(name),
    email: await freeEmail(tx, emailOf(email), null),
    unitId: await knownUnit(tx, unitId ?? null),
    demoJob: demoJob ?? null,
    addedAt: at,
    endedAt: null,
  });
  await tx.insert(PersonEntity, person);
  return person;
}

async function lockedActive(tx: EntityManager, id: string): Promise<PersonEntity> {
  const person = await locked(tx, PersonEntity, id, 'person');
  if (person.endedAt) throw new DomainError('ALREADY_ENDED', 'This person has left.', ['id']);
  return person;
}

/** Addresses are not given to another person, even after the first one has left: the audit would name both. */
async function freeEmail(tx: EntityManager, email: string, ownId: string | null): Promise<string> {
  const holder = await tx.findOneBy(PersonEntity, { email });
  if (!holder || holder.id === ownId) return email;
  throw new DomainError('EMAIL_TAKEN', 'Somebody has this e-mail address already.', ['email']);
}

async function knownUnit(tx: EntityManager, unitId: string | null): Promise<string | null> {
  if (unitId === null || (await tx.existsBy(BusinessUnitEntity, { id: unitId, endedAt: IsNull() }))) return unitId;
  throw new DomainError('UNKNOWN_UNIT', 'There is no such unit.', ['unitId']);
}

async function endRoles(tx: EntityManager, personId: string, at: Date, reason: string): Promise<void> {
  await tx.update(
    RoleAssignmentEntity,
    { personId, state: 'approved', endedAt: IsNull() },
    { endedAt: at, endReason: reason },
  );
  await tx.update(
    RoleAssignmentEntity,
    { personId, state: 'proposed' },
    { state: 'withdrawn', decidedAt: at, decisionReason: reason },
  );
}

/** Memberships in force end today; of those that were to come, the first day is left. */
async function endMemberships(tx: EntityManager, personId: string, at: Date): Promise<void> {
  const today = `($2::timestamptz AT TIME ZONE (SELECT time_zone FROM enterprise))::date`;
  await tx.query(
    `UPDATE team_membership SET to_date = greatest(from_date, ${today})
     WHERE person_id = $1 AND (to_date IS NULL OR to_date > ${today})`,
    [personId, at],
  );
}
