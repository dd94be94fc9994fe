// npm test [-- PATTERN…]: every test of the workspace; the last line counts them.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './root.mjs';

const JEST_PROJECTS = ['libs/sla', 'libs/domain', 'apps/api', 'test'];
const patterns = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'accord-report-'));
const total = { passed: 0, failed: 0 };

// Stories in the browser see the built client; without it the others still tell what they know.
await build(['@accord/api', '@accord/web']).catch((error) => {
  console.error(error.message);
  total.failed += 1;
});
// Stories that start the server as a process start what was built.
if (total.failed === 0) process.env.ACCORD_BUILT = 'true';
await jest();
if (existsSync(join(root, 'apps/web/src'))) await vitest();
rmSync(reports, { recursive: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

async function jest() {
  // Workers take these along: what is thrown away soon is collected seldom, and by no threads that wait for the same cores.
  const memory = ['--max-semi-space-size=64', '--single-threaded-gc'];
  const node = ['--no-warnings', ...memory, 'node_modules/jest/bin/jest.js'];
  // A project's own time-out does not count here. A worker more than cores: they wait for the database and for browsers.
  const order = `--testSequencer=${join(root, 'tools/long-tests-first.mjs')}`;
  const flags = [
    ...node,
    '--passWithNoTests',
    '--testTimeout=30000',
    `--maxWorkers=${availableParallelism() + 1}`,
    order,
  ];
  await run(
    'jest',
    root,
    [...flags, '--projects', ...JEST_PROJECTS, ...(patterns.length > 0 ? ['--', ...patterns] : [])],
    '--outputFile=',
  );
}

async function vitest() {
  // The build writes the typed documents; one that was not needed, or failed, has not.
  await import('../apps/web/codegen.mjs');
  const flags = ['--passWithNoTests', '--reporter=default', '--reporter=json'];
  await run(
    'vitest',
    join(root, 'apps/web'),
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...flags, ...patterns],
    '--outputFile.json=',
  );
}

/** Runs one runner and adds what its report counts; a runner that leaves no report, or a file that cannot run, has failed. */
async function run(name, cwd, args, reportFlag) {
  const report = join(reports, `${name}.json`);
  const code = await new Promise((resolve) => {
    const json = name === 'jest' ? ['--json'] : [];
    const separator = args.indexOf('--');
    const flags = [...json, `${reportFlag}${report}`];
    const all = separator < 0 ? [...args, ...flags] : [...args.slice(0, separator), ...flags, ...args.slice(separator)];
    spawn(process.execPath, all, { cwd, stdio: ['ignore', name === 'jest' ? 'ignore' : 'inherit', 'inherit'] }).on(
      'close',
      resolve,
    );
  });
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const unrunnable = found.numRuntimeErrorTestSuites ?? 0;
  const failed = (found.numFailedTests ?? 0) + unrunnable;
  total.passed += found.numPassedTests ?? 0;
  total.failed += failed || (code === 0 ? 0 : 1);
}
