import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import type { Config } from '../../platform/config.js';
import { ADVISORY_LOCK } from '../../platform/database/advisory-locks.js';
import { Database } from '../../platform/database/database.js';
import { reportFault } from '../../platform/errors/fault.js';
import { CONFIG } from '../../platform/platform.module.js';
import { Evaluation } from './evaluation.js';

const HOUR_MS = 3_600_000;

/** Time passes without anybody writing: months begin, clocks run out, budgets are left. Judged anew every hour. */
@Injectable()
export class Passing implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly evaluation: Evaluation,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.env === 'test') return;
    this.begin();
    this.timer = setInterval(() => this.begin(), HOUR_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Waits until nobody judges, and keeps it so until the transaction ends. */
  async rest(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK.evaluation]);
  }

  /** Judges every open period that has gone on since it was judged, and those that have begun. */
  async judge(at: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [{ free }] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS free', [ADVISORY_LOCK.evaluation]);
      if (!free) return;
      const [{ since }]: [{ since: Date | null }] = await tx.query(
        `SELECT min(from_at) AS since FROM period_result WHERE state = 'open' AND evaluated_at < to_at`,
      );
      const rows: { id: string }[] = await tx.query('SELECT id FROM commitment ORDER BY id');
      await this.evaluation.reevaluate(tx, { commitmentIds: rows.map(({ id }) => id), from: since ?? at, to: at }, at);
    });
  }

  private begin(): void {
    this.running = this.judge(this.clock.now()).catch(
      (fault: unknown) => void reportFault(fault, { where: 'evaluation' }),
    );
  }
}
