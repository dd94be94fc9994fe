import {
  addOpenTime,
  createCalendar,
  isOpen,
  nextOpen,
  openTimeBetween,
  prevOpen,
  subtractOpenTime,
} from '../index.js';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`${text}Z`);
const hours: [string, string][] = [['09:00', '17:00']];
const office = createCalendar({
  zone: 'Etc/UTC',
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
});
const once = createCalendar({ zone: 'Etc/UTC', weekly: {}, overrides: { '2026-03-03': hours } });

it('lands near on the closing and far on the next opening', () => {
  expect(addOpenTime(office, at('2010-12-24T09:00'), 8 * HOUR)).toEqual({
    near: at('2010-12-24T17:00'),
    far: at('2010-12-27T09:00'),
  });
});

it('lands on one instant within open time', () => {
  expect(addOpenTime(office, at('2010-12-24T16:00'), 2 * HOUR)).toEqual({
    near: at('2010-12-27T10:00'),
    far: at('2010-12-27T10:00'),
  });
});

it('adds nothing at once', () => {
  expect(addOpenTime(office, at('2010-12-25T12:33'), 0)).toEqual({
    near: at('2010-12-25T12:33'),
    far: at('2010-12-27T09:00'),
  });
});

it('subtracts to an opening, and far to the closing before it', () => {
  expect(subtractOpenTime(office, at('2010-12-27T12:00'), 3 * HOUR)).toEqual({
    near: at('2010-12-27T09:00'),
    far: at('2010-12-24T17:00'),
  });
});

it('measures backwards with a sign, and nothing as nothing', () => {
  expect(openTimeBetween(office, at('2010-12-27T12:00'), at('2010-12-24T16:00'))).toBe(-4 * HOUR);
  expect(openTimeBetween(office, at('2010-12-26T12:00'), at('2010-12-25T12:00'))).toBe(0);
});

it('measures over many years', () => {
  expect(openTimeBetween(office, at('2001-01-01T00:00'), at('2029-01-01T00:00'))).toBe(7305 * 8 * HOUR);
});

it('is closed at the closing time', () => {
  expect(isOpen(office, at('2010-12-24T16:59:59.999'))).toBe(true);
  expect(isOpen(office, at('2010-12-24T17:00'))).toBe(false);
});

it('finds the next and the previous open instant', () => {
  expect(nextOpen(office, at('2010-12-24T17:00'))).toBe(at('2010-12-27T09:00'));
  expect(prevOpen(office, at('2010-12-27T09:00'))).toBe(at('2010-12-24T17:00'));
  expect(prevOpen(office, at('2010-12-24T17:00'))).toBe(at('2010-12-24T17:00'));
});

it('says so when a calendar has no more open time', () => {
  expect(() => addOpenTime(once, at('2026-03-01T00:00'), 9 * HOUR)).toThrow(
    expect.objectContaining({ code: 'OUT_OF_RANGE' }),
  );
  expect(() => nextOpen(once, at('2026-03-04T00:00'))).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE' }));
});

it.each([NaN, Infinity, 0.5, Date.UTC(1899, 11, 31), Date.UTC(2200, 0, 1)])('refuses %s as an instant', (instant) => {
  expect(() => isOpen(office, instant)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'at' }));
});

it.each([NaN, -1, 0.5])('refuses %s as a duration', (durationMs) => {
  expect(() => addOpenTime(office, 0, durationMs)).toThrow(expect.objectContaining({ path: 'durationMs' }));
});
