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
  /** When it holds; null or left out: whenever those below hold. */
  readonly calendar?: Calendar | null;
  /** Ids of the links that all have to work, one after another, for this one to be kept. */
  readonly needs?: readonly string[];
}

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
  const below = inOrder(indexes.get(top)!, copies, indexes, done);
  copies.forEach((_, i) => inOrder(i, copies, indexes, done));
  return made('createChain', { top: below.at(-1)!, links: Object.freeze(below) });
}

function assertLink(path: string, link: ChainLink, index: number, indexes: ReadonlyMap<string, number>): void {
  const { id, availabilityPercent, timeMs, calendar, needs = [] } = link;
  assertText(`${path}.id`, id);
  if (indexes.get(id) !== index) throw new InputError('OVERLAP', `${path}.id`, id, 'must be the id of one link only');
  if (availabilityPercent != null) parsePercent(`${path}.availabilityPercent`, availabilityPercent);
  if (timeMs != null) assertDuration(`${path}.timeMs`, timeMs);
  if (calendar != null) assertCalendar(`${path}.calendar`, calendar);
  assertList(`${path}.needs`, needs);
  needs.forEach((need, i) => {
    if (!indexes.has(need)) throw new InputError('MISSING', `${path}.needs[${i}]`, need, 'must be the id of a link');
  });
}

/** A link and what it rests on that is not done yet, deepest first. Walks by a list of its own: chains may be long. */
function inOrder(
  start: number,
  links: readonly ChainLink[],
  indexes: ReadonlyMap<string, number>,
  done: Set<number>,
): ChainLink[] {
  const ordered: ChainLink[] = [];
  const way = done.has(start) ? [] : [{ index: start, next: 0 }];
  const onWay = new Set([start]);
  for (let here = way.at(-1); here; here = way.at(-1)) {
    const link = links[here.index]!;
    const need = link.needs?.[here.next];
    if (need === undefined) {
      ordered.push(link);
      done.add(here.index);
      onWay.delete(here.index);
      way.pop();
      continue;
    }
    const index = indexes.get(need)!;
    if (onWay.has(index))
      throw cycle(
        here,
        way.map((step) => links[step.index]!.id),
        need,
      );
    here.next += 1;
    if (done.has(index)) continue;
    onWay.add(index);
    way.push({ index, next: 0 });
  }
  return ordered;
}

function cycle({ index, next }: { index: number; next: number }, way: readonly string[], need: string): InputError {
  const round = [...way.slice(way.indexOf(need)), need];
  return new InputError('CYCLE', `links[${index}].needs[${next}]`, round, 'must not lead back');
}
