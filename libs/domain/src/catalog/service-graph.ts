import type { ServiceSupport } from './supporting-services.js';

/**
 * What is hit if a service fails: everything that rests on it, over any number of steps.
 *
 * @returns Ids, nearest first; without the service itself.
 */
export function hitBy(serviceId: string, supports: readonly ServiceSupport[]): string[] {
  const above = new Map<string, string[]>();
  for (const { serviceId: id, supportingServiceId } of supports)
    above.set(supportingServiceId, [...(above.get(supportingServiceId) ?? []), id]);
  const hit = new Set<string>();
  // A set tells what is added to it while one walks through it.
  for (const id of above.get(serviceId) ?? []) hit.add(id);
  for (const id of hit) for (const next of above.get(id) ?? []) hit.add(next);
  hit.delete(serviceId);
  return [...hit];
}

/**
 * The same graph with fewer services: two of them are joined where one rested on the other, directly or through what is
 * left out.
 */
export function contracted(supports: readonly ServiceSupport[], keep: ReadonlySet<string>): ServiceSupport[] {
  const below = new Map<string, string[]>();
  for (const { serviceId, supportingServiceId } of supports)
    below.set(serviceId, [...(below.get(serviceId) ?? []), supportingServiceId]);
  return [...keep].flatMap((serviceId) => {
    const reached = new Set(below.get(serviceId) ?? []);
    for (const id of reached) if (!keep.has(id)) for (const next of below.get(id) ?? []) reached.add(next);
    return [...reached]
      .filter((id) => keep.has(id) && id !== serviceId)
      .map((supportingServiceId) => ({ serviceId, supportingServiceId }));
  });
}
