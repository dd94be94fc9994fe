import { closesAnyway, dayIn, holdsTogether, holdWords, periodName } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import { watchersOf } from '../findings/watchers.js';
import type { ClosingRow } from './closing-rows.js';

/** Who looks after the services hears when a period of an agreement closes by itself. */
@Injectable()
export class ClosingNotices {
  constructor(private readonly notices: Notices) {}

  /** Soon, and what still waits. */
  async ahead(tx: EntityManager, rows: readonly ClosingRow[], at: Date): Promise<void> {
    const [{ agreement, period, closesAt, timeZone }] = rows as [ClosingRow];
    const waits = holdWords(holdsTogether(rows));
    const facts = { agreement, period: periodName(period), on: dayIn(timeZone, closesAt), ...(waits && { waits }) };
    await this.notices.tell(tx, { viewer: null, at }, { kind: 'closingAhead', ...(await whom(tx, rows, at)), facts });
  }

  /** It should have closed; by when it does, whatever is open then. */
  async held(tx: EntityManager, rows: readonly ClosingRow[], at: Date): Promise<void> {
    const [{ agreement, period, closesAt, timeZone }] = rows as [ClosingRow];
    const until = dayIn(timeZone, closesAnyway(closesAt));
    const facts = { agreement, period: periodName(period), waits: holdWords(holdsTogether(rows)), until };
    await this.notices.tell(tx, { viewer: null, at }, { kind: 'closingHeld', ...(await whom(tx, rows, at)), facts });
  }

  /** @param ids Of the results that were frozen. */
  async closed(tx: EntityManager, rows: readonly ClosingRow[], ids: readonly string[], at: Date): Promise<void> {
    const [{ agreement, period }] = rows as [ClosingRow];
    const [{ missed }]: [{ missed: number }] = await tx.query(
      `SELECT count(*)::int AS missed FROM period_result WHERE id = ANY($1) AND verdict = 'missed'`,
      [ids],
    );
    const facts = { agreement, period: periodName(period), closed: String(ids.length), missed: String(missed) };
    await this.notices.tell(tx, { viewer: null, at }, { kind: 'periodClosed', ...(await whom(tx, rows, at)), facts });
  }
}

async function whom(tx: EntityManager, rows: readonly ClosingRow[], at: Date) {
  const serviceIds = [...new Set(rows.map(({ serviceId }) => serviceId))];
  return { to: await watchersOf(tx, serviceIds, at), subject: { type: 'agreement', id: rows[0]!.agreementId } };
}
