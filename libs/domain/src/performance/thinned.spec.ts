import fc from 'fast-check';
import { thinned } from './thinned.js';

const line = (...ats: number[]) => ats.map((at) => ({ at }));

describe('thinned', () => {
  it('leaves a line as it is that has few points', () => {
    expect(thinned([], 4)).toEqual([]);
    expect(thinned(line(1, 2, 3, 4), 4)).toEqual(line(1, 2, 3, 4));
  });

  it('keeps the first and the last point of each stretch', () => {
    expect(thinned(line(0, 1, 2, 3, 4, 10, 15, 19), 4)).toEqual(line(0, 4, 10, 19));
  });

  it('keeps to the most, both ends, and the points of a stretch with two', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1 }), fc.integer({ min: 2, max: 40 }), (ats, most) => {
        const points = line(...ats.toSorted((a, b) => a - b));
        const drawn = thinned(points, most);

        expect(drawn.length).toBeLessThanOrEqual(most);
        expect([drawn[0], drawn.at(-1)]).toEqual([points[0], points.at(-1)]);
        expect(drawn).toEqual(points.filter((point) => drawn.includes(point)));
      }),
    );
  });
});
