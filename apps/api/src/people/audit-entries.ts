import { canReadAudit } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../platform/act/act.js';
import { AuditEntryEntity } from '../platform/audit/audit-entry.entity.js';
import { Database } from '../platform/database/database.js';
import type { Connection } from '../platform/graphql/connection.js';
import { pageSize, readCursor, toConnection } from '../platform/graphql/page.js';

export interface AuditQuery {
  /** A noun's word, such as `service`; omitted = everything. */
  subjectType?: string | null;
  subjectId?: string | null;
  first: number;
  after?: string | null;
}

/** Reads what happened, newest first; nothing for viewers who may not. */
@Injectable()
export class AuditEntries {
  constructor(private readonly database: Database) {}

  async page(
    { viewer }: Act,
    { subjectType, subjectId, first, after }: AuditQuery,
  ): Promise<Connection<AuditEntryEntity>> {
    if (!canReadAudit(viewer)) return toConnection<AuditEntryEntity>([], 0, () => []);
    const size = pageSize(first);
    const entries = this.database.read.createQueryBuilder(AuditEntryEntity, 'entry').where('true');
    if (subjectType) entries.andWhere('entry.subjectType = :subjectType', { subjectType });
    if (subjectId) entries.andWhere('entry.subjectId = :subjectId', { subjectId });
    if (after) {
      const [id] = readCursor(after, ['uuid']);
      entries.andWhere('entry.id < :id', { id });
    }
    // Ids begin with their instant, so their order is that of time.
    const rows = await entries
      .orderBy('entry.id', 'DESC')
      .limit(size + 1)
      .getMany();
    return toConnection(rows, size, ({ id }) => [id]);
  }
}
