import { readFileSync } from 'node:fs';
import { slaAnswers } from './sla-answers.js';
import { answer, allowanceOf, type Vector } from './sla-vector.js';
import { differences } from './vector.js';

const read = (file: string) => JSON.parse(readFileSync(new URL(`vectors/sla/${file}.json`, import.meta.url), 'utf8'));
const calendars = read('calendars');

describe.each(['business-time', 'business-days', 'ticket-clock', 'availability', 'slo', 'credits'])(
  'vectors of %s',
  (file) => {
    const { vectors } = read(file) as { vectors: Vector[] };

    it.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
      expect(differences(vector.expected, answer(slaAnswers, calendars, vector), allowanceOf(vector))).toEqual([]);
    });
  },
);
