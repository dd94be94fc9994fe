import type { ArchetypeKey } from './archetype.js';
import { SCORE_NAMES, type ArchetypeScores } from './archetype-scores.js';

/** An archetype with the scores that its services typically have. */
export interface ArchetypeCandidate {
  readonly key: ArchetypeKey;
  readonly typicalScores: ArchetypeScores;
}

export interface ArchetypeSuggestion {
  readonly key: ArchetypeKey;
  /** Squared distance of every candidate in the order given: a whole number from 0 (the same) to 64. */
  readonly distances: readonly { readonly key: ArchetypeKey; readonly squared: number }[];
}

/**
 * The archetype whose typical scores lie nearest, each score counting alike.
 * Distances stay squared, so that they are whole and compare exactly; a tie goes to whom the list names first.
 *
 * @example suggestArchetype({ operationalDependence: 3, strategicImpact: 1, standardizability: 5, uncertainty: 1 }, archetypes)
 * // => { key: 'commodityUtility', distances: [{ key: 'commodityUtility', squared: 0 }, …] }
 * @throws {RangeError} When there is no candidate.
 */
export function suggestArchetype(
  scores: ArchetypeScores,
  candidates: readonly ArchetypeCandidate[],
): ArchetypeSuggestion {
  const distances = candidates.map(({ key, typicalScores }) => ({
    key,
    squared: squaredDistance(scores, typicalScores),
  }));
  const [first, ...others] = distances;
  if (!first) throw new RangeError('an archetype can only be suggested among candidates');
  const nearest = others.reduce((best, next) => (next.squared < best.squared ? next : best), first);
  return { key: nearest.key, distances };
}

function squaredDistance(one: ArchetypeScores, other: ArchetypeScores): number {
  return SCORE_NAMES.reduce((sum, name) => sum + (one[name] - other[name]) ** 2, 0);
}
