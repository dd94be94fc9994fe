import { ImportProblemEntity } from '../performance/imports/import-problem.entity.js';
import { ImportRunEntity } from '../performance/imports/import-run.entity.js';
import type { Database } from '../platform/database/database.js';

const SHOWN = 20;

/** Says what an import came to. @returns The exit code: 0 done, 1 refused, 2 interrupted. */
export async function printReport({ read }: Database, id: string): Promise<number> {
  const run = await read.findOneByOrFail(ImportRunEntity, { id });
  if (run.state === 'refused') {
    console.error(`${run.fileName} was refused, nothing was imported: ${run.reason}`);
    return 1;
  }
  const counts = [
    `${count(run.rowsStored)} stored`,
    `${count(run.rowsKnown)} known already`,
    ...(run.rowsElsewhere ? [`${count(run.rowsElsewhere)} known under another service`] : []),
    ...(run.rowsDiffering ? [`${count(run.rowsDiffering)} differ from what is known`] : []),
    `${count(run.rowsRefused)} refused`,
    `${count(run.rowsUnmapped)} without a service`,
  ];
  console.log(`${run.fileName} → ${run.sourceName}: ${count(run.rowsRead)} rows read: ${counts.join(', ')}.`);
  console.log(`${count(run.judged)} commitments judged with them.`);
  const problems = await read.find(ImportProblemEntity, {
    where: { importId: id },
    order: { position: 'ASC' },
    take: SHOWN,
  });
  for (const { line, column, value, reason } of problems) {
    console.log(`  line ${line}${column ? `, ${column}` : ''}${value === null ? '' : ` "${value}"`}: ${reason}`);
  }
  if (run.rowsRefused > problems.length) console.log(`  The report of the import in the client has more of them.`);
  for (const unmapped of run.unmapped.slice(0, SHOWN)) {
    console.log(`  ${unmapped.column} "${unmapped.value}" leads to no service: ${count(unmapped.count)} rows`);
  }
  if (run.state === 'done') return 0;
  console.error(`Interrupted: ${run.reason} Repeat the command to go on.`);
  return 2;
}

function count(rows: number): string {
  return rows.toLocaleString('en');
}
