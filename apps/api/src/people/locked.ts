import { DomainError } from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/**
 * The row to be changed, kept from others until the transaction ends.
 *
 * @param what Its noun, for the sentence when there is none.
 * @throws {DomainError} When there is none of this id.
 */
export async function locked<T extends ObjectLiteral & { id: string }>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  id: string,
  what: string,
  field = 'id',
): Promise<T> {
  const row = isUUID(id)
    ? await tx.findOne(entity, { where: { id } as FindOptionsWhere<T>, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!row) throw new DomainError('NOT_FOUND', `There is no such ${what}.`, [field]);
  return row;
}
