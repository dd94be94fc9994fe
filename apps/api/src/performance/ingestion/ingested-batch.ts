import { type AnswerRow, droppedWords, type MeasurementRow, type ToldByMachine } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { assertKind } from '../imports/take-source.js';
import { addMeasurements, type NewMeasurement, overlapWords, siftMeasurements } from '../ledger/add-measurements.js';
import { addAnswers } from '../ledger/add-answers.js';
import { closedPeriods, type MeasuredTime } from '../ledger/closed-periods.js';
import { droppedMonths, monthOf } from '../ledger/ensure-months.js';
import { newBatch } from '../ledger/new-batch.js';
import { seriesOf, whyTaken } from '../ledger/series-of.js';
import type { SourceEntity } from '../ledger/source.entity.js';
import { markUnjudged, type MeasuredSpan } from './mark-unjudged.js';
import { MeasuredServices } from './measured-services.js';
import type { ToldRow } from './measurement-readers.js';
import type { Chunk, RowFault, Told } from './read-chunks.js';
import { emptyReceipt, type Receipt, refuseRows } from './receipt.js';
import { sortAnswers } from './sort-answers.js';

/** A batch of a machine on its way into the ledger, in one transaction. */
export class IngestedBatch {
  readonly receipt: Receipt = emptyReceipt();
  private readonly services: MeasuredServices;
  /** By what they are called; or why the source cannot bring them. */
  private readonly series = new Map<string, number | string>();
  private readonly spans = new Map<number, MeasuredSpan>();
  /** Months whose measurements are no longer kept. */
  private dropped: ReadonlySet<string> | null = null;
  private sourceId: string | null = null;
  private isNewSource = false;
  private batchId: number | null = null;

  constructor(
    private readonly tx: EntityManager,
    private readonly act: Act,
    private readonly source: Pick<SourceEntity, 'slug' | 'name'>,
    /** Why rows may take the place of others; null = they may not. */
    private readonly reason: string | null,
  ) {
    this.services = new MeasuredServices(act);
  }

  async add({ rows, faults }: Chunk<ToldByMachine>): Promise<void> {
    const sorted = await this.services.sorted(this.tx, rows);
    const refused = [...faults, ...sorted.faults];
    const answers = sorted.rows.filter(isAnswer);
    const measured = answers.length === 0 ? sorted.rows : sorted.rows.filter((told) => !isAnswer(told));
    if (measured.length > 0) await this.store(measured as Told<MeasurementRow>[], refused);
    if (answers.length > 0) await this.storeAnswers(answers, refused);
    refuseRows(this.receipt, refused);
  }

  /** @returns Whether there is something to judge. */
  async end(): Promise<boolean> {
    // A batch of which nothing was stored makes no source: nothing more of it is awaited.
    if (this.isNewSource && this.batchId === null) await this.tx.query('ROLLBACK TO SAVEPOINT new_source');
    if (this.spans.size === 0) return false;
    const newest = await markUnjudged(this.tx, [...this.spans.values()], this.act.at);
    await this.tx.query('UPDATE source SET last_seen_at = greatest(last_seen_at, $2) WHERE id = $1', [
      this.sourceId,
      newest,
    ]);
    return true;
  }

  private async storeAnswers(told: readonly Told<AnswerRow>[], refused: RowFault[]): Promise<void> {
    this.sourceId ??= await this.lockedSource();
    const { tx, reason, sourceId } = this;
    const named = told.map(({ line, row }) => ({ line, row, serviceId: this.services.idOf(row.service) }));
    const sorted = await sortAnswers(tx, sourceId, named, reason !== null);
    refused.push(...sorted.refused);
    this.receipt.accepted += sorted.added.length;
    this.receipt.duplicate += sorted.duplicate;
    const stored = [...sorted.added, ...(await this.allowed(sorted.corrections, refused))];
    if (stored.length === 0) return;
    await addAnswers(tx, await this.batch(sourceId), stored);
    for (const { seriesId, at } of stored) this.widen({ seriesId, at, to: at + 1 });
  }

  private async store(told: readonly Told<MeasurementRow>[], refused: RowFault[]): Promise<void> {
    this.sourceId ??= await this.lockedSource();
    await this.nameSeries(this.sourceId, told);
    this.dropped ??= await droppedMonths(this.tx);
    const rows: NewMeasurement[] = [];
    for (const { line, row } of told) {
      const month = this.droppedMonthOf(row.at);
      const seriesId = this.series.get(keyOf(row))!;
      if (month !== null) refused.push({ line, column: null, value: null, reason: droppedWords(month) });
      else if (typeof seriesId === 'string')
        refused.push({ line, column: 'series', value: row.series, reason: seriesId });
      else rows.push(measuredOf(row, seriesId, line));
    }
    const added: (NewMeasurement & { revision?: number })[] = [];
    const corrections: Correction[] = [];
    for (const [i, found] of (await siftMeasurements(this.tx, rows)).entries()) {
      const row = rows[i]!;
      if (found.kind === 'new') added.push(row);
      else if (found.kind === 'duplicate') this.receipt.duplicate += 1;
      else if (found.kind === 'overlaps') refused.push(wholeRow(row, overlapWords(found.other)));
      else if (!found.known) refused.push(wholeRow(row, TWICE));
      else if (this.reason === null) refused.push(wholeRow(row, DIFFERS));
      else if (found.known.to !== row.to) refused.push(wholeRow(row, overlapWords(found.known)));
      else corrections.push({ ...row, revision: found.known.revision + 1 });
    }
    this.receipt.accepted += added.length;
    added.push(...(await this.allowed(corrections, refused)));
    if (added.length === 0) return;
    await addMeasurements(this.tx, await this.batch(this.sourceId), added);
    for (const row of added) this.widen(row);
  }

