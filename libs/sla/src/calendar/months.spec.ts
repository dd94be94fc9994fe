import { addMonths, addMonthsAt, createCalendar } from '../index.js';

const berlin = createCalendar({ zone: 'Europe/Berlin', weekly: { mon: [['09:00', '17:00']] } });
const at = (text: string) => Date.parse(text);

it('keeps the day of the month, or takes the last one', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2027-10-31', 4)).toBe('2028-02-29');
  expect(addMonths('2026-03-15', 14)).toBe('2027-05-15');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
  expect(addMonths('2026-01-31', 0)).toBe('2026-01-31');
});

it('keeps the time of day on the wall over a clock change', () => {
  expect(addMonthsAt(berlin, at('2026-02-28T23:30:00Z'), 1)).toBe(at('2026-03-31T22:30:00Z')); // 1 March to 1 April, 00:30
  expect(addMonthsAt(berlin, at('2026-01-31T08:00:00Z'), 2)).toBe(at('2026-03-31T07:00:00Z'));
});

it('clamps a time of day that spring skips, and leaves an instant alone for no month', () => {
  expect(addMonthsAt(berlin, at('2026-02-28T01:30:00Z'), 1)).toBe(at('2026-03-28T01:30:00Z'));
  expect(addMonthsAt(berlin, at('2026-01-29T01:30:00Z'), 2)).toBe(at('2026-03-29T01:00:00Z'));
  expect(addMonthsAt(berlin, at('2026-10-25T01:30:00Z'), 0)).toBe(at('2026-10-25T01:30:00Z')); // the second 02:30
});

it('refuses part of a month and years beyond 2199', () => {
  expect(() => addMonths('2026-01-31', 0.5)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'months' }));
  expect(() => addMonthsAt(berlin, at('2199-12-31T00:00:00Z'), 1)).toThrow(
    expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'months' }),
  );
});
