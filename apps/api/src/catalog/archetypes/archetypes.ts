import {
  assertCanChangeArchetypes,
  nextArchetypeVersion,
  type ArchetypeKey,
  type ArchetypeTerms,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { todayOf } from '../today.js';
import { columnsOf } from './archetype-columns.js';
import { ArchetypeVersionEntity } from './archetype-version.entity.js';

@Injectable()
export class Archetypes {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Every version, those announced too, newest first. */
  history(key: ArchetypeKey): Promise<ArchetypeVersionEntity[]> {
    return this.database.read.find(ArchetypeVersionEntity, { where: { key }, order: { version: 'DESC' } });
  }

  /** @throws {DomainError} When the viewer may not, or a rule of `nextArchetypeVersion` says no. */
  change(
    act: Act,
    key: ArchetypeKey,
    change: ArchetypeTerms & { effectiveFrom: string },
  ): Promise<ArchetypeVersionEntity> {
    assertCanChangeArchetypes(act.viewer);
    return this.database.transaction(async (tx) => {
      // Locked, so that two changes at once become two versions, not one.
      const [newest] = await tx.find(ArchetypeVersionEntity, {
        where: { key },
        order: { version: 'DESC' },
        take: 1,
        lock: { mode: 'pessimistic_write' },
      });
      const version = nextArchetypeVersion(newest!, change, await todayOf(tx, act.at));
      const { effectiveFrom } = change;
      const next = tx.create(ArchetypeVersionEntity, {
        id: uuidv7(act.at),
        key,
        version,
        effectiveFrom,
        ...columnsOf(change),
      });
      await tx.insert(ArchetypeVersionEntity, next);
      await this.audit.record(tx, act, 'archetype.changed', { type: 'archetype', id: next.id }, newest!, next);
      return next;
    });
  }
}
