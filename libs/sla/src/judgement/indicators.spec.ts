import fc from 'fast-check';
import {
  type Count,
  createTerms,
  type Evidence,
  type Impact,
  type Indicator,
  judge,
  mergeSketches,
  percentileOf,
  periodById,
  sketchOf,
  sketchOfHistogram,
  type TermsDefinition,
} from '../index.js';

const HOUR = 3_600_000;
const june = periodById('Etc/UTC', '2026-06');
const at = (hours: number) => june.from + hours * HOUR;
const judged = (
  indicator: Indicator,
  targetPercent: string,
  evidence: Evidence,
  more: Partial<TermsDefinition> = {},
  asOf = june.to,
) =>
  judge(createTerms({ indicator, objective: { comparator: 'gte', targetPercent }, ...more }), june, evidence, { asOf });
const hourly = (...pairs: [good: number, total: number][]): Count[] =>
  pairs.map(([good, total], i) => ({ ref: `h${i}`, from: at(i), to: at(i + 1), good, total }));

describe('a threshold', () => {
  const samples = [12, 30, 31, 8].map((value, i) => ({ ref: `s${i}`, at: at(i), value }));
  const limit = { kind: 'threshold', limit: 30, good: 'atMost' } as const;

  it('counts the samples that keep the limit, those on it too', () => {
    const judgement = judged({ ...limit, by: 'sample' }, '75', { kind: 'samples', samples });

    expect(judgement).toMatchObject({ verdict: 'met', numerator: '3', denominator: '4', coverage: null });
    expect(judgement.contributions[2]).toMatchObject({ ref: 's2', good: 0, total: 1 });
  });

  it('leaves out the samples that were taken in time taken out, to its end but not at it', () => {
    const exclusions = [{ ref: 'x', from: at(0), to: at(2) }];
    const judgement = judged({ ...limit, by: 'sample' }, '75', { kind: 'samples', samples, exclusions });

    expect(judgement).toMatchObject({ verdict: 'missed', numerator: '1', denominator: '2' });
    expect(judgement.contributions.map(({ notCounted }) => notCounted)).toEqual(['excluded', 'excluded', null, null]);
  });

  it('measures the time in which the last sample kept it', () => {
    const judgement = judged({ ...limit, by: 'time' }, '75', { kind: 'samples', samples });

    expect(judgement).toMatchObject({ numerator: String(2 * HOUR), denominator: String(3 * HOUR), verdict: 'missed' });
    expect(judgement.contributions).toMatchObject([{ kind: 'outage', ref: 's2', countedMs: HOUR }]);
  });

  it('can be a least value', () => {
    const least = { kind: 'threshold', limit: 30, good: 'atLeast', by: 'sample' } as const;

    expect(judged(least, '50', { kind: 'samples', samples }).numerator).toBe('2');
  });

  it('refuses a sample without a value', () => {
    const broken = [{ ref: 'x', at: at(0), value: NaN }];

    expect(() => judged({ ...limit, by: 'sample' }, '75', { kind: 'samples', samples: broken })).toThrow(
      expect.objectContaining({ path: 'samples[0].value' }),
    );
  });
});

describe('a share of counts', () => {
  const counts = hourly([19, 20], [18, 20], [10, 20]);
  const shareOf = (...exclusions: [from: number, to: number][]) =>
    judged({ kind: 'goodTotal' }, '90', {
      kind: 'counts',
      counts,
      exclusions: exclusions.map(([from, to], i) => ({ ref: `e${i}`, from: at(from), to: at(to) })),
    });

  it('is what it was, coverage too, where time taken out cuts through a count, which cannot be split', () => {
    expect(shareOf([0.25, 0.75])).toMatchObject({ numerator: '47', denominator: '60', coverage: shareOf().coverage });
    // The first one lies wholly in it, half of the second one stays with the whole of it.
    expect(shareOf([0, 1.5])).toMatchObject({
      numerator: '28',
      denominator: '40',
      coverage: { knownMs: 2 * HOUR, expectedMs: 719 * HOUR },
    });
  });
});

