import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
let folder: string;
let consumer: string;

const run = (command: string, args: string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
};
const packed = (cwd: string, ...args: string[]) => {
  const options = ['--pack-destination', folder, '--json', '--loglevel=error'];
  const printed = run('npm', ['pack', ...options, ...args], cwd);
  return join(folder, JSON.parse(printed.slice(printed.indexOf('[')))[0].filename);
};

/** The library as a checkout would have it, so that the build of the tree is left alone. */
function checkout(): string {
  const library = join(folder, 'libs/sla');
  mkdirSync(library, { recursive: true });
  for (const file of ['.swcrc', 'tsconfig.base.json']) cpSync(join(root, file), join(folder, file));
  for (const file of ['src', 'README.md', 'package.json', 'tsconfig.types.json']) {
    cpSync(join(root, 'libs/sla', file), join(library, file), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return library;
}

/** What the package needs at run time, from what is installed here: no registry is asked. */
function dependenciesOf(name: string, directory: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  const below = Object.keys(dependencies).flatMap((need) => dependenciesOf(need, join(root, 'node_modules', need)));
  return [...new Set([name, ...below])];
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-sla-'));
  consumer = mkdtempSync(join(tmpdir(), 'accord-sla-consumer-'));
  const library = checkout();
  const needed = dependenciesOf('@accord/sla', library).slice(1);
  const tarballs = needed.map((name) => packed(folder, '--ignore-scripts', join(root, 'node_modules', name)));
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  run(
    'npm',
    ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', packed(library), ...tarballs],
    consumer,
  );
}, 120_000);

afterAll(() => [folder, consumer].forEach((directory) => rmSync(directory, { recursive: true })));

it('the package of libs/sla brings nothing but what it needs to calculate', () => {
  const installed = readdirSync(join(consumer, 'node_modules')).filter((name) => !name.startsWith('.'));

  expect(installed).toEqual(['@accord', 'decimal.js', 'temporal-polyfill', 'temporal-spec', 'temporal-utils']);
  expect(readdirSync(join(consumer, 'node_modules/@accord/sla')).sort()).toEqual(['README.md', 'dist', 'package.json']);
});

it('the package of libs/sla holds no tests', () => {
  const files = readdirSync(join(consumer, 'node_modules/@accord/sla/dist'), { recursive: true, encoding: 'utf8' });

  expect(files).toContain('index.d.ts');
  expect(files.filter((file) => file.includes('.spec.'))).toEqual([]);
});

it('the package of libs/sla compiles with its types, and runs, in an empty folder', () => {
  writeFileSync(
    join(consumer, 'answer.ts'),
    `import { createCalendar, createTerms, InputError, judge, type Judgement, periodById } from '@accord/sla';

const june = periodById('Europe/Berlin', '2026-06');
const terms = createTerms({
  indicator: { kind: 'availability' },
  objective: { comparator: 'gte', targetPercent: '99.9' },
  calendar: createCalendar({ zone: 'Europe/Berlin', weekly: { mon: [['09:00', '17:00']] } }),
});
const { verdict, ratio }: Judgement = judge(terms, june, { kind: 'outages', outages: [] });
// @ts-expect-error A target is a decimal in a string.
const refused = () => createTerms({ indicator: { kind: 'availability' }, objective: { comparator: 'gte', targetPercent: 99 } });
try {
  refused();
} catch (error) {
  console.log(verdict, ratio, error instanceof InputError && error.path);
}
`,
  );
  const options = ['--strict', '--module', 'nodenext', '--moduleResolution', 'nodenext', '--target', 'es2023'];
  run(process.execPath, [tsc, ...options, 'answer.ts'], consumer);

  expect(run(process.execPath, ['answer.js'], consumer)).toBe('met 1 objective.targetPercent\n');
}, 60_000);
