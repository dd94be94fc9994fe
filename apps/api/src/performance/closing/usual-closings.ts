import { assertAllowed, assertUsualClosing, canChangeUsualClosing } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { EnterpriseEntity } from '../../people/enterprise.entity.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';

/** How periods close of agreements that do not say it themselves. */
@Injectable()
export class UsualClosings {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Days after its end; null = by hand. */
  async days(): Promise<number | null> {
    return (await this.database.read.findOneByOrFail(EnterpriseEntity, { only: true })).closingDays;
  }

  /** @throws {DomainError} When the viewer may not, or the days are not 0 to 90. */
  change(act: Act, days: number | null): Promise<number | null> {
    return this.database.transaction(async (tx) => {
      assertAllowed(canChangeUsualClosing(act.viewer), 'say when periods close');
      assertUsualClosing(days);
      const enterprise = await tx.findOneOrFail(EnterpriseEntity, {
        where: { only: true },
        lock: { mode: 'pessimistic_write' },
      });
      const before = { closingDays: enterprise.closingDays };
      await tx.update(EnterpriseEntity, { only: true }, { closingDays: days });
      const subject = { type: 'usualClosing', id: uuidv7(act.at) };
      await this.audit.record(tx, act, 'usualClosing.changed', subject, before, { closingDays: days });
      return days;
    });
  }
}
