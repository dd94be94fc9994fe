import { attainmentOf, performanceFactor } from './performance-factor.js';

const anchors = [
  { attainment: '90', percent: '50' },
  { attainment: '100', percent: '100' },
  { attainment: '110', percent: '150' },
];

it('measures from floor to target, in either direction, and beyond both', () => {
  const rising = { floor: '96', target: '99' };
  const falling = { floor: '8', target: '4' };

  expect(['96', '97.5', '99', '100.5', '94.5'].map((result) => String(attainmentOf(result, rising)))).toEqual([
    '0',
    '50',
    '100',
    '150',
    '-50',
  ]);
  expect(['8', '5', '4', '3'].map((result) => String(attainmentOf(result, falling)))).toEqual([
    '0',
    '75',
    '100',
    '125',
  ]);
});

it('refuses a scale without a length', () => {
  expect(() => attainmentOf('1', { floor: '5', target: '5' })).toThrow(RangeError);
});

it('weighs what the curve pays', () => {
  const measures = [
    { weight: 50, attainment: '98' },
    { weight: 30, attainment: '105' },
    { weight: 20, attainment: '85' },
  ];
  expect(String(performanceFactor({ anchors }, measures))).toBe('82.5');
});

it('leaves out measures without data, so that the others weigh more', () => {
  const measures = [
    { weight: 50, attainment: '98' },
    { weight: 30, attainment: null },
    { weight: 50, attainment: '100' },
  ];
  expect(String(performanceFactor({ anchors }, measures))).toBe('95');
  expect(performanceFactor({ anchors }, [{ weight: 1, attainment: null }])).toBeNull();
});
