import { describe, expect, it } from 'vitest';
import { formatDuration } from './format-duration';
import { formatDay, formatInstant, formatPeriod } from './format-instant';
import { formatMoney } from './format-money';
import { formatNamedValue } from './format-named-value';
import { formatFigure, formatPercent, formatRatio, percentToRatio } from './format-percent';

const locale = 'en-GB';

describe('percent', () => {
  it('never rounds a miss up to its target', () => {
    expect(formatPercent('99.9499', { locale })).toBe('99.94%');
    expect(formatRatio('0.99949', { locale, decimals: 1 })).toBe('99.9%');
  });

  it.each([
    ['99.95', '0.9995'],
    ['100', '1.00'],
    ['0.5', '.005'],
    ['-12.3', '-.123'],
    ['250', '2.50'],
    ['0', '.00'],
  ])('moves the point of %s exactly', (percent, ratio) => expect(Number(percentToRatio(percent))).toBe(Number(ratio)));

  it('keeps digits that a float would lose', () => {
    expect(formatPercent('99.99999999999999999', { locale, decimals: 17 })).toBe('99.99999999999999999%');
  });

  it('prints a figure with the decimals that it came with, so that 0.051 against a target of 0.05 stays a miss', () => {
    expect(['0.051', '99.949', '99.90', '98.00'].map(formatFigure)).toEqual(['0.051', '99.949', '99.90', '98.00']);
  });

  it('signs a difference and shows no decimals beyond those given', () => {
    expect(formatPercent('0.5', { locale, signed: true, decimals: 4 })).toBe('+0.50%');
    expect(formatPercent('99.9', { locale, decimals: 4 })).toBe('99.90%');
  });
});

describe('money', () => {
  it('shows every digit of a long amount', () => {
    expect(formatMoney({ amount: '90071992547409931.27', currency: 'EUR' }, { locale })).toBe(
      '€90,071,992,547,409,931.27',
    );
  });

  it('keeps the decimals of a unit price when asked, and a currency without any', () => {
    expect(formatMoney({ amount: '0.00350', currency: 'EUR' }, { locale, exact: true })).toBe('€0.0035');
    expect(formatMoney({ amount: '1200', currency: 'JPY' }, { locale })).toBe('JP¥1,200');
  });
});

describe('duration', () => {
  it.each([
    [0, '0 min'],
    [250, '250 ms'],
    [45_000, '45 s'],
    [3_600_000, '1 h'],
    [11_520_000, '3 h 12 min'],
    [-120_000, '−2 min'],
    [90_000_000, '1 d 1 h'],
    [86_400_000 + 60_000, '1 d'],
  ])('says %d ms as %s', (ms, words) => expect(formatDuration(ms)).toBe(words));

  it('counts hours beyond a day for budgets', () => expect(formatDuration(90_000_000, { days: false })).toBe('25 h'));
});

describe('instants', () => {
  it('stands at the wall of the commitment, in summer and winter', () => {
    expect(formatInstant('2026-03-29T00:59:00Z', { zone: 'Europe/Berlin', locale })).toBe('29 Mar 2026, 01:59');
    expect(formatInstant('2026-03-29T01:00:00Z', { zone: 'Europe/Berlin', locale })).toBe('29 Mar 2026, 03:00');
  });

  it('leaves a calendar day where it is', () => expect(formatDay('2026-03-01', { locale })).toBe('1 Mar 2026'));

  it('names months and quarters', () => {
    expect(formatPeriod('2026-03', { locale })).toBe('Mar 2026');
    expect(formatPeriod('2026-Q1', { locale })).toBe('Q1 2026');
    expect(formatPeriod('2026-03', { locale, style: 'monthOnly' })).toBe('Mar');
  });
});

describe('values of an explanation', () => {
  it('are told by their unit', () => {
    expect(formatNamedValue({ value: '9840000', unit: 'ms' }, 'UTC')).toBe('2 h 44 min');
    expect(formatNamedValue({ value: null, unit: 'ms' }, 'UTC')).toBe('–');
    expect(formatNamedValue({ value: 'Met', unit: 'text' }, 'UTC')).toBe('Met');
  });
});
