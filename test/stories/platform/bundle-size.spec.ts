import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../../../apps/web/dist');
const KIB = 1024;

interface Chunk {
  file: string;
  isEntry?: boolean;
  isDynamicEntry?: boolean;
  imports?: string[];
  css?: string[];
}
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)!;
/** Every screen behind the sign-in waits for the words of the screens. */
const words = Object.keys(manifest).find((name) => name.endsWith('room-words.ts'))!;
const pages = Object.keys(manifest).filter((name) => manifest[name]!.isDynamicEntry && name.endsWith('-page.tsx'));

const sizes = new Map<string, number>();
function gzipped(file: string): number {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file))).length);
  return sizes.get(file)!;
}

/** The chunks that must arrive before one of the named can run. */
function needed(names: string[], found = new Set<string>()): Set<string> {
  for (const name of names.filter((one) => !found.has(one))) {
    found.add(name);
    needed(manifest[name]!.imports ?? [], found);
  }
  return found;
}

function kibOf(names: Set<string>, files: (chunk: Chunk) => string[]): number {
  const all = new Set([...names].flatMap((name) => files(manifest[name]!)));
  return [...all].reduce((sum, file) => sum + gzipped(file), 0) / KIB;
}
const script = (chunk: Chunk) => [chunk.file];
const styles = (chunk: Chunk) => chunk.css ?? [];

describe('what the browser must load, compressed', () => {
  it('is at most 200 KiB of script and 40 KiB of style for the shell', () => {
    expect(kibOf(needed([entry]), script)).toBeLessThanOrEqual(200);
    expect(kibOf(needed([entry]), styles)).toBeLessThanOrEqual(40);
  });

  it('knows the pages', () => expect(pages.length).toBeGreaterThan(20));

  it.each(pages)('is at most 250 KiB of script to begin with for %s', (page) => {
    expect(kibOf(needed([entry, words, page]), script)).toBeLessThanOrEqual(250);
  });

  it('is at most 195 KiB for the charts, which come when one is shown', () => {
    const charts = Object.values(manifest).filter(({ file }) => /charts/.test(file) && file.endsWith('.js'));
    expect(charts.length).toBeGreaterThan(0);
    for (const { file } of charts) expect(gzipped(file) / KIB).toBeLessThanOrEqual(195);
    for (const page of pages)
      expect([...needed([entry, page])].map((name) => manifest[name]!.file)).not.toContain(charts[0]!.file);
  });

  it('is at most 150 KiB for the form of an order, beside its page', () => {
    const there = needed([entry, words, 'src/orders/order-form-page.tsx']);
    const form = [...needed(['src/orders/order-form.tsx'])].filter((name) => !there.has(name));
    expect(kibOf(new Set(form), script)).toBeGreaterThan(5);
    expect(kibOf(new Set(form), script)).toBeLessThanOrEqual(150);
  });
});
