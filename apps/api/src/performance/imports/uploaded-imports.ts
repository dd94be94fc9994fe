import { assertProfileKind, DomainError, type ImportKind, parseImportProfile } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../../platform/act/act.js';
import { ImportPreviews, type Preview } from './import-previews.js';
import { ImportProfiles } from './import-profiles.js';
import { ImportReports } from './import-reports.js';
import type { ImportRunEntity } from './import-run.entity.js';
import { assertInterrupted, Imports, type ImportOrder } from './imports.js';
import { Uploads } from './uploads.js';

/** What a person asks for in the client, about a file that they sent before. */
export interface UploadedImport {
  uploadId: string;
  kind: ImportKind;
  profileId?: string | null;
  /** A profile that nobody saved, in place of one. */
  definition?: string | null;
  serviceId?: string | null;
  sourceName?: string | null;
}

/** Imports of files that people sent; they go on in the background, and are polled. */
@Injectable()
export class UploadedImports {
  constructor(
    private readonly uploads: Uploads,
    private readonly profiles: ImportProfiles,
    private readonly previews: ImportPreviews,
    private readonly imports: Imports,
    private readonly reports: ImportReports,
  ) {}

  async preview(act: Act, asked: UploadedImport): Promise<Preview> {
    return this.previews.of(act, await this.orderOf(act, asked));
  }

  /** @throws {DomainError} `NOTHING_UNDERSTOOD`, and as `Imports.start`. */
  async start(act: Act, asked: UploadedImport): Promise<ImportRunEntity> {
    const order = await this.orderOf(act, asked);
    await this.previews.assertUnderstood(act, order);
    return (await this.imports.start(act, order)).run;
  }

  async resume(act: Act, id: string): Promise<ImportRunEntity> {
    const run = await this.reports.find(act, id);
    if (!run) throw new DomainError('NOT_FOUND', 'There is no such import.', ['id']);
    assertInterrupted(run);
    if (!run.uploadId)
      throw new DomainError('NOT_UPLOADED', 'This file was not uploaded: repeat the command that began its import.', [
        'id',
      ]);
    const upload = await this.uploads.findFor(run.uploadId, act.at);
    return (await this.imports.resume(act, id, this.uploads.pathOf(upload.id))).run;
  }

  /** @throws {DomainError} When the file or the profile is not there. */
  async orderOf(act: Act, asked: UploadedImport): Promise<ImportOrder> {
    const { uploadId, kind, serviceId, sourceName } = asked;
    const upload = await this.uploads.find(act, uploadId);
    return {
      kind,
      profile: await this.profileOf(asked),
      serviceId: serviceId ?? null,
      sourceName: sourceName ?? null,
      file: {
        path: this.uploads.pathOf(upload.id),
        name: upload.fileName,
        bytes: Number(upload.bytes),
        uploadId: upload.id,
        digest: null,
      },
    };
  }

  private async profileOf({
    kind,
    profileId,
    definition,
    sourceName,
  }: UploadedImport): Promise<ImportOrder['profile']> {
    if (profileId && definition) {
      throw new DomainError('TWO_PROFILES', 'Name a profile or send one, not both.', ['definition']);
    }
    if (profileId) return this.profiles.find({ id: profileId }, kind);
    if (!definition) return null;
    const own = parseImportProfile(definition);
    assertProfileKind(own, kind, 'definition');
    return { slug: null, name: sourceName ?? '', definition: own };
  }
}
