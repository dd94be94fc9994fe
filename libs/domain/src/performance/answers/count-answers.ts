import type { Count, Interval, Step, Stretch } from '@accord/sla';
import { type SatisfactionIndicator, SMALLEST_GROUP } from '../../agreements/indicator.js';

/** An answer to a survey, without who gave it. */
export interface Answer {
  /** Leads to the survey, and to no answer. */
  readonly ref: string;
  readonly at: number;
  /** Of answers that are kept together: when the last of them was given, where `at` is the first. */
  readonly until?: number;
  readonly score: number;
  readonly lowest: number;
  readonly highest: number;
}

/** How many answers gave a score. */
export interface ScoreCount {
  readonly score: number;
  readonly answers: number;
}

export interface CountedAnswers {
  /** Stretches of time with at least {@link SMALLEST_GROUP} answers each, one after the other from end to end. */
  readonly counts: readonly Count[];
  /** Every score of the scale, lowest first; none where there are too few answers. */
  readonly scores: readonly ScoreCount[];
  readonly steps: readonly Step[];
}

/**
 * The answers of a time as counts that libs/sla judges, in groups that no single answer can be told from: what is kept
 * and shown of a judgement names stretches of time, never the instant or the score of one answer. Of fewer answers than
 * the indicator asks for nothing is counted, so that nothing can be said of them.
 *
 * @param answers In order of time; those outside of it do not count.
 * @param takenOut Answers given in that time do not count.
 */
export function countAnswers(
  indicator: SatisfactionIndicator,
  time: Interval,
  answers: readonly Answer[],
  takenOut: readonly Stretch[],
): CountedAnswers {
  const { lowest, highest, satisfiedFrom, leastAnswers } = indicator;
  const given = answers.filter(({ at }) => time.from <= at && at < time.to);
  const onScale = given.filter((answer) => answer.lowest === lowest && answer.highest === highest);
  const counted = onScale.filter(({ at }) => takenOut.every(({ from, to }) => at < from || at >= to));
  const touching = takenOut.filter(({ from, to }) => from < time.to && to > time.from).map(({ ref }) => ref);
  const otherScale = given.length - onScale.length;
  const givenStep: Step = {
    rule: 'answers.given',
    inputs: { answers: given.length, lowest, highest, otherScale, takenOut: onScale.length - counted.length },
    result: counted.length,
    evidence: touching,
  };
  if (counted.length < leastAnswers) {
    const tooFew: Step = { rule: 'answers.tooFew', inputs: { answers: counted.length, leastAnswers }, result: 0 };
    return { counts: [], scores: [], steps: [givenStep, tooFew] };
  }
  const isSatisfied = ({ score }: Answer): boolean => score >= satisfiedFrom;
  const satisfied: Step = {
    rule: 'answers.satisfied',
    inputs: { satisfiedFrom, highest },
    result: counted.filter(isSatisfied).length,
  };
  return {
    counts: groupsOf(counted).map((group, i, groups) => ({
      ref: group[0]!.ref,
      from: i === 0 ? time.from : group[0]!.at,
      to: groups[i + 1]?.[0]!.at ?? time.to,
      good: group.filter(isSatisfied).length,
      total: group.length,
      intervals: group.length,
    })),
    scores: scoresOf(indicator, counted),
    steps: [givenStep, satisfied],
  };
}

/** Of five answers or more, each group of which begins at another instant than the one before; a single one where there are fewer. */
export function groupsOf<Given extends { readonly at: number }>(answers: readonly Given[]): Given[][] {
  const groups: Given[][] = [];
  answers.forEach((answer, i) => {
    const last = groups.at(-1);
    const begins =
      !last ||
      (last.length >= SMALLEST_GROUP && answers.length - i >= SMALLEST_GROUP && answers[i - 1]!.at < answer.at);
    if (begins) groups.push([answer]);
    else last.push(answer);
  });
  return groups;
}

function scoresOf({ lowest, highest }: SatisfactionIndicator, answers: readonly Answer[]): ScoreCount[] {
  const counts = Array.from({ length: highest - lowest + 1 }, (_, i) => ({ score: lowest + i, answers: 0 }));
  for (const { score } of answers) counts[score - lowest]!.answers += 1;
  return counts;
}
