import fc from 'fast-check';
import { inForceOn, periodsOf } from './periods-of.js';

const open = (effectiveFrom: string, effectiveTo: string | null = null, window: 'month' | 'quarter' = 'month') => ({
  termsId: effectiveFrom,
  window,
  effectiveFrom,
  effectiveTo,
});
const ids = (periods: ReturnType<typeof periodsOf>) => periods.map(({ period }) => period.id);
const instant = (text: string) => new Date(text);

it('clips the first period to the day on which the terms come into force', () => {
  const [first, second] = periodsOf('Europe/Berlin', [open('2026-02-15')], instant('2026-03-20T00:00:00Z'));
  expect(new Date(first!.period.from).toISOString()).toBe('2026-02-14T23:00:00.000Z');
  expect(first!.period).toMatchObject({ id: '2026-02', to: second!.period.from });
});

it('has the period that begins just now, and none that is yet to begin', () => {
  expect(ids(periodsOf('Etc/UTC', [open('2026-01-01')], instant('2026-03-01T00:00:00.000Z')))).toEqual([
    '2026-01',
    '2026-02',
    '2026-03',
  ]);
  expect(ids(periodsOf('Etc/UTC', [open('2026-01-01')], instant('2026-02-28T23:59:59.999Z')))).toEqual([
    '2026-01',
    '2026-02',
  ]);
  expect(periodsOf('Etc/UTC', [open('2026-05-01')], instant('2026-03-01T00:00:00Z'))).toEqual([]);
});

it('hands over to the next version on the day on which that comes into force', () => {
  const terms = [open('2026-04-01', null, 'quarter'), open('2026-01-10', '2026-03-31')];
  const periods = periodsOf('Etc/UTC', terms, instant('2026-08-01T00:00:00Z'));
  expect(periods.map(({ period, termsId }) => [period.id, termsId])).toEqual([
    ['2026-01', '2026-01-10'],
    ['2026-02', '2026-01-10'],
    ['2026-03', '2026-01-10'],
    ['2026-Q2', '2026-04-01'],
    ['2026-Q3', '2026-04-01'],
  ]);
});

it('ends with the last day of an agreement that has ended', () => {
  const periods = periodsOf('Etc/UTC', [open('2026-01-01', '2026-02-10')], instant('2026-08-01T00:00:00Z'));
  expect(periods.at(-1)!.period).toMatchObject({ id: '2026-02', to: Date.UTC(2026, 1, 11) });
});

it('leaves no time between periods and covers none twice', () => {
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Etc/UTC');
  const day = fc.date({
    min: instant('2020-01-01T00:00:00Z'),
    max: instant('2026-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(zone, day, fc.constantFrom('month' as const, 'quarter' as const), (timeZone, from, window) => {
      const periods = periodsOf(
        timeZone,
        [open(from.toISOString().slice(0, 10), null, window)],
        instant('2026-06-15T12:00:00Z'),
      );
      const seams = periods.slice(1).every(({ period }, i) => period.from === periods[i]!.period.to);
      return seams && periods.every(({ period }) => period.from < period.to);
    }),
  );
});

it('finds the version in force on a day, the first one before any is', () => {
  const versions = [{ effectiveFrom: '2026-02-01' }, { effectiveFrom: '2026-01-01' }];
  expect(inForceOn(versions, '2026-01-31')).toEqual({ effectiveFrom: '2026-01-01' });
  expect(inForceOn(versions, '2026-02-01')).toEqual({ effectiveFrom: '2026-02-01' });
  expect(inForceOn(versions, '2025-01-01')).toEqual({ effectiveFrom: '2026-01-01' });
  expect(inForceOn([], '2025-01-01')).toBeUndefined();
});
