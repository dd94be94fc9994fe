import fc from 'fast-check';
import type { SatisfactionIndicator } from '../../agreements/indicator.js';
import { type Answer, countAnswers } from './count-answers.js';

const INDICATOR: SatisfactionIndicator = {
  kind: 'satisfaction',
  series: 'requests',
  lowest: 1,
  highest: 5,
  satisfiedFrom: 4,
  leastAnswers: 5,
};
const TIME = { from: 0, to: 1_000 };
const answer = (at: number, score: number): Answer => ({ ref: 'answers:1', at, score, lowest: 1, highest: 5 });
const scored = (...scores: number[]) => scores.map((score, i) => answer(10 * i, score));

it('says nothing of four answers, and of five how many were satisfied', () => {
  const four = countAnswers(INDICATOR, TIME, scored(5, 5, 1, 1), []);
  expect(four).toMatchObject({ counts: [], scores: [] });
  expect(JSON.stringify(four.steps)).toBe(
    JSON.stringify([
      {
        rule: 'answers.given',
        inputs: { answers: 4, lowest: 1, highest: 5, otherScale: 0, takenOut: 0 },
        result: 4,
        evidence: [],
      },
      { rule: 'answers.tooFew', inputs: { answers: 4, leastAnswers: 5 }, result: 0 },
    ]),
  );

  const five = countAnswers(INDICATOR, TIME, scored(5, 4, 3, 1, 4), []);
  expect(five.counts).toEqual([{ ref: 'answers:1', from: 0, to: 1_000, good: 3, total: 5, intervals: 5 }]);
  expect(five.scores).toEqual([1, 0, 1, 2, 1].map((answers, i) => ({ score: i + 1, answers })));
});

it('leaves out answers of another scale, of another time and of time taken out', () => {
  const foreign = { ...answer(100, 9), lowest: 0, highest: 10 };
  const given = [answer(-1, 1), ...scored(4, 4, 4, 4, 4), foreign, answer(500, 1), answer(1_000, 1)];
  const { counts, steps } = countAnswers(INDICATOR, TIME, given, [{ ref: 'exclusion:1', from: 500, to: 501 }]);

  expect(counts).toMatchObject([{ good: 5, total: 5 }]);
  expect(steps[0]).toMatchObject({ inputs: { answers: 7, otherScale: 1, takenOut: 1 }, evidence: ['exclusion:1'] });
});

it('counts every answer once, in stretches of at least five that follow each other', () => {
  const answers = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 5 })), { minLength: 5, maxLength: 60 })
    .map((all) => all.toSorted(([a], [b]) => a - b).map(([at, score]) => answer(at, score)));
  fc.assert(
    fc.property(answers, (given) => {
      const { counts, scores } = countAnswers(INDICATOR, TIME, given, []);
      const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

      expect(Math.min(...counts.map(({ total }) => total))).toBeGreaterThanOrEqual(5);
      expect(sum(counts.map(({ total }) => total))).toBe(given.length);
      expect(sum(scores.map(({ answers: n }) => n))).toBe(given.length);
      expect(sum(counts.map(({ good }) => good))).toBe(given.filter(({ score }) => score >= 4).length);
      expect([counts[0]!.from, ...counts.map(({ to }) => to)]).toEqual([...counts.map(({ from }) => from), 1_000]);
      for (const { from, to, total } of counts)
        expect(given.filter(({ at }) => from <= at && at < to)).toHaveLength(total);
    }),
    { numRuns: 200 },
  );
});
