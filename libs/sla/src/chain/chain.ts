import type { Calendar } from '../calendar/calendar.js';
import { assertDuration } from '../foundation/check.js';
import { parsePercent } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';

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

/** Checked links; made by {@link createChain}. Immutable. */
export interface Chain {
  /** The promise to the customer. */
  readonly top: ChainLink;
  /** @internal */
  readonly byId: ReadonlyMap<string, ChainLink>;
}

/**
 * Checks a chain of promises.
 *
 * @param top Id of the promise to the customer.
 * @throws {InputError} When an id is unknown or stands twice, a promise is out of range, or the chain is cyclic; the
 *   value is then the way round.
 */
export function createChain(top: string, links: readonly ChainLink[]): Chain {
  const byId = new Map(links.map((link) => [link.id, link]));
  links.forEach((link, i) => assertLink(`links[${i}]`, link, byId));
  const promise = byId.get(top);
  if (!promise) throw new InputError('MISSING', 'top', top, 'must be the id of a link');
  assertAcyclic(links, byId);
  return Object.freeze({ top: promise, byId });
}

function assertLink(path: string, link: ChainLink, byId: ReadonlyMap<string, ChainLink>): void {
  const { id, availabilityPercent, timeMs, needs = [] } = link;
  if (byId.get(id) !== link) throw new InputError('OVERLAP', `${path}.id`, id, 'must be the id of one link only');
  if (availabilityPercent != null) parsePercent(`${path}.availabilityPercent`, availabilityPercent);
  if (timeMs != null) assertDuration(`${path}.timeMs`, timeMs);
  needs.forEach((need, i) => {
    if (!byId.has(need)) throw new InputError('MISSING', `${path}.needs[${i}]`, need, 'must be the id of a link');
  });
}

function assertAcyclic(links: readonly ChainLink[], byId: ReadonlyMap<string, ChainLink>): void {
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): void => {
    if (done.has(id)) return;
    (byId.get(id)!.needs ?? []).forEach((need, i) => {
      const round = [...way, id];
      if (round.includes(need)) {
        const path = `links[${links.indexOf(byId.get(id)!)}].needs[${i}]`;
        throw new InputError('CYCLE', path, [...round.slice(round.indexOf(need)), need], 'must not lead back');
      }
      visit(need, round);
    });
    done.add(id);
  };
  links.forEach(({ id }) => visit(id, []));
}
