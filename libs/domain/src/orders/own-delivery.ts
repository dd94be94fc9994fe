import { DomainError } from '../domain-error.js';
import type { Concerned } from './order-policy.js';

/** What is said of it where nobody else could have done it. */
export const DELIVERED_ALONE = 'Nobody else is in the team, so this was said by a person who ordered or receives it.';

/** Whether it is the person's own order, of which somebody else of the team says that it is done. */
export function isOwnOrder(personId: string, { requesterId, beneficiaryId }: OrderOf): boolean {
  return personId === requesterId || personId === beneficiaryId;
}

/**
 * Charges begin with a delivery, so who ordered it, or receives it, does not say that it is done.
 *
 * @param memberIds Who is in the teams of the work today.
 * @returns Whether they say so all the same, since nobody else is there.
 * @throws {DomainError} `FORBIDDEN` when somebody else could.
 */
export function assertNotOwnDelivery(personId: string, order: OrderOf, memberIds: readonly string[]): boolean {
  if (!isOwnOrder(personId, order)) return false;
  if (memberIds.every((id) => isOwnOrder(id, order))) return true;
  const sentence = 'You ordered this or receive it, so somebody else of the team says that it is done.';
  throw new DomainError('FORBIDDEN', sentence);
}

type OrderOf = Pick<Concerned, 'requesterId' | 'beneficiaryId'>;
