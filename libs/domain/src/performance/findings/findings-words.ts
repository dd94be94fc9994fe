import type { FindingKind } from './finding-kinds.js';

/** What findings of a kind are called together. */
export const FINDING_NAMES: Readonly<Record<FindingKind, string>> = {
  silentSource: 'Silent sources',
  gap: 'Gaps in data',
  overPromise: 'Over-promises',
  weakestLink: 'Weakest links',
  drift: 'Drift',
  arrivalDrift: 'Data that comes later and later',
  deliveryDrift: 'Slower deliveries',
};

/** What several findings of a kind are, in a few words. */
const MANY: Readonly<Record<FindingKind, string>> = {
  silentSource: 'sources have fallen silent',
  gap: 'series have gaps',
  overPromise: 'promises say more than what they rest on carries',
  weakestLink: 'commitments are weakest links',
  drift: 'commitments get slowly worse',
  arrivalDrift: 'sources bring their data later and later',
  deliveryDrift: 'services take longer and longer to deliver',
};

/**
 * What one run found of a kind, in one sentence for a person who looks after some of it.
 *
 * @param names What the findings are about, as people call it: at least two, the first of which is named.
 * @param services How many services of the person they concern.
 *
 * @example
 * findingsWords('drift', ['Zoom, Availability', 'Mail, Delivery'], 2);
 * // '2 findings on 2 services: commitments get slowly worse, among them Zoom, Availability.'
 */
export function findingsWords(kind: FindingKind, names: readonly string[], services: number): string {
  const on = services === 1 ? 'one service' : `${services} services`;
  return `${names.length} findings on ${on}: ${MANY[kind]}, among them ${names[0]}.`;
}
