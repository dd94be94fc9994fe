import { assertGoodPassword, DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { Attempts } from './attempts.js';
import { CredentialEntity } from './credential.entity.js';
import { Passwords } from './passwords.js';
import { PersonEntity } from './person.entity.js';
import { Sessions } from './sessions.js';
import type { Origin } from './sign-ins.js';

@Injectable()
export class Credentials {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Somebody gives themselves a new password; their sessions in other browsers end.
   *
   * @throws {DomainError} When the current password is wrong (throttled as sign-in is) or the next one weak.
   */
  async change(act: Act, current: string, next: string, from: Origin): Promise<void> {
    const { personId } = act.viewer;
    const { email } = await this.database.read.findOneByOrFail(PersonEntity, { id: personId });
    assertGoodPassword(next, email, ['next']);
    const origin = { email, address: from.address };
    await this.attempts.count(origin, act.at);
    const credential = await this.database.read.findOneBy(CredentialEntity, { personId });
    if (!(await this.passwords.matches(credential?.passwordHash ?? null, current))) {
      throw new DomainError('WRONG_PASSWORD', 'This is not your current password.', ['current']);
    }
    if (credential!.isGiven && next === current) {
      throw new DomainError('SAME_PASSWORD', 'Choose another one than the one you were given.', ['next']);
    }
    const passwordHash = await this.passwords.hash(next);
    await this.database.transaction(async (tx) => {
      await this.attempts.takeBack(tx, origin, act.at);
      await tx.update(CredentialEntity, { personId }, { passwordHash, isGiven: false, changedAt: act.at });
      await this.sessions.endAll(tx, personId, act.at, 'passwordChanged', from.token);
      await this.audit.record(tx, act, 'person.passwordChanged', { type: 'person', id: personId }, null, null);
    });
  }
}
