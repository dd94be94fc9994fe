import { createReadStream } from 'node:fs';
import { DomainError } from '@accord/domain';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { FILE_WRITERS, type FileFormat, sentAs } from '../../platform/files/file-formats.js';
import { BillExport } from './bill-export.js';
import { BillFiles } from './bill-files.js';
import { BILL_GROUPS } from './visible-lines.js';

/** A bill as a file; takes what its page takes. */
@Controller('export/bill')
export class BillExportController {
  constructor(
    private readonly files: BillExport,
    private readonly made: BillFiles,
  ) {}

  @Get(':month.csv')
  csv(@CurrentAct() act: Act, @Param('month') month: string, @Query() query: Record<string, unknown>) {
    return this.atOnce(act, 'csv', month, query);
  }

  @Get(':month.xlsx')
  xlsx(@CurrentAct() act: Act, @Param('month') month: string, @Query() query: Record<string, unknown>) {
    return this.atOnce(act, 'xlsx', month, query);
  }

  /** One that a job has made. */
  @Get('files/:id')
  async file(@CurrentAct() act: Act, @Param('id') id: string) {
    const { path, format, month } = await this.made.open(act, id);
    return new StreamableFile(createReadStream(path), sentAs(format, `bill-${month}`));
  }

  private async atOnce(act: Act, format: FileFormat, month: string, query: Record<string, unknown>) {
    const rows = await this.files.rowsAtOnce(act, askedOf(month, query));
    return new StreamableFile(FILE_WRITERS[format].bytesOf(rows, `Bill ${month}`), sentAs(format, `bill-${month}`));
  }
}

function askedOf(month: string, { unit, group, of }: Record<string, unknown>) {
  const by = BILL_GROUPS.find((name) => name === (group ?? 'service'));
  if (!by) throw new DomainError('WRONG_GROUP', `A bill is by ${BILL_GROUPS.join(', ')}.`, ['group']);
  if (of !== undefined && !isUUID(of)) throw new DomainError('WRONG_GROUP', 'There is no such part of a bill.', ['of']);
  return { month, unitId: unit === undefined ? null : String(unit), by, groupId: of === undefined ? null : String(of) };
}
