import type { AnswerProfile } from './answer-profile.js';
import { parseImportProfile } from './import-profile.js';
import { surveyRowReader } from './survey-row.js';

const PROFILE = parseImportProfile(
  JSON.stringify({
    kind: 'answers',
    time: { format: 'iso8601', zone: 'Etc/UTC' },
    answer: 'id',
    observedAt: 'at',
    score: 'score',
    scale: { lowest: 1, highest: 5 },
    series: { name: 'requests' },
  }),
) as AnswerProfile;
const read = surveyRowReader(PROFILE, ['id', 'at', 'score', 'who', 'comment'], { id: 'desk' }, Date.UTC(2026, 3, 1));

it('reads when an answer was given and its score, and nothing of who gave it', () => {
  expect(read(['R-1', '2026-03-16T09:00:00Z', '4', 'Ada', 'Thank you!'])).toEqual({
    kind: 'row',
    row: {
      serviceId: 'desk',
      series: 'requests',
      observedAt: Date.UTC(2026, 2, 16, 9),
      answer: 'R-1',
      score: 4,
      lowest: 1,
      highest: 5,
    },
  });
});

it('refuses scores off the scale, answers without a name, and a scale that is none', () => {
  const faults = (...cells: string[]) => {
    const reading = read([...cells, '', '']);
    return reading.kind === 'refused'
      ? reading.faults.map(({ column, reason }) => `${column} ${reason}`)
      : reading.kind;
  };

  expect(faults('R-1', '2026-03-16T09:00:00Z', '6')).toEqual(['score is no whole number from 1 to 5']);
  expect(faults('R-1', '2026-05-16T09:00:00Z', '4')).toEqual(['at lies in the future']);
  expect(faults('R-1', '2026-03-16T09:00:00Z', '4.5')).toEqual(['score is not a whole number, 0 or more']);
  expect(faults('', 'yesterday', '4')).toEqual(['at is not a time as the profile writes it', 'id has no value']);
  const odd = JSON.stringify({ ...PROFILE, scale: { lowest: 5, highest: 1 } });
  expect(() => parseImportProfile(odd)).toThrow(/scale: A scale runs from a whole number to a higher one/);
});
