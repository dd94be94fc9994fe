import { counterGrowth } from './counter-growth.js';
import { histogramGrowth, type SeenValuesStep } from './histogram-growth.js';
import { probesOfSeries } from './probes-of-series.js';
import { type PrometheusSeries, readPrometheus } from './prometheus-answer.js';
import { upptimeHistory } from './upptime-history.js';

const STEP = 60_000;
/** A series with one value at each step; null = none. */
const series = (labels: string, ...values: (number | null)[]): PrometheusSeries => ({
  labels,
  values: new Map(values.flatMap((value, i) => (value === null ? [] : [[i * STEP, value] as const]))),
});
const growth = (good: PrometheusSeries[], total: PrometheusSeries[], from = 0, to = 4 * STEP) =>
  counterGrowth(good, total, { from, to, stepMs: STEP }).map(({ at, good: g, total: n }) => [at / STEP, g, n]);

describe('counters', () => {
  it('grow each by itself: a restart counts from 0, a new one from where it is first seen', () => {
    const total = [series('a', 10, 15, 3, 3, 5), series('b', null, null, 1000, 1001, 1001)];
    expect(growth([series('a', 10, 14, 2, 2, 4)], total)).toEqual([
      [0, 4, 5],
      [1, 2, 3],
      [2, 0, 1],
      [3, 2, 2],
    ]);
  });

  it('that were away for a while count since they were last seen, also before the range', () => {
    const total = [series('a', 10, null, null, 16, 17), series('b', 0, 0, 0, 0, 0)];
    expect(growth([], total, 2 * STEP)).toEqual([
      [2, 0, 6],
      [3, 0, 1],
    ]);
  });

  it('make a gap where none of them is seen', () => {
    expect(growth([], [series('a', 1, 2, null, 9, 10)])).toEqual([
      [0, 0, 1],
      [3, 0, 1],
    ]);
  });

  it('are not recorded where they count what cannot be', () => {
    const faults = (good: number, total: number) =>
      counterGrowth([series('a', 0, good)], [series('a', 0, total)], { from: 0, to: STEP, stepMs: STEP })[0]!.fault;
    expect(faults(2, 1)).toBe('counts more good events than there were');
    expect(faults(0.5, 1)).toBe('counts something that is not whole');
    expect(faults(1, 1)).toBeNull();
  });
});

describe('histograms', () => {
  const bucket = (bound: string, ...values: (number | null)[]) => ({ ...series(`le="${bound}"`, ...values), bound });
  const range = { from: 0, to: 3 * STEP, stepMs: STEP };

  it('grow bucket by bucket, over a restart and beside another of the same bounds', () => {
    const grown = histogramGrowth(
      [
        ...[bucket('0.1', 10, 12, 1, 1), bucket('0.3', 20, 25, 2, 2), bucket('+Inf', 21, 27, 2, 2)],
        ...[bucket('0.1', 0, 1, 1, 1), bucket('0.3', 0, 1, 2, 2), bucket('+Inf', 0, 1, 3, 3)],
      ],
      range,
    );
    const totals = (grown as SeenValuesStep[]).map(({ total, sketch }) => {
      return [total, sketch.map(([, count]) => count)];
    });
    expect(totals).toEqual([
      [7, [3, 3, 1]],
      [4, [1, 2, 1]],
      [0, []],
    ]);
  });

  it('make a gap where no bucket is seen, and are of no use without bounds', () => {
    const grown = histogramGrowth([bucket('1', 1, null, 3, 4), bucket('+Inf', 1, null, 3, 5)], range);
    expect(grown).toMatchObject([{ at: 2 * STEP, to: 3 * STEP, total: 2, fault: null }]);
    expect(histogramGrowth([series('a', 1, 2)], range)).toEqual({ unusable: expect.stringContaining('no buckets') });
  });

  it('are of no use without +Inf: nobody knows how many lay beyond the last bound', () =>
    expect(histogramGrowth([bucket('0.1', 1, 2), bucket('0.3', 1, 3)], range)).toEqual({
      unusable: expect.stringContaining('no bucket +Inf'),
    }));

  it('are not recorded where fewer were within a bound than within a lower one', () => {
    const odd = histogramGrowth([bucket('1', 0, 5, 5, 5), bucket('+Inf', 0, 4, 4, 4)], range);
    expect(odd).toMatchObject([{ fault: expect.stringContaining('counts less') }, { fault: null }, { fault: null }]);
  });
});

describe('answers of Prometheus', () => {
  const matrix = (...values: [number, string][]) => ({
    resultType: 'matrix',
    result: [{ metric: { b: '2', a: '1' }, values }],
  });
  const answer = (told: object) => readPrometheus(JSON.stringify({ status: 'success', ...told }));

  it('are read to the millisecond, without what is no number', () => {
    expect(answer({ data: matrix([1.5, '3'], [2.5, 'NaN'], [3.5, '+Inf'], [4.5, '1e3']) })).toEqual({
      series: [
        {
          labels: 'a="1",b="2"',
          values: new Map([
            [1500, 3],
            [4500, 1000],
          ]),
        },
      ],
    });
  });

  it.each<[string, string]>([
    ['<html>', 'not one of Prometheus'],
    ['{"status":"error","errorType":"bad_data","error":"parse error"}', 'refuses the question: bad_data: parse error'],
    ['{"status":"success","data":{"resultType":"vector","result":[]}}', 'about a range'],
    ['{"status":"success","warnings":["store is away"],"data":{"resultType":"matrix","result":[]}}', 'store is away'],
    ['{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,2]]}]}}', 'cannot be read'],
  ])('that are of no use say why: %s', (body, why) =>
    expect(readPrometheus(body)).toEqual({ unusable: expect.stringContaining(why) }),
  );

  it('say of one series whether it was up, and nothing of several', () => {
    expect(probesOfSeries([])).toEqual([]);
    expect(probesOfSeries([series('', 1, 0, 0.5)])).toMatchObject([
      { up: true, fault: null },
      { up: false, fault: null },
      { fault: 'is neither 1 nor 0' },
    ]);
    expect(probesOfSeries([series('a', 1), series('b', 1)])).toEqual({ unusable: expect.stringContaining('2 series') });
  });
});

it('reads of Upptime what its commits say, oldest first', () => {
  const commit = (message: string, date: string) => ({ commit: { message, committer: { date } } });
  const body = JSON.stringify([
    commit('🟨 Mail is experiencing degraded performance (200 in 9000 ms) [skip ci] [upptime]', '2026-03-03T00:00:00Z'),
    commit('🟥 What is up (again) is down (0 in 0 ms) [skip ci] [upptime]', '2026-03-02T00:00:00Z'),
    commit('🟩 Mail is up (200 in 321 ms) [skip ci] [upptime]', '2026-03-01T00:00:00Z'),
    commit('Initial commit', '2026-02-01T00:00:00Z'),
  ]);
  const day = (d: number) => Date.UTC(2026, 2, d);
  expect(upptimeHistory(body)).toEqual({
    commits: 4,
    probes: [
      { at: day(1), up: true },
      { at: day(2), up: false },
      { at: day(3), up: true },
    ],
  });
  for (const wrong of ['{"message":"Not Found"}', '[{}]', 'no'])
    expect(upptimeHistory(wrong)).toEqual({ unusable: 'The answer is not a list of commits.' });
});
