import { comparableEmail, DomainError, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act, PublicAct } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { uuidv7 } from '../platform/uuid.js';
import { Attempts } from './attempts.js';
import { CredentialEntity } from './credential.entity.js';
import { DemoAccess } from './demo-access.js';
import { Passwords } from './passwords.js';
import { PersonEntity } from './person.entity.js';
import { Sessions } from './sessions.js';
import { viewerOfPerson } from './viewer-query.js';

/** Where a request comes from: its network address, whether a proxy brought it, and the session's token that it carried. */
export interface Origin {
  address: string;
  isForwarded: boolean;
  token: string | null;
}

/** A new session: the token for the cookie, and who it makes the sender. */
export interface SignedIn {
  token: string;
  viewer: Viewer;
  /** See `CredentialEntity.isGiven`; false when left out. */
  isGiven?: boolean;
}

@Injectable()
export class SignIns {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly demo: DemoAccess,
  ) {}

  /** @throws {DomainError} The same, and as late, for a wrong password as for an unknown address. */
  async signIn(
    act: PublicAct,
    { email, password }: { email: string; password: string },
    from: Origin,
  ): Promise<SignedIn> {
    const origin = { email, address: from.address };
    await this.attempts.count(origin, act.at);
    const person = await this.database.read.findOneBy(PersonEntity, { email: comparableEmail(email) });
    const credential = person && (await this.database.read.findOneBy(CredentialEntity, { personId: person.id }));
    const isGood = await this.passwords.matches(credential?.passwordHash ?? null, password);
    const signedIn = await this.database.transaction(async (tx) => {
      // Read again under a lock: the person may have been ended, or the password changed, meanwhile.
      const current = person && isGood ? await stillThere(tx, person.id, credential!.passwordHash) : null;
      if (!current) {
        await this.recordFailure(tx, act, person);
        return;
      }
      await this.attempts.takeBack(tx, origin, act.at);
      return { ...(await this.begin(tx, act, current, from, 'session.started')), isGiven: credential!.isGiven };
    });
    if (!signedIn) throw new DomainError('WRONG_CREDENTIALS', 'The e-mail address or the password is wrong.');
    return signedIn;
  }

  /** @throws {DomainError} Unless the person belongs to a demo organisation on this very machine. */
  signInAsDemoPerson(act: PublicAct, personId: string, from: Origin): Promise<SignedIn> {
    return this.database.transaction(async (tx) => {
      const [person] = isUUID(personId)
        ? await this.demo.people(tx, { id: personId, isForwarded: from.isForwarded })
        : [];
      if (!person) throw new DomainError('NOT_FOUND', 'There is no such demo person to sign in as.', ['personId']);
      return this.begin(tx, act, person, from, 'session.startedAsDemoPerson');
    });
  }

  /** A session for somebody who has just been let in by other means. */
  async begin(
    tx: EntityManager,
    { at }: PublicAct,
    person: PersonEntity,
    from: Origin,
    action: string,
  ): Promise<SignedIn> {
    const token = await this.sessions.begin(tx, person.id, at, from.token);
    const viewer = (await viewerOfPerson(tx, person.id, at))!;
    await this.audit.record(tx, { viewer, at }, action, { type: 'person', id: person.id }, null, null);
    return { token, viewer };
  }

  signOut(act: Act, token: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.sessions.end(tx, token, act.at, 'signedOut');
      await this.audit.record(tx, act, 'session.ended', { type: 'person', id: act.viewer.personId }, null, null);
    });
  }

  /** Ends the person's sessions in every browser. */
  signOutEverywhere(act: Act): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.sessions.endAll(tx, act.viewer.personId, act.at, 'signedOut');
      await this.audit.record(
        tx,
        act,
        'session.endedEverywhere',
        { type: 'person', id: act.viewer.personId },
        null,
        null,
      );
    });
  }

  /** What was typed as e-mail address is not kept: now and then it is a password. */
  private recordFailure(tx: EntityManager, { at }: PublicAct, person: PersonEntity | null): Promise<void> {
    const subject = person ? { type: 'person', id: person.id } : { type: 'signInAttempt', id: uuidv7(at) };
    return this.audit.record(tx, { viewer: null, at }, 'session.refused', subject, null, null);
  }
}

async function stillThere(tx: EntityManager, personId: string, passwordHash: string): Promise<PersonEntity | null> {
  const person = await tx.findOne(PersonEntity, { where: { id: personId }, lock: { mode: 'pessimistic_read' } });
  const isSame = await tx.existsBy(CredentialEntity, { personId, passwordHash });
  return person && !person.endedAt && isSame ? person : null;
}
