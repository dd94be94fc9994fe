import { ALWAYS_OPEN } from '../calendar/always-open.js';
import type { Calendar } from '../calendar/calendar.js';
import { intersectionOf, unionOf } from '../calendar/combined-calendar.js';
import { openPeriods } from '../calendar/periods.js';
import { Exact } from '../foundation/decimal.js';
import { type Plain, type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { assertMade } from '../foundation/made.js';
import { assertInterval, type Interval, subtract } from '../foundation/interval.js';
import { type Chain, type ChainLink, type ChainNeed, linksOf } from './chain.js';
import { AVAILABILITY, type Quantity, SHARE, TIME } from './quantity.js';

/** What a promise may say, given what it rests on. */
export interface Attainable {
  /** Null when no link states any availability. */
  readonly availabilityPercent: string | null;
  /** Null when no link states any time. */
  readonly timeMs: number | null;
  /** Null when no link states any share. */
  readonly sharePercent: string | null;
  /** The hours in which everything holds; null when the links are never open together. */
  readonly calendar: Calendar | null;
}

/** A link that cannot carry the promise above it. */
export interface WeakLink {
  /** Of alternatives that are too weak together, the weakest. */
  readonly link: string;
  /** The promise that it is too weak for. */
  readonly under: string;
  readonly kind: 'availability' | 'time' | 'share' | 'hours';
  /** A percentage, milliseconds, or the milliseconds of the range in which the promise holds. */
  readonly promised: string;
  /** What the link can be counted on for, in the same unit; alternatives together. */
  readonly carries: string;
  /** What it would have to promise, the others as they are; null when no promise of it alone would do, and of alternatives. */
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
 * Availability multiplies along parts that all have to work, times add up, failing shares add up, and hours are those that
 * all calendars share. Of alternatives, those that rest on nothing in common are counted as independent; where they share
 * a link beneath, they may fail together, and no more is counted on than what holds however they hang together.
 *
 * A link is blamed when alone it already breaks the promise above; when only all together do, the weakest of them is.
 *
 * @param range Over which hours are compared, a year for example: calendars have no end.
 * @throws {InputError} When the chain was not made by `createChain`, or the range is malformed.
 */
export function judgeChain(chain: Chain, range: Interval): ChainJudgement {
  assertMade('chain', chain, 'createChain');
  assertInterval('range', range);
  const links = new Map(chain.links.map((link) => [link.id, link]));
  const found: Found = { links, carried: new Map(), tooWeak: [], steps: [], range };
  for (const link of chain.links) found.carried.set(link.id, carriedBy(link, found));
  const { availability, time, share, calendar } = found.carried.get(chain.top.id)!;
  return {
    attainable: {
      availabilityPercent: availability && printed(availability),
      timeMs: time && time.toNumber(),
      sharePercent: share && printed(share),
      calendar,
    },
    holds: found.tooWeak.length === 0,
    tooWeak: found.tooWeak,
    explanation: found.steps,
  };
}

const QUANTITIES = { availability: AVAILABILITY, time: TIME, share: SHARE } satisfies Record<string, Quantity>;

type Kind = keyof typeof QUANTITIES;

/** What a link can be counted on for: what it states, or less where those below carry less. */
interface Carried extends Readonly<Record<Kind, Exact | null>> {
  readonly calendar: Calendar | null;
}

interface Found {
  readonly links: ReadonlyMap<string, ChainLink>;
  readonly carried: Map<string, Carried>;
  readonly tooWeak: WeakLink[];
  readonly steps: Step[];
  readonly range: Interval;
}

function carriedBy(link: ChainLink, found: Found): Carried {
  const { availabilityPercent, timeMs, sharePercent } = link;
  return {
    availability: amountCarried('availability', link, stated(availabilityPercent), found),
    time: amountCarried('time', link, stated(timeMs), found),
    share: amountCarried('share', link, stated(sharePercent), found),
    calendar: hoursCarried(link, found),
  };
}

/** What one need is counted on for. */
interface Part {
  readonly links: readonly string[];
  readonly amount: Exact;
  /** How it is told of in a step. */
  readonly told: { readonly [name: string]: Plain };
}

function amountCarried(kind: Kind, { id, needs = [] }: ChainLink, promised: Exact | null, found: Found): Exact | null {
  const { tooWeak, steps } = found;
  const quantity = QUANTITIES[kind];
  const parts = [...new Set(needs)].flatMap((need) => partOf(kind, need, found) ?? []);
  if (parts.length === 0) return promised;
  const together = quantity.together(parts.map(({ amount }) => amount));
  const inputs = { link: id, promised: promised && printed(promised), parts: parts.map(({ told }) => told) };
  steps.push(step(`chain.${kind}`, inputs, printed(together)));
  if (!promised) return together;
  if (!quantity.weaker(together, promised)) return promised;
  for (const part of blamed(quantity, promised, parts)) {
    const others = quantity.together(parts.filter((other) => other !== part).map(({ amount }) => amount));
    const needed = part.links.length > 1 ? null : quantity.needed(promised, others);
    const figures = { promised: printed(promised), carries: printed(part.amount), needed: needed && printed(needed) };
    tooWeak.push({ link: weakestOf(kind, part.links, found), under: id, kind, ...figures, gap: null });
  }
  return together;
}

function partOf(kind: Kind, need: ChainNeed, found: Found): Part | null {
  const stating = linksOf(need).flatMap((link) => {
    const amount = found.carried.get(link)![kind];
    return amount ? [{ link, amount }] : [];
  });
  if (stating.length === 0) return null;
  const links = stating.map(({ link }) => link);
  const told = stating.map(({ link, amount }) => ({ link, carries: printed(amount) }));
  if (typeof need === 'string') return { links, amount: stating[0]!.amount, told: told[0]! };
  // An alternative that states nothing is not counted on, and as many are needed as before.
  const needed = need.needed ?? 1;
  if (needed > stating.length) return null;
  const independent = sharesNothing(links, found.links);
  const amounts = stating.map(({ amount }) => amount);
  const amount = QUANTITIES[kind].among(amounts, needed, independent);
  return { links, amount, told: { anyOf: told, needed, independent, carries: printed(amount) } };
}

/** Whether nothing lies beneath two of the links. */
function sharesNothing(ids: readonly string[], links: ReadonlyMap<string, ChainLink>): boolean {
  const seen = new Set<string>();
  for (const id of ids) {
    const below = new Set([id]);
    for (const one of below) for (const need of links.get(one)!.needs ?? []) linksOf(need).forEach((x) => below.add(x));
    for (const one of below) {
      if (seen.has(one)) return false;
      seen.add(one);
    }
  }
  return true;
}

function blamed(quantity: Quantity, promised: Exact, parts: readonly Part[]): readonly Part[] {
  const alone = parts.filter(({ amount }) => quantity.weaker(amount, promised));
  const weakest = parts.reduce((worst, part) => (quantity.weaker(part.amount, worst.amount) ? part : worst));
  return alone.length > 0 ? alone : [weakest];
}

function weakestOf(kind: Kind, ids: readonly string[], { carried }: Found): string {
  const amount = (id: string) => carried.get(id)![kind]!;
  return ids.reduce((worst, id) => (QUANTITIES[kind].weaker(amount(id), amount(worst)) ? id : worst));
}

function hoursCarried({ id, calendar, needs = [] }: ChainLink, found: Found): Calendar | null {
  const { range, tooWeak, steps } = found;
  const below = needs.map((need) => ({ need, hours: hoursOf(need, found) }));
  const shared = sharedBy([...(calendar ? [calendar] : []), ...below.map(({ hours }) => hours)]);
  if (!calendar || below.length === 0) return shared;
  const promised = openPeriods(calendar, range);
  for (const { need, hours } of below) {
    const missing = subtract(promised, hours ? openPeriods(hours, range) : []);
    const [missingMs, promisedMs] = [lengthOf(missing), lengthOf(promised)];
    const told: Step['inputs'] =
      typeof need === 'string' ? { below: need } : { anyOf: need.anyOf, needed: need.needed ?? 1 };
    steps.push(step('chain.hours', { link: id, ...told, ...range, promisedMs }, promisedMs - missingMs));
    if (missingMs === 0) continue;
    const covers = promisedMs - missingMs;
    const needed = typeof need === 'string' ? `${promisedMs}` : null;
    const figures = { promised: `${promisedMs}`, carries: `${covers}`, needed };
    tooWeak.push({ link: linksOf(need)[0]!, under: id, kind: 'hours', ...figures, gap: missing[0]! });
  }
  return shared;
}

/** When a need is covered: while so many of its alternatives are open. */
function hoursOf(need: ChainNeed, { carried }: Found): Calendar | null {
  if (typeof need === 'string') return carried.get(need)!.calendar;
  const calendars = need.anyOf.map((id) => carried.get(id)!.calendar);
  const together = combinationsOf(calendars, need.needed ?? 1).map(sharedBy);
  const open = together.filter((one) => one !== null);
  return open.length === 0 ? null : unionOf(open);
}

function combinationsOf<One>(all: readonly One[], size: number): One[][] {
  if (size === 0) return [[]];
  return all.flatMap((one, i) => combinationsOf(all.slice(i + 1), size - 1).map((rest) => [one, ...rest]));
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

const stated = (amount: string | number | null | undefined): Exact | null =>
  amount == null ? null : new Exact(amount);
const printed = (amount: Exact): string => amount.toSignificantDigits(34).toFixed();
const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + to - from, 0);
