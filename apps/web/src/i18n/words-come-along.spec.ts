import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '..');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
const rooms = files.filter((file) => /^\w+\/words\.ts$/.test(file)).map(dirname);
const pages = files.filter((file) => file.endsWith('-page.tsx'));

/** A file and everything that it needs before it runs, relative to the sources. */
function needed(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path = ''] of text(file).matchAll(/^(?:import|\} from|import (?!type ).* from) '(\.[^']*)';$/gm)) {
    const target = join(dirname(file), path);
    const source = [target, `${target}.ts`, `${target}.tsx`].find(
      (one) => /\.tsx?$/.test(one) && existsSync(join(src, one)),
    );
    if (source) needed(source, found);
  }
  return found;
}
const text = (file: string) => readFileSync(join(src, file), 'utf8');

describe('a page that says words of a room brings them along', () => {
  it.each(pages)('%s', (page) => {
    const parts = [...needed(page)];
    const said = rooms.filter((room) => parts.some((part) => new RegExp(`['\`]${room}\\.\\w`).test(text(part))));
    const missing = said.filter((room) => !parts.includes(join(room, 'words.ts')));
    expect(missing).toEqual([]);
  });
});
