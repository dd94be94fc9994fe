import { expect, it } from 'vitest';
import { formatHours, parseHours } from './hours-text';

it.each([
  ['', []],
  ['9-17', [{ from: '09:00', to: '17:00' }]],
  [
    '8:00–12:00, 13.30 – 17:00',
    [
      { from: '08:00', to: '12:00' },
      { from: '13:30', to: '17:00' },
    ],
  ],
  ['22:00-6:00', [{ from: '22:00', to: '06:00' }]],
  ['0-24', [{ from: '00:00', to: '24:00' }]],
  ['9 to 17', [{ from: '09:00', to: '17:00' }]],
])('reads "%s"', (text, intervals) => expect(parseHours(text)).toEqual(intervals));

it.each(['9', '9-', '25-26', '24-8', '9-17-18', '9:61-10', 'morning', '9-9'])('cannot read "%s"', (text) =>
  expect(parseHours(text)).toBeNull(),
);

it('writes what it reads', () => {
  const text = '08:00–12:00, 22:00–06:00';
  expect(formatHours(parseHours(text) ?? [])).toBe(text);
});
