import { Injectable } from '@nestjs/common';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import { isUUID } from 'class-validator';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { pageSize, readCursor, toConnection } from '../../platform/graphql/page.js';
import { NoticeEntity } from './notice.entity.js';

/** Of one subject, older ones are not shown. */
const MOST_OF_SUBJECT = 10;

/** What one person was told about one thing, newest first. */
export interface InboxGroup {
  subjectType: string;
  subjectId: string;
  /** Id of its newest notice. */
  newest: string;
  unread: number;
  notices: NoticeEntity[];
}

const GROUPS = `
  SELECT subject_type AS "subjectType", subject_id AS "subjectId", max(id::text) AS newest,
    (count(*) FILTER (WHERE read_at IS NULL))::int AS unread,
    (array_agg(id ORDER BY id DESC))[1:${MOST_OF_SUBJECT}]::text[] AS ids
  FROM notice WHERE person_id = $1 AND inbox
  GROUP BY subject_type, subject_id`;

/** What the viewer was told. Everybody reads their own inbox and no other. */
@Injectable()
export class Inbox {
  constructor(private readonly database: Database) {}

  /** By subject, the one with the newest notice first. */
  async page({ viewer }: Act, { unread, first, after }: { unread: boolean; first: number; after: string | null }) {
    const size = pageSize(first);
    const parameters: unknown[] = [viewer.personId, size + 1];
    const where = [
      ...(unread ? ['unread > 0'] : []),
      ...(after ? [`newest < $${parameters.push(readCursor(after, ['uuid'])[0])}`] : []),
    ];
    const groups: (InboxGroup & { ids: string[] })[] = await this.database.read.query(
      `SELECT * FROM (${GROUPS}) groups ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
       ORDER BY newest DESC LIMIT $2`,
      parameters,
    );
    const ids = groups.slice(0, size).flatMap((group) => group.ids);
    const notices = await this.database.read.find(NoticeEntity, { where: { id: In(ids) }, order: { id: 'DESC' } });
    const filled = groups.map((group) => ({ ...group, notices: notices.filter(({ id }) => group.ids.includes(id)) }));
    return toConnection<InboxGroup>(filled, size, ({ newest }) => [newest]);
  }

  unread({ viewer: { personId } }: Act): Promise<number> {
    return this.database.read.countBy(NoticeEntity, { personId, inbox: true, readAt: IsNull() });
  }

  /**
   * @param ids null = everything.
   * @returns How many are left unread.
   */
  async markRead(act: Act, ids: readonly string[] | null): Promise<number> {
    const mine: FindOptionsWhere<NoticeEntity> = { personId: act.viewer.personId, inbox: true, readAt: IsNull() };
    const named = ids === null ? mine : { ...mine, id: In(ids.filter((id) => isUUID(id))) };
    await this.database.read.update(NoticeEntity, named, { readAt: act.at });
    return this.unread(act);
  }
}
