import { SESSION_LONGEST_MS } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { uuidv7 } from '../platform/uuid.js';
import { fingerprint, newToken } from './secret-token.js';
import { SessionEntity, type SessionEnd } from './session.entity.js';

/** How long one can still tell when a session was used; that there was one, the audit knows for ever. */
const KEPT_MS = 30 * 86_400_000;

/** Begins and ends sessions, in the transaction of what causes it. */
@Injectable()
export class Sessions {
  /**
   * A session under a token that nobody has seen before; the one that the browser came with, if any, ends.
   *
   * @returns The token, for the cookie alone.
   */
  async begin(tx: EntityManager, personId: string, at: Date, formerToken: string | null): Promise<string> {
    if (formerToken) await this.end(tx, formerToken, at, 'signedInAgain');
    await tx.delete(SessionEntity, { personId, expiresAt: LessThan(new Date(at.getTime() - KEPT_MS)) });
    const token = newToken();
    await tx.insert(SessionEntity, {
      id: uuidv7(at),
      personId,
      tokenHash: fingerprint(token),
      startedAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + SESSION_LONGEST_MS),
      endedAt: null,
      endReason: null,
    });
    return token;
  }

  async end(tx: EntityManager, token: string, at: Date, reason: SessionEnd): Promise<void> {
    await tx.update(
      SessionEntity,
      { tokenHash: fingerprint(token), endedAt: IsNull() },
      { endedAt: at, endReason: reason },
    );
  }

  /** @param exceptToken The session that goes on; null ends them all. */
  async endAll(
    tx: EntityManager,
    personId: string,
    at: Date,
    reason: SessionEnd,
    exceptToken: string | null = null,
  ): Promise<void> {
    await tx.update(
      SessionEntity,
      { personId, endedAt: IsNull(), ...(exceptToken && { tokenHash: Not(fingerprint(exceptToken)) }) },
      { endedAt: at, endReason: reason },
    );
  }
}
