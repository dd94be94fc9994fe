import { DomainError, type FileFormat, type RowReader } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { advance, type ImportBatch } from './advance.js';
import { ahead } from './ahead.js';
import { examineFile, type ExaminedFile } from './examine-file.js';
import type { ImportJob } from './import-job.js';
import { ImportRunEntity } from './import-run.entity.js';
import { keepProblems } from './keep-problems.js';
import type { StoreRows } from './ledger.js';
import { refusingOwn, stakesOf } from './measured-rows.js';
import { recordsOfFile } from './records-of-file.js';
import { type MeasuredRow, rowReader, serviceOfRow } from './row-reader.js';
import { sortRecords } from './sort-records.js';
import { asSource, takeSource } from './take-source.js';

/**
 * Streams a file of tickets or probes into its ledger, a batch a transaction, each with how far the import is: it can
 * break off after any of them and go on there.
 *
 * @throws {DomainError} Before anything is written, when the file does not fit its profile.
 * @throws {BrokenFile} When the stream breaks later.
 */
export async function importMeasurements(
  { session, run, path, signal, onProgress }: ImportJob,
  act: Act,
  store: StoreRows<MeasuredRow>,
): Promise<void> {
  const profile = run.profile!;
  const file = await examineFile(path, run.fileName, profile);
  const { read, stakes } = await session.transaction(async (tx) => {
    await begin(tx, run, file);
    const read = rowReader(profile, file.header, await serviceOfRow(tx, profile, run.serviceId), act.at);
    return { read, stakes: await stakesOf(tx, act) };
  });
  for await (const sorted of ahead(batchesOf(path, profile.format, read, run.line, signal))) {
    signal.throwIfAborted();
    await session.transaction(async (tx) => {
      const batch = await refusingOwn(tx, stakes, run.sourceId, sorted);
      const { sourceId, stored } = await asSource(tx, run, act.at, (source) =>
        store(tx, { act, sourceId: source, importId: run.id }, batch.rows),
      );
      await keepProblems(tx, run.id, [...batch.problems, ...(stored.refused ?? []), ...(stored.notes ?? [])]);
      if (stored.newest) await tx.query(SEEN, [sourceId, stored.newest]);
      const progress = { ...advance(run, batch, stored), sourceId };
      await tx.update(ImportRunEntity, run.id, progress);
      Object.assign(run, progress);
    });
    onProgress(run);
  }
}

/** What the file holds behind a line, understood. */
async function* batchesOf(
  path: string,
  format: FileFormat,
  read: RowReader<MeasuredRow>,
  afterLine: number,
  signal: AbortSignal,
): AsyncGenerator<ImportBatch<MeasuredRow>, void> {
  for await (const { records, bytesRead } of recordsOfFile(path, format, signal)) {
    const due = records.filter(({ line }) => line > afterLine);
    const last = due.at(-1);
    if (last) yield { ...sortRecords(due, read), line: last.line, bytesRead };
  }
}

async function begin(tx: EntityManager, run: ImportRunEntity, file: ExaminedFile): Promise<void> {
  if (run.digest !== null && run.digest !== file.digest) {
    throw new DomainError('OTHER_FILE', 'The file has changed since the import began; import it anew.');
  }
  const begun = { ...(await takeSource(tx, run)), digest: file.digest, line: Math.max(run.line, file.headerLine) };
  await tx.update(ImportRunEntity, run.id, begun);
  Object.assign(run, begun);
}

const SEEN = 'UPDATE source SET last_seen_at = greatest(last_seen_at, $2) WHERE id = $1';
