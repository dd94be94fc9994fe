import { DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { uuidv7 } from '../platform/uuid.js';
import { lockRoles } from './administrators.js';
import { Enterprises } from './enterprises.js';
import { asTyped, fingerprint, newCode } from './secret-token.js';
import { SetupCodeEntity } from './setup-code.entity.js';

/** One-time codes that prove that somebody may read the output of the server. */
@Injectable()
export class SetupCodes {
  constructor(
    private readonly database: Database,
    private readonly enterprises: Enterprises,
    private readonly clock: Clock,
  ) {}

  /** A new code while nobody is in here, in place of any earlier one (only its fingerprint is known); else null. */
  ensure(): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      await lockRoles(tx);
      return (await this.enterprises.needsFirstAdministrator(tx)) ? this.make(tx, this.clock.now()) : null;
    });
  }

  /** @returns The code, of 100 random bits, as people type it. */
  async make(tx: EntityManager, at: Date): Promise<string> {
    const code = newCode();
    await tx.update(SetupCodeEntity, { open: true }, { open: false });
    await tx.insert(SetupCodeEntity, { id: uuidv7(at), codeHash: fingerprint(code), madeAt: at, open: true });
    return asTyped(code);
  }

  /** @throws {DomainError} When it is not the open code. */
  async use(tx: EntityManager, code: string): Promise<void> {
    const letters = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
    const { affected } = await tx.update(
      SetupCodeEntity,
      { codeHash: fingerprint(letters), open: true },
      { open: false },
    );
    if (affected === 1) return;
    throw new DomainError('WRONG_SETUP_CODE', 'This is not the code that the server printed when it started.', [
      'code',
    ]);
  }
}
