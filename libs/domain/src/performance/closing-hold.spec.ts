import { closingMove, holdsTogether, holdWords } from './closing-hold.js';

const NOTHING = { exclusions: 0, unjudged: false, silentSources: 0 };
const day = (number: number) => new Date(Date.UTC(2026, 2, number));

it('waits for its day, is held back by what is open, and not for ever', () => {
  const held = { ...NOTHING, exclusions: 1 };
  expect(closingMove(day(6), NOTHING, day(5))).toBe('later');
  expect(closingMove(day(6), NOTHING, day(6))).toBe('closes');
  expect(closingMove(day(6), held, day(6))).toBe('waits');
  expect(closingMove(day(6), held, new Date(day(20).getTime() - 1))).toBe('waits');
  expect(closingMove(day(6), held, day(20))).toBe('closes');
});

it('says what holds it back', () => {
  expect(holdWords(NOTHING)).toBe('');
  expect(holdWords({ exclusions: 1, unjudged: true, silentSources: 2 })).toBe(
    'an exclusion waits for a second person; 2 sources are silent; measurements are not judged yet',
  );
  const together = holdsTogether([
    { ...NOTHING, exclusions: 1, silentSources: 1 },
    { exclusions: 2, unjudged: true, silentSources: 1 },
  ]);
  expect(together).toEqual({ exclusions: 3, unjudged: true, silentSources: 1 });
  expect(holdsTogether([])).toEqual(NOTHING);
});
