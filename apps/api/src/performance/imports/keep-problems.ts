import type { EntityManager } from 'typeorm';
import { ImportProblemEntity } from './import-problem.entity.js';
import type { RowProblem } from './sort-records.js';

const MOST_PROBLEMS = 1_000;

/** Keeps what is wrong with rows in the report; of very many only the first are told. */
export async function keepProblems(
  tx: EntityManager,
  importId: string,
  problems: readonly RowProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  const kept = await tx.countBy(ImportProblemEntity, { importId });
  const rows = problems.slice(0, Math.max(0, MOST_PROBLEMS - kept));
  if (rows.length === 0) return;
  await tx.insert(
    ImportProblemEntity,
    rows.map((problem, i) => ({ importId, position: kept + i + 1, ...problem })),
  );
}
