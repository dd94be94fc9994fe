import { comparableEmail, DomainError, isSeenAgain, SESSION_IDLE_MS, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import type { Identity, ViewerResolver } from '../platform/act/viewer-resolver.js';
import { Database } from '../platform/database/database.js';
import { carriesToken, CLIENT_HEADER, POLLING } from '../platform/http/security.js';
import { Bearers } from './access-tokens/bearers.js';
import { scopeOfOperation } from './access-tokens/open-operations.js';
import { passwordToChoose } from './password-to-choose.js';
import { PersonEntity } from './person.entity.js';
import { fingerprint } from './secret-token.js';
import { SessionCookie } from './session-cookie.js';
import { SessionEntity } from './session.entity.js';
import { toViewer, viewerOfPerson, viewerOfSession } from './viewer-query.js';

/** Who somebody is and what they may do: of a request's session, or of a person by name. */
@Injectable()
export class Viewers implements ViewerResolver {
  constructor(
    private readonly database: Database,
    private readonly cookie: SessionCookie,
    private readonly bearers: Bearers,
  ) {}

  async identify(request: Request, at: Date): Promise<Identity> {
    if (carriesToken(request)) return this.bearers.identify(request, at);
    return this.ofSession(request, at);
  }

  isOpen(operation: string, scopes: readonly string[]): boolean {
    const scope = scopeOfOperation(operation);
    return scope !== null && scopes.includes(scope);
  }

  private async ofSession(request: Request, at: Date): Promise<Identity> {
    const token = this.cookie.read(request);
    if (!token) return { viewer: null };
    const tokenHash = fingerprint(token);
    const row = await viewerOfSession(this.database.read, tokenHash, at, new Date(at.getTime() - SESSION_IDLE_MS));
    if (!row) return { viewer: null };
    if (isSeenAgain(row.lastSeenAt!, at) && request.headers[CLIENT_HEADER] !== POLLING)
      await this.database.read.update(SessionEntity, { tokenHash }, { lastSeenAt: at });
    if (row.isGiven) return { viewer: null, newcomer: toViewer(row), refusal: passwordToChoose() };
    return { viewer: toViewer(row) };
  }

  /** For work done on somebody's behalf, such as the command line's `--as`. null = nobody, or they have left. */
  ofPerson(personId: string, at: Date, manager: EntityManager = this.database.read): Promise<Viewer | null> {
    return viewerOfPerson(manager, personId, at);
  }

  /** @throws {DomainError} When nobody active has this address. */
  async ofEmail(email: string, at: Date): Promise<Viewer> {
    const person = await this.database.read.findOneBy(PersonEntity, { email: comparableEmail(email) });
    const viewer = person && (await this.ofPerson(person.id, at));
    if (!viewer) throw new DomainError('NOT_FOUND', `Nobody here has the e-mail address ${email}.`);
    return viewer;
  }
}
