import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '..');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('en.json'));

it('writes a percentage in words as figures are written in English, without a blank', () => {
  const apart = files.flatMap((file) => readFileSync(join(src, file), 'utf8').match(/.*[\d}] %.*/g) ?? []);
  expect(apart).toEqual([]);
});
