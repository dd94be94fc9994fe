import type { Calendar } from '@accord/sla';

/** One row of a vector file: an operation, its input and what it must answer. */
export interface Vector {
  readonly id: string;
  readonly op: string;
  readonly calendar?: string | null;
  readonly input: any;
  readonly expected: any;
  /** Absolute, on every number of the answer. */
  readonly tolerance?: number;
}

/** Answers by operation. The second argument gives the calendar of the vector, or a named one. */
export type Answers = Readonly<Record<string, (input: any, calendar: (name?: string) => Calendar) => unknown>>;

/** What a library answers of the vectors of a schema. Several libraries may share a schema. */
export interface Library {
  readonly schema: string;
  readonly answers: Answers;
}

/** What the rule of an operation allows for. */
export interface Allowance {
  /** Absolute, on every number of the answer. */
  readonly tolerance?: number;
  /** A list of which a vector may expect the beginning only, such as `.remainingPercent`. */
  readonly series?: string;
}

/**
 * Every place in which the answer is not what the vector expects. An answer may hold fields that it does not mention; a
 * list is as long as expected.
 */
export function differences(expected: any, actual: any, allowance: Allowance = {}, path = ''): string[] {
  if (typeof expected === 'object' && expected !== null) {
    const within = Object.keys(expected).flatMap((key) =>
      differences(expected[key], actual?.[key], allowance, `${path}.${key}`),
    );
    if (!Array.isArray(expected) || path === allowance.series) return within;
    return [...within, ...differences(expected.length, actual?.length, {}, `${path}.length`)];
  }
  const { tolerance = 0 } = allowance;
  if (typeof expected === 'number' && typeof actual === 'number' && Math.abs(expected - actual) <= tolerance) return [];
  return Object.is(expected, actual) ? [] : [`${path.slice(1)}: expected ${expected}, was ${actual}`];
}
