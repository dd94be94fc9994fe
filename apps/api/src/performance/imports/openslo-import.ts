import { readOpenSlo } from '@accord/domain';
import type { OpenSloImport } from '../../agreements/openslo/openslo-import.js';
import type { Act } from '../../platform/act/act.js';
import { advance } from './advance.js';
import { digestOf } from './examine-file.js';
import type { ImportJob } from './import-job.js';
import { ImportRunEntity } from './import-run.entity.js';
import { keepProblems } from './keep-problems.js';
import { AS_KNOWN } from './ledger.js';
import { differencesIn } from './openslo-problems.js';

/**
 * Brings a file of OpenSLO in, whole or not at all. A document is counted as a row; what of the file is kept without being
 * judged by is listed by document and field.
 *
 * @throws {DomainError} Before anything is written, when the file cannot be held.
 */
export async function importOpenSlo(
  { session, run, path, onProgress }: ImportJob,
  act: Act,
  text: string,
  openSlo: OpenSloImport,
): Promise<void> {
  const file = readOpenSlo(text);
  const problems = differencesIn(file);
  const rows = file.documents.map((row, i) => ({ line: i + 1, row }));
  const outcome = await openSlo.hold(act, file, run.fileName);
  const batch = { line: rows.length, bytesRead: Number(run.bytesTotal), rows, refused: 0, problems, unmapped: [] };
  const stored = { ...AS_KNOWN, stored: outcome === 'stored' ? rows.length : 0, newest: null, touched: null };
  const progress = { ...advance(run, batch, stored), digest: await digestOf(path) };
  await session.transaction(async (tx) => {
    await keepProblems(tx, run.id, problems);
    await tx.update(ImportRunEntity, run.id, progress);
  });
  Object.assign(run, progress);
  onProgress(run);
}
