import {
  assertCanCloseCharges,
  assertCanRunCharges,
  type ChargeRunMove,
  daysOfMonth,
  DomainError,
  monthOf,
  movedChargeRun,
  nextMonth,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { locked } from '../../people/locked.js';
import { BilledClaims } from '../../performance/claims/billed-claims.js';
import { Notices } from '../../people/notices/notices.js';
import { todayOf } from '../../people/today.js';
import type { Act, PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { assertFresh } from '../../platform/errors/assert-fresh.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { uuidv7 } from '../../platform/uuid.js';
import { bookRun } from './book-run.js';
import { ChargeRunEntity } from './charge-run.entity.js';
import { reckonRun } from './reckon-run.js';
import { tellClosed } from './tell-closed.js';

/** Months of charges: reckoned as long as they are open, proposed by one of finance, closed by another. */
@Injectable()
export class ChargeRuns {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly claims: BilledClaims,
  ) {}

  /** Once a day the open month is reckoned anew; the next one is opened when it has begun and the last one is closed. */
  @Job('chargeRun', { everyMinutes: 1440 })
  async everyDay(_: object, { at }: JobRun): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockRuns(tx);
      const last = await lastRun(tx);
      if (!last) return this.claims.neverCharged(tx, { viewer: null, at });
      if (last.state === 'proposed') return;
      if (last.state === 'open') return this.reckoned(tx, { viewer: null, at }, last);
      const month = nextMonth(monthOf(last.fromDate));
      if (daysOfMonth(month).from <= (await todayOf(tx, at))) await this.opened(tx, { viewer: null, at }, month);
    });
  }

  /** @throws {DomainError} When the viewer may not, another month is not closed yet, or a month would be left out. */
  open(act: Act, month: string): Promise<ChargeRunEntity> {
    return this.database.transaction(async (tx) => {
      assertCanRunCharges(act.viewer);
      await lockRuns(tx);
      const last = await lastRun(tx);
      if (last && last.state !== 'closed')
        throw new DomainError('NOT_CLOSED', `${monthOf(last.fromDate)} has to be closed first.`, ['month']);
      const next = last && nextMonth(monthOf(last.fromDate));
      if (next && month !== next) throw new DomainError('NOT_THE_NEXT', `The next month is ${next}.`, ['month']);
      if (daysOfMonth(month).from > (await todayOf(tx, act.at)))
        throw new DomainError('NOT_BEGUN', `${month} has not begun yet.`, ['month']);
      return this.opened(tx, act, month);
    });
  }

  /** Again, with all that is known now. */
  reckon(act: Act, id: string): Promise<ChargeRunEntity> {
    return this.move(act, id, null, 'reckon', (tx, run) => this.reckoned(tx, act, run));
  }

  /** @throws {DomainError} Before the month is over, or when it was not reckoned since. */
  propose(act: Act, id: string, version: number): Promise<ChargeRunEntity> {
    return this.move(act, id, version, 'propose', async (tx, run) => {
      if ((await todayOf(tx, act.at)) <= run.toDate)
        throw new DomainError('MONTH_RUNS', 'This month has not ended yet.', ['id']);
      if ((await todayOf(tx, run.reckonedAt)) <= run.toDate)
        throw new DomainError('NOT_RECKONED', 'Reckon the month again: it went on since.', ['id']);
      await this.moved(tx, act, run, 'proposed', { proposedById: act.viewer.personId, proposedAt: act.at });
    });
  }

  reopen(act: Act, id: string, reason: string): Promise<ChargeRunEntity> {
    return this.move(act, id, null, 'reopen', (tx, run) => {
      const none = { proposedById: null, proposedAt: null };
      return this.moved(tx, { ...act, reason: reasonOf(reason) }, run, 'reopened', none);
    });
  }

  /** By a second person: budgets pay, and whoever answers for them is told. */
  close(act: Act, id: string, version: number): Promise<ChargeRunEntity> {
    return this.move(act, id, version, 'close', async (tx, run) => {
      assertCanCloseCharges(act.viewer, run.proposedById!);
      await this.moved(tx, act, run, 'closed', { closedById: act.viewer.personId, closedAt: act.at });
      await bookRun(tx, act, run);
      await this.claims.credit(tx, act, { runId: run.id, month: monthOf(run.fromDate) });
      await tellClosed(tx, act, this.notices, run);
    });
  }

  private move(
    act: Act,
    id: string,
    version: number | null,
    move: ChargeRunMove,
    work: (tx: EntityManager, run: ChargeRunEntity) => Promise<void>,
  ): Promise<ChargeRunEntity> {
    return this.database.transaction(async (tx) => {
      assertCanRunCharges(act.viewer);
      const run = await locked(tx, ChargeRunEntity, id, 'month of charges');
      assertFresh(run, version);
      movedChargeRun(move, run.state);
      await work(tx, run);
      return run;
    });
  }

  private async opened(tx: EntityManager, act: PublicAct, month: string): Promise<ChargeRunEntity> {
    const { from: fromDate, to: toDate } = daysOfMonth(month);
    const run = tx.create(ChargeRunEntity, {
      id: uuidv7(act.at),
      fromDate,
      toDate,
      state: 'open',
      version: 1,
      openedAt: act.at,
      reckonedAt: act.at,
      proposedById: null,
      proposedAt: null,
      closedById: null,
      closedAt: null,
    });
    await tx.insert(ChargeRunEntity, run);
    const credits = await reckonRun(tx, act.at, run);
    await this.claims.sorted(tx, act, credits);
    await this.audit.record(tx, act, 'chargeRun.opened', { type: 'chargeRun', id: run.id }, null, run);
    return run;
  }

  private async reckoned(tx: EntityManager, act: PublicAct, run: ChargeRunEntity): Promise<void> {
    const credits = await reckonRun(tx, act.at, run);
    await this.claims.sorted(tx, act, credits);
    await this.changed(tx, act, run, 'reckoned', { reckonedAt: act.at });
  }

  private moved(tx: EntityManager, act: Act, run: ChargeRunEntity, done: keyof typeof STATE_AFTER, change: Change) {
    return this.changed(tx, act, run, done, { ...change, state: STATE_AFTER[done] });
  }

  private async changed(tx: EntityManager, act: PublicAct, run: ChargeRunEntity, done: string, change: Change) {
    const before = { ...run };
    Object.assign(run, change, { version: run.version + 1 });
    await tx.update(ChargeRunEntity, { id: run.id }, { ...change, version: run.version });
    await this.audit.record(tx, act, `chargeRun.${done}`, { type: 'chargeRun', id: run.id }, before, run);
  }
}

type Change = Partial<ChargeRunEntity>;

const STATE_AFTER = {
  proposed: movedChargeRun('propose', 'open'),
  reopened: movedChargeRun('reopen', 'proposed'),
  closed: movedChargeRun('close', 'proposed'),
} as const;

/** One month is opened at a time. */
const lockRuns = (tx: EntityManager) => tx.query('LOCK TABLE charge_run IN SHARE ROW EXCLUSIVE MODE');

async function lastRun(tx: EntityManager): Promise<ChargeRunEntity | null> {
  const [last] = await tx.find(ChargeRunEntity, { order: { fromDate: 'DESC' }, take: 1 });
  return last ?? null;
}
