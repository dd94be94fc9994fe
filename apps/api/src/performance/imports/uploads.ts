import { assertCanImportSomething, DomainError } from '@accord/domain';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { IsNull, LessThanOrEqual } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Clock } from '../../platform/clock.js';
import type { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { CONFIG } from '../../platform/platform.module.js';
import { uuidv7 } from '../../platform/uuid.js';
import { safeFileName } from './safe-file-name.js';
import { UploadEntity } from './upload.entity.js';
import { writeLimited } from './write-limited.js';

const KEPT_MS = 7 * 86_400_000;

/** Files that people send, on disk under their ids until an import is done with them or they expire. */
@Injectable()
export class Uploads implements OnApplicationBootstrap {
  private readonly folder: string;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
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
   * @throws {DomainError} When the viewer imports nothing, or the file is too large or cut off; nothing is kept then.
   */
  async receive(act: Act, fileName: string, file: Readable): Promise<UploadEntity> {
    assertCanImportSomething(act.viewer);
    await this.removeExpired(act.at);
    const id = uuidv7(act.at);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const unfinished = `${this.pathOf(id)}.part`;
    try {
      const bytes = String(await writeLimited(file, unfinished, this.config.uploadLimitBytes));
      await rename(unfinished, this.pathOf(id));
      const expiresAt = new Date(act.at.getTime() + KEPT_MS);
      return await this.database.read.save(UploadEntity, {
        id,
        personId: act.viewer.personId,
        fileName: safeFileName(fileName),
        bytes,
        receivedAt: act.at,
        expiresAt,
        removedAt: null,
      });
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  /** @throws {DomainError} When there is no such file of the viewer's, or it has expired. */
  async find(act: Act, id: string): Promise<UploadEntity> {
    const upload = await this.database.read.findOneBy(UploadEntity, { id, personId: act.viewer.personId });
    if (!upload) throw new DomainError('NOT_FOUND', 'There is no such file of yours.', ['uploadId']);
    return this.present(upload, act.at);
  }

  /** The file of an import that the viewer may resume, whoever sent it. @throws {DomainError} When it has expired. */
  async findFor(importedId: string, at: Date): Promise<UploadEntity> {
    return this.present(await this.database.read.findOneByOrFail(UploadEntity, { id: importedId }), at);
  }

  private present(upload: UploadEntity, at: Date): UploadEntity {
    if (upload.removedAt === null && upload.expiresAt > at) return upload;
    throw new DomainError('FILE_GONE', 'The file is no longer here; upload it again.', ['uploadId']);
  }

  pathOf(id: string): string {
    return join(this.folder, id);
  }

  async remove(id: string, at: Date): Promise<void> {
    await rm(this.pathOf(id), { force: true });
    await this.database.read.update(UploadEntity, { id, removedAt: IsNull() }, { removedAt: at });
  }

  private async removeExpired(at: Date): Promise<void> {
    const expired = await this.database.read.findBy(UploadEntity, {
      removedAt: IsNull(),
      expiresAt: LessThanOrEqual(at),
    });
    for (const { id } of expired) await this.remove(id, at);
  }
}
