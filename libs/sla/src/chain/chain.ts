import { assertCalendar, type Calendar } from '../calendar/calendar.js';
import { assertDuration, assertList, assertRecord, assertText } from '../foundation/check.js';
import { parsePercent } from '../foundation/decimal.js';
import { frozenCopy } from '../foundation/frozen-copy.js';
import { InputError } from '../foundation/input-error.js';
import { made } from '../foundation/made.js';

/** A promise and the promises that it rests on: an SLA on its OLAs and underpinning contracts. */
export interface ChainLink {
  readonly id: string;
  /** What it promises of availability; null or left out: it takes no part in availability. */
  readonly availabilityPercent?: string | null;
  /** In what time it promises to be done, everything below included; null or left out: it takes no part. */
  readonly timeMs?: number | null;
  /** What share of the cases it promises to do well, or within `timeMs`; null or left out: it takes no part in shares. */
  readonly sharePercent?: string | null;
  /** When it holds; null or left out: whenever those below hold. */
  readonly calendar?: Calendar | null;
  /** What all has to work, one after another, for this one to be kept: links, or alternatives. */
  readonly needs?: readonly ChainNeed[];
}

/** A link that is needed, by its id; or links of which so many are. */
export type ChainNeed = string | Alternatives;

/** Links that stand in for each other. */
export interface Alternatives {
  readonly anyOf: readonly string[];
  /** How many of them have to work. Default 1. */
  readonly needed?: number;
}

/** Most links that stand in for each other: their hours are compared in every combination. */
const MOST_ALTERNATIVES = 10;

/** The ids of what a need names. */
export const linksOf = (need: ChainNeed): readonly string[] => (typeof need === 'string' ? [need] : need.anyOf);

/** Checked links; made by {@link createChain}. Immutable: a copy of what was given. */
export interface Chain {
  /** The promise to the customer. */
  readonly top: ChainLink;
  /** The links that it rests on, each after those that it needs itself, and the top last. */
  readonly links: readonly ChainLink[];
}

/**
 * Checks a chain of promises.
 *
 * @param top Id of the promise to the customer.
 * @throws {InputError} When an id is unknown or stands twice, a promise is out of range, or the chain is cyclic; the
 *   value is then the way round.
 */
export function createChain(top: string, links: readonly ChainLink[]): Chain {
  assertList('links', links);
  const copies = links.map((link, i) => {
    assertRecord(`links[${i}]`, link);
    return frozenCopy(`links[${i}]`, link);
  });
  const indexes = new Map(copies.map(({ id }, i) => [id, i]));
  copies.forEach((link, i) => assertLink(`links[${i}]`, link, i, indexes));
  if (!indexes.has(top)) throw new InputError('MISSING', 'top', top, 'must be the id of a link');
  const done = new Set<number>();
  const needsOf = copies.map(({ needs = [] }) => needs.flatMap((need, at) => linksOf(need).map((id) => ({ id, at }))));
  const below = inOrder(indexes.get(top)!, copies, needsOf, indexes, done);
  copies.forEach((_, i) => inOrder(i, copies, needsOf, indexes, done));
  return made('createChain', { top: below.at(-1)!, links: Object.freeze(below) });
}

function assertLink(path: string, link: ChainLink, index: number, indexes: ReadonlyMap<string, number>): void {
  const { id, availabilityPercent, timeMs, sharePercent, calendar, needs = [] } = link;
  assertText(`${path}.id`, id);
  if (indexes.get(id) !== index) throw new InputError('OVERLAP', `${path}.id`, id, 'must be the id of one link only');
  if (availabilityPercent != null) parsePercent(`${path}.availabilityPercent`, availabilityPercent);
  if (timeMs != null) assertDuration(`${path}.timeMs`, timeMs);
  if (sharePercent != null) parsePercent(`${path}.sharePercent`, sharePercent);
  if (calendar != null) assertCalendar(`${path}.calendar`, calendar);
  assertList(`${path}.needs`, needs);
  needs.forEach((need, i) => {
    if (typeof need !== 'string') assertAlternatives(`${path}.needs[${i}]`, need);
    const unknown = linksOf(need).find((name) => !indexes.has(name));
    if (unknown !== undefined)
      throw new InputError('MISSING', `${path}.needs[${i}]`, unknown, 'must be the id of a link');
  });
}

function assertAlternatives(path: string, alternatives: Alternatives): void {
  assertRecord(path, alternatives);
  const { anyOf, needed = 1 } = alternatives;
  assertList(`${path}.anyOf`, anyOf);
  const twice = anyOf.find((id, i) => anyOf.indexOf(id) !== i);
  if (twice !== undefined) throw new InputError('OVERLAP', `${path}.anyOf`, twice, 'must name each link once');
  if (anyOf.length === 0 || anyOf.length > MOST_ALTERNATIVES)
    throw new InputError('OUT_OF_RANGE', `${path}.anyOf`, anyOf.length, `must hold 1 to ${MOST_ALTERNATIVES} links`);
  if (Number.isInteger(needed) && needed >= 1 && needed <= anyOf.length) return;
  throw new InputError('OUT_OF_RANGE', `${path}.needed`, needed, `must be a whole number, 1 to ${anyOf.length}`);
}

/** A link and what it rests on that is not done yet, deepest first. Walks by a list of its own: chains may be long. */
function inOrder(
  start: number,
  links: readonly ChainLink[],
  needsOf: readonly (readonly { id: string; at: number }[])[],
  indexes: ReadonlyMap<string, number>,
  done: Set<number>,
): ChainLink[] {
  const ordered: ChainLink[] = [];
  const way = done.has(start) ? [] : [{ index: start, next: 0 }];
  const onWay = new Set([start]);
  for (let here = way.at(-1); here; here = way.at(-1)) {
    const link = links[here.index]!;
    const need = needsOf[here.index]![here.next];
    if (need === undefined) {
      ordered.push(link);
      done.add(here.index);
      onWay.delete(here.index);
      way.pop();
      continue;
    }
    const index = indexes.get(need.id)!;
    if (onWay.has(index)) {
      const round = way.map((step) => links[step.index]!.id);
      throw cycle(`links[${here.index}].needs[${need.at}]`, round, need.id);
    }
    here.next += 1;
    if (done.has(index)) continue;
    onWay.add(index);
    way.push({ index, next: 0 });
  }
  return ordered;
}

function cycle(path: string, way: readonly string[], need: string): InputError {
  return new InputError('CYCLE', path, [...way.slice(way.indexOf(need)), need], 'must not lead back');
}
