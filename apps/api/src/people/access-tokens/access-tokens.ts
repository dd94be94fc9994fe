import { DomainError, MOST_TOKENS_OF_PERSON, tokenOf, type TokenWish } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { IsNull, MoreThan } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { Notices } from '../notices/notices.js';
import { fingerprint, newToken } from '../secret-token.js';
import { AccessTokenEntity } from './access-token.entity.js';

/** What ours begin with, so that whoever finds one knows what it is. */
const BEGINNING = 'accord_';
const SHOWN = BEGINNING.length + 6;

/** Tokens by which programs act for the viewer; everybody looks after their own. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  /** Newest first, also those that work no longer. */
  all({ viewer: { personId } }: Act): Promise<AccessTokenEntity[]> {
    return this.database.read.find(AccessTokenEntity, { where: { personId }, order: { id: 'DESC' } });
  }

  /** @returns With the token, which nobody is shown again. */
  make(act: Act, wish: TokenWish): Promise<{ accessToken: AccessTokenEntity; secret: string }> {
    const { name, scopes, expiresAt } = tokenOf(wish, act.at);
    const secret = BEGINNING + newToken();
    const { personId } = act.viewer;
    return this.database.transaction(async (tx) => {
      const working = await tx.countBy(AccessTokenEntity, {
        personId,
        revokedAt: IsNull(),
        expiresAt: MoreThan(act.at),
      });
      if (working >= MOST_TOKENS_OF_PERSON) {
        throw new DomainError('TOO_MANY', `You have ${working} tokens; revoke those that nothing uses.`);
      }
      const accessToken = tx.create(AccessTokenEntity, {
        id: uuidv7(act.at),
        personId,
        name,
        prefix: secret.slice(0, SHOWN),
        tokenHash: fingerprint(secret),
        scopes: [...scopes],
        madeAt: act.at,
        expiresAt,
        lastUsedAt: null,
        revokedAt: null,
      });
      await tx.insert(AccessTokenEntity, accessToken);
      const subject = { type: 'accessToken', id: accessToken.id };
      await this.audit.record(tx, act, 'accessToken.made', subject, null, told(accessToken));
      const until = expiresAt.toISOString().slice(0, 10);
      // Whoever sits at somebody else's screen makes no token in silence.
      await this.notices.tell(
        tx,
        { viewer: null, at: act.at },
        {
          kind: 'tokenMade',
          to: [personId],
          subject,
          facts: { token: name, until },
        },
      );
      return { accessToken, secret };
    });
  }

  /** It stops working at once. @throws {DomainError} When the viewer has no such token. */
  revoke(act: Act, id: string): Promise<AccessTokenEntity> {
    return this.database.transaction(async (tx) => {
      const where = { id, personId: act.viewer.personId };
      const lock = { mode: 'pessimistic_write' } as const;
      const accessToken = isUUID(id) ? await tx.findOne(AccessTokenEntity, { where, lock }) : null;
      if (!accessToken) throw new DomainError('NOT_FOUND', 'You have no such token.', ['id']);
      if (accessToken.revokedAt) return accessToken;
      const before = told(accessToken);
      accessToken.revokedAt = act.at;
      await tx.save(accessToken);
      const subject = { type: 'accessToken', id };
      await this.audit.record(tx, act, 'accessToken.revoked', subject, before, told(accessToken));
      return accessToken;
    });
  }
}

const told = ({ tokenHash: _, ...rest }: AccessTokenEntity) => rest;
