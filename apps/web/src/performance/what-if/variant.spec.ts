import { expect, it } from 'vitest';
import { inputOf, readVariant, writeVariant, type Variant } from './variant';
import { variant } from './variant-param';

const full: Variant = {
  target: '99.95',
  window: 'QUARTER',
  calendar: '019a0000-0000-7000-8000-000000000247',
  shortest: 5,
  limit: 250.5,
  times: { 1: 60, 2: 240 },
  missing: 'BAD',
  floor: '90',
  excluded: 'COUNTS_AS_UP',
  credit: [
    { gte: '99', lt: '99.95', percent: '10' },
    { gte: null, lt: '99', percent: '25' },
  ],
  countExclusions: true,
  countMaintenance: true,
};

it('stands in an address and is read from it as it was', () => {
  expect(readVariant(writeVariant(full)!)).toEqual(full);
  expect(writeVariant({ target: '99', credit: 'none' })).toBe('target:99;credit:none');
  expect(writeVariant({})).toBeUndefined();
});

it('is what of an address makes sense', () => {
  expect(readVariant('target:ninety;window:QUARTER;toString:1;credit:a_b_c')).toEqual({ window: 'QUARTER' });
  expect(variant()(writeVariant(full)!)).toBe(writeVariant(full));
  expect([variant()('abc'), variant()(null), variant()('times:')]).toEqual([undefined, undefined, undefined]);
});

it('is told to the server in milliseconds', () => {
  expect(inputOf(full)).toMatchObject({
    shortestOutageMs: 300_000,
    targets: [{ priority: 1, targetMs: 3_600_000 }, {}],
  });
  expect(inputOf({ credit: 'none' })).toMatchObject({ withoutCredit: true, credit: undefined });
});
