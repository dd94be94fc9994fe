import type { Viewer } from '../app/session';

/** One's own unit, else the one for which one orders. */
export function payingUnit({ person, roles }: Viewer): string | null {
  const ordersFor = roles.find(({ role, scopeKind }) => role === 'REQUESTER' && scopeKind === 'UNIT');
  return person.unit?.id ?? ordersFor?.scopeId ?? null;
}
