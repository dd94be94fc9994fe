import { In } from 'typeorm';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { PersonEntity } from './person.entity.js';

export const personById = defineLoader<string, PersonEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(PersonEntity, { id: In([...ids]) }), ({ id }) => id),
);
