import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type PgBoss from 'pg-boss';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { Clock } from '../clock.js';
import { ADVISORY_LOCK } from '../database/advisory-locks.js';
import { Database } from '../database/database.js';
import { isDatabaseTrouble } from '../errors/database-trouble.js';
import { reportFault } from '../errors/fault.js';
import { uuidv7 } from '../uuid.js';
import { backOffMs } from './back-off.js';
import { createBoss, JOB_SCHEMA, LANES, within, type Lane } from './boss.js';
import { JobHandlers, type JobWorker } from './job-handlers.js';
import { TryAgain } from './try-again.js';

const ATTEMPTS = 10;
const WORKERS_OF_LANE: Record<Lane, number> = { inside: 2, outside: 4 };

/** How often a server that died in the middle of a job may have done so. */
const CRASHES = 20;

/** While their work is not done, jobs are kept. */
const FOR_EVER = '9999-12-31T00:00:00Z';

/** How long what is under way may take to end when the server stops; then another server does it anew. */
const PATIENCE_MS = 1_500;
const MINUTE_MS = 60_000;

/** How often a database that is away is asked whether it is back. */
const AWAY_MS = 500;

interface Job {
  id: string;
  data: { queue: string; payload: object; attempt: number };
}

/** Work that is done after the transaction that asked for it, and survives whatever happens to the server. */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly boss: PgBoss;
  private readonly stopping = new AbortController();
  private presence?: QueryRunner;
  private timer?: NodeJS.Timeout;
  private readonly workers = new Map<Lane, string[]>(LANES.map((lane) => [lane, []]));
  private resting: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
  ) {
    this.boss = createBoss(dataSource);
  }

  /**
   * Hands work to the method that is marked with `@Job(queue)`; it is done if, and only if, the transaction is.
   *
   * @param payload As JSON: ids rather than things, no secrets.
   * @param startAt At once when left out.
   */
  enqueue(tx: EntityManager, queue: string, payload: object, { startAt }: { startAt?: Date } = {}): Promise<void> {
    return this.enqueueAll(tx, queue, [payload], { startAt });
  }

  /** One job for each payload, in one statement. */
  async enqueueAll(
    tx: EntityManager,
    queue: string,
    payloads: readonly object[],
    { startAt = this.clock.now() }: { startAt?: Date } = {},
  ): Promise<void> {
    if (payloads.length === 0) return;
    const worker = this.handlers.of(queue);
    const jobs = payloads.map((payload) => toJob(worker, { queue, payload, attempt: 1 }, startAt));
    await this.boss.insert(jobs, { db: within(tx) });
  }

  /** Starts working, in this process; what a server that died was at is done anew. */
  async begin(): Promise<void> {
    await this.boss.start();
    await this.takeOver();
    for (const lane of LANES) {
      for (let n = 0; n < WORKERS_OF_LANE[lane]; n++) {
        const worker: string = await this.boss.work<Job['data']>(lane, async ([job]) => {
          await this.perform(lane, job!);
          this.boss.notifyWorker(worker); // The next one at once: it would wait for two seconds otherwise.
        });
        this.workers.get(lane)!.push(worker);
      }
    }
    const tick = () => void this.tick().catch((fault: unknown) => reportFault(fault, { where: 'jobs' }));
    tick();
    this.timer = setInterval(tick, MINUTE_MS).unref();
  }

  /** Lets this process look for such jobs now: after a transaction that asked for one, which somebody waits for. */
  wake(queue: string): void {
    for (const worker of this.workers.get(laneOf(this.handlers.of(queue)))!) this.boss.notifyWorker(worker);
  }

  /** No job of this process begins before `work` has ended. */
  restDuring<T>(work: () => Promise<T>): Promise<T> {
    const going = work();
    this.resting = going.catch(() => {}); // Told to who asked for the work.
    return going;
  }

  /** Does everything that is due by the clock, and what follows from it, here and now. @returns How many jobs. */
  async settle(): Promise<number> {
    for (let done = 0; ; done++) {
      const [[job]]: [(Job & { lane: Lane })[], number] = await this.dataSource.query(NEXT, [this.clock.now()]);
      if (!job) return done;
      await this.perform(job.lane, job);
      await this.boss.complete(job.lane, job.id);
    }
  }

  /** What begins by itself, begun now. */
  run(queue: string): Promise<void> {
    return this.handlers
      .of(queue)
      .handle({}, { at: this.clock.now(), attempt: 1, isLast: true, signal: this.stopping.signal });
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.boss.stop({ graceful: true, timeout: PATIENCE_MS, close: false });
    await this.presence?.release();
  }

  /** Begins what begins by itself: one job for each period, however many servers tick. */
  async tick(): Promise<void> {
    if (this.presence?.isReleased) await this.bePresent(); // Its connection broke.
    const jobs = this.handlers.periodic.map((worker) => ({
      ...toJob(worker, { queue: worker.queue, payload: {}, attempt: 1 }, this.clock.now()),
      singletonKey: worker.queue,
      singletonSeconds: worker.everyMinutes! * 60,
    }));
    if (jobs.length > 0) await this.boss.insert(jobs);
  }

  private async perform(lane: Lane, { id, data: { queue, payload, attempt } }: Job): Promise<void> {
    const worker = this.handlers.of(queue);
    const isLast = attempt >= (worker.attempts ?? ATTEMPTS);
    const { signal } = this.stopping;
    try {
      await this.resting;
      signal.throwIfAborted();
      await worker.handle(payload, { at: this.clock.now(), attempt, isLast, signal });
    } catch (fault) {
      if (signal.aborted) throw fault; // Done anew by whoever works next; it does not count as an attempt.
      if (isLast || !(fault instanceof TryAgain)) reportFault(fault, { queue, attempt });
      await this.whenDatabaseAnswers(async (tx) => {
        const db = within(tx);
        if (isLast) {
          await this.boss.cancel(lane, id, { db });
          return;
        }
        const asked = fault instanceof TryAgain ? fault.startAt : undefined;
        const waitMs = isDatabaseTrouble(fault) ? AWAY_MS : backOffMs(attempt);
        const startAt = asked ?? new Date(this.clock.now().getTime() + waitMs);
        await this.boss.insert([toJob(worker, { queue, payload, attempt: attempt + 1 }, startAt)], { db });
        await this.boss.complete(lane, id, {}, { db });
      });
    }
  }

  /** A job that nobody says has failed would stand as under way; while the database is away, nothing else can be done. */
  private async whenDatabaseAnswers(work: (tx: EntityManager) => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await this.database.transaction(work);
      } catch (fault) {
        if (!isDatabaseTrouble(fault)) throw fault;
        await sleep(AWAY_MS, undefined, { signal: this.stopping.signal });
      }
    }
  }

  /** Where no other server works, nobody does what is said to be under way. */
  private async takeOver(): Promise<void> {
    const first = this.dataSource.createQueryRunner();
    const [{ alone }] = await first.query('SELECT pg_try_advisory_lock($1) AS alone', [ADVISORY_LOCK.jobs]);
    await this.bePresent(first);
    if (!alone) return;
    await first.query(`UPDATE ${JOB_SCHEMA}.job SET state = 'retry' WHERE state = 'active'`);
    await first.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK.jobs]);
  }

  /** Other servers see by a lock that this one works. */
  private async bePresent(connection = this.dataSource.createQueryRunner()): Promise<void> {
    await connection.query('SELECT pg_advisory_lock_shared($1)', [ADVISORY_LOCK.jobs]);
    this.presence = connection;
  }
}

const laneOf = ({ outside }: JobWorker): Lane => (outside ? 'outside' : 'inside');

function toJob(worker: JobWorker, data: Job['data'], startAt: Date): PgBoss.JobInsert {
  return {
    id: uuidv7(startAt),
    name: laneOf(worker),
    data,
    startAfter: startAt.toISOString(),
    keepUntil: FOR_EVER,
    retryLimit: CRASHES,
  };
}

const NEXT = `
  UPDATE ${JOB_SCHEMA}.job j SET state = 'active', started_on = now()
  FROM (
    SELECT name, id FROM ${JOB_SCHEMA}.job WHERE state < 'active' AND start_after <= $1
    ORDER BY start_after, id LIMIT 1 FOR UPDATE SKIP LOCKED
  ) next
  WHERE j.name = next.name AND j.id = next.id
  RETURNING j.id, j.name AS lane, j.data`;
