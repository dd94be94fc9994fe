import { ALWAYS_OPEN } from '../calendar/always-open.js';
import type { Calendar } from '../calendar/calendar.js';
import { intersectionOf } from '../calendar/combined-calendar.js';
import { openPeriods } from '../calendar/periods.js';
import { Exact } from '../foundation/decimal.js';
import { type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { assertMade } from '../foundation/made.js';
import { assertInterval, type Interval, subtract } from '../foundation/interval.js';
import type { Chain, ChainLink } from './chain.js';
import { AVAILABILITY, type Quantity, TIME } from './quantity.js';

/** What a promise may say, given what it rests on. */
export interface Attainable {
  /** Null when no link states any availability. */
  readonly availabilityPercent: string | null;
  /** Null when no link states any time. */
  readonly timeMs: number | null;
  /** The hours in which everything holds; null when the links are never open together. */
  readonly calendar: Calendar | null;
}

/** A link that cannot carry the promise above it. */
export interface WeakLink {
  readonly link: string;
  /** The promise that it is too weak for. */
  readonly under: string;
  readonly kind: 'availability' | 'time' | 'hours';
  /** A percentage, milliseconds, or the milliseconds of the range in which the promise holds. */
  readonly promised: string;
  /** What the link can be counted on for, in the same unit. */
  readonly carries: string;
  /** What it would have to promise, the others as they are; null when no promise of it alone would do. */
  readonly needed: string | null;
  /** The first hours of the promise that the link does not cover; null of other kinds. */
  readonly gap: Interval | null;
}

export interface ChainJudgement {
  /** What the top of the chain may promise. Where it states less itself, that. */
  readonly attainable: Attainable;
  /** Every promise of the chain can be kept by what it rests on. */
  readonly holds: boolean;
  readonly tooWeak: readonly WeakLink[];
  readonly explanation: readonly Step[];
}

/**
 * What a promise may say given those under it, and which links are too weak for what was promised above them.
 * Availability multiplies along parts that all have to work (independent parts in series), times add up, and hours are
 * those that all calendars share. A part that two others need counts for both of them: the answer is on the safe side.
 *
 * A link is blamed when alone it already breaks the promise above; when only all together do, the weakest of them is.
 *
 * @param range Over which hours are compared, a year for example: calendars have no end.
 * @throws {InputError} When the chain was not made by `createChain`, or the range is malformed.
 */
export function judgeChain(chain: Chain, range: Interval): ChainJudgement {
  assertMade('chain', chain, 'createChain');
  assertInterval('range', range);
  const found: Found = { carried: new Map(), tooWeak: [], steps: [], range };
  for (const link of chain.links) found.carried.set(link.id, carriedBy(link, found));
  const { availability, timeMs, calendar } = found.carried.get(chain.top.id)!;
  return {
    attainable: {
      availabilityPercent: availability && printed(availability),
      timeMs: timeMs && timeMs.toNumber(),
      calendar,
    },
    holds: found.tooWeak.length === 0,
    tooWeak: found.tooWeak,
    explanation: found.steps,
  };
}

/** What a link can be counted on for: what it states, or less where those below carry less. */
interface Carried {
  readonly availability: Exact | null;
  readonly timeMs: Exact | null;
  readonly calendar: Calendar | null;
}

interface Found {
  readonly carried: Map<string, Carried>;
  readonly tooWeak: WeakLink[];
  readonly steps: Step[];
  readonly range: Interval;
}

type Below = readonly (readonly [id: string, carried: Carried])[];

function carriedBy(link: ChainLink, found: Found): Carried {
  const { id, needs = [], availabilityPercent, timeMs } = link;
  const below = [...new Set(needs)].map((need) => [need, found.carried.get(need)!] as const);
  return {
    availability: amountCarried('availability', id, stated(availabilityPercent), partsOf(below, 'availability'), found),
    timeMs: amountCarried('time', id, stated(timeMs), partsOf(below, 'timeMs'), found),
    calendar: hoursCarried(link, below, found),
  };
}

type Part = readonly [id: string, amount: Exact];

const QUANTITIES: Readonly<Record<'availability' | 'time', Quantity>> = { availability: AVAILABILITY, time: TIME };

function amountCarried(
  kind: keyof typeof QUANTITIES,
  under: string,
  promised: Exact | null,
  parts: readonly Part[],
  { tooWeak, steps }: Found,
): Exact | null {
  if (parts.length === 0) return promised;
  const quantity = QUANTITIES[kind];
  const together = quantity.together(parts.map(([, amount]) => amount));
  const carries = promised && !quantity.weaker(together, promised) ? promised : together;
  const inputs = {
    link: under,
    promised: promised && printed(promised),
    parts: parts.map(([id, amount]) => ({ link: id, carries: printed(amount) })),
  };
  steps.push(step(`chain.${kind}`, inputs, printed(together)));
  if (!promised || !quantity.weaker(together, promised)) return carries;
  for (const [link, amount] of blamed(quantity, promised, parts)) {
    const others = quantity.together(parts.filter(([id]) => id !== link).map(([, other]) => other));
    const needed = quantity.needed(promised, others);
    const figures = { promised: printed(promised), carries: printed(amount), needed: needed && printed(needed) };
    tooWeak.push({ link, under, kind, ...figures, gap: null });
  }
  return carries;
}

function blamed(quantity: Quantity, promised: Exact, parts: readonly Part[]): readonly Part[] {
  const alone = parts.filter(([, amount]) => quantity.weaker(amount, promised));
  const weakest = parts.reduce((worst, part) => (quantity.weaker(part[1], worst[1]) ? part : worst));
  return alone.length > 0 ? alone : [weakest];
}

function hoursCarried({ id, calendar }: ChainLink, below: Below, { range, tooWeak, steps }: Found): Calendar | null {
  const shared = sharedBy([...(calendar ? [calendar] : []), ...below.map(([, part]) => part.calendar)]);
  if (!calendar || below.length === 0) return shared;
  const promised = openPeriods(calendar, range);
  for (const [link, part] of below) {
    const missing = subtract(promised, part.calendar ? openPeriods(part.calendar, range) : []);
    const [missingMs, promisedMs] = [lengthOf(missing), lengthOf(promised)];
    steps.push(step('chain.hours', { link: id, below: link, ...range, promisedMs }, promisedMs - missingMs));
    if (missingMs === 0) continue;
    const figures = { promised: `${promisedMs}`, carries: `${promisedMs - missingMs}`, needed: `${promisedMs}` };
    tooWeak.push({ link, under: id, kind: 'hours', ...figures, gap: missing[0]! });
  }
  return shared;
}

function sharedBy(calendars: readonly (Calendar | null)[]): Calendar | null {
  if (calendars.length === 0) return ALWAYS_OPEN;
  if (calendars.includes(null)) return null;
  try {
    return intersectionOf(calendars as Calendar[]);
  } catch (error) {
    if (error instanceof InputError && error.code === 'NO_OPEN_TIME') return null;
    throw error;
  }
}

function partsOf(below: Below, name: 'availability' | 'timeMs'): Part[] {
  return below.flatMap(([id, carried]) => (carried[name] ? [[id, carried[name]] as const] : []));
}

const stated = (amount: string | number | null | undefined): Exact | null =>
  amount == null ? null : new Exact(amount);
const printed = (amount: Exact): string => amount.toSignificantDigits(34).toFixed();
const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + to - from, 0);
