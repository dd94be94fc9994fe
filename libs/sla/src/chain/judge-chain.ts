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
import { JointAvailability, type Way } from './joint-availability.js';
import { neededAvailability, type Quantity, SHARE, TIME } from './quantity.js';

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
 * Availability multiplies along parts that all have to work, each once however many ways lead there; times add up, failing
 * shares add up, and hours are those that all calendars share. A part that alternatives share fails them together: it is
 * counted as working and as failed. Where they share more than ten parts, or one that states nothing, no more is counted on
 * than what holds however they hang together. What a promise leaves beside what it rests on fails by itself.
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
  const joint = new JointAvailability(links);
  const found: Found = { joint, carried: new Map(), tooWeak: [], steps: [], range };
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

const QUANTITIES = { time: TIME, share: SHARE } satisfies Record<string, Quantity>;

type Kind = keyof typeof QUANTITIES;

/** What a link can be counted on for: what it states, or less where those below carry less. */
interface Carried extends Readonly<Record<Kind | 'availability', Exact | null>> {
  readonly calendar: Calendar | null;
}

interface Found {
  readonly joint: JointAvailability;
  readonly carried: Map<string, Carried>;
  readonly tooWeak: WeakLink[];
  readonly steps: Step[];
  readonly range: Interval;
}

function carriedBy(link: ChainLink, found: Found): Carried {
  const { availabilityPercent, timeMs, sharePercent } = link;
  return {
    availability: availabilityCarried(link, stated(availabilityPercent), found),
    time: amountCarried('time', link, stated(timeMs), found),
    share: amountCarried('share', link, stated(sharePercent), found),
    calendar: hoursCarried(link, found),
  };
}

function availabilityCarried(link: ChainLink, promised: Exact | null, found: Found): Exact | null {
  const { joint, steps, tooWeak } = found;
  const { id, needs = [] } = link;
  const below = joint.below(link);
  const together = below && joint.percentOf(below);
  joint.settle(link, below, promised, together && together.percent);
  if (!below || !together) return promised;
  const inputs = { link: id, promised: promised && printed(promised), parts: partsTold(below, found) };
  const result = printed(together.percent);
  steps.push(step('chain.availability', together.exact ? inputs : { ...inputs, atLeast: true }, result));
  if (!promised || !together.percent.lt(promised)) return promised ?? together.percent;
  const parts = [...new Set(needs)].flatMap((need) => {
    const way = joint.below({ id, needs: [need] });
    const links = linksOf(need).filter((one) => joint.wayOf(one));
    return way ? [{ links, way, amount: joint.percentOf(way).percent }] : [];
  });
  for (const part of blamed((a, b) => a.lt(b), promised, parts)) {
    const others = joint.percentOf(below, part.way).percent;
    const needed = part.links.length > 1 ? null : neededAvailability(promised, others);
    const figures = { promised: printed(promised), carries: printed(part.amount), needed: needed && printed(needed) };
    tooWeak.push({
      link: weakestOf('availability', part.links, found),
      under: id,
      kind: 'availability',
      ...figures,
      gap: null,
    });
  }
  return together.percent;
}

/** Each part once, and each group. */
function partsTold({ parts, groups }: Way, { joint, carried }: Found): Plain[] {
  const availability = (link: string) => ({ link, carries: printed(carried.get(link)!.availability!) });
  return [
    ...[...parts].map((link) => ({ link, carries: printed(joint.ownPercent(link)) })),
    ...[...groups].map(([key, group]) => {
      const { percent, exact } = joint.percentOf({ parts: new Set(), groups: new Map([[key, group]]) });
      return { anyOf: group.ids.map(availability), needed: group.needed, exact, carries: printed(percent) };
    }),
  ];
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
  for (const part of blamed(quantity.weaker, promised, parts)) {
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
  const amounts = stating.map(({ amount }) => amount);
  const amount = QUANTITIES[kind].among(amounts, needed);
  return { links, amount, told: { anyOf: told, needed, carries: printed(amount) } };
}

function blamed<P extends { readonly amount: Exact }>(
  weaker: Quantity['weaker'],
  promised: Exact,
  parts: readonly P[],
): readonly P[] {
  const alone = parts.filter(({ amount }) => weaker(amount, promised));
  const weakest = parts.reduce((worst, part) => (weaker(part.amount, worst.amount) ? part : worst));
  return alone.length > 0 ? alone : [weakest];
}

function weakestOf(kind: Kind | 'availability', ids: readonly string[], { carried }: Found): string {
  const amount = (id: string) => carried.get(id)![kind]!;
  const weaker = kind === 'time' ? TIME.weaker : SHARE.weaker;
  return ids.reduce((worst, id) => (weaker(amount(id), amount(worst)) ? id : worst));
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
