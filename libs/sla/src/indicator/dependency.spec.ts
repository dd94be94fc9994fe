import fc from 'fast-check';
import { createTerms, type Dependency, judge, outagesOfWhole, type PartOutages, periodById } from '../index.js';

const HOUR = 3_600_000;
const june = periodById('Etc/UTC', '2026-06');
const at = (hours: number) => june.from + hours * HOUR;
const down = (...hours: [from: number, to: number | null][]): PartOutages => ({
  outages: hours.map(([from, to], i) => ({ ref: `${i}`, from: at(from), to: to === null ? null : at(to) })),
});
const named = (ref: string, from: number, to: number): PartOutages => ({
  outages: [{ ref, from: at(from), to: at(to) }],
});
const whole = (dependency: Dependency, parts: Record<string, PartOutages>) => {
  const { outages, gaps } = outagesOfWhole(dependency, parts);
  const hours = (instant: number | null) => (instant === null ? null : (instant - june.from) / HOUR);
  return {
    outages: outages.map(({ ref, from, to }) => [ref, hours(from), hours(to)]),
    gaps: gaps.map(({ from, to }) => [hours(from), hours(to)]),
  };
};

describe('a service that hangs on its parts', () => {
  it('is down in series while any part is', () => {
    expect(whole({ series: ['a', 'b'] }, { a: named('x', 1, 3), b: named('y', 2, 5) }).outages).toEqual([
      ['x', 1, 3],
      ['y', 2, 5],
    ]);
  });

  it('is down in parallel only while all parts are, and names them', () => {
    expect(whole({ parallel: ['a', 'b'] }, { a: named('x', 1, 3), b: named('y', 2, 5) }).outages).toEqual([
      ['x + y', 2, 3],
    ]);
  });

  it('is down while fewer are up than needed', () => {
    const parts = { a: named('x', 1, 6), b: named('y', 2, 5), c: named('z', 4, 7) };

    expect(whole({ parallel: ['a', 'b', 'c'], needed: 2 }, parts).outages).toEqual([
      ['x + y', 2, 4],
      ['x + y + z', 4, 5],
      ['x + z', 5, 6],
    ]);
  });

  it('is still down where an outage of each still runs', () => {
    expect(whole({ parallel: ['a', 'b'] }, { a: down([1, null]), b: down([3, null]) }).outages).toEqual([
      ['0 + 0', 3, null],
    ]);
  });

  it('counts two outages of one part as one part', () => {
    const overlapping = down([1, 4], [2, 6]);

    expect(whole({ parallel: ['a', 'b'] }, { a: overlapping, b: down() }).outages).toEqual([]);
  });

  it('is unknown only while its state depends on what nobody knows', () => {
    const unknown = (from: number, to: number): PartOutages => ({
      outages: [],
      gaps: [{ from: at(from), to: at(to) }],
    });

    expect(whole({ series: ['a', 'b'] }, { a: unknown(1, 4), b: named('y', 3, 5) }).gaps).toEqual([[1, 3]]);
    expect(whole({ parallel: ['a', 'b'] }, { a: unknown(1, 4), b: named('y', 3, 5) }).gaps).toEqual([[3, 4]]);
    expect(whole({ parallel: ['a', 'b'] }, { a: unknown(1, 4), b: down() }).gaps).toEqual([]);
  });

  it('is judged on the timeline, where multiplying would be wrong', () => {
    const terms = createTerms({
      indicator: { kind: 'availability', dependency: { series: ['net', { parallel: ['one', 'two'] }] } },
      objective: { comparator: 'gte', targetPercent: '99' },
    });
    const outages = (ref: string, from: number, to: number) =>
      ({ kind: 'outages', outages: [{ ref, from: at(from), to: at(to) }] }) as const;
    const judgement = judge(terms, june, {
      kind: 'parts',
      parts: { net: outages('n', 0, 2), one: outages('1', 10, 20), two: outages('2', 15, 16) },
      maintenance: [{ ref: 'm', from: at(0), to: at(1) }],
    });

    expect(judgement).toMatchObject({ numerator: String(717 * HOUR), denominator: String(719 * HOUR), verdict: 'met' });
    expect(judgement.contributions.map(({ ref }) => ref)).toEqual(['n', '1 + 2']);
  });

  it('refuses a part that was not given, and a dependency that cannot hold', () => {
    const refused = (dependency: Dependency) => {
      try {
        outagesOfWhole(dependency, { a: down() });
      } catch (error) {
        return error;
      }
      return null;
    };

    expect(refused('b')).toMatchObject({ code: 'MISSING', path: 'parts.b' });
    expect(refused({ series: ['a', { parallel: [] }] })).toMatchObject({ path: 'dependency.series[1].parallel' });
    expect(refused({ parallel: ['a'], needed: 2 })).toMatchObject({ code: 'OUT_OF_RANGE', path: 'dependency.needed' });
    expect(refused('')).toMatchObject({ code: 'MISSING', path: 'dependency' });
  });
});

describe('laws of dependency', () => {
  const outages = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 40 })), { maxLength: 6 })
    .map((drawn) => down(...drawn.map(([from, length]): [number, number] => [from, from + length])));
  const parts = fc.record({ a: outages, b: outages, c: outages });
  const dependency = fc.letrec<{ tree: Dependency }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('a', 'b', 'c'),
      fc.record({ series: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
      fc
        .array(tie('tree'), { minLength: 1, maxLength: 3 })
        .chain((list) => fc.record({ parallel: fc.constant(list), needed: fc.integer({ min: 1, max: list.length }) })),
    ),
  })).tree;

  const hoursDown = (asked: Dependency, given: Record<string, PartOutages>): boolean[] => {
    const { outages: found } = outagesOfWhole(asked, given);
    return Array.from({ length: 750 }, (_, hour) => found.some(({ from, to }) => from <= at(hour) && to! > at(hour)));
  };
  const upShare = (asked: Dependency, given: Record<string, PartOutages>) =>
    hoursDown(asked, given).filter((isDown) => !isDown).length;

  /** Hour by hour, by what each part does in it. */
  const isUp = (asked: Dependency, given: Record<string, PartOutages>, hour: number): boolean => {
    if (typeof asked === 'string')
      return !given[asked]!.outages.some(({ from, to }) => from <= at(hour) && to! > at(hour));
    if ('series' in asked) return asked.series.every((part) => isUp(part, given, hour));
    return asked.parallel.filter((part) => isUp(part, given, hour)).length >= (asked.needed ?? 1);
  };

  it('agree with an oracle that asks every hour', () => {
    fc.assert(
      fc.property(dependency, parts, (asked, given) => {
        const walked = Array.from({ length: 750 }, (_, hour) => !isUp(asked, given, hour));
        expect(hoursDown(asked, given)).toEqual(walked);
      }),
      { numRuns: 300 },
    );
  });

  it('put series at or below the worst part, and parallel at or above the best', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const each = ['a', 'b', 'c'].map((part) => upShare(part, given));
        expect(upShare({ series: ['a', 'b', 'c'] }, given)).toBeLessThanOrEqual(Math.min(...each));
        expect(upShare({ parallel: ['a', 'b', 'c'] }, given)).toBeGreaterThanOrEqual(Math.max(...each));
        expect(upShare({ parallel: ['a', 'b', 'c'], needed: 3 }, given)).toBe(
          upShare({ series: ['a', 'b', 'c'] }, given),
        );
      }),
    );
  });
});
