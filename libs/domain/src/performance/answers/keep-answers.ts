import { groupsOf } from './count-answers.js';
import type { Scale } from './scale.js';

/** Answers that are kept together: when the first and the last of them were given, and how many gave each score. */
export interface KeptAnswers {
  readonly from: number;
  readonly last: number;
  /** By score, the lowest of the scale first. */
  readonly scores: readonly number[];
}

/**
 * Single answers as groups of five or more, from which whatever is judged between the cuts comes out the same: the
 * groups are those that {@link countAnswers} makes, and answers between two cuts that are fewer stay together.
 *
 * @param answers In order of time.
 * @param cuts Instants before and after which answers are judged apart: ends of periods and of time taken out.
 */
export function keepAnswers(
  answers: readonly { readonly at: number; readonly score: number }[],
  { lowest, highest }: Scale,
  cuts: readonly number[],
): KeptAnswers[] {
  const ends = [...new Set(cuts)].sort((a, b) => a - b);
  const stretches = new Map<number, { at: number; score: number }[]>();
  let next = 0;
  for (const answer of answers) {
    while (next < ends.length && ends[next]! <= answer.at) next += 1;
    const stretch = stretches.get(next);
    if (stretch) stretch.push(answer);
    else stretches.set(next, [answer]);
  }
  return [...stretches.values()].flatMap(groupsOf).map((group) => {
    const scores = Array.from({ length: highest - lowest + 1 }, () => 0);
    for (const { score } of group) scores[score - lowest]! += 1;
    return { from: group[0]!.at, last: group.at(-1)!.at, scores };
  });
}
