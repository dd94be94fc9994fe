import { DomainError } from '../domain-error.js';

/** Something that still belongs to a unit or a team. */
export interface Dependent {
  readonly name: string;
  /** What it is, for people: `person`, `service`, … */
  readonly kind: string;
}

const NAMED = 5;

/**
 * A unit or a team ends once nothing belongs to it any more.
 *
 * @throws {DomainError} `ALREADY_ENDED`, or `IN_USE` with the names of the first five that do.
 */
export function assertPartCanEnd(
  { name, endedAt }: { name: string; endedAt: Date | null },
  dependents: readonly Dependent[],
): void {
  if (endedAt) throw new DomainError('ALREADY_ENDED', `${name} has ended already.`, ['id']);
  if (dependents.length === 0) return;
  const named = dependents.slice(0, NAMED).map((dependent) => `${dependent.name} (${dependent.kind})`);
  const others = dependents.length - named.length;
  const all = others === 0 ? named.join(', ') : `${named.join(', ')} and ${others} more`;
  throw new DomainError('IN_USE', `${name} cannot end while these belong to it: ${all}.`, ['id']);
}
