import fc from 'fast-check';
import { curveAt } from './curve.js';

const anchors = [
  { attainment: '90', percent: '50' },
  { attainment: '100', percent: '100' },
  { attainment: '110', percent: '150' },
];
const paid = (attainment: string, more = {}) => String(curveAt({ anchors, ...more }, attainment));

it('pays nothing below the first anchor, on straight lines between, and no more above the last', () => {
  expect(['-5', '89.99', '90', '98', '100', '105', '110', '500'].map((attainment) => paid(attainment))).toEqual([
    '0',
    '0',
    '50',
    '90',
    '100',
    '125',
    '150',
    '150',
  ]);
});

it('goes on beyond the last anchor where it says so, up to its cap', () => {
  expect(paid('120', { extrapolate: true })).toBe('200');
  expect(paid('120', { extrapolate: true, cap: '180' })).toBe('180');
});

it('is flat with one anchor', () => {
  const flat = { anchors: [{ attainment: '80', percent: '100' }] };

  expect([curveAt(flat, '79'), curveAt(flat, '80'), curveAt(flat, '200')].map(String)).toEqual(['0', '100', '100']);
});

it('never pays less for more, nor less than nothing', () => {
  const attainment = fc.integer({ min: -2000, max: 2000 }).map((tenths) => `${tenths}/10`);
  fc.assert(
    fc.property(attainment, attainment, fc.boolean(), (one, other, extrapolate) => {
      const [a, b] = [curveAt({ anchors, extrapolate }, one), curveAt({ anchors, extrapolate }, other)];
      const more = curveAt({ anchors: [{ attainment: one, percent: '1' }] }, other).compare(0) > 0;
      expect((more ? b : a).compare(more ? a : b) >= 0 && a.compare(0) >= 0).toBe(true);
    }),
  );
});
