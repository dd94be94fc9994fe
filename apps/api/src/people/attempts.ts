import { ACCOUNT_THROTTLE, ADDRESS_THROTTLE, comparableEmail, countAttempt, type Throttle } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { fingerprint } from './secret-token.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';

/** Whose account is tried, and from where. */
export interface AttemptOrigin {
  email: string;
  address: string;
}

const THROTTLE: Record<SignInAttemptEntity['kind'], Throttle> = {
  account: ACCOUNT_THROTTLE,
  address: ADDRESS_THROTTLE,
};

/** Slows down guessing, whether or not there is such an account. */
@Injectable()
export class Attempts {
  constructor(private readonly database: Database) {}

  /**
   * Counts an attempt that is about to be checked; it stays counted whatever becomes of the request.
   *
   * @throws {DomainError} When earlier failures make this one wait.
   */
  count(origin: AttemptOrigin, at: Date): Promise<void> {
    return this.database.transaction(async (tx) => {
      for (const one of keysOf(origin)) await countOne(tx, one, at);
    });
  }

  /** A failure that is about no account, from an address. @throws {DomainError} When earlier ones make it wait. */
  countAddress(address: string, at: Date): Promise<void> {
    return this.database.transaction((tx) => countOne(tx, { kind: 'address', key: fingerprint(address) }, at));
  }

  /** The attempt was a good one: the account starts anew, the address is not blamed for it. */
  async takeBack(tx: EntityManager, origin: AttemptOrigin, at: Date): Promise<void> {
    for (const { kind, key } of keysOf(origin)) {
      await tx.query(
        `UPDATE sign_in_attempt SET blocked_until = NULL,
           failures = CASE kind WHEN 'account' THEN 0 ELSE greatest(failures - 1, 0) END
         WHERE kind = $1 AND key = $2`,
        [kind, key],
      );
    }
    await tx.query(FORGET, [at]);
  }
}

type Key = Pick<SignInAttemptEntity, 'kind' | 'key'>;

async function countOne(tx: EntityManager, { kind, key }: Key, at: Date): Promise<void> {
  // Made first, so that there is always a row to lock: parallel attempts queue up here.
  await tx.query(
    `INSERT INTO sign_in_attempt (kind, key, failures, forgiven_at) VALUES ($1, $2, 0, $3) ON CONFLICT DO NOTHING`,
    [kind, key, at],
  );
  const known = await tx.findOneOrFail(SignInAttemptEntity, {
    where: { kind, key },
    lock: { mode: 'pessimistic_write' },
  });
  await tx.update(SignInAttemptEntity, { kind, key }, countAttempt(known, THROTTLE[kind], at));
}

/** What has been quiet for a week; rows that somebody is counting on stay for the next time. */
const FORGET = `
  DELETE FROM sign_in_attempt a USING (
    SELECT kind, key FROM sign_in_attempt WHERE forgiven_at < $1::timestamptz - interval '7 days' FOR UPDATE SKIP LOCKED
  ) old WHERE old.kind = a.kind AND old.key = a.key`;

/** Always in this order, so that two attempts never wait for each other. */
function keysOf({ email, address }: AttemptOrigin) {
  return [
    { kind: 'address', key: fingerprint(address) },
    { kind: 'account', key: fingerprint(comparableEmail(email)) },
  ] as const;
}
