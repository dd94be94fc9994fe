import { DomainError } from '@accord/domain';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgreementImport } from '../../agreements/import/agreement-import.js';
import { OpenSloImport } from '../../agreements/openslo/openslo-import.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { reportFault } from '../../platform/errors/fault.js';
import { FreshEvidence } from '../alerts/fresh-evidence.js';
import { importAgreements } from './agreements-import.js';
import type { ImportJob } from './import-job.js';
import { ImportRunEntity, type ImportState } from './import-run.entity.js';
import { ImportSession } from './import-session.js';
import { interruptDead } from './interrupt-dead.js';
import { importMeasurements } from './measurement-import.js';
import { lockNameOf } from './lock-name.js';
import { BrokenFile } from './text-of-file.js';
import { RowLedgers } from './row-ledgers.js';
import { Uploads } from './uploads.js';

/** Carries imports to their end in this process, and says how they ended. */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly evidence: FreshEvidence,
    private readonly published: AgreementImport,
    private readonly openSlo: OpenSloImport,
    private readonly uploads: Uploads,
    private readonly ledgers: RowLedgers,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What a process that died was importing is interrupted: its lock is free. */
  async onApplicationBootstrap(): Promise<void> {
    const running = await this.dataSource.manager.findBy(ImportRunEntity, { state: 'running' });
    for (const lockName of new Set(running.map(lockNameOf))) {
      const session = await ImportSession.open(this.dataSource, lockName);
      await session?.transaction((tx) => interruptDead(tx, lockName, this.clock.now()));
      await session?.close();
    }
  }

  /** Imports under way end after the batch they are at; they can be resumed. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.idle();
  }

  /** Resolves when nothing is imported here any more. */
  async idle(): Promise<void> {
    await Promise.all(this.running);
  }

  /** Runs to the end of the import, however it ends; never throws. The session is closed then. */
  run(act: Act, job: Omit<ImportJob, 'signal'>): Promise<void> {
    const done = this.carry(act, { ...job, signal: this.stopping.signal }).finally(() => this.running.delete(done));
    this.running.add(done);
    return done;
  }

  private async carry(act: Act, job: ImportJob): Promise<void> {
    try {
      if (job.run.kind === 'agreements') {
        const { published, openSlo } = this;
        await importAgreements(job, act, { published, openSlo });
      } else {
        const store = this.ledgers.storeOf(job.run.kind);
        await importMeasurements(job, { ...act, at: this.clock.now() }, store);
      }
      await this.end(act, job, 'done', null);
    } catch (error) {
      await this.breakOff(act, job, error).catch((fault: unknown) => reportFault(fault, { import: job.run.id }));
    } finally {
      await job.session.close();
    }
  }

  private async breakOff(act: Act, job: ImportJob, error: unknown): Promise<void> {
    if (error instanceof DomainError)
      return this.end(act, job, job.run.rowsRead === 0 ? 'refused' : 'interrupted', error.message);
    if (error instanceof BrokenFile) return this.end(act, job, 'interrupted', error.message);
    const reason = this.stopping.signal.aborted
      ? 'Accord was stopped while the import was running.'
      : reportFault(error, { import: job.run.id }).message;
    await this.end(act, job, 'interrupted', reason, { judge: false });
  }

  /** Judges what was stored and writes the last word on the import, both or neither. */
  private async end(
    act: Act,
    { run, session }: ImportJob,
    state: ImportState,
    reason: string | null,
    { judge = true } = {},
  ) {
    const at = this.clock.now();
    await session.transaction(async (tx) => {
      const ended = { state, reason, finishedAt: at, touched: run.touched, judged: run.judged };
      if (judge && run.touched) {
        const { serviceIds, from } = run.touched;
        const to = new Date(Math.max(at.getTime(), Date.parse(from)));
        const { commitments } = await this.evidence.judge(tx, { serviceIds, from: new Date(from), to }, at);
        Object.assign(ended, { touched: null, judged: run.judged + commitments });
      }
      await tx.update(ImportRunEntity, run.id, ended);
      const { rowsRead, rowsStored, rowsKnown, rowsElsewhere, rowsDiffering, rowsRefused, rowsUnmapped } = run;
      const report = {
        state,
        reason,
        rowsRead,
        rowsStored,
        rowsKnown,
        rowsElsewhere,
        rowsDiffering,
        rowsRefused,
        rowsUnmapped,
        judged: ended.judged,
      };
      await this.audit.record(tx, { ...act, at }, `import.${state}`, { type: 'import', id: run.id }, null, report);
      Object.assign(run, ended);
    });
    if (run.uploadId && (state === 'done' || state === 'refused')) await this.uploads.remove(run.uploadId, at);
  }
}
