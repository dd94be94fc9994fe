import { DomainError, isSeenAgain, type TokenScope } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Identity } from '../../platform/act/viewer-resolver.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { Attempts } from '../attempts.js';
import { passwordToChoose } from '../password-to-choose.js';
import { fingerprint } from '../secret-token.js';
import { toViewer, viewerOfToken } from '../viewer-query.js';
import { AccessTokenEntity } from './access-token.entity.js';

/** Who sends a request with an access token. */
@Injectable()
export class Bearers {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly attempts: Attempts,
  ) {}

  async identify({ headers, ip = '' }: Request, at: Date): Promise<Identity> {
    const tokenHash = fingerprint(headers.authorization!.replace(/^Bearer\s*/i, '').trim());
    const row = await viewerOfToken(this.database.read, tokenHash, at);
    if (!row) return { viewer: null, refusal: await this.refuse(tokenHash, ip, at) };
    if (row.isGiven) return { viewer: null, refusal: passwordToChoose() };
    if (!row.lastSeenAt || isSeenAgain(row.lastSeenAt, at)) {
      await this.database.read.update(AccessTokenEntity, { tokenHash }, { lastUsedAt: at });
    }
    return { viewer: toViewer(row), scopes: row.scopes as TokenScope[] };
  }

  /** Kept in the audit, until an address is too busy failing. */
  private async refuse(tokenHash: Buffer, address: string, at: Date): Promise<DomainError> {
    try {
      await this.attempts.countAddress(address, at);
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
    await this.database.transaction(async (tx) => {
      const known = await tx.findOneBy(AccessTokenEntity, { tokenHash });
      const subject = { type: 'accessToken', id: known?.id ?? uuidv7(at) };
      await this.audit.record(tx, { viewer: null, at }, 'accessToken.refused', subject, null, null);
    });
    return new DomainError('UNAUTHENTICATED', 'This access token is unknown, has expired or was revoked.');
  }
}
