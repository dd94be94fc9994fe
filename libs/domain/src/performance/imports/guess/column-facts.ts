import { columnNames } from '../columns.js';
import type { FileFormat } from '../file-format.js';
import { timeReader } from '../time-format.js';

/** What a look at the first rows of a file tells of one of its columns. */
export interface ColumnFacts {
  /** As a profile names it. */
  readonly name: string;
  /** In how many of the rows it has a value. */
  readonly filled: number;
  /** Its first values, each once; long ones are cut. */
  readonly samples: readonly string[];
  /** Every value with the number of rows it stands in, the most frequent first; null where there are too many. */
  readonly values: readonly { readonly value: string; readonly count: number }[] | null;
  /** How its times may be written, where nearly all its values are times; the likeliest first. */
  readonly timeFormats: readonly string[];
}

/** Ways to write a time that are looked for; what is read alike by several is of the first. */
export const TIME_FORMATS = [
  'iso8601',
  'yyyy-MM-dd HH:mm[:ss[.SSS]][Z]',
  'yyyy/MM/dd HH:mm[:ss]',
  'd.M.yyyy HH:mm[:ss]',
  'd/M/yyyy HH:mm[:ss]',
  'M/d/yyyy HH:mm[:ss]',
  'd/M/yyyy h:mm[:ss] a',
  'M/d/yyyy h:mm[:ss] a',
  'd/MMM/yy h:mm a',
  'd/MMM/yy HH:mm',
  'd-MMM-yyyy HH:mm[:ss]',
  'd MMM yyyy HH:mm[:ss]',
  'd-M-yyyy HH:mm[:ss]',
  'M/d/yy HH:mm',
  'd/M/yy HH:mm',
] as const;

const MOST_VALUES = 40;
const SAMPLES = 3;

/** A column of times may hold some that no calendar has. */
const NEARLY_ALL = 0.9;

const LONGEST_SAMPLE = 80;
const LONGEST_VALUE = 200;

/** @param rows Cells of rows that have as many as the header. */
export function columnFacts(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { missing }: Pick<FileFormat, 'missing'>,
): ColumnFacts[] {
  const absent = new Set(['', ...missing]);
  return columnNames(header).map((name, i) => {
    const counts = new Map<string, number>();
    let filled = 0;
    for (const row of rows) {
      const text = row[i]!.trim();
      if (absent.has(text)) continue;
      filled += 1;
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const distinct = [...counts.keys()];
    const fewValues = distinct.length <= MOST_VALUES && distinct.every((text) => text.length <= LONGEST_VALUE);
    return {
      name,
      filled,
      samples: distinct.slice(0, SAMPLES).map(cut),
      values: fewValues
        ? [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
        : null,
      timeFormats: timeFormatsOf(distinct),
    };
  });
}

function timeFormatsOf(texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  return TIME_FORMATS.filter((format) => {
    const read = timeReader({ format, zone: 'Etc/UTC' });
    return texts.filter((text) => read(text) !== null).length >= NEARLY_ALL * texts.length;
  });
}

const cut = (text: string): string => (text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE - 1)}…` : text);
