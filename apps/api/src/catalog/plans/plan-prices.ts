import type { PriceComponent } from '@accord/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { uuidv7 } from '../../platform/uuid.js';
import { PriceComponentEntity } from './price-component.entity.js';

/** The prices in force, in their order. */
export function pricesOf(tx: EntityManager, planId: string): Promise<PriceComponentEntity[]> {
  return tx.find(PriceComponentEntity, { where: { planId, endedAt: IsNull() }, order: { position: 'ASC' } });
}

/** Makes these the prices in force from `at` on. One that stays as it was goes on; the others end, and are kept. */
export async function replacePrices(
  tx: EntityManager,
  planId: string,
  wanted: readonly PriceComponent[],
  at: Date,
): Promise<void> {
  const before = await pricesOf(tx, planId);
  const stays = (price: PriceComponentEntity) =>
    wanted.some((next, position) => price.position === position && isSame(price, next));
  for (const price of before) {
    if (!stays(price)) await tx.update(PriceComponentEntity, { id: price.id }, { endedAt: at });
  }
  const kept = new Set(before.filter(stays).map(({ position }) => position));
  const added = wanted.map((price, position) => ({
    id: uuidv7(at),
    planId,
    position,
    ...price,
    startedAt: at,
    endedAt: null,
  }));
  await tx.insert(
    PriceComponentEntity,
    added.filter(({ position }) => !kept.has(position)),
  );
}

function isSame(one: PriceComponent, other: PriceComponent): boolean {
  const fields = ['kind', 'label', 'amount', 'per', 'unitName'] as const;
  return fields.every((field) => one[field] === other[field]);
}
