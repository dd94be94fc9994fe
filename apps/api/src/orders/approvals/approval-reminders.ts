import { dayIn, businessDaysSince } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { EnterpriseEntity } from '../../people/enterprise.entity.js';
import { todayOf } from '../../people/today.js';
import type { PublicAct } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { lockOrder, readOrder } from '../locked-order.js';
import { ApprovalNotices } from './approval-notices.js';
import { ApprovalStageEntity } from './approval-stage.entity.js';
import { stagesOf } from './stage-rows.js';
import { decidersIn } from './who-decides.js';

const DUE = `
  SELECT s.id, s.order_id AS "orderId", s.opened_at AS "openedAt", s.reminded_at AS "remindedAt",
      s.remind_after AS "remindAfter"
    FROM approval_stage s JOIN service_order o ON o.id = s.order_id AND o.state = 'awaitingApproval'
   WHERE s.state = 'open' AND s.remind_after IS NOT NULL
     AND coalesce(s.reminded_at, s.opened_at) < $1::timestamptz - make_interval(days => s.remind_after - 1)`;

interface Due {
  id: string;
  orderId: string;
  openedAt: Date;
  remindedAt: Date | null;
  remindAfter: number;
}

/** Reminds who has not decided, every so many business days, as the stage says. */
@Injectable()
export class ApprovalReminders {
  constructor(
    private readonly database: Database,
    private readonly notices: ApprovalNotices,
  ) {}

  @Job('approvalReminders', { everyMinutes: 60 })
  async everyHour(_: object, { at }: JobRun): Promise<void> {
    await this.run({ viewer: null, at });
  }

  /** @returns How many stages were reminded of. */
  async run(act: PublicAct): Promise<number> {
    const { timeZone } = await this.database.read.findOneByOrFail(EnterpriseEntity, { only: true });
    const due: Due[] = await this.database.read.query(DUE, [act.at]);
    const since = ({ openedAt, remindedAt }: Due) => dayIn(timeZone, remindedAt ?? openedAt);
    const today = dayIn(timeZone, act.at);
    const late = due.filter((stage) => businessDaysSince(since(stage), today) >= stage.remindAfter);
    for (const stage of late) await this.remind(act, stage, dayIn(timeZone, stage.openedAt));
    return late.length;
  }

  private remind(act: PublicAct, { id, orderId, remindedAt }: Due, since: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      await lockOrder(tx, orderId);
      const order = (await readOrder(tx, orderId))!;
      const stage = (await stagesOf(tx, [orderId])).find((one) => one.id === id && one.state === 'open');
      // Another server, or a decision, was faster.
      if (!stage || order.state !== 'awaitingApproval' || stage.remindedAt?.getTime() !== remindedAt?.getTime()) return;
      await this.notices.remind(tx, act, order, await decidersIn(tx, order, stage, await todayOf(tx, act.at)), since);
      await tx.update(ApprovalStageEntity, { id }, { remindedAt: act.at });
    });
  }
}
