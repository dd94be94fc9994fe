import { DomainError } from '../domain-error.js';

export const SCORE_NAMES = ['operationalDependence', 'strategicImpact', 'standardizability', 'uncertainty'] as const;
export type ScoreName = (typeof SCORE_NAMES)[number];

/** Four whole numbers, each 1 (low) to 5 (high). */
export type ArchetypeScores = Readonly<Record<ScoreName, number>>;

const WORDS: Record<ScoreName, string> = {
  operationalDependence: 'Operational dependence',
  strategicImpact: 'Strategic impact',
  standardizability: 'Standardizability',
  uncertainty: 'Uncertainty',
};

/** @throws {DomainError} `SCORE_OUT_OF_RANGE` on the first score that is no whole number from 1 to 5. */
export function assertScores(scores: ArchetypeScores, field: readonly string[]): void {
  for (const name of SCORE_NAMES) {
    const score = scores[name];
    if (Number.isInteger(score) && score >= 1 && score <= 5) continue;
    throw new DomainError('SCORE_OUT_OF_RANGE', `${WORDS[name]} is a whole number from 1 to 5.`, [...field, name]);
  }
}