  private async batch(sourceId: string): Promise<number> {
    const { tx, act, reason } = this;
    return (this.batchId ??= await newBatch(tx, { act, sourceId, importId: null, reason }));
  }

  /** A closed period changes by an exclusion only, on which a second person decides. */
  private async allowed<Row extends MeasuredTime & { readonly line: number | null }>(
    corrections: readonly Row[],
    refused: RowFault[],
  ): Promise<Row[]> {
    if (corrections.length === 0) return [];
    const closed = await closedPeriods(this.tx, corrections);
    const allowed = corrections.filter((row, i) => {
      const period = closed[i]!;
      if (period === null) return true;
      refused.push(wholeRow(row, `${period} is closed and counted what is recorded; propose an exclusion`));
      return false;
    });
    this.receipt.corrected += allowed.length;
    return allowed;
  }

  private droppedMonthOf(at: number): string | null {
    if (this.dropped!.size === 0) return null;
    const month = monthOf(at);
    return this.dropped!.has(month) ? month : null;
  }

  /** One writer a source. @throws {DomainError} `OTHER_SOURCE` */
  private async lockedSource(): Promise<string> {
    const { slug, name } = this.source;
    let [source]: SourceEntity[] = await this.tx.query(LOCK_SOURCE, [slug]);
    if (!source) {
      await this.tx.query('SAVEPOINT new_source');
      this.isNewSource = true;
      await this.tx.query(MAKE_SOURCE, [uuidv7(this.act.at), slug, name]);
      [source] = (await this.tx.query(LOCK_SOURCE, [slug])) as SourceEntity[];
    }
    assertKind(source!, 'measurements');
    return source!.id;
  }

  private async nameSeries(sourceId: string, told: readonly Told<MeasurementRow>[]): Promise<void> {
    const unnamed = new Map<string, MeasurementRow>();
    for (const { row } of told) if (!this.series.has(keyOf(row))) unnamed.set(keyOf(row), row);
    if (unnamed.size === 0) return;
    const names = [...unnamed.values()].map(({ service, kind, series: name, unit }) => {
      return { serviceId: this.services.idOf(service), kind, name, unit };
    });
    const ids = await seriesOf(this.tx, sourceId, names);
    const values = names.filter(({ kind }, i) => kind === 'values' && ids[i] === null);
    const reasons = (await whyTaken(this.tx, sourceId, values)).values();
    [...unnamed.entries()].forEach(([key, { kind }], i) => {
      this.series.set(key, ids[i] ?? (kind === 'values' ? reasons.next().value! : COUNTED_ELSEWHERE));
    });
  }

  private widen({ seriesId, at, to }: MeasuredTime): void {
    const [span, end] = [this.spans.get(seriesId), to ?? at];
    if (!span) this.spans.set(seriesId, { seriesId, from: at, to: end });
    else [span.from, span.to] = [Math.min(span.from, at), Math.max(span.to, end)];
  }
}

const isAnswer = (told: ToldRow): told is Told<AnswerRow> => told.row.kind === 'answers';

/** Written out: there are many. */
function measuredOf(row: MeasurementRow, seriesId: number, line: number): NewMeasurement {
  const { at, to, good, total, up, sketch, bounds } = row;
  return { seriesId, line, at, to, good, total, up, sketch, bounds };
}

const keyOf = ({ service, kind, series, unit }: MeasurementRow): string => `${service} ${kind} ${unit ?? ''} ${series}`;

const COUNTED_ELSEWHERE =
  'is counted by another source, and both would be added up: send it as that source, or name the series differently';
const DIFFERS = 'differs from what is recorded; send it as a correction, with a reason';
const TWICE = 'differs from another row of the batch';

const wholeRow = ({ line }: { readonly line: number | null }, reason: string): RowFault => {
  return { line: line!, column: null, value: null, reason };
};

type Correction = NewMeasurement & { revision: number };

const MAKE_SOURCE = `
  INSERT INTO source (id, slug, name, kind) VALUES ($1, $2, $3, 'measurements')
  ON CONFLICT ON CONSTRAINT source_slug_key DO NOTHING`;

const LOCK_SOURCE = 'SELECT id, name, kind FROM source WHERE slug = $1 FOR NO KEY UPDATE';