describe('a percentile', () => {
  const p95 = { kind: 'percentile', limit: 300 } as const;
  const day = (ref: string, from: number, values: number[]) => ({
    ref,
    from: at(from),
    to: at(from + 24),
    sketch: sketchOf(values),
  });
  const quick = day(
    'quick',
    0,
    Array.from({ length: 95 }, () => 100),
  );
  const slow = day(
    'slow',
    24,
    Array.from({ length: 5 }, () => 900),
  );

  it('is met when enough values are within the limit, merged over all sketches', () => {
    expect(judged(p95, '95', { kind: 'sketches', sketches: [quick, slow] })).toMatchObject({
      verdict: 'met',
      numerator: '95',
      denominator: '100',
      budget: { total: '5', used: '5' },
    });
    const slower = { ...slow, sketch: mergeSketches([slow.sketch, sketchOf([301])]) };
    expect(judged(p95, '95', { kind: 'sketches', sketches: [quick, slower] }).verdict).toBe('missed');
  });

  it('tells the value that it came to', () => {
    const { explanation } = judged(p95, '99', { kind: 'sketches', sketches: [quick, slow] });
    const told = explanation.find(({ rule }) => rule === 'percentile.value')!;

    expect(told.inputs).toEqual({
      percent: '99',
      limit: 300,
      unit: null,
      sketches: 2,
      relativeError: 0.01,
      beyond: false,
    });
    expect(Math.abs((told.result as number) - 900)).toBeLessThanOrEqual(9);
  });

  it('says so where it lies above every bucket of a histogram', () => {
    const sketch = sketchOfHistogram([[300, 90]], 10);
    const { verdict, explanation } = judged(p95, '95', { kind: 'sketches', sketches: [{ ...quick, sketch }] });

    expect(verdict).toBe('missed');
    expect(explanation.find(({ rule }) => rule === 'percentile.value')).toMatchObject({
      inputs: { beyond: true },
      result: null,
    });
  });

  it('comes to the same from sketches that were merged before', () => {
    const both = { ...quick, to: slow.to, sketch: mergeSketches([quick.sketch, slow.sketch]), intervals: 2 };
    const [apart, merged] = [[quick, slow], [both]].map((sketches) =>
      judged(p95, '95', { kind: 'sketches', sketches }),
    );
    const { contributions: _, ...same } = apart!;

    expect(merged).toMatchObject({ ...same, explanation: expect.any(Array), budget: expect.anything() });
    expect(merged!.explanation.find(({ rule }) => rule === 'percentile.value')).toEqual(
      apart!.explanation.find(({ rule }) => rule === 'percentile.value'),
    );
  });

  it('is exact where the values themselves are given', () => {
    const samples = [299, 300, 301].map((value, i) => ({ ref: `${i}`, at: at(i), value }));

    expect(judged(p95, '66', { kind: 'samples', samples }).verdict).toBe('met');
    expect(judged(p95, '67', { kind: 'samples', samples }).verdict).toBe('missed');
  });

  it('is met exactly when the percentile does not exceed the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 100 }),
        (values, percent) => {
          const sketches = [day('d', 0, values)];
          const { verdict } = judged(p95, String(percent), { kind: 'sketches', sketches });
          expect(verdict).toBe(percentileOf(sketches[0]!.sketch, String(percent))! <= 300 ? 'met' : 'missed');
        },
      ),
    );
  });
});

