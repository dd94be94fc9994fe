import { assertMayReplaceCounts } from './count-replacement.js';

it('answers the reason for which counts are replaced, and asks for one', () => {
  const reason = ' The log was read twice. ';
  expect(assertMayReplaceCounts({ closedPeriod: null, reason })).toBe('The log was read twice.');
  expect(() => assertMayReplaceCounts({ closedPeriod: null, reason: null })).toThrow('Say why.');
  expect(() => assertMayReplaceCounts({ closedPeriod: '2026-02', reason })).toThrow('propose an exclusion');
});
