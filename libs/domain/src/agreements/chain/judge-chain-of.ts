import {
  type ChainLink,
  type ChainNeed,
  createChain,
  type Interval,
  judgeChain,
  type Step,
  type WeakLink,
} from '@accord/sla';
import { Decimal } from 'decimal.js';
import { caveatsOf, type ChainCaveat } from './chain-caveats.js';
import { goodPercent, linkOf } from './chain-link.js';
import { ChainNeeds } from './chain-needs.js';
import type { ChainPromise } from './chain-promise.js';

/** Where a promise stands in a chain. */
export interface PlacedPromise {
  readonly promise: ChainPromise;
  /** 0 is the promise at the top. */
  readonly depth: number;
  readonly needs: readonly ChainNeed[];
}

/** One question put to the chain: of tickets, there is one for each priority. */
export interface ChainFigure {
  readonly priority: number | null;
  /** Share of the good in percent. */
  readonly promised: string;
  /** What the parts carry together; null when none of them states any. */
  readonly attainable: string | null;
  /** Of tickets, the time promised and the time that the parts need. */
  readonly promisedMs: number | null;
  readonly attainableMs: number | null;
}

/** A commitment held against what it rests on. */
export interface JudgedChain {
  /** Top first, each part once, above those that it rests on. */
  readonly links: readonly PlacedPromise[];
  readonly figures: readonly ChainFigure[];
  /** Whether what is at the top can be kept by what it rests on directly. */
  readonly holds: boolean;
  /** Wherever in the chain. */
  readonly tooWeak: readonly (WeakLink & { readonly priority: number | null })[];
  /** The part that leaves least for the others. */
  readonly weakest: string;
  readonly caveats: readonly ChainCaveat[];
  readonly explanation: readonly Step[];
}

/**
 * Holds a commitment against the commitments that it rests on.
 *
 * @param range Over which hours are compared; a year.
 * @returns null when nothing is known that it rests on.
 */
export function judgeChainOf(id: string, world: ChainNeeds, range: Interval): JudgedChain | null {
  const top = world.get(id);
  if (!top) return null;
  const { links, notInForce } = placed(top, world);
  if (links.length === 1 && notInForce.length === 0) return null;
  const judged = prioritiesOf(top).map((priority) => judgeFor(top, links, priority, range));
  const tooWeak = judged.flatMap(({ tooWeak: weak }) => weak);
  return {
    links,
    figures: judged.map(({ figure }) => figure),
    holds: !tooWeak.some(({ under }) => under === id),
    tooWeak,
    weakest: weakestOf(links, tooWeak),
    caveats: caveatsOf(links, notInForce),
    explanation: judged.flatMap(({ explanation }) => explanation),
  };
}

/** Ids of the commitments that one rests on, over any number of steps. */
export function partsUnder(id: string, world: ChainNeeds): string[] {
  const top = world.get(id);
  return top
    ? placed(top, world)
        .links.slice(1)
        .map(({ promise }) => promise.id)
    : [];
}

/** Every part once, by the longest way down. What leads back to a promise above it is left out: it rests on nothing there. */
function placed(top: ChainPromise, world: ChainNeeds) {
  const needs = new Map<string, readonly ChainNeed[]>();
  const ended = new Set<string>();
  const postOrder: ChainPromise[] = [];
  const onWay = new Set<string>();
  const visit = (promise: ChainPromise): void => {
    onWay.add(promise.id);
    const { needs: all, notInForce } = world.of(promise);
    notInForce.forEach((id) => ended.add(id));
    const forward = all.flatMap((need) => withoutLoops(need, onWay));
    needs.set(promise.id, forward);
    for (const id of forward.flatMap(idsIn)) if (!needs.has(id)) visit(world.get(id)!);
    onWay.delete(promise.id);
    postOrder.push(promise);
  };
  visit(top);
  const depths = new Map([[top.id, 0]]);
  const links = postOrder.reverse().map((promise): PlacedPromise => {
    const depth = depths.get(promise.id)!;
    const own = needs.get(promise.id)!;
    for (const id of own.flatMap(idsIn)) depths.set(id, Math.max(depths.get(id) ?? 0, depth + 1));
    return { promise, depth, needs: own };
  });
  return { links, notInForce: [...ended] };
}

function withoutLoops(need: ChainNeed, onWay: ReadonlySet<string>): ChainNeed[] {
  if (typeof need === 'string') return onWay.has(need) ? [] : [need];
  const anyOf = need.anyOf.filter((id) => !onWay.has(id));
  return anyOf.length === 0 ? [] : [{ anyOf, needed: Math.min(need.needed ?? 1, anyOf.length) }];
}

export const idsIn = (need: ChainNeed): readonly string[] => (typeof need === 'string' ? [need] : need.anyOf);

function prioritiesOf({ promise: { indicator } }: ChainPromise): (number | null)[] {
  if (indicator.kind !== 'ticketsInTime') return [null];
  return indicator.targets.map(({ priority }) => priority).sort((a, b) => a - b);
}

function judgeFor(top: ChainPromise, placedLinks: readonly PlacedPromise[], priority: number | null, range: Interval) {
  const asked = { window: top.promise.windowKind, priority };
  const made = placedLinks.map(({ promise, needs }) => linkOf(promise, needs, asked));
  const links: ChainLink[] = made.map(({ link }) => link);
  const { tooWeak, explanation } = judgeChain(createChain(top.id, links), range);
  // What the parts carry, whatever the top promises, is what the calculation put together for it.
  const together = (kind: string) =>
    explanation.find(({ rule, inputs }) => rule === `chain.${kind}` && inputs.link === top.id)?.result as
      | string
      | undefined;
  const timeMs = together('time');
  const figure: ChainFigure = {
    priority,
    promised: goodPercent(top),
    attainable: together('availability') ?? together('share') ?? null,
    promisedMs: links[0]!.timeMs ?? null,
    attainableMs: timeMs === undefined ? null : Number(timeMs),
  };
  const steps = [...made.flatMap(({ step }) => step ?? []), ...explanation];
  return {
    figure,
    tooWeak: tooWeak.map((weak) => ({ ...weak, priority })),
    explanation: priority === null ? steps : steps.map((one) => ({ ...one, inputs: { priority, ...one.inputs } })),
  };
}

/** The link to blame first; where the chain holds, the part that promises least. */
function weakestOf([top, ...parts]: readonly PlacedPromise[], tooWeak: readonly WeakLink[]): string {
  const blamed = tooWeak.find(({ under }) => under === top!.promise.id) ?? tooWeak[0];
  if (blamed) return blamed.link;
  const good = ({ promise }: PlacedPromise) => new Decimal(goodPercent(promise));
  const direct = parts.filter(({ depth }) => depth === 1);
  return (direct.length > 0 ? direct : [top!]).reduce((least, part) => (good(part).lt(good(least)) ? part : least))
    .promise.id;
}
