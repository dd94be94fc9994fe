import { DomainError, reachBehind } from '@accord/domain';
import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Response } from 'express';
import { createReadStream } from 'node:fs';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';
import { Uploads } from '../imports/uploads.js';

/** Files that show why time does not count, for those who see the exclusion. */
@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
  ) {}

  /** @throws {DomainError} `NOT_FOUND` */
  @Get(':id')
  @Header('content-type', 'application/octet-stream')
  @Header('x-content-type-options', 'nosniff')
  async file(
    @CurrentAct() { viewer }: Act,
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const parameters = new Parameters();
    const sql = `SELECT u.file_name AS "fileName" FROM exclusion_evidence e
      JOIN upload u ON u.id = e.upload_id JOIN exclusion x ON x.id = e.exclusion_id
      JOIN (${COMMITMENTS}) ON c.id = x.commitment_id
      WHERE e.upload_id = ${parameters.add(id)} AND ${reached(reachBehind(viewer), parameters)} LIMIT 1`;
    const [found]: { fileName: string }[] = isUUID(id) ? await this.database.read.query(sql, parameters.values) : [];
    if (!found) throw new DomainError('NOT_FOUND', 'There is no such file.', ['id']);
    response.attachment(found.fileName);
    return new StreamableFile(createReadStream(this.uploads.pathOf(id)));
  }
}
