import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { answer, type Calendars, allowanceOf } from './sla-vector.js';
import { type Answers, differences, type Library, type Vector } from './vector.js';

export interface Failure {
  readonly id: string;
  readonly expected: unknown;
  /** What was answered, or why nothing was. */
  readonly actual: unknown;
}

export interface FileReport {
  /** From the folder on. */
  readonly file: string;
  readonly passed: number;
  readonly failures: readonly Failure[];
}

interface VectorFile {
  readonly schema?: string;
  readonly vectors?: readonly Vector[];
}

/**
 * Asks the libraries every vector under a folder: a file by its `schema`, a vector by its `op`. Files without `vectors`
 * are no vector files. A schema or an operation that nobody answers is a failure.
 */
export function conform(folder: string, libraries: readonly Library[]): FileReport[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => join(folder, file))
    .flatMap((path) => {
      const { schema = '', vectors } = readJson<VectorFile>(path);
      if (!Array.isArray(vectors)) return [];
      const failures = failuresOf(vectors, answersOf(libraries, schema), calendarsBeside(path), schema);
      return [{ file: relative(folder, path), passed: vectors.length - failures.length, failures }];
    });
}

function failuresOf(
  vectors: readonly Vector[],
  answers: Answers | null,
  calendars: Calendars,
  schema: string,
): Failure[] {
  return vectors.flatMap((vector) => {
    const { id, expected } = vector;
    try {
      if (!answers) throw new Error(`unknown schema ${schema}`);
      const actual = answer(answers, calendars, vector);
      return differences(expected, actual, allowanceOf(vector)).length > 0 ? [{ id, expected, actual }] : [];
    } catch (error) {
      return [{ id, expected, actual: String(error) }];
    }
  });
}

function answersOf(libraries: readonly Library[], schema: string): Answers | null {
  const answering = libraries.filter((library) => library.schema === schema);
  return answering.length > 0 ? Object.assign({}, ...answering.map(({ answers }) => answers)) : null;
}

function calendarsBeside(path: string): Calendars {
  const file = join(dirname(path), 'calendars.json');
  return existsSync(file) ? readJson<Calendars>(file) : {};
}

const readJson = <Content>(path: string): Content => JSON.parse(readFileSync(path, 'utf8'));
