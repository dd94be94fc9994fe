import { FINDING_KINDS } from './finding-kinds.js';
import { FINDING_NAMES, findingsWords } from './findings-words.js';

it('says what one run found of a kind, how much of it and on how many services', () => {
  expect(findingsWords('drift', ['Zoom, Availability', 'Mail, Delivery'], 2)).toBe(
    '2 findings on 2 services: commitments get slowly worse, among them Zoom, Availability.',
  );
  expect(findingsWords('gap', ['logins of Zoom', 'logouts of Zoom'], 1)).toBe(
    '2 findings on one service: series have gaps, among them logins of Zoom.',
  );
});

it('has words and a name for every kind', () => {
  for (const kind of FINDING_KINDS) {
    expect(findingsWords(kind, ['Zoom', 'Mail'], 2)).toMatch(/^2 findings on 2 services: [a-z].*\.$/);
    expect(FINDING_NAMES[kind]).not.toBe('');
  }
});
