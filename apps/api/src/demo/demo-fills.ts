import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AgreementImport } from '../agreements/import/agreement-import.js';
import { OpenSloImport } from '../agreements/openslo/openslo-import.js';
import { DemoProgress } from '../people/demo-progress.js';
import { emptySchema } from '../people/empty-schema.js';
import { Enterprises } from '../people/enterprises.js';
import { FreshEvidence } from '../performance/alerts/fresh-evidence.js';
import { Passing } from '../performance/evaluation/passing.js';
import { ImportReports } from '../performance/imports/import-reports.js';
import { ImportRunner } from '../performance/imports/import-runner.js';
import { Imports } from '../performance/imports/imports.js';
import { RowLedgers } from '../performance/imports/row-ledgers.js';
import { Uploads } from '../performance/imports/uploads.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock, SettableClock } from '../platform/clock.js';
import { ADVISORY_LOCK } from '../platform/database/advisory-locks.js';
import { Database, withoutWaitingForDisk } from '../platform/database/database.js';
import { reportFault } from '../platform/errors/fault.js';
import { Jobs } from '../platform/jobs/jobs.js';
import type { UseCases } from './builders/hands.js';
import { DemoImports } from './demo-imports.js';
import { type DemoSeed, fillDemo } from './demo-organisation.js';

/** Fills the demo organisation while the server serves, and tells how far it is. */
@Injectable()
export class DemoFills implements OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly modules: ModuleRef,
    private readonly dataSource: DataSource,
    private readonly enterprises: Enterprises,
    private readonly progress: DemoProgress,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Where a fill was stopped and no demo is wanted any more, what it left behind goes: nobody could sign in to it.
   * A complete demo stays until somebody in it starts empty.
   *
   * @returns Whether something was removed.
   */
  removeUnwanted(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [{ free }] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS free', [ADVISORY_LOCK.demoFill]);
      // Not free: another server fills it, and its environment wants the demo.
      if (!free || !(await this.enterprises.hasUnwantedDemo(tx))) return false;
      await this.modules.get(Passing, { strict: false }).rest(tx);
      await emptySchema(tx);
      const reason = 'The demo organisation was half made, and ACCORD_DEMO is false.';
      const nobody = { viewer: null, at: this.clock.now(), reason };
      const subject = { type: 'enterprise', id: 'enterprise' };
      await this.audit.record(tx, nobody, 'enterprise.startedEmpty', subject, null, null);
      return true;
    });
  }

  /**
   * Begins where a demo is wanted and none is complete; whatever an earlier fill left behind is removed first.
   * Answers at once; `idle` tells the end. What goes wrong is reported, and tried again at the next start.
   *
   * @param tell Hears a sentence now and then.
   */
  begin(tell: (sentence: string) => void = () => {}): void {
    const fill = this.fillIfWanted({ anchor: this.clock.now(), seed: 'accord' }, tell);
    this.running = fill.then(
      () => {},
      (fault: unknown) => void reportFault(fault, { where: 'demo' }),
    );
  }

  /** Resolves when nothing is being filled here. */
  idle(): Promise<void> {
    return this.running;
  }

  /** A fill under way ends after the act it is at; the next start makes the demo anew. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** @returns Whether the demo is complete now; false when it was stopped, or none is wanted. */
  async fillIfWanted(
    seed: DemoSeed,
    tell: (sentence: string) => void = () => {},
    signal = this.stopping.signal,
  ): Promise<boolean> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK.demoFill]);
      if (!(await this.enterprises.wantsDemo())) return false;
      // Jobs go by the clock on the wall: they would accept by silence what the demo delivered months ago.
      return await this.jobs.restDuring(() => this.fill(seed, tell, signal));
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK.demoFill]).catch(() => {}); // Gone with its connection.
      await runner.release();
    }
  }

  private async fill(seed: DemoSeed, tell: (sentence: string) => void, signal: AbortSignal): Promise<boolean> {
    const begun = performance.now();
    let told = 0;
    const onProgress = (done: number, total: number, step: string) => {
      this.progress.current = { done, total, step, failed: false };
      if (Math.floor((4 * done) / total) > told) {
        told = Math.floor((4 * done) / total);
        tell(`Filling the demo organisation: ${told * 25}% (${step}).`);
      }
    };
    onProgress(0, 1, 'Beginning');
    try {
      const get: UseCases = (useCase) => this.modules.get(useCase as never, { strict: false });
      const clock = new SettableClock(seed.anchor);
      const imports = new DemoImports(get, importsOn(clock, get), clock);
      await withoutWaitingForDisk(() => fillDemo({ ...seed, get, imports, clock, onProgress, signal }));
      // A fresh database has no statistics, and without them a year of measurements is read by plans for an empty table.
      await this.dataSource.query('ANALYZE');
      await this.enterprises.markDemoState('filled');
      this.progress.current = null;
      tell(`The demo organisation is complete (${((performance.now() - begun) / 1000).toFixed(1)} s).`);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      this.progress.current = { ...this.progress.current!, failed: true };
      await this.enterprises.markDemoState('failed');
      tell('Filling the demo organisation failed; it is tried again at the next start.');
      throw error;
    }
  }
}

/** The use case of imports on another clock: an import of the demo ends in simulated time. */
function importsOn(clock: Clock, get: UseCases): Imports {
  const [dataSource, audit] = [get(DataSource), get(Audit)];
  const runner = new ImportRunner(
    dataSource,
    get(FreshEvidence),
    get(AgreementImport),
    get(OpenSloImport),
    get(Uploads),
    get(RowLedgers),
    audit,
    clock,
  );
  return new Imports(get(Database), dataSource, get(ImportReports), runner, audit);
}
