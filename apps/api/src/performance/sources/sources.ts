import { assertAllowed, DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { PEOPLE, SourceEntity } from '../ledger/source.entity.js';
import { mayExpect } from './source-lists.js';

/** What is expected of where measurements come from. */
@Injectable()
export class Sources {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * Says how long a source may be quiet before somebody is told.
   *
   * @param quietMinutes null = by its rhythm; 0 = for ever.
   * @throws {DomainError} When the viewer does not measure every service that it brings.
   */
  expect(act: Act, id: string, quietMinutes: number | null): Promise<SourceEntity> {
    return this.database.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const source = isUUID(id) && id !== PEOPLE ? await tx.findOne(SourceEntity, { where: { id }, lock }) : null;
      if (!source) throw new DomainError('NOT_FOUND', 'There is no such source.', ['id']);
      assertAllowed(await mayExpect(tx, act.viewer, id), 'say how long this source may be quiet');
      if (quietMinutes !== null && !(Number.isInteger(quietMinutes) && quietMinutes >= 0 && quietMinutes <= 525_600))
        throw new DomainError('INVALID', 'A source may be quiet for 0 to 525600 minutes.', ['quietMinutes']);
      const before = { ...source };
      source.quietMinutes = quietMinutes;
      await tx.save(source);
      await this.audit.record(tx, act, 'source.changed', { type: 'source', id }, before, source);
      return source;
    });
  }
}
