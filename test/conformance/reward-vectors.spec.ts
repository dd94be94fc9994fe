import { readFileSync } from 'node:fs';
import { rewardAnswers } from './reward-answers.js';
import { rewardCreditAnswers } from './sla-credit-answers.js';
import { answer, type Vector } from './sla-vector.js';
import { differences } from './vector.js';

const file = new URL('vectors/rewards-and-credits.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };

it.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
  const actual = answer({ ...rewardCreditAnswers, ...rewardAnswers }, {}, vector);

  expect(differences(vector.expected, actual)).toEqual([]);
});
