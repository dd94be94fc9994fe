import { In } from 'typeorm';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { BusinessUnitEntity } from './business-unit.entity.js';

export const businessUnitById = defineLoader<string, BusinessUnitEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(BusinessUnitEntity, { id: In([...ids]) }), ({ id }) => id),
);
