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

/**
 * Every place in which the answer is not what the vector expects. What it does not mention is free: an answer may hold
 * more, and a series of numbers may go on; any other list is as long as expected.
 */
export function differences(expected: any, actual: any, tolerance = 0, path = ''): string[] {
  if (typeof expected === 'object' && expected !== null) {
    const within = Object.keys(expected).flatMap((key) =>
      differences(expected[key], actual?.[key], tolerance, `${path}.${key}`),
    );
    const whole = Array.isArray(expected) && !expected.some((item) => typeof item === 'number');
    return whole ? [...within, ...differences(expected.length, actual?.length, 0, `${path}.length`)] : within;
  }
  if (typeof expected === 'number' && typeof actual === 'number' && Math.abs(expected - actual) <= tolerance) return [];
  return Object.is(expected, actual) ? [] : [`${path.slice(1)}: expected ${expected}, was ${actual}`];
}
