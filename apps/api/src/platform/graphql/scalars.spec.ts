import { CalendarDateScalar, DateTimeScalar, DecimalScalar } from './scalars.js';

it('reads instants with their zone, and prints them in UTC', () => {
  expect(DateTimeScalar.parseValue('2026-03-16T10:00:00+01:00')).toEqual(new Date('2026-03-16T09:00:00Z'));
  expect(DateTimeScalar.serialize(new Date('2026-03-16T09:00:00Z'))).toBe('2026-03-16T09:00:00.000Z');
});

it.each([
  '2026-03-16',
  '2026-03-16T10:00:00',
  '2026-13-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '0000-01-01T00:00:00Z',
  7,
])('refuses %p as an instant', (value) => {
  expect(() => DateTimeScalar.parseValue(value)).toThrow('is not a DateTime');
});

it('keeps a calendar date as it is', () => {
  expect(CalendarDateScalar.parseValue('2024-02-29')).toBe('2024-02-29');
});

it.each(['2026-02-29', '2026-2-1', '20260201', '0000-01-01', '9999-12-31', ''])(
  'refuses %p as a calendar date',
  (value) => {
    expect(() => CalendarDateScalar.parseValue(value)).toThrow('is not a Date');
  },
);

it('keeps every digit of a decimal', () => {
  expect(DecimalScalar.parseValue('99.950000000000000001')).toBe('99.950000000000000001');
});

it.each(['1e3', 'NaN', '.5', '1,5', 99.95])('refuses %p as a decimal', (value) => {
  expect(() => DecimalScalar.parseValue(value)).toThrow('is not a Decimal');
});
