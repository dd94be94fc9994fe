import { assertMayReplaceCounts } from './count-replacement.js';

const allowed = { isMeasured: false, closedPeriod: null, reason: ' The log was read twice. ' };

it('answers the reason for which counts are replaced, and asks for one', () => {
  expect(assertMayReplaceCounts(allowed)).toBe('The log was read twice.');
  expect(() => assertMayReplaceCounts({ ...allowed, reason: null })).toThrow('Say why.');
});

it('names who has to do it instead', () => {
  expect(() => assertMayReplaceCounts({ ...allowed, isMeasured: true })).toThrow('a service manager who is not');
  expect(() => assertMayReplaceCounts({ ...allowed, closedPeriod: '2026-02' })).toThrow('propose an exclusion');
});
