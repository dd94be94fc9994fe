import fc from 'fast-check';
import { type ChainLink, createCalendar, createChain, judgeChain, openTimeBetween } from '../index.js';

const HOUR = 3_600_000;
const range = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };
const days = ['mon', 'tue', 'wed', 'thu', 'fri'];
const hours = (zone: string, from: string, to: string) =>
  createCalendar({ zone, weekly: Object.fromEntries(days.map((day) => [day, [[from, to]]])) as never });
const judged = (links: ChainLink[]) => judgeChain(createChain('sla', links), range);

describe('a chain of promises', () => {
  it('may promise the product of the availability under it, and the sum of the times', () => {
    const { attainable, holds, explanation } = judged([
      { id: 'sla', needs: ['desk', 'cloud'] },
      { id: 'desk', availabilityPercent: '99.9', timeMs: HOUR },
      { id: 'cloud', availabilityPercent: '99.95', timeMs: 2 * HOUR },
    ]);

    expect(attainable).toMatchObject({ availabilityPercent: '99.85005', timeMs: 3 * HOUR });
    expect(holds).toBe(true);
    expect(explanation[0]).toEqual({
      rule: 'chain.availability',
      inputs: {
        link: 'sla',
        promised: null,
        parts: [
          { link: 'desk', carries: '99.9' },
          { link: 'cloud', carries: '99.95' },
        ],
      },
      result: '99.85005',
    });
  });

  it('may promise the hours that all share, in whatever zones', () => {
    const { attainable } = judged([
      { id: 'sla', needs: ['berlin', 'york'] },
      { id: 'berlin', calendar: hours('Europe/Berlin', '09:00', '18:00') },
      { id: 'york', calendar: hours('America/New_York', '09:00', '18:00') },
    ]);
    const monday = Date.UTC(2026, 0, 5);

    expect(openTimeBetween(attainable.calendar!, monday, monday + 24 * HOUR)).toBe(3 * HOUR); // 14:00 to 17:00 UTC
  });

  it('names each link that alone is too weak, and what it would have to promise', () => {
    const { holds, tooWeak, attainable } = judged([
      { id: 'sla', availabilityPercent: '99.9', timeMs: 4 * HOUR, needs: ['desk', 'cloud'] },
      { id: 'desk', availabilityPercent: '99.99', timeMs: HOUR },
      { id: 'cloud', availabilityPercent: '99.5', timeMs: 8 * HOUR },
    ]);

    expect(holds).toBe(false);
    expect(attainable).toMatchObject({ availabilityPercent: '99.49005', timeMs: 9 * HOUR });
    expect(tooWeak).toMatchObject([
      { link: 'cloud', under: 'sla', kind: 'availability', promised: '99.9', carries: '99.5' },
      { link: 'cloud', under: 'sla', kind: 'time', promised: `${4 * HOUR}`, needed: `${3 * HOUR}` },
    ]);
    expect(Number(tooWeak[0]!.needed)).toBeCloseTo((99.9 / 99.99) * 100, 10);
  });

  it('names the weakest when only all together break the promise, and says when it alone cannot mend it', () => {
    const parts = [
      { id: 'a', availabilityPercent: '99.99' },
      { id: 'b', availabilityPercent: '99.9' },
    ];
    const promising = (availabilityPercent: string) =>
      judged([{ id: 'sla', availabilityPercent, needs: ['a', 'b'] }, ...parts]).tooWeak;

    const [weakest, ...others] = promising('99.9');
    expect(weakest).toMatchObject({ link: 'b', carries: '99.9' });
    expect(Number(weakest!.needed)).toBeCloseTo((99.9 / 99.99) * 100, 10);
    expect(others).toEqual([]);
    expect(promising('99.995')).toMatchObject([
      { link: 'a', needed: null },
      { link: 'b', needed: null },
    ]);
  });

  it('names the links that do not cover the hours promised, with the first gap', () => {
    const { tooWeak } = judged([
      { id: 'sla', calendar: hours('Europe/Berlin', '08:00', '18:00'), needs: ['desk', 'cloud'] },
      { id: 'desk', calendar: hours('Europe/Berlin', '08:00', '17:00') },
      { id: 'cloud' },
    ]);

    const first = { from: Date.UTC(2026, 0, 1, 16), to: Date.UTC(2026, 0, 1, 17) };
    expect(tooWeak).toMatchObject([{ link: 'desk', kind: 'hours', gap: first }]);
  });

  it('carries nothing when its links are never open together', () => {
    const { attainable, tooWeak } = judged([
      { id: 'sla', calendar: hours('Etc/UTC', '08:00', '10:00'), needs: ['late'] },
      { id: 'late', calendar: hours('Etc/UTC', '18:00', '19:00') },
    ]);

    expect(attainable.calendar).toBeNull();
    expect(tooWeak).toMatchObject([{ link: 'late', carries: '0' }]);
  });

  it('finds the fault where it is, also far below, and counts on no more than what holds there', () => {
    const { attainable, tooWeak } = judged([
      { id: 'sla', availabilityPercent: '99', needs: ['ola'] },
      { id: 'ola', availabilityPercent: '99.9', needs: ['contract'] },
      { id: 'contract', availabilityPercent: '99.5' },
    ]);

    expect(attainable.availabilityPercent).toBe('99');
    expect(tooWeak).toMatchObject([{ link: 'contract', under: 'ola', needed: '99.9' }]);
  });

  it('adds up what fails in time: 95 % in 4 hours twice guarantee only 90 % in 8', () => {
    const promise = (share: string, hours: number) => ({ sharePercent: share, timeMs: hours * HOUR });
    const under = (share: string, hours: number) =>
      judged([
        { id: 'sla', ...promise(share, hours), needs: ['desk', 'vendor'] },
        { id: 'desk', ...promise('95', 4) },
        { id: 'vendor', ...promise('95', 4) },
      ]);

    expect(under('90', 8).holds).toBe(true);
    expect(under('95', 8).tooWeak).toMatchObject([{ link: 'desk', kind: 'share', carries: '95', needed: '100' }]);
    expect(under('90', 4).tooWeak).toMatchObject([{ kind: 'time', needed: '0' }]);
    expect(under('91', 8).attainable).toMatchObject({ sharePercent: '90', timeMs: 8 * HOUR });
  });

  it('counts on alternatives as independent but for what they share, and else on no more than holds whatever they share', () => {
    const node = (id: string, needs: string[] = []) => ({ id, availabilityPercent: '99', needs });
    const both = (...shared: string[]) => [
      { id: 'sla', needs: [{ anyOf: ['a', 'b'] }] },
      node('a', shared),
      node('b', shared),
      { id: 'network', availabilityPercent: '99.5' },
    ];

    expect(judged(both()).attainable.availabilityPercent).toBe('99.99');
    const beside = 1 - 99 / 99.5;
    expect(Number(judged(both('network')).attainable.availabilityPercent)).toBeCloseTo(99.5 * (1 - beside ** 2), 10);
    expect(judged([...both('cable'), { id: 'cable' }]).attainable.availabilityPercent).toBe('99');
    const twoOfThree = [{ id: 'sla', needs: [{ anyOf: ['a', 'b', 'c'], needed: 2 }] }, node('a'), node('b'), node('c')];
    expect(judged(twoOfThree).attainable.availabilityPercent).toBe('99.9702');
    expect(judged([...twoOfThree.slice(0, 3), node('c', ['a'])]).attainable.availabilityPercent).toBe('99');
  });

  it('names the weakest of alternatives that are too weak together, and covers the hours in which enough are open', () => {
    const { tooWeak } = judged([
      {
        id: 'sla',
        availabilityPercent: '99.99',
        calendar: hours('Etc/UTC', '08:00', '18:00'),
        needs: [{ anyOf: ['a', 'b'] }],
      },
      { id: 'a', availabilityPercent: '99', calendar: hours('Etc/UTC', '08:00', '13:00') },
      { id: 'b', availabilityPercent: '98', calendar: hours('Etc/UTC', '12:00', '17:00') },
    ]);

    expect(tooWeak).toMatchObject([
      { link: 'b', kind: 'availability', carries: '99.98', needed: null },
      { link: 'a', kind: 'hours', gap: { from: Date.UTC(2026, 0, 1, 17), to: Date.UTC(2026, 0, 1, 18) } },
    ]);
  });

  it('says of two of three as much as every way in which they fail together leaves', () => {
    // Hundred cases; each part fails in some of them, wherever it likes.
    const failures = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.tuple(failures, failures, failures), (parts) => {
        const links = parts.map((failed, i) => ({ id: `${i}`, availabilityPercent: `${100 - failed.length}` }));
        const needs = [{ anyOf: ['0', '1', '2'], needed: 2 }];
        const shared = links.map((link) => ({ ...link, needs: ['x'] }));
        const { attainable } = judged([{ id: 'sla', needs }, ...shared, { id: 'x' }]);
        const good = Array.from({ length: 100 }, (_, n) => parts.filter((failed) => !failed.includes(n)).length >= 2);
        expect(Number(attainable.availabilityPercent)).toBeLessThanOrEqual(good.filter(Boolean).length);
      }),
      { numRuns: 200 },
    );
  });

  it('never may promise more than its weakest part', () => {
    const percent = fc.integer({ min: 0, max: 100_000 }).map((n) => (n / 1000).toFixed(3));
    fc.assert(
      fc.property(fc.array(percent, { minLength: 1, maxLength: 6 }), (percents) => {
        const parts = percents.map((availabilityPercent, i) => ({ id: `${i}`, availabilityPercent }));
        const { attainable } = judged([{ id: 'sla', needs: parts.map(({ id }) => id) }, ...parts]);
        expect(Number(attainable.availabilityPercent)).toBeLessThanOrEqual(Math.min(...percents.map(Number)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a chain is what was checked', () => {
  it('and not what its links become afterwards', () => {
    const needs = ['desk'];
    const links = [
      { id: 'sla', needs },
      { id: 'desk', availabilityPercent: '99' },
    ];
    const chain = createChain('sla', links);
    needs.push('sla');
    links[1]!.availabilityPercent = 'none';

    expect(judgeChain(chain, range).attainable.availabilityPercent).toBe('99');
    expect(() => (chain.links as ChainLink[]).push({ id: 'other' })).toThrow(TypeError);
  });

  it('also when it is 3,000 links long', () => {
    const links = Array.from({ length: 3000 }, (_, i): ChainLink => ({
      id: `${i}`,
      timeMs: null,
      needs: [`${i + 1}`],
    }));
    const last = {
      id: '3000',
      timeMs: HOUR,
      availabilityPercent: '99.9',
      calendar: hours('Etc/UTC', '08:00', '18:00'),
    };

    const { attainable } = judgeChain(createChain('0', [...links, last]), range);
    expect(attainable).toMatchObject({ availabilityPercent: '99.9', timeMs: HOUR });
    expect(attainable.calendar?.zone).toBe('Etc/UTC');
    expect(() => createChain('0', [...links, { ...last, needs: ['0'] }])).toThrow(
      expect.objectContaining({ code: 'CYCLE', path: 'links[3000].needs[0]' }),
    );
  });
});

describe('a chain is refused', () => {
  const refused = (links: ChainLink[], code: string, path: string, value: unknown) =>
    expect(() => createChain('sla', links)).toThrow(expect.objectContaining({ code, path, value }));

  it('when it is cyclic, with the way round', () => {
    refused(
      [
        { id: 'sla', needs: ['ola'] },
        { id: 'ola', needs: ['desk', 'contract'] },
        { id: 'desk' },
        { id: 'contract', needs: ['ola'] },
      ],
      'CYCLE',
      'links[3].needs[0]',
      ['ola', 'contract', 'ola'],
    );
  });

  it('when a link is unknown or stands twice, or its promise is out of range', () => {
    refused([{ id: 'sla', needs: ['ola'] }], 'MISSING', 'links[0].needs[0]', 'ola');
    refused([{ id: 'sla' }, { id: 'sla' }], 'OVERLAP', 'links[0].id', 'sla');
    refused([{ id: 'ola' }], 'MISSING', 'top', 'sla');
    refused([{ id: 'sla', availabilityPercent: '101' }], 'OUT_OF_RANGE', 'links[0].availabilityPercent', '101');
    refused([{ id: 'sla', timeMs: -1 }], 'OUT_OF_RANGE', 'links[0].timeMs', -1);
    refused([{ id: 'sla', sharePercent: '-1' }], 'OUT_OF_RANGE', 'links[0].sharePercent', '-1');
  });

  it('when its alternatives are none, too few for what is needed, or named twice', () => {
    const among = (anyOf: string[], needed?: number): ChainLink[] => [
      { id: 'sla', needs: [{ anyOf, ...(needed !== undefined && { needed }) }] },
      { id: 'a' },
    ];
    refused(among([]), 'OUT_OF_RANGE', 'links[0].needs[0].anyOf', 0);
    refused(among(['a'], 2), 'OUT_OF_RANGE', 'links[0].needs[0].needed', 2);
    refused(among(['a', 'a']), 'OVERLAP', 'links[0].needs[0].anyOf', 'a');
    refused(among(['b']), 'MISSING', 'links[0].needs[0]', 'b');
    refused(among(['sla']), 'CYCLE', 'links[0].needs[0]', ['sla', 'sla']);
  });
});
