import { readdirSync } from 'node:fs';

/** npm run bench -- NAME: runs test/bench/NAME.bench.ts, which prints its rows. */
const known = readdirSync(import.meta.dirname).flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? []);
const name = process.argv[2] ?? '';

if (known.includes(name)) {
  const { bench } = (await import(`./${name}.bench.ts`)) as { bench(): Promise<void> };
  await bench();
} else {
  console.error(`Say what to measure: npm run bench -- ${known.join(' | ')}`);
  process.exitCode = 1;
}
