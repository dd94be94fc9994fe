import { createHash } from 'node:crypto';
import { DomainError } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { readOrder } from './locked-order.js';
import { OrderKeyEntity } from './order-key.entity.js';
import type { OrderRow } from './order-rows.js';

const MOST = 200;

const CLAIM = `
  INSERT INTO order_key (person_id, key, input, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key`;

/**
 * Does the work once for a key of the viewer: asked again with the same input, it answers the order that came of it, as
 * it is now. Whoever asks at the same instant waits for the first. Work that is refused leaves the key free.
 *
 * @param key null or left out = every asking is one of its own.
 * @throws {DomainError} `WRONG_KEY` for one that is empty or too long, `KEY_REUSED` when the key stands for another input.
 */
export async function onceByKey(
  tx: EntityManager,
  { viewer: { personId }, at }: Act,
  key: string | null | undefined,
  input: object,
  work: () => Promise<OrderRow>,
): Promise<OrderRow> {
  if (key === null || key === undefined) return work();
  if (key.trim() === '' || key.length > MOST)
    throw new DomainError('WRONG_KEY', `A key has 1 to ${MOST} characters.`, ['key']);
  const digest = createHash('sha256').update(canonical(input)).digest('hex');
  const claimed: unknown[] = await tx.query(CLAIM, [personId, key, digest, at]);
  if (claimed.length > 0) {
    const order = await work();
    await tx.update(OrderKeyEntity, { personId, key }, { orderId: order.id });
    return order;
  }
  const known = await tx.findOneByOrFail(OrderKeyEntity, { personId, key });
  if (known.input === digest) return (await readOrder(tx, known.orderId!))!;
  throw new DomainError('KEY_REUSED', 'This key stands for another request already; use a new one.', ['key']);
}

/** The same text for the same input, in whatever order its fields came, and whether nothing is null or left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, field]) => field !== null && field !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}
