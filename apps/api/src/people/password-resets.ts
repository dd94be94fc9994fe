import {
  assertCanManagePeople,
  assertCanResetPassword,
  assertGoodPassword,
  comparableEmail,
  DomainError,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act, PublicAct } from '../platform/act/act.js';
import { Audit, type AuditMode } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { lockRoles } from './administrators.js';
import { CredentialEntity } from './credential.entity.js';
import { Passwords } from './passwords.js';
import { lockedActive } from './people.js';
import { PersonEntity } from './person.entity.js';
import { saysOf } from './says.loader.js';
import { asTyped, newCode } from './secret-token.js';
import { Sessions } from './sessions.js';
import { todayOf } from './today.js';

/** New passwords for those who forgot theirs, good for choosing their own; each signs the person out of every browser. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** @throws {DomainError} When the viewer may not, the person has a say in something, or the password is weak. */
  async reset(act: Act, id: string, password: string): Promise<PersonEntity> {
    assertCanManagePeople(act.viewer);
    const passwordHash = await this.passwords.hash(password.slice(0, 1000));
    return this.database.transaction(async (tx) => {
      // So that nobody becomes an administrator meanwhile.
      await lockRoles(tx);
      const person = await lockedActive(tx, id);
      assertCanResetPassword(act.viewer, await saysOf(tx, id), await todayOf(tx, act.at));
      assertGoodPassword(password, person.email);
      await this.replace(tx, act, person, passwordHash);
      return person;
    });
  }

  /**
   * For whoever runs the server, and may therefore reset anybody's.
   *
   * @returns The new password, of 100 random bits.
   * @throws {DomainError} When nobody here has the address, or no reason is given.
   */
  async resetOnServer(at: Date, email: string, why: string): Promise<string> {
    const reason = reasonOf(why);
    const password = asTyped(newCode());
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction(async (tx) => {
      const person = await tx.findOneBy(PersonEntity, { email: comparableEmail(email) });
      if (!person) throw new DomainError('NOT_FOUND', `Nobody here has the e-mail address ${email}.`);
      await lockedActive(tx, person.id);
      await this.replace(tx, { viewer: null, at, reason, mode: 'operator' }, person, passwordHash);
    });
    return password;
  }

  private async replace(
    tx: EntityManager,
    act: PublicAct & { mode?: AuditMode },
    { id, demoJob }: PersonEntity,
    passwordHash: string,
  ): Promise<void> {
    // One steps in as a demo person without a password.
    const credential = { personId: id, passwordHash, isGiven: demoJob === null, changedAt: act.at };
    await tx.upsert(CredentialEntity, credential, ['personId']);
    await this.sessions.endAll(tx, id, act.at, 'passwordChanged');
    await this.audit.record(tx, act, 'person.passwordReset', { type: 'person', id }, null, null);
  }
}
