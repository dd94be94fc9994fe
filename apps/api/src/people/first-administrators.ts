import { assertAppointable, assertGoodPassword, comparableEmail, DomainError, emailOf, reasonOf } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { uuidv7 } from '../platform/uuid.js';
import { activeAdministrators, lockRoles } from './administrators.js';
import { CredentialEntity } from './credential.entity.js';
import { Enterprises } from './enterprises.js';
import { Passwords } from './passwords.js';
import { insertPerson } from './insert-person.js';
import { lockedActive } from './people.js';
import { PersonEntity } from './person.entity.js';
import { RoleAssignmentEntity } from './role-assignment.entity.js';
import { toScopeColumns } from './role-scope.js';
import type { FirstAdministratorInput } from './session.type.js';
import { SetupCodes } from './setup-codes.js';
import { todayOf } from './today.js';
import { SignIns, type Origin, type SignedIn } from './sign-ins.js';

/** Somebody has to be the first, with nobody there to approve. */
@Injectable()
export class FirstAdministrators {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly enterprises: Enterprises,
    private readonly passwords: Passwords,
    private readonly setupCodes: SetupCodes,
    private readonly signIns: SignIns,
  ) {}

  /** @throws {DomainError} When the code is not the open one, or somebody has been first already. */
  async setUp(act: PublicAct, input: FirstAdministratorInput, from: Origin): Promise<SignedIn> {
    assertGoodPassword(input.password, emailOf(input.email));
    return this.database.transaction(async (tx) => {
      await lockRoles(tx);
      if (!(await this.enterprises.needsFirstAdministrator(tx))) {
        throw new DomainError('ALREADY_SET_UP', 'This installation has its administrator already; please sign in.');
      }
      await this.setupCodes.use(tx, input.code);
      const { enterpriseName: name, timeZone, currency } = input;
      const enterprise = await this.enterprises.setUp(tx, { name, timeZone, currency });
      const subject = { type: 'enterprise', id: 'enterprise' };
      await this.audit.record(tx, { ...act, mode: 'bootstrap' }, 'enterprise.setUp', subject, null, enterprise);
      const person = await this.appoint(tx, act.at, input);
      return this.signIns.begin(tx, act, person, from, 'session.started');
    });
  }

  /** Adds the person and makes them administrator, all at once and by themselves. */
  async appoint(
    tx: EntityManager,
    at: Date,
    { name, email, password, demoJob }: { name: string; email: string; password: string; demoJob?: string },
  ): Promise<PersonEntity> {
    const person = await insertPerson(tx, at, { name, email, demoJob });
    const passwordHash = await this.passwords.hash(password);
    await tx.insert(CredentialEntity, { personId: person.id, passwordHash, changedAt: at });
    const assignment = await grantAlone(tx, at, person, 'The first administrator.');
    const viewer = { personId: person.id, name: person.name, roles: [] };
    const alone = { viewer, at, mode: 'bootstrap' } as const;
    await this.audit.record(tx, alone, 'person.added', { type: 'person', id: person.id }, null, person);
    const subject = { type: 'roleAssignment', id: assignment.id };
    await this.audit.record(tx, alone, 'roleAssignment.approved', subject, null, assignment);
    return person;
  }

  /**
   * For whoever runs the server, when the other administrators have left and nobody remains to approve a new one.
   *
   * @throws {DomainError} When nobody here has the address, they are one already, or two others can decide.
   */
  async appointOnServer(at: Date, email: string, why: string): Promise<PersonEntity> {
    const reason = reasonOf(why);
    return this.database.transaction(async (tx) => {
      await lockRoles(tx);
      const found = await tx.findOneBy(PersonEntity, { email: comparableEmail(email) });
      if (!found) throw new DomainError('NOT_FOUND', `Nobody here has the e-mail address ${email}.`);
      const person = await lockedActive(tx, found.id);
      assertAppointable(person.id, await activeAdministrators(tx, at));
      const assignment = await grantAlone(tx, at, person, reason);
      const subject = { type: 'roleAssignment', id: assignment.id };
      const byOperator = { viewer: null, at, reason, mode: 'operator' } as const;
      await this.audit.record(tx, byOperator, 'roleAssignment.approved', subject, null, assignment);
      return person;
    });
  }
}

/** The role of an administrator, in force at once, with nobody to propose or approve it. */
async function grantAlone(tx: EntityManager, at: Date, { id }: PersonEntity, reason: string) {
  const assignment = tx.create(RoleAssignmentEntity, {
    id: uuidv7(at),
    personId: id,
    role: 'administrator',
    ...toScopeColumns({ kind: 'organisation', id: null }),
    fromDate: await todayOf(tx, at),
    toDate: null,
    state: 'approved',
    proposedById: null,
    proposedAt: at,
    reason,
    decidedById: id,
    decidedAt: at,
    bootstrap: true,
  });
  await tx.insert(RoleAssignmentEntity, assignment);
  return assignment;
}
