import type { PerformanceReach } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { measuredBehind } from '../judged-commitments.js';
import { TicketEntity } from '../ledger/ticket.entity.js';

/** Tickets, for those who may read them. */
@Injectable()
export class Tickets {
  constructor(private readonly database: Database) {}

  async visible(reach: PerformanceReach, id: string): Promise<TicketEntity | null> {
    const parameters = new Parameters();
    const sql = `SELECT t.id FROM ticket t JOIN service s ON s.id = t.service_id
      WHERE t.id = ${parameters.add(id)} AND ${measuredBehind(reach, parameters, { from: 't.opened_at', to: 't.closed_at' })}`;
    const found: unknown[] = await this.database.read.query(sql, parameters.values);
    return found.length > 0 ? this.database.read.findOneBy(TicketEntity, { id }) : null;
  }
}
