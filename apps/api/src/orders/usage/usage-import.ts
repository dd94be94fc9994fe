import { assertCanRecordSomeUsage, DomainError, type Fault, USAGE_FIELDS, usageOfCells } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { Uploads } from '../../performance/imports/uploads.js';
import { type Chunk, readChunks } from '../../performance/ingestion/read-chunks.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { sourceOfUsage, USAGE_READERS, useOf } from './told-usage.js';
import { UsageRecords } from './usage-records.js';

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

const MOST_ROWS = 20_000;
const MOST_PROBLEMS = 100;

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
    const name = sourceOfUsage(source);
    const upload = await this.uploads.find(act, uploadId);
    const { rows, faults } = await rowsOf(this.uploads.pathOf(upload.id));
    const result: ImportedUsage = { recorded: 0, known: 0, problems: [] };
    try {
      await this.database.transaction(async (tx) => {
        const taken = await this.records.take(
          tx,
          act,
          name,
          rows.map(({ row }) => useOf(row)),
        );
        const refused = taken.flatMap((row, i) =>
          'refusal' in row ? [{ line: rows[i]!.line, code: row.refusal.code, message: row.refusal.message }] : [],
        );
        const problems = [...faults.map(malformed), ...refused].sort((a, b) => a.line - b.line);
        const recorded = taken.filter((row) => 'usage' in row && row.isNew).length;
        Object.assign(result, {
          recorded,
          known: taken.length - refused.length - recorded,
          problems,
        });
        if (problems.length > 0) throw new Refused();
        const subject = { type: 'upload', id: upload.id };
        const { known } = result;
        await this.audit.record(tx, act, 'usage.imported', subject, null, {
          source: name,
          recorded,
          known,
        });
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { recorded: 0, known: 0, problems: result.problems.slice(0, MOST_PROBLEMS) };
    }
    await this.uploads.remove(upload.id, act.at);
    return result;
  }
}

/** The whole of a file: few enough rows to be held. */
async function rowsOf(path: string): Promise<Chunk<Parameters<typeof useOf>[0]>> {
  const whole: Chunk<Parameters<typeof useOf>[0]> = { rows: [], faults: [] };
  for await (const { rows, faults } of readChunks(createReadStream(path), 'csv', FILE_READERS)) {
    whole.rows.push(...rows);
    whole.faults.push(...faults);
    if (whole.rows.length + whole.faults.length > MOST_ROWS)
      throw new DomainError('TOO_MANY_ROWS', `A file has ${MOST_ROWS} rows at most.`, ['uploadId']);
  }
  return whole;
}

/** People write the names of columns as they like, and leave none out. */
const FILE_READERS = {
  ...USAGE_READERS,
  ofCells: (header: readonly string[]) => {
    const names = header.map((name) => name.trim().toLowerCase());
    const missing = USAGE_FIELDS.filter((name) => name !== 'corrects' && !names.includes(name));
    if (missing.length > 0)
      throw new DomainError('MISSING_COLUMN', `The file lacks the column ${missing.join(', ')}.`, ['uploadId']);
    return usageOfCells(names);
  },
};

function malformed({ line, column, value, reason }: Fault & { line: number }): UsageProblem {
  const what = column === null ? 'The row' : `${column}${value === null ? '' : ` "${value}"`}`;
  return { line, code: 'MALFORMED_ROW', message: `${what} ${reason}.` };
}
