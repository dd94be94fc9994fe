import type { ArchetypeScores } from './archetype-scores.js';
import { suggestArchetype, type ArchetypeCandidate } from './suggest-archetype.js';

const SCORES = [1, 2, 3, 4, 5];

/**
 * The suggestion for all 625 combinations of scores, as one digit each: the suggested candidate's place in the list.
 * A database can count and filter by archetype with it and needs no second copy of the rule.
 *
 * @returns 625 digits; the one for given scores stands at `suggestionPlace`, counted from 0.
 */
export function suggestionTable(candidates: readonly ArchetypeCandidate[]): string {
  const places = new Map(candidates.map(({ key }, place) => [key, place]));
  const digitOf = (scores: ArchetypeScores) => places.get(suggestArchetype(scores, candidates).key);
  const digits = SCORES.flatMap((operationalDependence) =>
    SCORES.flatMap((strategicImpact) =>
      SCORES.flatMap((standardizability) =>
        SCORES.map((uncertainty) =>
          digitOf({ operationalDependence, strategicImpact, standardizability, uncertainty }),
        ),
      ),
    ),
  );
  return digits.join('');
}

/** Where `suggestionTable` keeps the answer for these scores, counted from 0. */
export function suggestionPlace(scores: ArchetypeScores): number {
  const { operationalDependence, strategicImpact, standardizability, uncertainty } = scores;
  return (
    (operationalDependence - 1) * 125 + (strategicImpact - 1) * 25 + (standardizability - 1) * 5 + (uncertainty - 1)
  );
}
