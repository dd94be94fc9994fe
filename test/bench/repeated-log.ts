import { createReadStream, createWriteStream, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Enough to tell what grows with the rows from what does not, and imported within a minute. */
const TIMES = 3;

/** Leap years stay leap years. */
const YEARS_APART = 4;

/** When the longer log begins, if the log begins in 2016. */
export const LONGER_FROM = '2008-01-01';

const DATE = /(\d+\/\d+\/)(\d{4})( \d+:\d+)/g;

/** A log three times as long: the same tickets under three numbers, each time four years earlier. @returns Where it lies. */
export const longer = (file: string): Promise<string> => repeated(file, YEARS_APART);

/** A log three times as dense: the same tickets under three numbers, some 22,000 in its fullest months. */
export const denser = (file: string): Promise<string> => repeated(file, 0);

async function repeated(file: string, yearsApart: number): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'accord-bench-')), 'repeated.csv.gz');
  const rows = Readable.from(rowsOf(file, yearsApart));
  await pipeline(rows, createGzip({ level: 1 }), createWriteStream(path));
  return path;
}

async function* rowsOf(file: string, yearsApart: number): AsyncGenerator<string> {
  for (let copy = TIMES - 1; copy >= 0; copy -= 1) {
    const earlier = (_: string, day: string, year: string, time: string) =>
      `${day}${Number(year) - copy * yearsApart}${time}`;
    let line = 0;
    let text = '';
    for await (const row of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
      line += 1;
      if (line === 1) text += copy === TIMES - 1 ? `${row}\n` : '';
      else text += `${copy}${row.replace(DATE, earlier)}\n`;
      if (text.length < 1_000_000) continue;
      yield text;
      text = '';
    }
    yield text;
  }
}
