import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { Mailer, MailRefused } from '../../platform/mail/mailer.js';
import { PersonEntity } from '../person.entity.js';
import { viewerOfPerson } from '../viewer-query.js';
import { mailOf, type ReadableNotice } from './mail-of.js';
import { NoticeEntity } from './notice.entity.js';
import { readSubjects } from './notice-subjects.js';
import { USUAL_HOUR } from './notice-settings.js';

/** With its pauses about a week: a mail server may be down over a long weekend. */
const ATTEMPTS = 240;

/** Who is due: their hour has come since the notice was made. Older ones were missed, and are in the inbox. */
const DUE = `
  SELECT n.person_id AS "personId", array_agg(n.id ORDER BY n.id)::text[] AS ids, to_char(hour.at AT TIME ZONE zone.name, 'YYYY-MM-DD') AS day
  FROM notice n CROSS JOIN enterprise e
    LEFT JOIN notice_digest d ON d.person_id = n.person_id
    CROSS JOIN LATERAL (SELECT coalesce(d.time_zone, e.time_zone) AS name, make_interval(hours => coalesce(d.hour, ${USUAL_HOUR})) AS past) zone
    CROSS JOIN LATERAL (
      SELECT (date_trunc('day', ($1::timestamptz AT TIME ZONE zone.name) - zone.past) + zone.past) AT TIME ZONE zone.name AS at
    ) hour
  WHERE n.mail = 'daily' AND n.mailed_at IS NULL AND n.at < hour.at AND n.at > hour.at - interval '7 days'
  GROUP BY n.person_id, hour.at, zone.name
  ORDER BY n.person_id`;

/** Mails what people were told, by itself or together with the others of the day. */
@Injectable()
export class NoticeMails {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly database: Database,
    private readonly mailer: Mailer,
  ) {}

  @Job('noticeMail', { outside: true, attempts: ATTEMPTS })
  async mail({ id }: { id: string }, { at }: JobRun): Promise<void> {
    const notice = await this.database.read.findOneBy(NoticeEntity, { id });
    if (!notice || notice.mail !== 'atOnce' || notice.mailedAt) return;
    await this.send(notice.personId, [notice], at, null);
  }

  /** A person whose mail is not taken is tried again at the next round. */
  @Job('noticeDigests', { outside: true, attempts: 1, everyMinutes: 15 })
  async mailDigests(_: object, { at, signal }: JobRun): Promise<void> {
    if (!this.mailer.isConfigured) return;
    const due: { personId: string; ids: string[]; day: string }[] = await this.database.read.query(DUE, [at]);
    for (const { personId, ids, day } of due) {
      if (signal.aborted) return;
      const notices = await this.database.read.find(NoticeEntity, { where: { id: In(ids) }, order: { id: 'ASC' } });
      await this.send(personId, notices, at, day);
    }
  }

  private async send(personId: string, notices: NoticeEntity[], at: Date, day: string | null): Promise<void> {
    const ids = notices.map(({ id }) => id);
    const readable = await this.readable(personId, notices, at);
    const person = await this.database.read.findOneBy(PersonEntity, { id: personId });
    if (readable.length === 0 || !person) return this.note(ids, { mail: 'off' });
    const { name, email: address } = person;
    try {
      const mail = mailOf(readable, this.config.publicUrl, day);
      await this.mailer.send({ id: ids[0]!, to: { name, address }, ...mail }, at);
    } catch (error) {
      if (error instanceof MailRefused) return this.note(ids, { mail: 'refused' });
      throw error;
    }
    await this.note(ids, { mailedAt: at });
  }

  /** What the person may read now, of what they were told then; nothing once they have left. */
  private async readable(personId: string, notices: NoticeEntity[], at: Date): Promise<ReadableNotice[]> {
    const viewer = await viewerOfPerson(this.database.read, personId, at);
    if (!viewer) return [];
    const subjects = await readSubjects(this.database.read, { viewer, at }, notices);
    return notices.flatMap((notice, i) => (subjects[i] ? [{ notice, subject: subjects[i] }] : []));
  }

  private async note(ids: string[], change: Partial<Pick<NoticeEntity, 'mail' | 'mailedAt'>>): Promise<void> {
    await this.database.read.update(NoticeEntity, { id: In(ids) }, change);
  }
}
