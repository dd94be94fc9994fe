import { DomainError } from '../domain-error.js';
import { reasonOf } from '../people/person.js';
import type { ArchetypeKey } from './archetype.js';

/** A decision to treat a service as another archetype; it lasts through `expiresOn`. */
export interface ArchetypeOverride {
  readonly archetype: ArchetypeKey;
  readonly decidedById: string;
  readonly reason: string;
  /** Last day on which it holds, YYYY-MM-DD. */
  readonly expiresOn: string;
}

/** @throws {DomainError} `REASON_MISSING` or `EXPIRY_PAST`: a decision says why, and does not last for ever. */
export function assertArchetypeOverride(
  { reason, expiresOn }: Pick<ArchetypeOverride, 'reason' | 'expiresOn'>,
  today: string,
): void {
  reasonOf(reason);
  if (expiresOn < today) {
    throw new DomainError('EXPIRY_PAST', `The override expires today (${today}) or later.`, ['expiresOn']);
  }
}

/**
 * The archetype in force: the override through its last day, else the suggestion.
 *
 * @param suggested null for a service that has not been scored.
 */
export function archetypeInForce(
  override: Pick<ArchetypeOverride, 'archetype' | 'expiresOn'> | null,
  suggested: ArchetypeKey | null,
  today: string,
): ArchetypeKey | null {
  return override && override.expiresOn >= today ? override.archetype : suggested;
}
