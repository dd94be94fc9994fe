import { CLOSING_NOTICE_DAYS, closingMove, isHeld } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import type { NewestResult } from '../evaluation/newest-results.js';
import { Results } from '../results/results.js';
import { ClosingNotices } from './closing-notices.js';
import { CLOSED_ROWS, CLOSING_ROWS, CLOSING_SOON, type ClosingRow } from './closing-rows.js';
import { PeriodClosingEntity } from './period-closing.entity.js';

const DAY_MS = 86_400_000;

/** Closes periods that close by themselves, and tells people before and after. */
@Injectable()
export class Closings {
  constructor(
    private readonly database: Database,
    private readonly results: Results,
    private readonly notices: ClosingNotices,
  ) {}

  /** Each agreement's period in a transaction of its own: what was closed stays so, whatever becomes of the others. */
  @Job('closePeriods', { everyMinutes: 60 })
  async close(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    const soon = new Date(at.getTime() + CLOSING_NOTICE_DAYS * DAY_MS);
    const due: { agreementId: string; period: string }[] = await this.database.read.query(CLOSING_SOON, [soon]);
    for (const one of due) await this.database.transaction((tx) => this.closeOne(tx, one, at));
  }

  private async closeOne(
    tx: EntityManager,
    { agreementId, period }: { agreementId: string; period: string },
    at: Date,
  ): Promise<void> {
    // As judging and people lock them: who comes second finds nothing left to close.
    await tx.query('SELECT FROM commitment WHERE agreement_id = $1 ORDER BY id FOR NO KEY UPDATE', [agreementId]);
    const rows: ClosingRow[] = await tx.query(`${CLOSING_ROWS} AND a.id = $1 AND r.period = $2 ORDER BY c.id`, [
      agreementId,
      period,
    ]);
    const told = await toldOf(tx, agreementId, period);
    const of = (move: ReturnType<typeof closingMove>) =>
      rows.filter((row) => closingMove(row.closesAt, row, at) === move);

    const later = of('later');
    if (later.length > 0 && !told.toldAt) {
      await this.notices.ahead(tx, later, at);
      told.toldAt = at;
    }
    const closing = of('closes');
    if (closing.length > 0) {
      const results: NewestResult[] = await tx.query(CLOSED_ROWS, [closing.map(({ id }) => id)]);
      const ids = await this.results.freeze(tx, { viewer: null, at }, results);
      await this.notices.closed(tx, closing, ids, at);
    }
    const held = of('waits').filter(isHeld);
    if (held.length > 0 && !told.heldAt) {
      await this.notices.held(tx, held, at);
      told.heldAt = at;
    }
    await tx.save(told);
  }
}

async function toldOf(tx: EntityManager, agreementId: string, period: string): Promise<PeriodClosingEntity> {
  const key = { agreementId, period };
  return (
    (await tx.findOneBy(PeriodClosingEntity, key)) ??
    tx.create(PeriodClosingEntity, { ...key, toldAt: null, heldAt: null })
  );
}
