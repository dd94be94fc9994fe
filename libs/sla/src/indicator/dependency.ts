import { assertInstant, assertList, assertRecord } from '../foundation/check.js';
import { frozenCopy } from '../foundation/frozen-copy.js';
import { InputError } from '../foundation/input-error.js';
import { assertInterval, type Interval, subtract, unite } from '../foundation/interval.js';
import { assertRecords } from '../foundation/records.js';
import type { Outage, Stretch } from './evidence.js';

/**
 * How a service hangs on its parts: on one of them, on all of a series, or on at least so many of what stands in
 * parallel. Nested as deep as needed. Plain JSON.
 */
export type Dependency =
  | string
  | { readonly series: readonly Dependency[] }
  | {
      readonly parallel: readonly Dependency[];
      /** How many must be up. Default 1. */
      readonly needed?: number;
    };

/** When one part was down, and when nobody knows. */
export interface PartOutages {
  readonly outages: readonly Outage[];
  readonly gaps?: readonly Interval[];
}

/** When a whole was down, and when nobody knows. An outage of several parts at once is named after all of them: `a + b`. */
export interface WholeOutages {
  readonly outages: readonly Outage[];
  readonly gaps: readonly Stretch[];
}

/** @throws {InputError} When a list is empty, a part has no name, or more are needed than there are. */
export function assertDependency(path: string, dependency: Dependency): void {
  if (typeof dependency === 'string') {
    if (dependency === '') throw new InputError('MISSING', path, dependency, 'must name a part');
    return;
  }
  assertRecord(path, dependency);
  const [kind, parts] = partsOf(dependency);
  assertList(`${path}.${kind}`, parts);
  if (parts.length === 0) throw new InputError('MISSING', `${path}.${kind}`, parts, 'must hold a part');
  parts.forEach((part, i) => assertDependency(`${path}.${kind}[${i}]`, part));
  const needed = neededOf(dependency);
  if (Number.isInteger(needed) && needed >= 1 && needed <= parts.length) return;
  throw new InputError('OUT_OF_RANGE', `${path}.needed`, needed, `must be a whole number, 1 to ${parts.length}`);
}

/** The parts that a dependency names. */
export function namesIn(dependency: Dependency): string[] {
  if (typeof dependency === 'string') return [dependency];
  return [...new Set(partsOf(dependency)[1].flatMap(namesIn))];
}

/**
 * When a whole was down, on the timeline of its parts: in series while any is down, in parallel while fewer are up than
 * needed. It is not known to be up or down while that depends on parts of which nothing is known. Exact where the parts
 * are not independent, where multiplying their figures would not be.
 *
 * @param parts What was seen of each part, by its name. An outage with `to: null` still runs.
 * @throws {InputError} When the dependency is malformed, or a part of it was not given.
 *
 * @example
 * outagesOfWhole({ series: ['network', { parallel: ['node 1', 'node 2'] }] }, { network, 'node 1': one, 'node 2': two });
 */
export function outagesOfWhole(dependency: Dependency, parts: Readonly<Record<string, PartOutages>>): WholeOutages {
  assertDependency('dependency', frozenCopy('dependency', dependency));
  assertRecord('parts', parts);
  const down = downOf(dependency, (name) => knownDown(name, parts));
  const perhaps = downOf(dependency, (name) => [...knownDown(name, parts), ...unknown(name, parts)]);
  return {
    outages: down.map(({ ref, from, to }) => ({ ref, from, to: to === Infinity ? null : to })),
    gaps: subtract(unite(perhaps), unite(down)).map((gap) => ({ ref: 'gap', ...gap })),
  };
}

/** Down from one instant to another; `to` is infinite while it runs. */
type Down = Stretch;

function knownDown(name: string, parts: Readonly<Record<string, PartOutages>>): Down[] {
  const { outages } = partNamed(name, parts);
  assertRecords(`parts.${name}.outages`, outages);
  return outages.map(({ ref, from, to }, i) => {
    if (to === null) assertInstant(`parts.${name}.outages[${i}].from`, from);
    else assertInterval(`parts.${name}.outages[${i}]`, { from, to });
    return { ref, from, to: to ?? Infinity };
  });
}

function unknown(name: string, parts: Readonly<Record<string, PartOutages>>): Down[] {
  const { gaps = [] } = partNamed(name, parts);
  assertList(`parts.${name}.gaps`, gaps);
  return gaps.map((gap, i) => {
    assertInterval(`parts.${name}.gaps[${i}]`, gap);
    return { ref: 'gap', from: gap.from, to: gap.to };
  });
}

function partNamed(name: string, parts: Readonly<Record<string, PartOutages>>): PartOutages {
  if (Object.hasOwn(parts, name)) {
    assertRecord(`parts.${name}`, parts[name]);
    return parts[name]!;
  }
  throw new InputError('MISSING', `parts.${name}`, undefined, 'must be given: the service depends on it');
}

function downOf(dependency: Dependency, outagesOf: (part: string) => Down[]): Down[] {
  if (typeof dependency === 'string') return outagesOf(dependency);
  const [, parts] = partsOf(dependency);
  const downs = parts.map((part) => downOf(part, outagesOf));
  const spare = parts.length - neededOf(dependency);
  return spare === 0 ? downs.flat() : whileMoreThan(spare, downs);
}

/** The time in which more than so many parts are down at once. */
function whileMoreThan(spare: number, parts: readonly (readonly Down[])[]): Down[] {
  const edges = parts
    .flatMap((downs, part) =>
      downs.flatMap((down) => [
        { at: down.from, part, ref: down.ref, change: 1 },
        { at: down.to, part, ref: down.ref, change: -1 },
      ]),
    )
    .sort((a, b) => a.at - b.at);
  const running = parts.map(() => new Map<string, number>());
  const found: { ref: string; from: number; to: number }[] = [];
  edges.forEach(({ at, part, ref, change }, i) => {
    const refs = running[part]!;
    const times = (refs.get(ref) ?? 0) + change;
    if (times === 0) refs.delete(ref);
    else refs.set(ref, times);
    const next = edges[i + 1];
    const down = running.filter(({ size }) => size > 0);
    if (!next || next.at === at || down.length <= spare) return;
    const name = down.flatMap((some) => [...some.keys()]).join(' + ');
    const last = found.at(-1);
    if (last?.to === at && last.ref === name) last.to = next.at;
    else found.push({ ref: name, from: at, to: next.at });
  });
  return found;
}

function partsOf(dependency: Exclude<Dependency, string>): ['series' | 'parallel', readonly Dependency[]] {
  return 'series' in dependency ? ['series', dependency.series] : ['parallel', dependency.parallel];
}

function neededOf(dependency: Exclude<Dependency, string>): number {
  return 'series' in dependency ? dependency.series.length : (dependency.needed ?? 1);
}
