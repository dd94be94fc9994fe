import { Decimal } from 'decimal.js';
import { Injectable } from '@nestjs/common';
import type { PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { lockOrder, readOrder } from '../locked-order.js';
import { bookEntry } from './book-entry.js';
import { heldMoney } from './held-money.js';

const DUE = `
  SELECT o.id FROM service_order o JOIN budget b ON b.id = o.budget_id
   WHERE o.state IN ('awaitingApproval', 'needsInformation') AND o.decided_at IS NULL
     AND o.submitted_at <= $1::timestamptz - make_interval(days => b.reservation_days)
     AND NOT EXISTS (SELECT FROM budget_entry e WHERE e.order_id = o.id AND e.kind = 'expired')
   ORDER BY o.submitted_at, o.id`;

/** Frees what orders reserved and nobody approved for long; their approval has to find room again. */
@Injectable()
export class ReservationExpiry {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  @Job('reservationExpiry', { everyMinutes: 60 })
  async everyHour(_: object, { at }: JobRun): Promise<void> {
    await this.run({ viewer: null, at });
  }

  /** @returns How many orders lost their reservation. */
  async run(act: PublicAct): Promise<number> {
    const due: { id: string }[] = await this.database.read.query(DUE, [act.at]);
    let expired = 0;
    for (const { id } of due) expired += Number(await this.expire(act, id));
    return expired;
  }

  private expire(act: PublicAct, orderId: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await lockOrder(tx, orderId);
      const order = (await readOrder(tx, orderId))!;
      if (order.decidedAt !== null) return false;
      const held = (await heldMoney(tx, orderId)).filter(({ reserved }) => new Decimal(reserved).gt(0));
      for (const { budgetId, reserved: amount } of held)
        await bookEntry(tx, act, { budgetId, orderId, amount }, 'expired');
      const freed = held.map(({ budgetId, reserved }) => ({ budgetId, reserved }));
      if (freed.length > 0)
        await this.audit.record(
          tx,
          act,
          'order.reservationExpired',
          { type: 'order', id: orderId },
          { held: freed },
          null,
        );
      return freed.length > 0;
    });
  }
}
