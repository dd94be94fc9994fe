import fc from 'fast-check';
import { contracted, hitBy } from './service-graph.js';
import type { ServiceSupport } from './supporting-services.js';

const on = (...pairs: string[]): ServiceSupport[] =>
  pairs.map((pair) => ({ serviceId: pair[0]!, supportingServiceId: pair[1]! }));

describe('what rests on a service', () => {
  it('is hit with it, over any number of steps and each once', () => {
    expect(hitBy('d', on('cd', 'bc', 'ab', 'ac', 'xy'))).toEqual(['c', 'b', 'a']);
    expect(hitBy('a', on('ab'))).toEqual([]);
  });

  it('is the same when what lies between is left out', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    // Later letters carry earlier ones, so there is no way round.
    const pair = fc
      .tuple(fc.nat(5), fc.nat(5))
      .filter(([one, other]) => one < other)
      .map(([one, other]) => `${ids[one]}${ids[other]}`);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), fc.subarray(ids, { minLength: 1 }), (pairs, kept) => {
        const [all, keep] = [on(...pairs), new Set(kept)];
        const fewer = contracted(all, keep);
        for (const id of kept)
          expect(new Set(hitBy(id, fewer))).toEqual(new Set(hitBy(id, all).filter((one) => keep.has(one))));
      }),
      { numRuns: 200 },
    );
  });
});
