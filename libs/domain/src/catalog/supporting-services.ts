import { DomainError } from '../domain-error.js';

/** That one service rests on another. */
export interface ServiceSupport {
  readonly serviceId: string;
  readonly supportingServiceId: string;
}

/**
 * Refuses services that would, over any number of steps, rest on themselves.
 *
 * @param supportingIds All services that `serviceId` is to rest on directly.
 * @param known What the services below rest on; entries of `serviceId` itself are about to be replaced and do not count.
 * @throws {DomainError} `CYCLE`, naming the way round.
 */
export function assertNoCycle(
  serviceId: string,
  supportingIds: readonly string[],
  known: readonly ServiceSupport[],
  nameOf: (id: string) => string,
): void {
  const way = wayBack(serviceId, supportingIds, known);
  if (!way) return;
  const names = [serviceId, ...way].map(nameOf).join(' → ');
  throw new DomainError('CYCLE', `A service cannot rest on itself: ${names}.`, ['supportingServiceIds']);
}

/** The ids from the first supporting service to `serviceId` itself; null when no way leads back. */
function wayBack(
  serviceId: string,
  supportingIds: readonly string[],
  known: readonly ServiceSupport[],
): string[] | null {
  const below = new Map<string, string[]>();
  for (const { serviceId: id, supportingServiceId } of known)
    below.set(id, [...(below.get(id) ?? []), supportingServiceId]);
  below.delete(serviceId);

  const visited = new Set<string>();
  const waiting = supportingIds.map((id) => [id]);
  for (let way = waiting.pop(); way; way = waiting.pop()) {
    const id = way.at(-1)!;
    if (id === serviceId) return way;
    if (visited.has(id)) continue;
    visited.add(id);
    for (const next of below.get(id) ?? []) waiting.push([...way, next]);
  }
  return null;
}
