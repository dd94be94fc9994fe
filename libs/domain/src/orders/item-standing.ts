import { DomainError } from '../domain-error.js';

/** `open`: it is still worked on, or nobody has begun. `failed`: it was given up while the order went on. */
export const ITEM_STANDINGS = ['open', 'delivered', 'accepted', 'failed'] as const;
export type ItemStanding = (typeof ITEM_STANDINGS)[number];

/** When an item reached what. */
export interface ItemDates {
  readonly deliveredAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly failedAt: Date | null;
}

export function itemStanding({ deliveredAt, acceptedAt, failedAt }: ItemDates): ItemStanding {
  if (failedAt) return 'failed';
  if (acceptedAt) return 'accepted';
  return deliveredAt ? 'delivered' : 'open';
}

/** What the items of an order make of it: it is delivered, or failed, once none of them is open. */
export function rollUp(items: readonly ItemDates[]): 'open' | 'delivered' | 'failed' {
  const standings = items.map(itemStanding);
  if (standings.includes('open')) return 'open';
  return standings.every((standing) => standing === 'failed') ? 'failed' : 'delivered';
}

/** @throws {DomainError} `PARTLY_DELIVERED` where the order as a whole cannot come to nothing any more. */
export function assertNothingDelivered(items: readonly ItemDates[]): void {
  if (items.every(({ deliveredAt }) => deliveredAt === null)) return;
  throw new DomainError('PARTLY_DELIVERED', 'A part of this order is delivered; give up the items that are left.');
}

/** @throws {DomainError} `WRONG_STATE` unless the item is delivered and was not accepted yet. */
export function assertCanAcceptItem(item: ItemDates): void {
  const standing = itemStanding(item);
  if (standing === 'delivered') return;
  const words = { open: 'not delivered yet', accepted: 'accepted already', failed: 'given up' }[standing];
  throw new DomainError('WRONG_STATE', `This item is ${words}; only what is delivered can be accepted.`);
}

/** @throws {DomainError} `WRONG_STATE` unless the item is still open. */
export function assertCanGiveUpItem(item: ItemDates): void {
  const standing = itemStanding(item);
  if (standing === 'open') return;
  throw new DomainError('WRONG_STATE', `This item is ${standing === 'failed' ? 'given up' : standing} already.`);
}
