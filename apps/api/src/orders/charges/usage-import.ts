import { assertCanRecordSomeUsage, DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { todayOf } from '../../people/today.js';
import { recordsOfFile } from '../../performance/imports/records-of-file.js';
import { Uploads } from '../../performance/imports/uploads.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { type MeasuredUse, UsageRecords } from './usage-records.js';

export interface UsageProblem {
  line: number;
  code: string;
  message: string;
}

export interface ImportedUsage {
  recorded: number;
  known: number;
  problems: UsageProblem[];
}

const COLUMNS = ['subscription', 'unit', 'day', 'quantity', 'id'] as const;
const MOST_ROWS = 20_000;
const MOST_PROBLEMS = 100;
const LONGEST = 200;

/** Rolls a file back of which a row was refused. */
class Refused extends Error {}

/** Usage from a file that somebody uploaded: all of its rows are recorded, or none. */
@Injectable()
export class UsageImport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly uploads: Uploads,
    private readonly records: UsageRecords,
  ) {}

  /** @throws {DomainError} When there is no such file, it lacks a column, or has too many rows. */
  async importFile(act: Act, uploadId: string, source: string): Promise<ImportedUsage> {
    assertCanRecordSomeUsage(act.viewer);
    const name = source.trim();
    if (name === '' || name.length > 120)
      throw new DomainError('INVALID', 'Say where the figures come from.', ['source']);
    const upload = await this.uploads.find(act, uploadId);
    const result: ImportedUsage = { recorded: 0, known: 0, problems: [] };
    try {
      await this.database.transaction(async (tx) => {
        Object.assign(result, { recorded: 0, known: 0, problems: [] });
        const today = await todayOf(tx, act.at);
        for await (const { line, use } of this.rowsOf(this.uploads.pathOf(upload.id), name)) {
          const problem = await this.take(async () => {
            const { isNew } = await this.records.take(tx, act, use(), today);
            result[isNew ? 'recorded' : 'known']++;
          });
          if (problem) result.problems.push({ line, ...problem });
          if (result.problems.length === MOST_PROBLEMS) break;
        }
        if (result.problems.length > 0) throw new Refused();
        const subject = { type: 'upload', id: upload.id };
        const { recorded, known } = result;
        await this.audit.record(tx, act, 'usage.imported', subject, null, { source: name, recorded, known });
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { recorded: 0, known: 0, problems: result.problems };
    }
    await this.uploads.remove(upload.id, act.at);
    return result;
  }

  private async take(work: () => Promise<void>): Promise<{ code: string; message: string } | null> {
    try {
      await work();
      return null;
    } catch (error) {
      if (error instanceof DomainError) return { code: error.code, message: error.message };
      throw error;
    }
  }

  private async *rowsOf(path: string, source: string): AsyncGenerator<{ line: number; use: () => MeasuredUse }> {
    let columns: Map<string, number> | null = null;
    let rows = 0;
    for await (const { records } of recordsOfFile(path, { encoding: 'utf-8', delimiter: ',', missing: [] })) {
      for (const record of records) {
        if (!columns) columns = columnsOf('cells' in record ? record.cells : []);
        else {
          if (++rows > MOST_ROWS)
            throw new DomainError('TOO_MANY_ROWS', `A file has ${MOST_ROWS} rows at most.`, ['uploadId']);
          const place = columns;
          yield { line: record.line, use: () => useOf(record, place, source) };
        }
      }
    }
    if (!columns) throw new DomainError('EMPTY_FILE', 'The file has no header.', ['uploadId']);
  }
}

function columnsOf(cells: readonly string[]): Map<string, number> {
  const columns = new Map(cells.map((cell, place) => [cell.trim().toLowerCase(), place]));
  const missing = COLUMNS.filter((name) => !columns.has(name));
  if (missing.length > 0)
    throw new DomainError('MISSING_COLUMN', `The file lacks the column ${missing.join(', ')}.`, ['uploadId']);
  return columns;
}

type FileRecord = { line: number; cells: readonly string[] } | { line: number; fault: string };

function useOf(record: FileRecord, columns: ReadonlyMap<string, number>, source: string): MeasuredUse {
  if ('fault' in record) throw new DomainError('MALFORMED_ROW', `The row ${record.fault}.`);
  const cell = (name: string) => record.cells[columns.get(name) ?? -1]?.trim() ?? '';
  const text = (name: (typeof COLUMNS)[number]) => {
    const value = cell(name);
    if (value === '' || value.length > LONGEST)
      throw new DomainError('MALFORMED_ROW', `The row has no proper ${name}.`);
    return value;
  };
  return {
    subscriptionId: text('subscription'),
    unitName: text('unit'),
    day: parsed(CalendarDateScalar, text('day'), 'day'),
    quantity: parsed(DecimalScalar, text('quantity'), 'quantity'),
    source,
    externalId: text('id'),
    corrects: cell('corrects') || null,
  };
}

function parsed(scalar: typeof CalendarDateScalar, text: string, what: string): string {
  try {
    return scalar.parseValue(text);
  } catch {
    throw new DomainError('MALFORMED_ROW', `"${text}" is no ${what}.`);
  }
}
