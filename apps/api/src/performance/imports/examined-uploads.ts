import {
  assertCanImportSomething,
  type ColumnFacts,
  columnFacts,
  columnsOf,
  type Delimiter,
  DomainError,
  type Encoding,
  ENCODINGS,
  type FileFormat,
  fitsHeader,
  guessDelimiter,
  guessMissing,
  guessProfile,
  type MeasuredKind,
  type ProfileDraft,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { EnterpriseEntity } from '../../people/enterprise.entity.js';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { assertText, headerOf } from './examine-file.js';
import { ImportProfiles, type KnownProfile } from './import-profiles.js';
import { recordsOfFile } from './records-of-file.js';
import { BrokenFile, textOfFile } from './text-of-file.js';
import { Uploads } from './uploads.js';

/** A file whose meaning is to be settled, and how it looks to be meant. */
export interface ExaminedUpload {
  fileName: string;
  rowsSeen: number;
  format: FileFormat;
  columns: readonly ColumnFacts[];
  /** Of the kind, those whose columns it has, parted as they say. */
  fitting: KnownProfile[];
  guess: ProfileDraft;
}

export interface ExamineUpload {
  uploadId: string;
  kind: MeasuredKind;
  delimiter?: Delimiter | null;
  encoding?: Encoding | null;
}

/** Looks at files that people sent, before anybody has said what their columns mean. */
@Injectable()
export class ExaminedUploads {
  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly profiles: ImportProfiles,
  ) {}

  /** @throws {DomainError} When the viewer imports nothing, or the file is no text with columns. */
  async examine(act: Act, { uploadId, kind, ...told }: ExamineUpload): Promise<ExaminedUpload> {
    assertCanImportSomething(act.viewer);
    const { id, fileName } = await this.uploads.find(act, uploadId);
    const path = this.uploads.pathOf(id);
    await assertText(path, fileName);
    const { text, encoding } = await beginning(path, told.encoding ?? null);
    const parted = { delimiter: told.delimiter ?? guessDelimiter(text), encoding, missing: [] };
    const { header, rows } = await firstRows(path, parted);
    const format = { ...parted, missing: guessMissing(rows) };
    const columns = columnFacts(header, rows, format);
    const { timeZone } = await this.database.read.findOneByOrFail(EnterpriseEntity, { only: true });
    const known = await this.profiles.list(act, kind);
    return {
      fileName,
      rowsSeen: rows.length,
      format,
      columns,
      fitting: known.filter(
        ({ definition }) =>
          definition.format.delimiter === parted.delimiter && fitsHeader(header, columnsOf(definition)),
      ),
      guess: guessProfile(kind, { format, columns, zone: timeZone }),
    };
  }
}

/** The first text of a file, in the first encoding that it is text of. */
async function beginning(path: string, told: Encoding | null): Promise<{ text: string; encoding: Encoding }> {
  for (const encoding of told ? [told] : ENCODINGS) {
    try {
      for await (const { text } of textOfFile(path, encoding)) return { text, encoding };
    } catch (error) {
      if (!(error instanceof BrokenFile)) throw error;
      if (error.kind !== 'encoding' || told) throw new DomainError('UNFIT_FILE', error.message);
    }
  }
  throw new DomainError('UNFIT_FILE', 'The file is empty.');
}

/** The header, and those of the first rows that are whole. */
async function firstRows(path: string, format: FileFormat): Promise<{ header: string[]; rows: (readonly string[])[] }> {
  try {
    for await (const { records } of recordsOfFile(path, format)) {
      const [head, ...others] = records;
      if (!head) break;
      const header = headerOf(head);
      const whole = others.flatMap((record) =>
        'cells' in record && record.cells.length === header.length ? [record.cells] : [],
      );
      return { header, rows: whole };
    }
  } catch (error) {
    throw error instanceof BrokenFile ? new DomainError('UNFIT_FILE', error.message) : error;
  }
  throw new DomainError('UNFIT_FILE', 'The file is empty.');
}
