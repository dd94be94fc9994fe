import { DomainError } from '../domain-error.js';

/** An administrator in force; without `to` the role does not run out by itself. */
export interface Administrator {
  readonly personId: string;
  readonly to: string | null;
}

/**
 * Somebody must always be able to let others in: an administrator whose role does not run out has to remain.
 *
 * @param remaining Administrators that would still be in force.
 * @throws {DomainError} When nobody lasting would remain.
 */
export function assertAdministratorRemains(remaining: readonly Administrator[]): void {
  if (remaining.some(({ to }) => to === null)) return;
  throw new DomainError(
    'LAST_ADMINISTRATOR',
    'The last lasting administrator cannot be ended; appoint another one first.',
  );
}
