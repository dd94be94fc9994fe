import type { AgreementImport } from '../../agreements/import/agreement-import.js';
import type { Act } from '../../platform/act/act.js';
import { advance } from './advance.js';
import { digestOf } from './examine-file.js';
import type { ImportJob } from './import-job.js';
import { ImportRunEntity } from './import-run.entity.js';
import { keepProblems } from './keep-problems.js';
import { AS_KNOWN } from './ledger.js';
import { readTerms } from './read-terms.js';

/**
 * Brings published terms in, entry by entry, each in transactions of its own: one that is held already is known, so
 * that an interrupted import can go on. An entry is counted as a row, and its position in the file as a line.
 *
 * @throws {DomainError} Before anything is written, when the file has another shape.
 */
export async function importAgreements(
  { session, run, path, signal, onProgress }: ImportJob,
  act: Act,
  agreements: AgreementImport,
): Promise<void> {
  const { effectiveFrom, entries } = await readTerms(path);
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
