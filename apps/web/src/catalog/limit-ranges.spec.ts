import { expect, it } from 'vitest';
import { rangeField, rangeOf, rangesOf } from './limit-ranges';

const limit = { kind: 'LIMIT', unitName: 'GB', least: '4', most: null, whole: true };
const prices = [
  { kind: 'RECURRING', unitName: null, least: '1', most: null, whole: false },
  { kind: 'LIMIT', unitName: 'core', least: null, most: null, whole: false },
  limit,
  { ...limit, least: '8' },
];

it('says of each unit once how much of it can be set aside, and nothing where anything can', () => {
  const [range] = rangesOf(prices);

  expect(rangesOf(prices)).toEqual([{ unitName: 'GB', least: '8', most: null, whole: true }]);
  expect(rangeOf({ limits: [range!] }, 'GB')).toEqual({ least: '8', most: null, whole: true });
  expect(rangeOf({ limits: [range!] }, 'core')).toEqual({ least: null, most: null, whole: false });
});

it('tells what is wrong with a range beside its price', () => {
  expect(rangeField(['limits', '0', 'most'], prices)).toEqual(['prices', '2', 'most']);
  expect(rangeField(['limits', '0', 'unitName'], prices)).toEqual(['prices', '2', 'unitName']);
});
