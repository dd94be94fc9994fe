import { retryAfterSeconds } from './retry-after.js';

const date = 'Sun, 01 Mar 2026 10:00:00 GMT';

it.each([
  ['a count of seconds', '1800', 1800],
  ['a moment', 'Sun, 01 Mar 2026 10:30:00 GMT', 1800],
  ['no time at all', '0', null],
  ['a moment that is past', 'Sun, 01 Mar 2026 09:59:59 GMT', null],
  ['a count below none', '-5', null],
  ['words', 'in a while', null],
  ['more than a number holds', '9'.repeat(400), null],
  ['nothing', '', null],
])('reads %s', (_, asked, seconds) => {
  expect(retryAfterSeconds({ 'retry-after': asked, date })).toBe(seconds);
});

it('keeps to no moment where the server does not say what time it has', () => {
  expect(retryAfterSeconds({ 'retry-after': 'Sun, 01 Mar 2026 10:30:00 GMT' })).toBeNull();
  expect(retryAfterSeconds({ 'retry-after': '30' })).toBe(30);
  expect(retryAfterSeconds({ date })).toBeNull();
});
