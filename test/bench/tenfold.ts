import { createReadStream, createWriteStream, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** A log with ten times the tickets, each as often as before under ten numbers. @returns Where it lies. */
export async function tenfold(file: string): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'accord-bench-')), 'tenfold.csv.gz');
  await pipeline(Readable.from(tenTimes(file)), createGzip({ level: 1 }), createWriteStream(path));
  return path;
}

async function* tenTimes(file: string): AsyncGenerator<string> {
  for (let copy = 0; copy < 10; copy += 1) {
    let header = true;
    let text = '';
    for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
      if (!header || copy === 0) text += header ? `${line}\n` : `${copy}${line}\n`;
      header = false;
      if (text.length < 1_000_000) continue;
      yield text;
      text = '';
    }
    yield text;
  }
}
