import { DomainError } from '../domain-error.js';

/** `open`: it is still worked on, or nobody has begun. `failed`: it was given up, alone or as the rest of its order. */
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

/** What of an order a granted cancellation gives up; what was accepted stays. */
export function cancellable<I extends ItemDates>(items: readonly I[]): I[] {
  return items.filter((item) => ['open', 'delivered'].includes(itemStanding(item)));
}

/** What granting a cancellation makes of an order: without anything accepted it ends as a whole. */
export function cancellationOf(items: readonly ItemDates[]): 'grantCancellation' | 'cancelRest' {
  return items.some((item) => itemStanding(item) === 'accepted') ? 'cancelRest' : 'grantCancellation';
}

/** Whether the order as a whole can still come to nothing. */
export function isNothingDelivered(items: readonly ItemDates[]): boolean {
  return items.every(({ deliveredAt }) => deliveredAt === null);
}

/** @throws {DomainError} `PARTLY_DELIVERED` unless {@link isNothingDelivered}. */
export function assertNothingDelivered(items: readonly ItemDates[]): void {
  if (isNothingDelivered(items)) return;
  throw new DomainError('PARTLY_DELIVERED', 'A part of this order is delivered; give up the items that are left.');
}

/** @throws {DomainError} `WRONG_STATE` unless the item is delivered and was not accepted yet. */
export function assertCanAcceptItem(item: ItemDates): void {
  assertDelivered(item, 'accepted');
}

/** @throws {DomainError} `WRONG_STATE` unless the item is delivered and was not accepted yet. */
export function assertCanSendBackItem(item: ItemDates): void {
  assertDelivered(item, 'sent back');
}

function assertDelivered(item: ItemDates, done: string): void {
  const standing = itemStanding(item);
  if (standing === 'delivered') return;
  const words = { open: 'not delivered yet', accepted: 'accepted already', failed: 'given up' }[standing];
  throw new DomainError('WRONG_STATE', `This item is ${words}; only what is delivered can be ${done}.`);
}

/** @throws {DomainError} `WRONG_STATE` unless the item is still open. */
export function assertCanGiveUpItem(item: ItemDates): void {
  const standing = itemStanding(item);
  if (standing === 'open') return;
  throw new DomainError('WRONG_STATE', `This item is ${standing === 'failed' ? 'given up' : standing} already.`);
}
