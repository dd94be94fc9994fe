import {
  assertAdministratorRemains,
  assertCanManagePeople,
  assertGoodPassword,
  canChangeMembers,
  DomainError,
  emailOf,
  locationOf,
  nameOf,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/refusing.js';
import { payeesFrom, stakesSince } from '../rewards/shares/payees.js';
import { activeAdministrators, lockRoles } from './administrators.js';
import { CredentialEntity } from './credential.entity.js';
import { endAllOf } from './end-all-of.js';
import { emailTaken, freeEmail, insertPerson, knownUnit } from './insert-person.js';
import { locked } from './locked.js';
import { Passwords } from './passwords.js';
import { PersonEntity } from './person.entity.js';
import type { AddPersonInput, ChangePersonInput } from './person.type.js';
import { Sessions } from './sessions.js';
import { teamsLeftBy } from './team.loader.js';
import { todayOf } from './today.js';

@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /**
   * The person chooses a password of their own before anything else.
   *
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
      await tx.insert(CredentialEntity, { personId: person.id, passwordHash, isGiven: !demoJob, changedAt: act.at });
      await this.audit.record(tx, act, 'person.added', { type: 'person', id: person.id }, null, person);
      return person;
    });
  }

  change(act: Act, id: string, { name, email, unitId, location }: ChangePersonInput): Promise<PersonEntity> {
    assertCanManagePeople(act.viewer);
    return this.database.transaction(async (tx) => {
      const person = await lockedActive(tx, id);
      const before = { ...person };
      if (name != null) person.name = nameOf(name);
      if (email != null) person.email = await freeEmail(tx, emailOf(email), id);
      if (unitId !== undefined) person.unitId = await knownUnit(tx, unitId);
      if (location !== undefined) person.location = locationOf(location);
      await refusing('person_email_key', emailTaken(), () => tx.save(person));
      await this.audit.record(tx, act, 'person.changed', { type: 'person', id }, before, person);
      return person;
    });
  }

  /**
   * The person has left: signed out, without roles, out of every team; what they did stays theirs.
   *
   * @throws {DomainError} `SECOND_PERSON_NEEDED` when what they leave behind is shared with the viewer; when they have left
   *   already, or nobody lasting would administer any more.
   */
  end(act: Act, id: string, why: string): Promise<PersonEntity> {
    assertCanManagePeople(act.viewer);
    const reason = reasonOf(why);
    return this.database.transaction(async (tx) => {
      await lockRoles(tx);
      const person = await lockedActive(tx, id);
      const administrators = await activeAdministrators(tx, act.at);
      const isAdministrator = administrators.some(({ personId }) => personId === id);
      if (isAdministrator) assertAdministratorRemains(administrators.filter(({ personId }) => personId !== id));
      await assertSharesNothingWith(tx, act, id);

      const before = { ...person };
      person.endedAt = act.at;
      await tx.save(person);
      await this.sessions.endAll(tx, id, act.at, 'personEnded');
      await endAllOf(tx, this.audit, { ...act, reason }, id);
      await this.audit.record(tx, { ...act, reason }, 'person.ended', { type: 'person', id }, before, person);
      return person;
    });
  }
}

/** Out of a team goes who has left, so that the others earn more: nobody whom a team of theirs pays says it. */
async function assertSharesNothingWith(tx: EntityManager, act: Act, id: string): Promise<void> {
  const today = await todayOf(tx, act.at);
  const since = stakesSince(today, today);
  for (const teamId of await teamsLeftBy(tx, id, today)) {
    if (canChangeMembers(act.viewer, await payeesFrom(tx, teamId, since))) continue;
    const sentence = 'A team of this person pays you too: another administrator says that they have left.';
    throw new DomainError('SECOND_PERSON_NEEDED', sentence, ['id']);
  }
}

/** @throws {DomainError} When there is no such person, or they have left. */
export async function lockedActive(tx: EntityManager, id: string): Promise<PersonEntity> {
  const person = await locked(tx, PersonEntity, id, 'person');
  if (person.endedAt) throw new DomainError('ALREADY_ENDED', 'This person has left.', ['id']);
  return person;
}
