import {
  assertCanImport,
  assertSourceWithinReach,
  DomainError,
  type ImportKind,
  type ImportProfile,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { SourceEntity } from '../ledger/source.entity.js';
import { ImportReports } from './import-reports.js';
import { ImportRunEntity } from './import-run.entity.js';
import { ImportRunner } from './import-runner.js';
import { ImportSession } from './import-session.js';
import { interruptDead } from './interrupt-dead.js';
import { lockNameOf } from './lock-name.js';
import { nameOfSource, sourceSlug } from './source-slug.js';
import { assertKind } from './take-source.js';

/** What is to be imported, from where, and how it is understood. */
export interface ImportOrder {
  kind: ImportKind;
  /** null for agreements, whose shape is known. */
  profile: { slug: string | null; name: string; definition: ImportProfile } | null;
  /** The service of every row; null where the profile finds it row by row. */
  serviceId: string | null;
  /** null = the profile's name. */
  sourceName: string | null;
  file: { path: string; name: string; bytes: number; uploadId: string | null; digest: string | null };
}

/** An import that has begun; `done` settles when it has ended, however it ended. */
export interface BegunImport {
  run: ImportRunEntity;
  done: Promise<void>;
}

type OnProgress = (run: ImportRunEntity) => void;

/** Brings files of measurements and agreements in. */
@Injectable()
export class Imports {
  constructor(
    private readonly database: Database,
    private readonly dataSource: DataSource,
    private readonly reports: ImportReports,
    private readonly runner: ImportRunner,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, the order does not add up, or the source is busy. */
  async start(act: Act, order: ImportOrder, onProgress: OnProgress = () => {}): Promise<BegunImport> {
    assertCanImport(act.viewer, order);
    await this.assertWhole(order);
    const run = newRun(act, order);
    return this.begin(act, run, order.file.path, onProgress, async (tx) => {
      await tx.insert(ImportRunEntity, run);
      await this.audit.record(tx, act, 'import.started', { type: 'import', id: run.id }, null, summaryOf(run));
    });
  }

  /** Goes on after the last batch that an interrupted import has stored. */
  async resume(act: Act, id: string, path: string, onProgress: OnProgress = () => {}): Promise<BegunImport> {
    const found = await this.reports.find(act, id);
    if (!found) throw new DomainError('NOT_FOUND', 'There is no such import.', ['id']);
    assertCanImport(act.viewer, found);
    return this.begin(act, found, path, onProgress, async (tx) => {
      const run = await tx.findOneByOrFail(ImportRunEntity, { id });
      assertInterrupted(run);
      const resumed = { state: 'running', reason: null, finishedAt: null } as const;
      await tx.update(ImportRunEntity, id, resumed);
      await this.audit.record(
        tx,
        act,
        'import.resumed',
        { type: 'import', id },
        summaryOf(run),
        summaryOf({ ...run, ...resumed }),
      );
      Object.assign(found, run, resumed);
    });
  }

  /** The interrupted import of the same file into the same source by the same profile, if there is one. */
  interruptedTwin({ kind, profile, serviceId, file, sourceName }: ImportOrder): Promise<ImportRunEntity | null> {
    return this.database.read
      .createQueryBuilder(ImportRunEntity, 'run')
      .where(`run.state = 'interrupted' AND run.kind = :kind AND run.digest = :digest`, { kind, digest: file.digest })
      .andWhere('run.source_name = :name', { name: sourceName ?? profile?.name })
      .andWhere('run.service_id IS NOT DISTINCT FROM :serviceId::uuid AND run.profile = :definition::jsonb', {
        serviceId,
        definition: JSON.stringify(profile?.definition),
      })
      .orderBy('run.started_at', 'DESC')
      .getOne();
  }

  private async begin(
    act: Act,
    run: ImportRunEntity,
    path: string,
    onProgress: OnProgress,
    write: (tx: EntityManager) => Promise<void>,
  ): Promise<BegunImport> {
    const session = await ImportSession.open(this.dataSource, lockNameOf(run));
    if (!session) throw await this.busy(run);
    try {
      await session.transaction(async (tx) => {
        await interruptDead(tx, lockNameOf(run), act.at);
        if (run.kind === 'tickets') await assertOwnTickets(tx, act, run);
        await write(tx);
      });
    } catch (error) {
      await session.close();
      throw error;
    }
    // Whoever polls reads the database; the runner changes its own copy.
    return { run: { ...run }, done: this.runner.run(act, { run, session, path, onProgress }) };
  }

  private async assertWhole({ kind, profile, serviceId, sourceName }: ImportOrder): Promise<void> {
    if (kind === 'agreements') return;
    if (!profile) throw new DomainError('PROFILE_MISSING', 'Choose how the rows are to be understood.', ['profileId']);
    const name = sourceName ?? profile.name;
    if (name === '') throw new DomainError('SOURCE_MISSING', 'Say where the rows come from.', ['sourceName']);
    if (!serviceId && !profile.definition.service) {
      throw new DomainError(
        'SERVICE_MISSING',
        'The profile does not say which service a row belongs to: name one for all rows.',
        ['serviceId'],
      );
    }
    if (serviceId && !(await this.serviceExists(serviceId))) {
      throw new DomainError('NOT_FOUND', 'There is no such service.', ['serviceId']);
    }
    const source = await this.database.read.findOneBy(SourceEntity, { slug: sourceSlug(nameOfSource(name)) });
    if (source) assertKind(source, kind);
  }

  private async serviceExists(id: string): Promise<boolean> {
    const rows: unknown[] = await this.database.read.query('SELECT FROM service WHERE id = $1', [id]);
    return rows.length > 0;
  }

  private async busy({ kind, sourceName }: ImportRunEntity): Promise<DomainError> {
    const [other]: { name: string }[] = await this.database.read.query(
      `SELECT p.name FROM import_run r JOIN person p ON p.id = r.started_by_id
       WHERE r.state = 'running' AND r.kind = $1 ORDER BY r.source_name = $2 DESC, r.started_at DESC LIMIT 1`,
      [kind, sourceName],
    );
    const whose = other ? `${other.name} is importing` : 'Somebody is importing';
    return new DomainError(
      'IMPORT_RUNNING',
      `${whose} from ${sourceName} at this moment; wait until that import is done.`,
    );
  }
}

/** @throws {DomainError} When the source brought tickets of services that are not the viewer's. */
async function assertOwnTickets(tx: EntityManager, { viewer }: Act, { sourceName }: ImportRunEntity): Promise<void> {
  const rows: { id: string }[] = await tx.query(
    `SELECT s.id FROM service s WHERE EXISTS (
       SELECT FROM ticket t JOIN source o ON o.id = t.source_id WHERE t.service_id = s.id AND o.slug = $1)`,
    [sourceSlug(sourceName)],
  );
  assertSourceWithinReach(
    viewer,
    sourceName,
    rows.map(({ id }) => id),
  );
}

/** @throws {DomainError} */
export function assertInterrupted({ state }: ImportRunEntity): void {
  if (state !== 'interrupted')
    throw new DomainError('NOT_INTERRUPTED', 'Only an interrupted import can go on.', ['id']);
}

function newRun(act: Act, { kind, profile, serviceId, sourceName, file }: ImportOrder): ImportRunEntity {
  return Object.assign(new ImportRunEntity(), {
    id: uuidv7(act.at),
    kind,
    state: 'running',
    profileSlug: profile?.slug ?? null,
    profile: profile?.definition ?? null,
    sourceName: sourceName ?? profile?.name ?? 'Published terms',
    sourceId: null,
    serviceId: kind === 'agreements' ? null : serviceId,
    uploadId: file.uploadId,
    fileName: file.name,
    digest: file.digest,
    bytesTotal: String(file.bytes),
    bytesRead: '0',
    line: 0,
    rowsRead: 0,
    rowsStored: 0,
    rowsKnown: 0,
    rowsElsewhere: 0,
    rowsDiffering: 0,
    rowsRefused: 0,
    rowsUnmapped: 0,
    unmapped: [],
    touched: null,
    judged: 0,
    reason: null,
    startedById: act.viewer.personId,
    startedAt: act.at,
    finishedAt: null,
  } satisfies ImportRunEntity);
}

function summaryOf({ kind, state, profileSlug, sourceName, serviceId, fileName, line, reason }: ImportRunEntity) {
  return { kind, state, profileSlug, sourceName, serviceId, fileName, line, reason };
}
