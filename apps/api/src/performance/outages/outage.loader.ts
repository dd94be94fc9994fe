import { In } from 'typeorm';
import { inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { OutageEntity } from './outage.entity.js';

export const outageById = defineLoader<string, OutageEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(OutageEntity, { id: In([...ids]) }), ({ id }) => id),
);
