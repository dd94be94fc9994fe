import type { PlacedPromise } from './judge-chain-of.js';

export const CHAIN_CAVEATS = [
  'notInForce',
  'endsEarlier',
  'window',
  'measurementPoint',
  'shortestOutage',
  'maintenance',
] as const;

/**
 * What figures cannot say of a chain:
 * `notInForce` the terms name a part that is not in force; `endsEarlier` a part ends before what rests on it;
 * `window` shares over a quarter say little of a month; `measurementPoint` one is measured by probes, the other by outages;
 * `shortestOutage` outages count above that are too short to count below; `maintenance` announced work below is left out
 * there, and above only where it is announced for that service too.
 */
export type ChainCaveatKind = (typeof CHAIN_CAVEATS)[number];

export interface ChainCaveat {
  readonly kind: ChainCaveatKind;
  /** The part, by its commitment. */
  readonly link: string;
}

/** @param links As placed in the chain, top first. */
export function caveatsOf(links: readonly PlacedPromise[], notInForce: readonly string[]): ChainCaveat[] {
  const [top, ...parts] = links;
  const caveats = notInForce.map((link): ChainCaveat => ({ kind: 'notInForce', link }));
  for (const part of parts) for (const kind of kindsOf(top!, part)) caveats.push({ kind, link: part.promise.id });
  return caveats;
}

function kindsOf({ promise: top }: PlacedPromise, { promise: part }: PlacedPromise): ChainCaveatKind[] {
  const kinds: ChainCaveatKind[] = [];
  if (part.endsOn !== null && (top.endsOn === null || part.endsOn < top.endsOn)) kinds.push('endsEarlier');
  const [above, below] = [top.promise.indicator, part.promise.indicator];
  if (top.promise.windowKind === 'month' && part.promise.windowKind === 'quarter' && below.kind !== 'availability')
    kinds.push('window');
  if (above.kind !== 'availability' || below.kind !== 'availability') return kinds;
  if (above.source !== below.source) kinds.push('measurementPoint');
  if (below.shortestOutageMs > above.shortestOutageMs) kinds.push('shortestOutage');
  if (part.serviceId !== top.serviceId) kinds.push('maintenance');
  return kinds;
}
