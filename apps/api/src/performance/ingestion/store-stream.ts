import { DomainError } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Database } from '../../platform/database/database.js';
import { ahead } from '../imports/ahead.js';

/**
 * Stores what streams in, in one transaction: all of it or, when the sender breaks off or anything fails, nothing. What
 * comes next is read while the chunk before it is stored.
 */
export async function storeStream<Chunk, Kept>(
  database: Database,
  chunks: AsyncGenerator<Chunk, void>,
  store: (tx: EntityManager, coming: AsyncIterable<Chunk>) => Promise<Kept>,
): Promise<Kept> {
  const coming = ahead(chunks);
  const first = await coming.next(); // So that no transaction waits for the beginning of a slow sender.
  let isBegun = false;
  return database.transaction((tx) => {
    // A stream is there once.
    if (isBegun) throw new DomainError('TRY_AGAIN', 'Others wrote the same at the same time; send the batch again.');
    isBegun = true;
    return store(tx, withFirst(first, coming));
  });
}

async function* withFirst<T>(first: IteratorResult<T, void>, rest: AsyncIterable<T>): AsyncGenerator<T, void> {
  if (!first.done) yield first.value;
  yield* rest;
}
