import { createReadStream, createWriteStream, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Leap years stay leap years. */
const YEARS_APART = 4;

/** When the tenfold log begins, if the log begins in 2016. */
export const TENFOLD_FROM = '1980-01-01';

const DATE = /(\d+\/\d+\/)(\d{4})( \d+:\d+)/g;

/** A log ten times as long: the same tickets under ten numbers, each time four years earlier. @returns Where it lies. */
export async function tenfold(file: string): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'accord-bench-')), 'tenfold.csv.gz');
  await pipeline(Readable.from(tenTimes(file)), createGzip({ level: 1 }), createWriteStream(path));
  return path;
}

async function* tenTimes(file: string): AsyncGenerator<string> {
  for (let copy = 9; copy >= 0; copy -= 1) {
    const earlier = (_: string, day: string, year: string, time: string) =>
      `${day}${Number(year) - copy * YEARS_APART}${time}`;
    let line = 0;
    let text = '';
    for await (const row of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
      line += 1;
      if (line === 1) text += copy === 9 ? `${row}\n` : '';
      else text += `${copy}${row.replace(DATE, earlier)}\n`;
      if (text.length < 1_000_000) continue;
      yield text;
      text = '';
    }
    yield text;
  }
}
