import { createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { billReach, DomainError, stillReads } from '@accord/domain';
import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import { viewerOfPerson } from '../../people/viewer-query.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { type FileCell, FILE_WRITERS, type FileFormat } from '../../platform/files/file-formats.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { uuidv7 } from '../../platform/uuid.js';
import { BillExport, type BillFileAsked } from './bill-export.js';
import { BillFileEntity } from './bill-file.entity.js';

const KEPT_MS = 7 * 86_400_000;
const MOST_AT_ONCE = 4;

/** After so many lines it is said how far it is. */
const TELL_EACH = 5_000;

/** Bills that are made into files by a job, on disk under their ids until they expire. */
@Injectable()
export class BillFiles {
  private readonly folder: string;

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly notices: Notices,
    private readonly bills: BillExport,
    @Inject(CONFIG) config: Pick<Config, 'dataDir'>,
  ) {
    this.folder = join(config.dataDir, 'bill-files');
  }

  /** @throws {DomainError} As for a file at once, or `TOO_MANY` while others are being made. */
  async ask(act: Act, asked: BillFileAsked, format: FileFormat): Promise<BillFileEntity> {
    const lines = await this.bills.count(act, asked);
    return this.database.transaction(async (tx) => {
      const { personId } = act.viewer;
      await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
      if ((await tx.countBy(BillFileEntity, { personId, state: 'making' })) >= MOST_AT_ONCE)
        throw new DomainError('TOO_MANY', `${MOST_AT_ONCE} files are being made for you; wait for one of them.`);
      const file = tx.create(BillFileEntity, {
        id: uuidv7(act.at),
        personId,
        month: asked.month,
        unitId: asked.unitId,
        grouping: asked.by,
        groupId: asked.groupId,
        format,
        state: 'making',
        lines,
        written: 0,
        askedAt: act.at,
        expiresAt: new Date(act.at.getTime() + KEPT_MS),
        reach: null,
        problem: null,
        removedAt: null,
      });
      await tx.insert(BillFileEntity, file);
      await this.audit.record(tx, act, 'billFile.asked', { type: 'billFile', id: file.id }, null, file);
      await this.jobs.enqueue(tx, 'billFile', { fileId: file.id });
      return file;
    });
  }

  /** The viewer's own of a month that are still here, newest first. */
  list({ viewer, at }: Act, month: string): Promise<BillFileEntity[]> {
    const where = { personId: viewer.personId, month, removedAt: IsNull(), expiresAt: MoreThan(at) };
    return this.database.read.find(BillFileEntity, { where, order: { askedAt: 'DESC', id: 'DESC' }, take: 20 });
  }

  /**
   * A file that is ready, for who asked for it.
   *
   * @throws {DomainError} `NOT_FOUND`, `NOT_READY`, `FORBIDDEN` to who reads less by now, `FILE_GONE`.
   */
  async open({ viewer, at }: Act, id: string): Promise<{ path: string; format: FileFormat; month: string }> {
    const own = { id, personId: viewer.personId };
    const file = isUUID(id) ? await this.database.read.findOneBy(BillFileEntity, own) : null;
    if (!file) throw new DomainError('NOT_FOUND', 'There is no such file of yours.', ['id']);
    if (file.state !== 'ready') throw new DomainError('NOT_READY', file.problem ?? 'The file is being made.', ['id']);
    if (!stillReads(viewer, file.reach!))
      throw new DomainError('FORBIDDEN', 'You do not read everything in this file any more; ask for a new one.', []);
    const path = this.pathOf(id);
    const isHere = file.removedAt === null && file.expiresAt > at && (await access(path).then(yes, no));
    if (!isHere) throw new DomainError('FILE_GONE', 'The file is no longer here; ask for a new one.', ['id']);
    return { path, format: file.format, month: file.month };
  }

  /** Written anew from the start when it is done again. */
  @Job('billFile')
  async make({ fileId }: { fileId: string }, { at, isLast, signal }: JobRun): Promise<void> {
    const file = await this.database.read.findOneByOrFail(BillFileEntity, { id: fileId });
    if (file.state !== 'making') return;
    try {
      const viewer = await viewerOfPerson(this.database.read, file.personId, at);
      if (!viewer) throw new DomainError('NOT_FOUND', 'Whoever asked for it has left.');
      const { month, unitId, grouping: by, groupId, format } = file;
      const rows = await this.bills.rows({ viewer, at }, { month, unitId, by, groupId });
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const unfinished = `${this.pathOf(fileId)}.part`;
      const bytes = FILE_WRITERS[format].bytesOf(this.counted(rows, file), `Bill ${month}`);
      await pipeline(bytes, createWriteStream(unfinished, { mode: 0o600 }), { signal });
      await rename(unfinished, this.pathOf(fileId));
      await this.end(file, at, { state: 'ready', reach: billReach(viewer).units });
    } catch (error) {
      // Reckoned anew in the middle: the next attempt has all of it.
      if (!(error instanceof DomainError) || (error.code === 'STALE' && !isLast)) throw error;
      await this.end(file, at, { state: 'failed', problem: error.message });
    }
  }

  @Job('billFileExpiry', { everyMinutes: 1440 })
  async removeExpired(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    const expired = { removedAt: IsNull(), expiresAt: LessThanOrEqual(at) };
    for (const { id } of await this.database.read.findBy(BillFileEntity, expired)) {
      await rm(this.pathOf(id), { force: true });
      await this.database.read.update(BillFileEntity, { id }, { removedAt: at });
    }
  }

  private end({ id, personId, month, format }: BillFileEntity, at: Date, ended: Partial<BillFileEntity>) {
    return this.database.transaction(async (tx) => {
      await tx.update(BillFileEntity, { id, state: 'making' }, ended);
      const state = ended.state === 'ready' ? 'ready' : `not made: ${ended.problem}`;
      const facts = { month, format: format.toUpperCase(), state };
      const subject = { type: 'billFile', id };
      await this.notices.tell(tx, { viewer: null, at }, { kind: 'billFile', to: [personId], subject, facts });
    });
  }

  private async *counted(rows: AsyncIterable<FileCell[]>, { id }: BillFileEntity): AsyncGenerator<FileCell[]> {
    let taken = 0;
    for await (const row of rows) {
      if (++taken % TELL_EACH === 0) await this.database.read.update(BillFileEntity, { id }, { written: taken });
      yield row;
    }
  }

  private pathOf(id: string): string {
    return join(this.folder, id);
  }
}

const yes = () => true;
const no = () => false;