describe('slices of time', () => {
  const slices = { kind: 'timeSlices', sliceTargetPercent: '95' } as const;

  it('count the same, however many events they have', () => {
    const counts = hourly([19, 20], [18, 20], [1000, 1000], [0, 0]);

    expect(judged(slices, '75', { kind: 'counts', counts })).toMatchObject({
      verdict: 'met',
      unit: 'slices',
      numerator: '3',
      denominator: '4',
    });
  });

  it.each([
    ['good', '3', '4'],
    ['bad', '2', '4'],
    ['ignore', '2', '3'],
  ] as const)('of which idle ones count as %s', (idle, numerator, denominator) => {
    const counts = hourly([19, 20], [18, 20], [1000, 1000], [0, 0]);

    expect(judged({ ...slices, idle }, '50', { kind: 'counts', counts })).toMatchObject({ numerator, denominator });
  });

  it.each([
    ['ignore', '1', '2'],
    ['good', '2', '3'],
    ['bad', '1', '3'],
  ] as const)('of which those that were not measured count as the policy on gaps says: %s', (gaps, good, total) => {
    const columns = { from: june.from, everyMs: HOUR, good: [1, 0, 0], total: [1, 1, -1] };

    expect(judged(slices, '50', { kind: 'slices', ...columns }, { missingData: { gaps } })).toMatchObject({
      numerator: good,
      denominator: total,
      coverage: { knownMs: 2 * HOUR },
    });
  });

  it('name the slice that is malformed', () => {
    const columns = { from: june.from, everyMs: HOUR, good: [0, 2], total: [-1, 1] };

    expect(() => judged(slices, '50', { kind: 'slices', ...columns })).toThrow(
      expect.objectContaining({ path: 'slices.good[1]', value: 2 }),
    );
  });

  it('agree with an oracle that counts them one by one', () => {
    const pair = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
    const stretch = fc.tuple(fc.nat(40), fc.nat(10));
    fc.assert(
      fc.property(
        fc.array(pair, { maxLength: 40 }),
        fc.integer({ min: 1, max: 100 }),
        stretch,
        (pairs, target, away) => {
          const exclusions = [{ ref: 'e', from: at(away[0]), to: at(away[0] + away[1]) }];
          const kept = pairs.filter((_, i) => i < away[0] || i >= away[0] + away[1]);
          const bad = kept.filter(([good, total]) => good * 100 < total * target).length;
          const given = { kind: 'timeSlices', sliceTargetPercent: String(target) } as const;
          const { denominator, budget } = judged(given, '90', { kind: 'counts', counts: hourly(...pairs), exclusions });
          expect([denominator, budget.used]).toEqual([String(kept.length), String(bad)]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('ratios of slices of time', () => {
  const mean = { kind: 'ratioTimeSlices' } as const;
  const minimise: Partial<TermsDefinition> = { objective: { comparator: 'lte', targetPercent: '25.5' } };

  it('are averaged, as a contract on averaged error rates says', () => {
    const counts = hourly([990, 1000], [5, 10]);

    expect(judged(mean, '0', { kind: 'counts', counts }, minimise)).toMatchObject({
      verdict: 'met',
      ratio: '0.255',
      unit: 'share',
    });
    expect(judged({ kind: 'goodTotal' }, '0', { kind: 'counts', counts }, minimise).ratio).toMatch(/^0\.01485/);
  });

  it('are added exactly, also thirds and sixths', () => {
    // 1/3 + 1/6 + 2/3 + 2/3 + 1/6 = 2 of 100 slices.
    const parts: [number, number][] = [
      [2, 3],
      [5, 6],
      [1, 3],
      [1, 3],
      [5, 6],
    ];
    const counts = hourly(...parts, ...Array.from({ length: 95 }, (): [number, number] => [7, 7]));
    const of = (targetPercent: string) => judged(mean, targetPercent, { kind: 'counts', counts });

    expect(of('98')).toMatchObject({ verdict: 'met', numerator: '98', budget: { left: '0' } });
    expect(of('98.000000000000000000000001').verdict).toBe('missed');
  });

  it('never exceed a target because of rounding, whatever the denominators', () => {
    const total = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.array(total, { minLength: 1, maxLength: 30 }), (totals) => {
        // Each slice and its complement: together exactly half are good.
        const pairs = totals.flatMap((n): [number, number][] => [
          [Math.floor(n / 3), n],
          [n - Math.floor(n / 3), n],
        ]);
        const counts = hourly(...pairs);
        expect(judged(mean, '50', { kind: 'counts', counts }).verdict).toBe('met');
        expect(judged(mean, '50.000000000000000000000001', { kind: 'counts', counts }).verdict).toBe('missed');
      }),
    );
  });
});

describe('minutes of users', () => {
  const users = 100;
  const hit = (ref: string, from: number, to: number | null, howMany: number): Impact => ({
    ref,
    from: at(from),
    to: to === null ? null : at(to),
    users: howMany,
  });
  const lost = (impacts: Impact[], more: Partial<Evidence> = {}, asOf?: number) =>
    judged({ kind: 'userMinutes' }, '99', { kind: 'impacts', users, impacts, ...more } as Evidence, {}, asOf);

  it('weigh an outage by the users it hit', () => {
    expect(lost([hit('a', 0, 10, 50)])).toMatchObject({
      unit: 'userMs',
      verdict: 'met',
      denominator: String(720 * HOUR * users),
      budget: { used: String(500 * HOUR) },
    });
  });

  it('never lose more users than there are, the earlier outage counting first', () => {
    const { budget, contributions } = lost([hit('b', 1, 3, 80), hit('a', 0, 2, 70)]);

    expect(budget.used).toBe(String((70 + 100 + 80) * HOUR));
    expect(contributions).toMatchObject([
      { ref: 'a', countedMs: 140 * HOUR },
      { ref: 'b', countedMs: 110 * HOUR },
    ]);
  });

  it('leave out time taken out, and say so', () => {
    const exclusions = [{ ref: 'e', from: at(0), to: at(5) }];

    expect(lost([hit('a', 0, 10, 10), hit('b', 1, 2, 10)], { exclusions })).toMatchObject({
      denominator: String(715 * HOUR * users),
      budget: { used: String(50 * HOUR) },
      contributions: [{ notCounted: null }, { notCounted: 'excluded' }],
    });
  });

  it('let an outage last until now', () => {
    expect(lost([hit('a', 0, null, 100)], {}, at(2))).toMatchObject({
      verdict: 'atRisk',
      budget: { used: String(200 * HOUR) },
    });
    expect(lost([hit('a', 0, null, 100)], {}, at(8)).verdict).toBe('missed');
  });

  it('agree with an oracle that asks every hour', () => {
    const impact = fc.tuple(fc.nat(60), fc.nat(20), fc.nat(users));
    fc.assert(
      fc.property(fc.array(impact, { maxLength: 6 }), (drawn) => {
        const impacts = drawn.map(([from, length, n], i) => hit(`${i}`, from, from + length, n));
        const walked = Array.from({ length: 90 }, (_, hour) => {
          const now = drawn.filter(([from, length]) => from <= hour && hour < from + length);
          return Math.min(
            users,
            now.reduce((sum, [, , n]) => sum + n, 0),
          );
        }).reduce((sum, n) => sum + n, 0);
        const { budget, contributions } = lost(impacts);
        expect(budget.used).toBe(String(walked * HOUR));
        expect(contributions.reduce((sum, item) => sum + (item.kind === 'outage' ? item.countedMs : 0), 0)).toBe(
          walked * HOUR,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('refuse more users than there are', () => {
    expect(() => lost([hit('a', 0, 1, 101)])).toThrow(
      expect.objectContaining({ path: 'impacts[0].users', value: 101 }),
    );
  });
});

describe('a composite', () => {
  const composite: Indicator = {
    kind: 'composite',
    parts: [
      { name: 'shop', weight: '0.7', indicator: { kind: 'availability' } },
      { name: 'search', weight: '0.3', indicator: { kind: 'goodTotal' } },
    ],
  };
  const shop: Evidence = { kind: 'outages', outages: [{ ref: 'o', from: at(0), to: at(72) }] };
  const search: Evidence = { kind: 'counts', counts: hourly([2, 3]) };

  it('loses by each part what its weight says', () => {
    // 0.7 · 0.1 + 0.3 · 1/3
    const judgement = judged(composite, '83', { kind: 'parts', parts: { shop, search } });

    expect(judgement).toMatchObject({ verdict: 'met', unit: 'share', numerator: '0.83', denominator: '1' });
    expect(judgement.budget).toMatchObject({ used: '0.17', left: '0' });
    expect(judgement.budget.burndown.at(-1)!.used).toBeCloseTo(0.17, 12);
    expect(judgement.contributions.map(({ ref }) => ref)).toEqual(['shop/o', 'search/h0']);
    expect(judgement.explanation.filter(({ rule }) => rule === 'composite.part')).toHaveLength(2);
    expect(judged(composite, '83.000000001', { kind: 'parts', parts: { shop, search } }).verdict).toBe('missed');
  });

  it('burns down what parts lose at the same time', () => {
    const halves = ['a', 'b'].map((name) => ({ name, weight: '0.5', indicator: { kind: 'availability' } as const }));
    const lasting = (from: number, to: number): Evidence => ({
      kind: 'outages',
      outages: [{ ref: 'o', from: at(from), to: at(to) }],
    });
    const parts = { a: lasting(10, 20), b: lasting(0, 36) };
    const { budget } = judged({ kind: 'composite', parts: halves }, '90', { kind: 'parts', parts });

    // 10 hours of the one and 24 of the other by the first midnight, of 720 each.
    expect(budget.burndown[1]!.used).toBeCloseTo(34 / 1440, 12);
    expect(budget.burndown[2]!.used).toBeCloseTo(46 / 1440, 12);
  });

  it.each([
    ['ignore', '0.9'],
    ['good', '0.93'],
    ['bad', '0.63'],
  ] as const)('takes a part of which nothing is known by the policy on gaps: %s', (gaps, ratio) => {
    const parts = { shop, search: { kind: 'counts', counts: [] } } as const;

    expect(judged(composite, '50', { kind: 'parts', parts }, { missingData: { gaps } }).ratio).toBe(ratio);
  });

  it('takes time out of every part', () => {
    const exclusions = [{ ref: 'e', from: at(0), to: at(72) }];

    expect(judged(composite, '50', { kind: 'parts', parts: { shop, search }, exclusions }).ratio).toBe('1');
  });

  it.each([
    [[{ name: 'a', weight: '0.5', indicator: { kind: 'goodTotal' } }], 'indicator.parts.weight'],
    [[], 'indicator.parts.weight'],
    [
      [
        { name: 'a', weight: '0.5', indicator: { kind: 'goodTotal' } },
        { name: 'a', weight: '0.5', indicator: { kind: 'goodTotal' } },
      ],
      'indicator.parts[1].name',
    ],
    [[{ name: 'a', weight: '0', indicator: { kind: 'goodTotal' } }], 'indicator.parts[0].weight'],
    [[{ name: 'a', weight: '1', indicator: { kind: 'threshold', limit: NaN } }], 'indicator.parts[0].indicator.limit'],
  ])('refuses parts that do not make up a whole (%#)', (parts, path) => {
    const indicator = { kind: 'composite', parts } as Indicator;

    expect(() => createTerms({ indicator, objective: { comparator: 'gte', targetPercent: '90' } })).toThrow(
      expect.objectContaining({ path }),
    );
  });

  it('refuses evidence without one of its parts', () => {
    expect(() => judged(composite, '83', { kind: 'parts', parts: { shop } })).toThrow(
      expect.objectContaining({ code: 'MISSING', path: 'evidence.parts.search' }),
    );
  });
});

it.each<[Indicator, string]>([
  [{ kind: 'goodTotal' }, 'counts or slices'],
  [{ kind: 'threshold', limit: 1, good: 'atMost', by: 'time' }, 'samples'],
  [{ kind: 'percentile', limit: 1 }, 'sketches or samples'],
  [{ kind: 'timeSlices', sliceTargetPercent: '1' }, 'slices or counts'],
  [{ kind: 'userMinutes' }, 'impacts'],
  [{ kind: 'availability', dependency: 'a' }, 'parts'],
])('refuses evidence that %j cannot read', (indicator, needed) => {
  expect(() => judged(indicator, '99', { kind: 'tickets', tickets: [] })).toThrow(`must be ${needed}`);
});

it('gives judgements that can be written as JSON and read back unchanged, whatever the indicator', () => {
  const counts = hourly([2, 3], [0, 0]);
  const judgements = [
    judged({ kind: 'ratioTimeSlices' }, '99', { kind: 'counts', counts }),
    judged({ kind: 'userMinutes' }, '99', { kind: 'impacts', users: 3, impacts: [] }),
    judged({ kind: 'percentile', limit: 1 }, '99', { kind: 'sketches', sketches: [] }),
  ];

  expect(JSON.parse(JSON.stringify(judgements))).toEqual(judgements);
});
