import fc from 'fast-check';
import { type Answer, countAnswers } from './count-answers.js';
import { keepAnswers, type KeptAnswers } from './keep-answers.js';

const scale = { lowest: 1, highest: 5 };
const CSAT = { kind: 'satisfaction', series: 'desk', ...scale, satisfiedFrom: 4, leastAnswers: 5 } as const;
const answersOf = (given: readonly { at: number; score: number }[]): Answer[] =>
  given.map((one) => ({ ref: 'answers:1', ...scale, ...one }));
const together = (kept: readonly KeptAnswers[]): Answer[] =>
  kept.flatMap(({ from: at, last: until, scores }) =>
    scores.flatMap((count, i) =>
      Array.from({ length: count }, () => ({ ref: 'answers:1', at, until, score: i + 1, ...scale })),
    ),
  );

it('keeps five answers or more together, by how many gave each score', () => {
  const given = [5, 4, 2, 5, 5, 1, 1, 1, 1, 1, 3].map((score, i) => ({ at: i * 10, score }));
  expect(keepAnswers(given, scale, [])).toEqual([
    { from: 0, last: 40, scores: [0, 1, 0, 1, 3] },
    { from: 50, last: 100, scores: [5, 0, 1, 0, 0] },
  ]);
  expect(keepAnswers([], scale, [50])).toEqual([]);
});

it('keeps those apart that are judged apart, also where they are few', () => {
  const given = [5, 4, 2, 5, 5, 1, 1].map((score, i) => ({ at: i * 10, score }));
  expect(keepAnswers(given, scale, [50, 200]).map(({ from, last }) => [from, last])).toEqual([
    [0, 40],
    [50, 60],
  ]);
});

const times = fc.array(fc.record({ at: fc.integer({ min: 0, max: 99 }), score: fc.integer({ min: 1, max: 5 }) }), {
  maxLength: 60,
});
const inOrder = times.map((given) => given.toSorted((a, b) => a.at - b.at));

it('is judged to the very same where nothing cuts through a period', () => {
  fc.assert(
    fc.property(inOrder, fc.integer({ min: 1, max: 99 }), (given, cut) => {
      const kept = together(keepAnswers(given, scale, [0, cut, 100]));
      for (const time of [
        { from: 0, to: cut },
        { from: cut, to: 100 },
      ])
        expect(countAnswers(CSAT, time, kept, [])).toEqual(countAnswers(CSAT, time, answersOf(given), []));
    }),
  );
});

it('comes to the same sums and scores whatever is taken out between two cuts', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(inOrder, span, (given, [from, length]) => {
      const takenOut = [{ ref: 'exclusion:1', from, to: from + length }];
      const kept = together(keepAnswers(given, scale, [0, 100, from, from + length]));
      const [one, other] = [kept, answersOf(given)].map((answers) =>
        countAnswers(CSAT, { from: 0, to: 100 }, answers, takenOut),
      );
      const sumOf = (name: 'good' | 'total') => (counted: typeof one) =>
        counted!.counts.reduce((sum, count) => sum + count[name], 0);
      expect([sumOf('good')(one), sumOf('total')(one), one!.scores, one!.steps]).toEqual([
        sumOf('good')(other),
        sumOf('total')(other),
        other!.scores,
        other!.steps,
      ]);
    }),
  );
});
