import { canManageAgreement, DomainError } from '@accord/domain';
import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { subjectsOf } from '../agreement-subject.js';
import { AgreementVersionEntity } from '../agreement-version.entity.js';
import { AgreementEntity } from '../agreement.entity.js';
import { openSloOf } from './openslo-export.js';

/** A version of an agreement as a file, for those who may change it: files hold the queries that measure it. */
@Controller('export/agreements')
export class OpenSloExportController {
  constructor(private readonly database: Database) {}

  /** The newest version, or the one with the number. @throws {DomainError} `NOT_FOUND` */
  @Get(':slug.yaml')
  @Header('content-type', 'application/yaml; charset=utf-8')
  async file(
    @CurrentAct() { viewer }: Act,
    @Param('slug') slug: string,
    @Query('version') number: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { read } = this.database;
    const agreement = await read.findOneBy(AgreementEntity, { slug });
    const [subject] = agreement ? await subjectsOf(read, [agreement.id]) : [];
    if (!agreement || !subject || !canManageAgreement(viewer, subject))
      throw new DomainError('NOT_FOUND', 'There is no such agreement that you may change.', ['slug']);
    const isNumber = number === undefined || /^\d{1,9}$/.test(number);
    const version =
      isNumber &&
      (await read.findOne(AgreementVersionEntity, {
        where: { agreementId: agreement.id, ...(number !== undefined && { number: Number(number) }) },
        order: { number: 'DESC' },
      }));
    if (!version) throw new DomainError('NOT_FOUND', `${agreement.name} has no such version.`, ['version']);
    response.attachment(`${slug}-${version.number}.openslo.yaml`);
    return openSloOf(read, agreement, version);
  }
}
