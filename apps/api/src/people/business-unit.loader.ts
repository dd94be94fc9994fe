import { In } from 'typeorm';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { BusinessUnitEntity } from './business-unit.entity.js';

export const businessUnitById = defineLoader<string, BusinessUnitEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(BusinessUnitEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** By slug, whether it has ended or not. */
export const unitNameBySlug = defineLoader<string, string | null>(async (slugs, { manager }) => {
  const units = await manager.findBy(BusinessUnitEntity, { slug: In([...slugs]) });
  return inOrderOf(slugs, units, ({ slug }) => slug).map((unit) => unit?.name ?? null);
});
