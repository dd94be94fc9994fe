import { assertCanUpload, assertEvidenceSize, DomainError, roomFor } from '@accord/domain';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import type { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { CONFIG } from '../../platform/platform.module.js';
import { uuidv7 } from '../../platform/uuid.js';
import { safeFileName } from './safe-file-name.js';
import { UploadEntity } from './upload.entity.js';
import { writeLimited } from './write-limited.js';

const KEPT_MS = 7 * 86_400_000;

/** Files that people send, on disk under their ids until an import is done with them or they expire; evidence is kept. */
@Injectable()
export class Uploads implements OnApplicationBootstrap {
  private readonly folder: string;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.folder = join(config.dataDir, 'uploads');
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.removeExpired(this.clock.now());
  }

  /**
   * Keeps a file as it streams in.
   *
   * @param bytesTold How many bytes the sender says it is; 0 when it does not say.
   * @throws {DomainError} When the viewer has no use for a file or has too much waiting, or the file is too large or cut off;
   *   nothing is kept then.
   */
  async receive(act: Act, fileName: string, file: Readable, bytesTold = 0): Promise<UploadEntity> {
    assertCanUpload(act.viewer);
    await this.removeExpired(act.at);
    const room = await this.roomFor(this.database.read, act, bytesTold);
    const id = uuidv7(act.at);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const unfinished = `${this.pathOf(id)}.part`;
    try {
      const bytes = await writeLimited(file, unfinished, Math.min(room, this.config.uploadLimitBytes));
      return await this.database.transaction(async (tx) => {
        // Locked, so that of files sent at once none takes the room that another one has taken.
        await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [act.viewer.personId]);
        await this.roomFor(tx, act, bytes);
        const upload = await tx.save(UploadEntity, {
          id,
          personId: act.viewer.personId,
          fileName: safeFileName(fileName),
          bytes: String(bytes),
          receivedAt: act.at,
          expiresAt: new Date(act.at.getTime() + KEPT_MS),
          removedAt: null,
          keptAt: null,
        });
        await this.audit.record(tx, act, 'file.uploaded', { type: 'upload', id }, null, upload);
        await rename(unfinished, this.pathOf(id));
        return upload;
      });
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  /** @throws {DomainError} When there is no such file of the viewer's, or it has expired. */
  async find(act: Act, id: string): Promise<UploadEntity> {
    const own = { id, personId: act.viewer.personId };
    const upload = isUUID(id) ? await this.database.read.findOneBy(UploadEntity, own) : null;
    if (!upload) throw new DomainError('NOT_FOUND', 'There is no such file of yours.', ['uploadId']);
    return this.present(upload, act.at);
  }

  /** The file of an import that the viewer may resume, whoever sent it. @throws {DomainError} When it has expired. */
  async findFor(importedId: string, at: Date): Promise<UploadEntity> {
    return this.present(await this.database.read.findOneByOrFail(UploadEntity, { id: importedId }), at);
  }

  /**
   * The file is evidence of something from now on: it does not expire, and takes no room of what waits.
   *
   * @throws {DomainError} When there is no such file of the viewer's, it has expired, or is too large to be kept.
   */
  async keep(tx: EntityManager, act: Act, id: string): Promise<void> {
    const own = { id, personId: act.viewer.personId };
    const upload = await tx.findOne(UploadEntity, { where: own, lock: { mode: 'pessimistic_write' } });
    if (!upload) throw new DomainError('NOT_FOUND', 'There is no such file of yours.', ['uploadId']);
    this.present(upload, act.at);
    assertEvidenceSize(Number(upload.bytes));
    await tx.update(UploadEntity, { id }, { keptAt: upload.keptAt ?? act.at });
  }

  private async roomFor(manager: EntityManager, { viewer }: Act, bytes: number): Promise<number> {
    const [{ waiting }]: [{ waiting: string }] = await manager.query(
      'SELECT coalesce(sum(bytes), 0) AS waiting FROM upload WHERE person_id = $1 AND removed_at IS NULL AND kept_at IS NULL',
      [viewer.personId],
    );
    return roomFor(bytes, { waitingBytes: Number(waiting), limitBytes: this.config.uploadLimitBytes });
  }

  private present(upload: UploadEntity, at: Date): UploadEntity {
    if (upload.removedAt === null && (upload.keptAt !== null || upload.expiresAt > at)) return upload;
    throw new DomainError('FILE_GONE', 'The file is no longer here; upload it again.', ['uploadId']);
  }

  pathOf(id: string): string {
    return join(this.folder, id);
  }

  async remove(id: string, at: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Evidence stays, also when its file was imported before.
      const removable = { id, removedAt: IsNull(), keptAt: IsNull() };
      const { affected } = await tx.update(UploadEntity, removable, { removedAt: at });
      if (affected) await rm(this.pathOf(id), { force: true });
    });
  }

  private async removeExpired(at: Date): Promise<void> {
    const expired = await this.database.read.findBy(UploadEntity, {
      removedAt: IsNull(),
      keptAt: IsNull(),
      expiresAt: LessThanOrEqual(at),
    });
    for (const { id } of expired) await this.remove(id, at);
  }
}
