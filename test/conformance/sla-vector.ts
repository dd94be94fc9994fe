import { ALWAYS_OPEN, type Calendar, createCalendar, type Deadline, type Interval, type Pause } from '@accord/sla';

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

export type Calendars = Readonly<Record<string, any>>;

/** Calls the answer of a vector. */
export function answer(answers: Answers, calendars: Calendars, { op, input, calendar }: Vector): unknown {
  const named = (name = calendar): Calendar => {
    if (!name) return ALWAYS_OPEN;
    const { tz, ...definition } = calendars[name];
    return createCalendar({ zone: tz, ...definition });
  };
  const found = answers[op];
  if (!found) throw new Error(`unknown operation ${op}`);
  return found(input, named);
}

/** Every place in which the answer is not what the vector expects; what it does not mention is free. */
export function differences(expected: any, actual: any, tolerance = 0, path = ''): string[] {
  if (typeof expected === 'object' && expected !== null) {
    return Object.keys(expected).flatMap((key) =>
      differences(expected[key], actual?.[key], tolerance, `${path}.${key}`),
    );
  }
  if (typeof expected === 'number' && typeof actual === 'number' && Math.abs(expected - actual) <= tolerance) return [];
  return Object.is(expected, actual) ? [] : [`${path.slice(1)}: expected ${expected}, was ${actual}`];
}

export const instant = (text: string): number => Date.parse(text);
export const printed = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
export const printedPair = ({ near, far }: Deadline) => ({ near: printed(near), far: printed(far) });
export const pair = ({ from, to }: Interval): [string, string] => [printed(from), printed(to)];
export const interval = ([from, to]: [string, string]): Interval => ({ from: instant(from), to: instant(to) });
export const pauses = (pairs: [string, string | null][]): Pause[] =>
  pairs.map(([from, to]) => ({ from: instant(from), to: to === null ? null : instant(to) }));
