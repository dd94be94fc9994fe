import { DomainError } from '../../domain-error.js';
import type { Indicator } from '../indicator.js';
import { meansTheSame, type Underpinning } from './chain-promise.js';

/** A commitment that terms name, with what its own newest terms measure. */
export interface NamedPart {
  readonly id: string;
  readonly name: string;
  readonly indicator: Indicator;
}

const MOST_PARTS = 20;
const MOST_ALTERNATIVES = 10;

/**
 * @param parts The commitments named, as far as they are known to who names them.
 * @throws {DomainError} When a part is unknown, named twice, or measures something else, or the numbers make no sense.
 */
export function assertUnderpinning(
  { id, indicator }: { readonly id: string; readonly indicator: Indicator },
  underpinnedBy: readonly Underpinning[],
  parts: readonly NamedPart[],
): void {
  const named = underpinnedBy.flatMap(({ commitmentIds }) => commitmentIds);
  if (named.length > MOST_PARTS) throw wrong(`Name at most ${MOST_PARTS} commitments.`);
  if (new Set(named).size < named.length) throw wrong('Name each commitment once.');
  if (named.includes(id)) throw wrong('A commitment cannot rest on itself.');
  for (const { commitmentIds, needed } of underpinnedBy) assertNumbers(commitmentIds.length, needed);
  const known = new Map(parts.map((part) => [part.id, part]));
  for (const one of named) {
    const part = known.get(one);
    if (!part) throw new DomainError('NOT_FOUND', 'There is no such commitment.', ['underpinnedBy']);
    if (meansTheSame(indicator, part.indicator)) continue;
    throw wrong(`${part.name} measures something else; a promise rests on promises of the same kind.`);
  }
}

function assertNumbers(parts: number, needed: number): void {
  if (parts === 0) throw wrong('Name a commitment, or leave the group out.');
  if (!Number.isInteger(needed) || needed < 1 || needed > parts)
    throw wrong(`Of ${parts} commitments, 1 to ${parts} are needed.`);
  if (needed < parts && parts > MOST_ALTERNATIVES)
    throw wrong(`At most ${MOST_ALTERNATIVES} commitments stand in for each other.`);
}

/**
 * @param names By commitment; known = what the terms in force name, of the commitment at hand those that are to be.
 * @throws {DomainError} `CYCLE`, naming the way round, when the commitment would rest on itself.
 */
export function assertRestsNotOnItself(
  id: string,
  known: ReadonlyMap<string, readonly string[]>,
  nameOf: (id: string) => string,
): void {
  const waiting = (known.get(id) ?? []).map((next) => [id, next]);
  const visited = new Set<string>();
  for (let way = waiting.pop(); way; way = waiting.pop()) {
    const here = way.at(-1)!;
    if (here === id) {
      const round = way.map(nameOf).join(' → ');
      throw new DomainError('CYCLE', `A commitment cannot rest on itself: ${round}.`, ['underpinnedBy']);
    }
    if (visited.has(here)) continue;
    visited.add(here);
    for (const next of known.get(here) ?? []) waiting.push([...way, next]);
  }
}

const wrong = (message: string) => new DomainError('WRONG_UNDERPINNING', message, ['underpinnedBy']);
