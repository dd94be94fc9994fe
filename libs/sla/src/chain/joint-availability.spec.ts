import fc from 'fast-check';
import { type ChainLink, type ChainNeed, createChain, judgeChain } from '../index.js';

const range = { from: 0, to: 86_400_000 };
const carried = (links: ChainLink[]) => judgeChain(createChain('top', links), range).attainable.availabilityPercent;
const promised = (id: string, availabilityPercent: string, needs: ChainNeed[] = []) => ({
  id,
  availabilityPercent,
  needs,
});

describe('the availability of parts that share something', () => {
  it('counts each part once, however many ways lead there', () => {
    const links = [
      { id: 'top', needs: ['orders', 'hosting', 'hub', 'delivery'] },
      promised('orders', '99.9', ['database', 'hosting', 'hub']),
      promised('delivery', '99.9', ['plant', 'orders', 'hub']),
      promised('plant', '99.9'),
      promised('database', '99.95'),
      promised('hosting', '99.99'),
      promised('hub', '99.5'),
    ];

    expect(carried(links)).toBe('99.340864670025');
    const { tooWeak } = judgeChain(
      createChain('top', [promised('top', '99.5', ['delivery', 'hub']), ...links.slice(1)]),
      range,
    );
    // While it is kept, all beneath it works, so no more is asked of it than of the top.
    expect(tooWeak.filter(({ under }) => under === 'top')).toMatchObject([{ link: 'delivery', needed: '99.5' }]);
  });

  it('counts a part beside what shares it only for what it fails by itself', () => {
    const links = [promised('a', '99', ['net']), promised('b', '98', ['net']), promised('net', '99.5')];
    // 99 / 99.5 and 98 / 99.5 by themselves, and the network once.
    expect(Number(carried([{ id: 'top', needs: ['a', 'b'] }, ...links]))).toBeCloseTo((99 * 98) / 99.5, 10);
    expect(Number(carried([{ id: 'top', needs: [{ anyOf: ['a', 'b'] }] }, ...links]))).toBeCloseTo(
      99.5 * (1 - (1 - 99 / 99.5) * (1 - 98 / 99.5)),
      10,
    );
  });

  it('is what every combination of working and failed parts adds up to', () => {
    fc.assert(
      fc.property(chains, (links) => {
        const { attainable, explanation } = judgeChain(createChain('top', links), range);
        expect(explanation.some(({ inputs }) => inputs.atLeast)).toBe(false);
        expect(Number(attainable.availabilityPercent)).toBeCloseTo(enumerated(links), 8);
      }),
      { numRuns: 300 },
    );
  });

  it('is said to be a bound where alternatives share too much, and is none too high', () => {
    const net = Array.from({ length: 11 }, (_, i) => `net${i}`);
    const links = [
      { id: 'top', needs: [{ anyOf: ['a', 'b'] }] },
      promised('a', '80', net),
      promised('b', '85', net),
      ...net.map((id) => promised(id, '99')),
    ];
    const { attainable, explanation } = judgeChain(createChain('top', links), range);
    expect(explanation.find(({ inputs }) => inputs.link === 'top')?.inputs.atLeast).toBe(true);
    expect(Number(attainable.availabilityPercent)).toBeGreaterThanOrEqual(85);
    expect(Number(attainable.availabilityPercent)).toBeLessThan(enumerated(links));
  });
});

/** Up to eleven parts in layers, each of which rests on some of the later ones, in series or as alternatives. */
const chains = fc.integer({ min: 2, max: 10 }).chain((size) =>
  fc
    .tuple(
      ...Array.from({ length: size + 1 }, (_, i) => {
        const later = Array.from({ length: size - i }, (__, k) => `p${i + k + 1}`);
        const percent = fc.integer({ min: 500, max: 1000 }).map((n) => (n / 10).toFixed(1));
        const some = fc.subarray(later, { maxLength: Math.min(3, later.length) });
        const anyOf = fc.subarray(later, {
          minLength: Math.min(2, later.length),
          maxLength: Math.min(4, later.length),
        });
        return fc.record({ percent, some, anyOf, needed: fc.integer({ min: 1, max: 3 }), hasGroup: fc.boolean() });
      }),
    )
    .map((parts) =>
      parts.map(({ percent, some, anyOf, needed, hasGroup }, i): ChainLink => {
        const group = { anyOf, needed: Math.min(needed, anyOf.length) };
        const needs = [...some, ...(hasGroup && anyOf.length > 0 ? [group] : [])];
        return i === 0 ? { id: 'top', needs: needs.length > 0 ? needs : ['p1'] } : promised(`p${i}`, percent, needs);
      }),
    ),
);

/** In percent: the probability of every state of the parts in which the top works. */
function enumerated(links: readonly ChainLink[]): number {
  const byId = new Map(links.map((link) => [link.id, link]));
  const own = new Map<string, number>();
  const probabilityOf = (id: string, withOwn: boolean): number => {
    const under = reached(id, byId).filter((one) => one !== id);
    const parts = withOwn ? [id, ...under] : under;
    let sum = 0;
    for (let state = 0; state < 2 ** parts.length; state += 1) {
      const up = new Set(parts.filter((_, i) => (state >> i) & 1));
      if (!withOwn) up.add(id);
      if (!works(id, up, byId)) continue;
      sum += parts.reduce((product, one) => product * (up.has(one) ? own.get(one)! : 1 - own.get(one)!), 1);
    }
    return sum;
  };
  for (const { id, availabilityPercent } of [...links].reverse()) {
    const below = probabilityOf(id, false);
    const stated = availabilityPercent == null ? 1 : Number(availabilityPercent) / 100;
    own.set(id, stated < below ? stated / below : 1);
  }
  return 100 * probabilityOf('top', true);
}

function reached(id: string, byId: ReadonlyMap<string, ChainLink>): string[] {
  const all = new Set([id]);
  for (const one of all)
    for (const need of byId.get(one)!.needs ?? [])
      (typeof need === 'string' ? [need] : need.anyOf).forEach((x) => all.add(x));
  return [...all];
}

function works(id: string, up: ReadonlySet<string>, byId: ReadonlyMap<string, ChainLink>): boolean {
  if (!up.has(id)) return false;
  return (byId.get(id)!.needs ?? []).every((need) =>
    typeof need === 'string'
      ? works(need, up, byId)
      : need.anyOf.filter((one) => works(one, up, byId)).length >= (need.needed ?? 1),
  );
}
