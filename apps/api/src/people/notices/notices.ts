import { isHeard, usualSwitch, type NoticeFacts, type NoticeKind } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { uuidv7 } from '../../platform/uuid.js';
import { EnterpriseEntity } from '../enterprise.entity.js';
import { NoticeEntity } from './notice.entity.js';
import { NoticeSettingEntity } from './notice-setting.entity.js';

/** What somebody is told. */
export interface Told<K extends NoticeKind> {
  kind: K;
  /** Whom; twice is once, and nobody is told what they did themselves. */
  to: readonly string[];
  /** A noun's word, such as `order`, and the id of one of them; who may not read it sees no facts. */
  subject: { type: string; id: string };
  facts: NoticeFacts<K>;
}

/** Tells people what they did not ask for but want to know, in the transaction in which it happens. */
@Injectable()
export class Notices {
  constructor(
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
  ) {}

  /** What took the place of a notice says it better: who has not read it finds it read, and no mail tells it any more. */
  async replace<K extends NoticeKind>(
    tx: EntityManager,
    { at }: PublicAct,
    { kind, subject, facts }: Pick<Told<K>, 'kind' | 'subject'> & { readonly facts: Partial<NoticeFacts<K>> },
  ): Promise<void> {
    await tx.query(
      `UPDATE notice SET read_at = CASE WHEN inbox THEN $1::timestamptz END,
          mail = CASE WHEN mailed_at IS NULL THEN 'off' ELSE mail END
        WHERE kind = $2 AND subject_type = $3 AND subject_id = $4 AND facts @> $5::jsonb AND read_at IS NULL`,
      [at, kind, subject.type, subject.id, JSON.stringify(facts)],
    );
  }

  async tell<K extends NoticeKind>(
    tx: EntityManager,
    { viewer, at }: PublicAct,
    { kind, to, subject, facts }: Told<K>,
  ): Promise<void> {
    const people = [...new Set(to)].filter((id) => id !== viewer?.personId);
    if (people.length === 0) return;
    const isMailed = this.mailer.isConfigured && !(await isMadeUp(tx));
    const settings = await tx.findBy(NoticeSettingEntity, { kind, personId: In(people) });
    const chosen = new Map(settings.map((setting) => [setting.personId, setting]));
    const notices = people
      .map((personId) => {
        const { inbox, mail } = chosen.get(personId) ?? usualSwitch(kind);
        return { personId, inbox, mail: isMailed ? mail : ('off' as const) };
      })
      .filter(isHeard)
      .map(({ personId, inbox, mail }) => ({
        id: uuidv7(at),
        personId,
        kind: kind as NoticeKind,
        subjectType: subject.type,
        subjectId: subject.id,
        facts: facts as NoticeFacts,
        at,
        inbox,
        readAt: null,
        mail,
        mailedAt: null,
      }));
    if (notices.length === 0) return;
    await tx.insert(NoticeEntity, notices);
    const mailed = notices.filter(({ mail }) => mail === 'atOnce');
    await this.jobs.enqueueAll(
      tx,
      'noticeMail',
      mailed.map(({ id }) => ({ id })),
    );
  }
}

/** The people of a demo have no mailboxes. */
export function isMadeUp(manager: EntityManager): Promise<boolean> {
  return manager.existsBy(EnterpriseEntity, { demo: true });
}
