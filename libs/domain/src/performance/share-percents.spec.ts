import fc from 'fast-check';
import { sharePercents } from './share-percents.js';

it.each([
  [
    [1, 1, 1],
    ['33.4', '33.3', '33.3'],
  ],
  [
    ['2', '1'],
    ['66.7', '33.3'],
  ],
  [
    [1, 0, 5],
    ['16.7', '0.0', '83.3'],
  ],
  [
    [6, 6, 6, 6, 6, 6, 1],
    ['16.3', '16.2', '16.2', '16.2', '16.2', '16.2', '2.7'],
  ],
  [
    ['0', '0'],
    ['0.0', '0.0'],
  ],
  [[], []],
])('of %j are %j', (amounts, percents) => expect(sharePercents(amounts)).toEqual(percents));

it('are 100 together, and each less than a decimal away from its own', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(amounts, (of) => {
      const all = of.reduce((sum, amount) => sum + amount, 0);
      fc.pre(all > 0);
      const tenths = sharePercents(of).map((percent) => Math.round(Number(percent) * 10));
      expect(tenths.reduce((sum, share) => sum + share, 0)).toBe(1000);
      tenths.forEach((share, i) => expect(Math.abs(share - (1000 * of[i]!) / all)).toBeLessThan(1));
    }),
  );
});
