import {
  assertCanImport,
  assertHeader,
  clockStates,
  columnsOf,
  DomainError,
  type ImportProfile,
  type MeasuredKind,
  nothingUnderstood,
  type TextRecord,
  type TicketRow,
  type ValueRow,
} from '@accord/domain';
import { DEFAULT_RELATIVE_ERROR, isBeyond, percentileOf } from '@accord/sla';
import { Injectable } from '@nestjs/common';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import type { NamedValue } from '../named-value.type.js';
import { previewAgreements } from './agreements-preview.js';
import { assertText, headerOf } from './examine-file.js';
import type { ImportOrder } from './imports.js';
import { refusingOwn, stakesOf } from './measured-rows.js';
import { recordsOfFile } from './records-of-file.js';
import { rowReader, serviceOfRow, type MeasuredRow } from './row-reader.js';
import { refusingTaken } from './refusing-taken.js';
import { sortRecords, type RowProblem, type SortedRecords } from './sort-records.js';
import { BrokenFile } from './text-of-file.js';

const SHOWN_ROWS = 50;

/** The first rows of a file, and what a profile makes of them. */
export interface Preview {
  headers: string[];
  rows: string[][];
  lines: number[];
  /** One for each of `rows`; empty where the row is not understood, or belongs to no service. */
  mapped: NamedValue[][];
  problems: RowProblem[];
  /** Why an import would bring nothing in; null = it would. */
  nothingUnderstood: string | null;
}

/** Shows what an import would do, without writing anything. */
@Injectable()
export class ImportPreviews {
  constructor(private readonly database: Database) {}

  /** @throws {DomainError} When the viewer may not import this, or the file does not fit the profile. */
  async of(act: Act, { kind, profile, serviceId, sourceName, file }: ImportOrder): Promise<Preview> {
    assertCanImport(act.viewer, { kind, serviceId });
    if (kind === 'agreements') return previewAgreements(this.database.read, act.viewer, file.path);
    if (!profile) throw new DomainError('PROFILE_MISSING', 'Choose how the rows are to be understood.', ['profileId']);
    const [head, ...first] = await firstRecords(file.path, file.name, profile.definition);
    const records = first.slice(0, SHOWN_ROWS);
    if (!head) throw new DomainError('UNFIT_FILE', 'The file is empty.');
    const headers = headerOf(head);
    assertHeader(headers, columnsOf(profile.definition));
    const withService = serviceId !== null || profile.definition.service !== undefined;
    const service = withService ? await serviceOfRow(this.database.read, profile.definition, serviceId) : { id: '' };
    const read = rowReader(profile.definition, headers, service, act.at);
    const stakes = await stakesOf(this.database.read, act);
    const understood = await Promise.all(
      records.map((record) => refusingOwn(this.database.read, stakes, null, sortRecords([record], read))),
    );
    const sorted = await this.refusingTaken(sourceName ?? profile.name, kind, understood);
    const problems = sorted.flatMap((row, i) => [
      ...row.problems,
      ...row.unmapped.map((cell) => ({ line: records[i]!.line, ...cell, reason: LEFT_OUT })),
    ]);
    const names = await this.namesOf(sorted.flatMap(({ rows }) => rows.map(({ row }) => row.serviceId)));
    return {
      headers,
      rows: records.map((record) => ('cells' in record ? [...record.cells] : [])),
      lines: records.map(({ line }) => line),
      mapped: sorted.map(({ rows }) => rows.flatMap(({ row }) => namedValues(profile.definition, row, names))),
      problems,
      nothingUnderstood: nothingUnderstood({
        count: records.length,
        understood: understood.filter(({ rows }) => rows.length > 0).length,
        elsewhere: sorted.filter(({ unmapped }) => unmapped.length > 0).length,
        isAll: first.length === records.length,
        firstFault: problems[0],
      }),
    };
  }

  /**
   * @throws {DomainError} `NOTHING_UNDERSTOOD` when the first rows tell that nothing would come in. Whatever else is wrong
   *   is for the import to say.
   */
  async assertUnderstood(act: Act, order: ImportOrder): Promise<void> {
    const preview = await this.of(act, order).catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
    if (preview?.nothingUnderstood) throw new DomainError('NOTHING_UNDERSTOOD', preview.nothingUnderstood);
  }

  /** What the import would refuse because of what stands in the ledger; nobody's is what has no name yet. */
  private async refusingTaken(sourceName: string, kind: MeasuredKind, sorted: SortedRecords<MeasuredRow>[]) {
    if (kind !== 'counts' && kind !== 'values' && kind !== 'answers') return sorted;
    if (!/[a-z0-9]/i.test(sourceName.normalize('NFKD'))) return sorted;
    return refusingTaken(this.database.read, sourceName, kind, sorted);
  }

  private async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = [...new Set(ids)].filter((id) => id !== '');
    const rows: { id: string; name: string }[] = await this.database.read.query(
      'SELECT id, name FROM service WHERE id = ANY($1::uuid[])',
      [known],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const LEFT_OUT = 'leads to no service; the row is left out';

/** The header, the rows that are shown, and one more, if there is one. */
async function firstRecords(path: string, name: string, { format }: ImportProfile): Promise<TextRecord[]> {
  await assertText(path, name);
  try {
    for await (const { records } of recordsOfFile(path, format)) return records.slice(0, 1 + SHOWN_ROWS + 1);
  } catch (error) {
    throw error instanceof BrokenFile ? new DomainError('UNFIT_FILE', error.message) : error;
  }
  return [];
}

/** What a row is understood to say, without what the profile never reads. */
function namedValues(profile: ImportProfile, row: MeasuredRow, services: ReadonlyMap<string, string>): NamedValue[] {
  const told: Record<string, unknown> = {
    ...row,
    service: services.get(row.serviceId) ?? null,
  };
  delete told.serviceId;
  if ('sketch' in row) {
    told.median = medianOf(row);
    delete told.sketch;
    delete told.bounds;
  }
  if (profile.kind === 'tickets') {
    Object.assign(told, clockStates(row as TicketRow));
    if (profile.identity.sequence === undefined) delete told.sequence;
    if (profile.holder === undefined) delete told.holder;
    if (profile.author === undefined) delete told.automatic;
  }
  return Object.entries(told).map(([name, value]) => {
    if (name.endsWith('At') || name === 'to')
      return { name, value: value === null ? null : new Date(value as number).toISOString(), unit: 'instant' };
    return {
      name,
      value: value === null ? null : String(value as string | number | boolean),
      unit: typeof value === 'number' ? 'count' : 'text',
    };
  });
}

/** About where the values lie: whoever misread their numbers sees it by this. */
function medianOf(values: ValueRow): string | null {
  const { total, sketch: buckets } = values;
  const zeros = buckets.reduce((left, [, count]) => left - count, total);
  const median = percentileOf({ relativeError: DEFAULT_RELATIVE_ERROR, zeros, buckets }, '50');
  return median === null || isBeyond(median) ? null : String(Number(median.toPrecision(3)));
}
