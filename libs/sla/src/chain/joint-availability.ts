import { Exact } from '../foundation/decimal.js';
import type { ChainLink } from './chain.js';
import { linksOf } from './chain.js';
import { atLeastIndependent, atLeastWhatever } from './quantity.js';

/** What all has to work: parts, each once however many ways lead there, and groups of which so many have to. */
export interface Way {
  readonly parts: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, Group>;
}

export interface Group {
  readonly ids: readonly string[];
  readonly members: readonly Way[];
  readonly needed: number;
  /** How its members hang together is known: none of them rests on anything shared that states nothing. */
  readonly known: boolean;
}

/** How it was put together: exact, or no more than what holds however the parts hang together. */
export interface Joint {
  readonly percent: Exact;
  readonly exact: boolean;
}

/** Most parts that alternatives share and that are gone through one by one: up to 2 to the power of it cases. */
const MOST_SHARED = 10;

const NOTHING: Way = { parts: new Set(), groups: new Map() };
const [ZERO, ONE] = [new Exact(0), new Exact(1)];

/**
 * The availability of promises that rest on shared parts. Every promise is one part of its own, which fails by itself as
 * often as is left of its promise beside what it rests on, and independently of all others; a promise is kept while its
 * own part works and what it rests on. Parts that alternatives share are conditioned on, one by one.
 */
export class JointAvailability {
  /** How likely each part works by itself, from 0 to 1; of links that were settled. */
  readonly #own = new Map<string, Exact>();
  readonly #ways = new Map<string, Way>();

  constructor(private readonly links: ReadonlyMap<string, ChainLink>) {}

  /** What has to work for all needs of a link whose needs are settled; null when none of them states anything. */
  below({ needs = [] }: ChainLink): Way | null {
    const ways = needs.flatMap((need) => {
      const stating = linksOf(need).filter((id) => this.#ways.has(id));
      const needed = typeof need === 'string' ? 1 : (need.needed ?? 1);
      // An alternative that states nothing is not counted on, and as many are needed as before.
      if (needed > stating.length) return [];
      if (needed === stating.length) return stating.map((id) => this.#ways.get(id)!);
      const members = stating.map((id) => this.#ways.get(id)!);
      const group = { ids: stating, members, needed, known: !this.#shareUnknown(stating) };
      return [{ parts: NOTHING.parts, groups: new Map([[JSON.stringify([needed, ...stating.toSorted()]), group]]) }];
    });
    return ways.length === 0 ? null : all(ways);
  }

  /** Writes down what a link promises beside what is below it: percentages, or null. */
  settle({ id }: ChainLink, below: Way | null, promised: Exact | null, together: Exact | null): void {
    if (!promised && !below) return;
    const own = promised && (together ? (promised.lt(together) ? promised.div(together) : ONE) : promised.div(100));
    if (!own || own.eq(1)) {
      if (own) this.#own.set(id, ONE);
      this.#ways.set(id, below ?? NOTHING);
      return;
    }
    this.#own.set(id, own);
    this.#ways.set(id, all([{ parts: new Set([id]), groups: NOTHING.groups }, ...(below ? [below] : [])]));
  }

  wayOf(id: string): Way | undefined {
    return this.#ways.get(id);
  }

  /** How likely a part works by itself, in percent. */
  ownPercent(id: string): Exact {
    return this.#own.get(id)!.times(100);
  }

  /** @param sure What works in any case. */
  percentOf(way: Way, sure: Way = NOTHING): Joint {
    const rest = { ...way, groups: new Map([...way.groups].filter(([key]) => !sure.groups.has(key))) };
    const run: Run = { exact: true };
    const works = this.#probability(rest, new Map([...sure.parts].map((id) => [id, true])), 0, run);
    // Shares of a promise have no finite form: rounded once, so that they multiply to what was promised again.
    return { percent: works.times(100).toSignificantDigits(34), exact: run.exact };
  }

  #probability({ parts, groups }: Way, known: Known, conditioned: number, run: Run): Exact {
    const open = [...parts].filter((id) => known.get(id) !== true);
    if (open.some((id) => known.has(id))) return ZERO;
    const own = open.reduce((product, id) => product.times(this.#own.get(id)!), ONE);
    if (groups.size === 0 || own.isZero()) return own;
    const working = new Map([...known, ...open.map((id) => [id, true] as const)]);
    return own.times(this.#ofGroups([...groups.values()], working, conditioned, run));
  }

  #ofGroups(groups: readonly Group[], known: Known, conditioned: number, run: Run): Exact {
    const shared = mostShared(
      groups.filter((group) => group.known),
      known,
    );
    if (shared !== null && conditioned < MOST_SHARED) {
      const own = this.#own.get(shared)!;
      const given = (works: boolean) =>
        this.#ofGroups(groups, new Map([...known, [shared, works]]), conditioned + 1, run);
      return own.times(given(true)).plus(ONE.minus(own).times(given(false)));
    }
    // All that works more when a part works hangs together for the better, so the groups multiply on the safe side.
    return groups.reduce((product, group) => {
      const apart = group.known && shared === null;
      if (!apart) run.exact = false;
      const members = group.members.map((way) => this.#probability(way, known, conditioned, run).times(100));
      const together = (apart ? atLeastIndependent : atLeastWhatever)(members, group.needed);
      return product.times(together).div(100);
    }, ONE);
  }

  /** Whether two promises at or beneath the links rest, by themselves, on the same link that states nothing. */
  #shareUnknown(ids: readonly string[]): boolean {
    const below = new Set(ids);
    for (const id of below) for (const next of this.#next(id)) if (this.#ways.has(next)) below.add(next);
    const seen = new Set<string>();
    for (const id of below) {
      const unknown = new Set(this.#next(id).filter((next) => !this.#ways.has(next)));
      for (const one of unknown) this.#next(one).forEach((next) => unknown.add(next));
      for (const one of unknown) {
        if (seen.has(one)) return true;
        seen.add(one);
      }
    }
    return false;
  }

  #next(id: string): readonly string[] {
    return (this.links.get(id)!.needs ?? []).flatMap(linksOf);
  }
}

type Known = ReadonlyMap<string, boolean>;

interface Run {
  exact: boolean;
}

/** All of the ways at once. One alone is taken as it is: chains may be long. */
function all(ways: readonly Way[]): Way {
  if (ways.length === 1) return ways[0]!;
  return {
    parts: new Set(ways.flatMap(({ parts }) => [...parts])),
    groups: new Map(ways.flatMap(({ groups }) => [...groups])),
  };
}

/** The part beneath most members of the groups, of which it is not known whether it works; null where they share none. */
function mostShared(groups: readonly Group[], known: Known): string | null {
  const counts = new Map<string, number>();
  for (const member of groups.flatMap(({ members }) => members))
    for (const id of beneath(member)) if (!known.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [id, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 1]);
  return count > 1 ? id : null;
}

function beneath({ parts, groups }: Way): Set<string> {
  const nested = [...groups.values()].flatMap(({ members }) => members.flatMap((way) => [...beneath(way)]));
  return new Set([...parts, ...nested]);
}
