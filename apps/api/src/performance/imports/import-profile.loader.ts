import { BUILT_IN_PROFILES } from '@accord/domain';
import { In } from 'typeorm';
import { inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { ImportProfileEntity } from './import-profile.entity.js';
import type { ImportProfile } from './import-profile.type.js';
import { shownProfile } from './shown-profile.js';

export const profileBySlug = defineLoader<string, ImportProfile | null>(async (slugs, { manager }) => {
  const saved = await manager.findBy(ImportProfileEntity, { slug: In([...slugs]) });
  const known = [
    ...BUILT_IN_PROFILES.map((profile) => ({ ...profile, builtIn: true })),
    ...saved.map((profile) => ({ ...profile, builtIn: false })),
  ];
  return inOrderOf(slugs, known.map(shownProfile), ({ slug }) => slug);
});
