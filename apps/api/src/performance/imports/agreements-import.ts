import { isOpenSlo } from '@accord/domain';
import type { AgreementImport } from '../../agreements/import/agreement-import.js';
import { readPublishedFile } from '../../agreements/import/published-file.js';
import type { OpenSloImport } from '../../agreements/openslo/openslo-import.js';
import type { Act } from '../../platform/act/act.js';
import { advance } from './advance.js';
import { digestOf } from './examine-file.js';
import type { ImportJob } from './import-job.js';
import { ImportRunEntity } from './import-run.entity.js';
import { keepProblems } from './keep-problems.js';
import { AS_KNOWN } from './ledger.js';
import { importOpenSlo } from './openslo-import.js';
import { readTerms } from './read-terms.js';

/** What brings the files of agreements in, by their shape. */
export interface AgreementReaders {
  published: AgreementImport;
  openSlo: OpenSloImport;
}

/** @throws {DomainError} Before anything is written, when the file has no shape that is known, or cannot be held. */
export async function importAgreements(job: ImportJob, act: Act, readers: AgreementReaders): Promise<void> {
  const text = await readTerms(job.path);
  if (isOpenSlo(text)) await importOpenSlo(job, act, text, readers.openSlo);
  else await importPublished(job, act, text, readers.published);
}

/**
 * Brings published terms in, entry by entry, each in transactions of its own: one that is held already is known, so
 * that an interrupted import can go on. An entry is counted as a row, and its position in the file as a line.
 *
 * @throws {DomainError} Before anything is written, when the file has another shape.
 */
async function importPublished(
  { session, run, path, signal, onProgress }: ImportJob,
  act: Act,
  text: string,
  agreements: AgreementImport,
): Promise<void> {
  const { effectiveFrom, entries } = readPublishedFile(text);
  const digest = await digestOf(path);
  for (const [index, entry] of entries.entries()) {
    const line = index + 1;
    if (line <= run.line) continue;
    signal.throwIfAborted();
    const held = await agreements.hold(act, entry, effectiveFrom, index);
    const refused = held.outcome === 'refused' ? 1 : 0;
    const problems = refused ? [{ line, column: held.column, value: held.id, reason: held.reason! }] : [];
    const bytesRead = Math.round((Number(run.bytesTotal) * line) / entries.length);
    const batch = { line, bytesRead, rows: refused ? [] : [{ line, row: entry }], refused, problems, unmapped: [] };
    const stored = { ...AS_KNOWN, stored: held.outcome === 'stored' ? 1 : 0, newest: null, touched: null };
    const progress = { ...advance(run, batch, stored), digest };
    await session.transaction(async (tx) => {
      await keepProblems(tx, run.id, problems);
      await tx.update(ImportRunEntity, run.id, progress);
    });
    Object.assign(run, progress);
    onProgress(run);
  }
}
