import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openTimeBetween } from '@accord/sla';
import { conform } from './conform.js';
import type { Library } from './vector.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vectors-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const given = (file: string, content: unknown) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), JSON.stringify(content));
};
const libraries: Library[] = [
  { schema: 'sums/1', answers: { add: ({ a, b }) => ({ sum: a + b }), half: ({ a }) => ({ sum: a / 2 }) } },
  { schema: 'sums/1', answers: { twice: ({ a }) => ({ sum: [[a], [a]] }) } },
  { schema: 'hours/1', answers: { open: ({ from, to }, calendar) => openTimeBetween(calendar(), from, to) } },
];
const add = (id: string, sum: number, more = {}) => ({
  id,
  op: 'add',
  input: { a: 1, b: 2 },
  expected: { sum },
  ...more,
});

it('counts what passes and tells what fails with id, expected and actual, in every folder', () => {
  given('a.json', { schema: 'sums/1', vectors: [add('s-1', 3), add('s-2', 4)] });
  given('deep/er/b.json', { schema: 'sums/1', vectors: [add('s-3', 3.05, { tolerance: 0.1 })] });

  expect(conform(folder, libraries)).toEqual([
    { file: 'a.json', passed: 1, failures: [{ id: 's-2', expected: { sum: 4 }, actual: { sum: 3 } }] },
    { file: join('deep', 'er', 'b.json'), passed: 1, failures: [] },
  ]);
});

it('fails an operation and a schema that nobody answers, and an answer that throws', () => {
  given('a.json', { schema: 'sums/1', vectors: [add('s-1', 3, { op: 'toString' }), add('s-2', 3, { input: null })] });
  given('b.json', { schema: 'sums/2', vectors: [add('s-3', 3)] });

  const actual = conform(folder, libraries).flatMap(({ failures }) => failures.map((failure) => failure.actual));
  expect(actual).toEqual([
    'Error: unknown operation toString',
    expect.stringContaining('TypeError'),
    'Error: unknown schema sums/2',
  ]);
});

it('takes a schema that several libraries share', () => {
  const twice = { id: 's-1', op: 'twice', input: { a: 1 }, expected: { sum: [[1], [1]] } };
  given('a.json', { schema: 'sums/1', vectors: [twice, { ...twice, expected: { sum: [[1]] } }] });

  expect(conform(folder, libraries)).toMatchObject([{ passed: 1, failures: [{ actual: { sum: [[1], [1]] } }] }]);
});

it('fails a list of numbers that is longer than expected', () => {
  const series: Library[] = [{ schema: 'sums/1', answers: { count: () => ({ parts: [1, 2, 3] }) } }];
  const count = (parts: number[]) => ({ id: 's-1', op: 'count', input: {}, expected: { parts } });
  given('a.json', { schema: 'sums/1', vectors: [count([1, 2]), count([1, 2, 3]), count([1, 2, 3, 4])] });

  expect(conform(folder, series)).toMatchObject([{ passed: 1 }]);
});

it('reads the calendars beside the file, and leaves out files without vectors', () => {
  const weekly = { thu: [['09:00', '10:00']] };
  given('hours/calendars.json', { office: { tz: 'Etc/UTC', weekly } });
  given('hours/a.json', {
    schema: 'hours/1',
    vectors: [{ id: 'h-1', op: 'open', calendar: 'office', input: { from: 0, to: 86_400_000 }, expected: 3_600_000 }],
  });
  given('entries.json', { schema: 'hours/1', entries: [] });

  expect(conform(folder, libraries)).toEqual([{ file: join('hours', 'a.json'), passed: 1, failures: [] }]);
});

describe('npm run conformance', () => {
  const run = () =>
    spawnSync(process.execPath, ['tools/run.mjs', 'test/conformance/main.ts', folder], {
      cwd: join(import.meta.dirname, '../..'),
      encoding: 'utf8',
    });
  const half = { id: 'cr-1', op: 'pointsCredit', input: { points: 3, table: [[3, 50]] }, expected: { percent: 50 } };

  it('ends with the sum alone on a line, and with 0 when all passed', () => {
    given('a.json', { schema: 'sla-vectors/1', vectors: [half] });

    expect(run()).toMatchObject({ status: 0, stdout: 'a.json: 1 of 1 passed\n1 passed, 0 failed\n' });
  });

  it('ends with 1 when one failed', () => {
    given('a.json', { schema: 'sla-vectors/1', vectors: [half, { ...half, id: 'cr-2', op: 'guess' }] });

    const { status, stdout } = run();
    expect(status).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'a.json: 1 of 2 passed',
      '  cr-2 expected {"percent":50} actual "Error: unknown operation guess"',
      '1 passed, 1 failed',
      '',
    ]);
  });
});
