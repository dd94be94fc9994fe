import { assertAllowed, assertCounts, assertForward, assertFree, assertHappened, assertText, mayMeasure } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { Evaluation } from '../evaluation/evaluation.js';
import { lockService } from '../lock-service.js';
import { CountIntervalEntity } from './count-interval.entity.js';

export interface NewCounts {
  serviceId: string;
  series: string;
  from: Date;
  to: Date;
  good: number;
  total: number;
}

/** Good and total events, counted by people. */
@Injectable()
export class Counts {
  constructor(
    private readonly database: Database,
    private readonly evaluation: Evaluation,
    private readonly audit: Audit,
  ) {}

  /**
   * Records what was counted; for an interval that was recorded before, the new figures take the place of the old ones.
   *
   * @throws {DomainError} When the viewer may not, there are more good events than all, or the time is reversed, in the
   *   future, or shared with another interval of the series.
   */
  record(act: Act, { serviceId, series, from, to, good, total }: NewCounts): Promise<CountIntervalEntity> {
    return this.database.transaction(async (tx) => {
      assertAllowed(mayMeasure(act.viewer, await lockService(tx, serviceId)), 'record counts of this service');
      assertText(series, 'series');
      assertCounts(good, total);
      assertForward({ from, to });
      assertHappened({ from, to }, act.at);
      const [other] = await tx.query(
        `SELECT from_at AS "from", to_at AS "to" FROM count_interval
         WHERE service_id = $1 AND series = $2 AND tstzrange(from_at, to_at) && tstzrange($3, $4)
           AND (from_at, to_at) <> ($3, $4) LIMIT 1`,
        [serviceId, series, from, to],
      );
      assertFree('interval', other);
      const id = uuidv7(act.at);
      const recorded = { recordedById: act.viewer.personId, recordedAt: act.at };
      const count = { id, serviceId, series, fromAt: from, toAt: to, good: String(good), total: String(total), ...recorded };
      await tx.insert(CountIntervalEntity, count);
      await this.evaluation.reevaluate(tx, { serviceIds: [serviceId], from, to }, act.at);
      await this.audit.record(tx, act, 'counts.recorded', { type: 'countInterval', id }, null, count);
      return count;
    });
  }
}
