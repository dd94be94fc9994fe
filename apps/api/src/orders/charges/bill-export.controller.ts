import { Readable } from 'node:stream';
import { DomainError } from '@accord/domain';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { writeXlsxStream } from 'hucre/xlsx';
import { isUUID } from 'class-validator';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/csv-line.js';
import { BillExport, type FileCell } from './bill-export.js';
import { BILL_GROUPS } from './bills.js';

/** A bill as a file; takes what its page takes. */
@Controller('export/bill')
export class BillExportController {
  constructor(private readonly files: BillExport) {}

  @Get(':month.csv')
  async csv(@CurrentAct() act: Act, @Param('month') month: string, @Query() query: Record<string, unknown>) {
    const rows = await this.files.rows(act, askedOf(month, query));
    return new StreamableFile(Readable.from(csvOf(rows)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="bill-${month}.csv"`,
    });
  }

  @Get(':month.xlsx')
  async xlsx(@CurrentAct() act: Act, @Param('month') month: string, @Query() query: Record<string, unknown>) {
    const rows = await this.files.rows(act, askedOf(month, query));
    const bytes = writeXlsxStream(cellsOf(rows), { name: `Bill ${month}` });
    return new StreamableFile(Readable.from(bytes as AsyncIterable<Uint8Array>), {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      disposition: `attachment; filename="bill-${month}.xlsx"`,
    });
  }
}

function askedOf(month: string, { unit, group, of }: Record<string, unknown>) {
  const by = BILL_GROUPS.find((name) => name === (group ?? 'service'));
  if (!by) throw new DomainError('WRONG_GROUP', `A bill is by ${BILL_GROUPS.join(', ')}.`, ['group']);
  if (of !== undefined && !isUUID(of)) throw new DomainError('WRONG_GROUP', 'There is no such part of a bill.', ['of']);
  return { month, unitId: unit === undefined ? null : String(unit), by, groupId: of === undefined ? null : String(of) };
}

async function* csvOf(rows: AsyncIterable<FileCell[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for await (const row of rows) yield csvLine(row.map(({ text }) => text));
}

/** Text is never a formula here: it is written as what it is. */
async function* cellsOf(rows: AsyncIterable<FileCell[]>): AsyncGenerator<(string | number | null)[]> {
  for await (const row of rows)
    yield row.map(({ text, isNumber }) => (isNumber && text !== null ? Number(text) : text));
}
