import { DomainError } from '../domain-error.js';

/** An administrator in force; without `to` the role does not run out by itself. */
export interface Administrator {
  readonly personId: string;
  readonly to: string | null;
}

/**
 * Who runs the server appoints an administrator only where the administrators cannot do so themselves.
 *
 * @param inForce Administrators as it is now.
 * @throws {DomainError} When the person is one of them, or two of them can decide.
 */
export function assertAppointable(personId: string, inForce: readonly Administrator[]): void {
  const persons = new Set(inForce.map((administrator) => administrator.personId));
  if (persons.has(personId)) throw new DomainError('ALREADY_HELD', 'This person is an administrator already.');
  if (persons.size < 2) return;
  throw new DomainError(
    'TWO_ADMINISTRATORS',
    'There are two administrators: one proposes a third, the other approves.',
  );
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
