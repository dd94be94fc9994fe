import { suggestArchetype } from '@accord/domain';
import type { ArchetypeFragment } from '../generated/graphql';
import type { Scores } from './score-names';

export type Nearness = { archetype: ArchetypeFragment; squared: number };

/** The archetypes, nearest first, by the same rule by which the server suggests one. */
export function byNearness(scores: Scores, archetypes: readonly ArchetypeFragment[]): Nearness[] {
  if (archetypes.length === 0) return [];
  const candidates = archetypes.map(({ key, typicalScores }) => ({ key: key as never, typicalScores }));
  const { distances } = suggestArchetype(scores, candidates);
  return archetypes
    .map((archetype, place) => ({ archetype, squared: distances[place]?.squared ?? 0 }))
    .sort((a, b) => a.squared - b.squared);
}
