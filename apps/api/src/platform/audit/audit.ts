import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../act/act.js';
import { uuidv7 } from '../uuid.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import { redacted } from './redacted.js';

/** What an entry is about: a noun's word, such as `service`, and the id of one of them. */
export interface AuditSubject {
  type: string;
  id: string;
}

/**
 * Why an act was allowed although the usual second person is missing, or not real; an operator runs the server.
 * Or that a program did it with an access token.
 */
export type AuditMode = 'bootstrap' | 'demo' | 'operator' | 'token';

/** Hears of what happened, in the transaction in which it did. */
export type AuditListener = (tx: EntityManager, act: PublicAct, action: string, subject: AuditSubject) => Promise<void>;

/** Keeps what happened, in the transaction in which it happens. */
@Injectable()
export class Audit {
  private readonly listeners: AuditListener[] = [];

  listen(listener: AuditListener): void {
    this.listeners.push(listener);
  }

  /**
   * @param action Noun and past participle, such as `service.published`.
   * @param before The subject as it was; null when it is new. Secrets are left out.
   * @param after The subject as it is now; null when nothing is left to tell.
   */
  async record(
    tx: EntityManager,
    act: PublicAct & { mode?: AuditMode },
    action: string,
    subject: AuditSubject,
    before: object | null,
    after: object | null,
  ): Promise<void> {
    await tx.insert(AuditEntryEntity, {
      id: uuidv7(act.at),
      at: act.at,
      actorId: act.viewer?.personId ?? null,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      before: redacted(before),
      after: redacted(after),
      reason: act.reason ?? null,
      mode: act.mode ?? (act.scopes ? 'token' : null),
    });
    for (const listener of this.listeners) await listener(tx, act, action, subject);
  }
}
