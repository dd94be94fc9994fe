import { existsSync } from 'node:fs';
import { conform } from './conform.js';
import { libraries } from './libraries.js';

/** npm run conformance -- FOLDER: asks our libraries every vector under the folder. */
const folder = process.argv[2];

if (!folder || !existsSync(folder)) {
  console.error('Say which folder holds the vectors: npm run conformance -- FOLDER');
  process.exitCode = 1;
} else {
  const reports = conform(folder, libraries);
  for (const { file, passed, failures } of reports) {
    console.log(`${file}: ${passed} of ${passed + failures.length} passed`);
    for (const { id, expected, actual } of failures) {
      console.log(`  ${id} expected ${JSON.stringify(expected)} actual ${JSON.stringify(actual)}`);
    }
  }
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const failed = sum(reports.map(({ failures }) => failures.length));
  console.log(`${sum(reports.map(({ passed }) => passed))} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
