import { siftAnswers } from './sift-answers.js';

it('knows an answer again, takes another score for a correction, and no answer for two', () => {
  const known = [
    { answer: 'a', at: 1, score: 5 },
    { answer: 'b', at: 2, score: 5 },
    { answer: 'c', at: 3, score: 5 },
  ];
  const rows = [
    { answer: 'a', at: 1, score: 5 },
    { answer: 'b', at: 2, score: 1 },
    { answer: 'b', at: 2, score: 1 },
    { answer: 'b', at: 2, score: 3 },
    { answer: 'c', at: 9, score: 5 },
    { answer: 'd', at: 1, score: 5 },
    { answer: 'd', at: 1, score: 4 },
  ];

  expect(siftAnswers(known, rows)).toEqual([
    { kind: 'duplicate' },
    { kind: 'differs', known: known[1] },
    { kind: 'duplicate' },
    { kind: 'contradicts', at: 2 },
    { kind: 'contradicts', at: 3 },
    { kind: 'new' },
    { kind: 'contradicts', at: 1 },
  ]);
});
