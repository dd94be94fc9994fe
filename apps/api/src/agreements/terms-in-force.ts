import { instantOfWall } from '@accord/sla';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Services whose promises changed, and the time since which. */
export interface TouchedPeriods {
  readonly serviceIds: readonly string[];
  readonly from: Date;
  readonly to: Date;
}

/** Does something in the same transaction, such as judging anew. */
export type TermsListener = (tx: EntityManager, touched: TouchedPeriods, at: Date) => Promise<unknown>;

/** Tells whoever judges that promises are in force, have ended, or hold in other hours. Agreements know none of them. */
@Injectable()
export class TermsInForce {
  private readonly listeners: TermsListener[] = [];

  listen(listener: TermsListener): void {
    this.listeners.push(listener);
  }

  /** An agreement's terms differ since the day. */
  async agreementChanged(tx: EntityManager, { agreementId, from }: { agreementId: string; from: string }, at: Date) {
    const rows: Row[] = await tx.query(
      `SELECT DISTINCT c.service_id AS "serviceId", a.time_zone AS "timeZone"
       FROM agreement a JOIN commitment c ON c.agreement_id = a.id WHERE a.id = $1`,
      [agreementId],
    );
    await this.tell(tx, rows, from, at);
  }

  /** A calendar has other hours since the day. */
  async calendarChanged(tx: EntityManager, { calendarId, from }: { calendarId: string; from: string }, at: Date) {
    const rows: Row[] = await tx.query(
      `SELECT DISTINCT c.service_id AS "serviceId", a.time_zone AS "timeZone"
       FROM commitment_terms t
       JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
       JOIN commitment c ON c.id = t.commitment_id
       JOIN agreement a ON a.id = c.agreement_id
       WHERE t.calendar_id = $1`,
      [calendarId],
    );
    await this.tell(tx, rows, from, at);
  }

  private async tell(tx: EntityManager, rows: readonly Row[], day: string, at: Date): Promise<void> {
    const starts = rows.map(({ timeZone }) => instantOfWall(timeZone, Date.parse(`${day}T00:00:00Z`)));
    const from = new Date(Math.min(...starts));
    if (rows.length === 0 || from > at) return;
    const serviceIds = [...new Set(rows.map(({ serviceId }) => serviceId))];
    for (const listener of this.listeners) await listener(tx, { serviceIds, from, to: at }, at);
  }
}

interface Row {
  serviceId: string;
  timeZone: string;
}
