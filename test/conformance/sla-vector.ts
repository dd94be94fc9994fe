import { ALWAYS_OPEN, type Calendar, createCalendar, type Deadline, type Interval, type Pause } from '@accord/sla';
import type { Allowance, Answers, Vector } from './vector.js';

export type { Answers, Vector } from './vector.js';

export type Calendars = Readonly<Record<string, any>>;

/** Where the rule of an operation allows for how a vector was written. */
const ALLOWANCES: Readonly<Record<string, Allowance>> = {
  timeToExhaustion: { tolerance: 1e-3 },
  detectionTime: { tolerance: 1e-3 },
  sliReport: { tolerance: 1e-9 },
  budgetBurndown: { series: '.remainingPercent' },
};

export const allowanceOf = ({ op, tolerance }: Vector): Allowance => ({
  ...ALLOWANCES[op],
  ...(tolerance !== undefined && { tolerance }),
});

/** Calls the answer of a vector. @throws {Error} When the operation is unknown. */
export function answer(answers: Answers, calendars: Calendars, { op, input, calendar }: Vector): unknown {
  const named = (name = calendar): Calendar => {
    if (!name) return ALWAYS_OPEN;
    const { tz, ...definition } = calendars[name];
    return createCalendar({ zone: tz, ...definition });
  };
  const found = Object.hasOwn(answers, op) && answers[op];
  if (!found) throw new Error(`unknown operation ${op}`);
  return found(input, named);
}

export const instant = (text: string): number => Date.parse(text);
export const printed = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
export const printedPair = ({ near, far }: Deadline) => ({ near: printed(near), far: printed(far) });
export const pair = ({ from, to }: Interval): [string, string] => [printed(from), printed(to)];
export const interval = ([from, to]: [string, string]): Interval => ({ from: instant(from), to: instant(to) });
export const pauses = (pairs: [string, string | null][]): Pause[] =>
  pairs.map(([from, to]) => ({ from: instant(from), to: to === null ? null : instant(to) }));

/** Vectors write numbers, the library reads decimals. */
export const decimal = (value: number): string =>
  value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
