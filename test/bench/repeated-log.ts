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
export const tenfold = (file: string): Promise<string> => repeated(file, 10, YEARS_APART);

/** A log ten times as dense: the same tickets under ten numbers, some 75,000 in its fullest months. */
export const densified = (file: string): Promise<string> => repeated(file, 10, 0);

async function repeated(file: string, times: number, yearsApart: number): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'accord-bench-')), 'repeated.csv.gz');
  const rows = Readable.from(rowsOf(file, times, yearsApart));
  await pipeline(rows, createGzip({ level: 1 }), createWriteStream(path));
  return path;
}

async function* rowsOf(file: string, times: number, yearsApart: number): AsyncGenerator<string> {
  for (let copy = times - 1; copy >= 0; copy -= 1) {
    const earlier = (_: string, day: string, year: string, time: string) =>
      `${day}${Number(year) - copy * yearsApart}${time}`;
    let line = 0;
    let text = '';
    for await (const row of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
      line += 1;
      if (line === 1) text += copy === times - 1 ? `${row}\n` : '';
      else text += `${copy}${row.replace(DATE, earlier)}\n`;
      if (text.length < 1_000_000) continue;
      yield text;
      text = '';
    }
    yield text;
  }
}
