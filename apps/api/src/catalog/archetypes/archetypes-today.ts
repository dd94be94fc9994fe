import {
  ARCHETYPE_KEYS,
  suggestArchetype,
  type ArchetypeKey,
  type ArchetypeScores,
  type LocalDay,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { todayOf } from '../today.js';
import { typicalScoresOf } from './archetype-columns.js';
import { ArchetypeVersionEntity } from './archetype-version.entity.js';

/** The versions in force on a day, one of each archetype, in listed order. */
export class ArchetypesOfDay {
  constructor(
    readonly day: LocalDay,
    readonly inForce: readonly ArchetypeVersionEntity[],
  ) {}

  /** With their typical scores, as the domain's suggestion takes them. */
  get candidates() {
    return this.inForce.map((version) => ({ key: version.key, typicalScores: typicalScoresOf(version) }));
  }

  of(key: ArchetypeKey | null): ArchetypeVersionEntity | null {
    return this.inForce.find((version) => version.key === key) ?? null;
  }

  suggestedFor(scores: ArchetypeScores | null): ArchetypeKey | null {
    return scores && suggestArchetype(scores, this.candidates).key;
  }
}

export async function readArchetypes(manager: EntityManager, at: Date): Promise<ArchetypesOfDay> {
  const day = await todayOf(manager, at);
  const versions = await manager
    .createQueryBuilder(ArchetypeVersionEntity, 'a')
    .distinctOn(['a.key'])
    .where('a.effectiveFrom <= :day', { day })
    .orderBy('a.key')
    .addOrderBy('a.effectiveFrom', 'DESC')
    .getMany();
  const place = ({ key }: ArchetypeVersionEntity) => ARCHETYPE_KEYS.indexOf(key);
  return new ArchetypesOfDay(
    day,
    versions.sort((one, other) => place(one) - place(other)),
  );
}

/** Those of the act's day, read once in a request. */
export const archetypesToday = defineLoader<'today', ArchetypesOfDay>(async (keys, { manager, act }) => {
  const archetypes = await readArchetypes(manager, act.at);
  return keys.map(() => archetypes);
});
