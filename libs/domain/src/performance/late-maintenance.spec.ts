import { excusedTime } from './late-maintenance.js';

const work = { ref: 'maintenance:1', announcedAt: 5, from: 10, to: 30 };
const excused = (...outages: [from: number, to: number | null][]) =>
  excusedTime(
    work,
    outages.map(([from, to]) => ({ from, to })),
  ).map(({ from, to }) => [from, to]);

describe('maintenance excuses', () => {
  it.each([
    ['all of its time without an outage', [], [[10, 30]]],
    ['an outage that began after it was announced', [[6, 20]], [[10, 30]]],
    ['nothing of an outage that ran already', [[0, 20]], [[20, 30]]],
    ['nothing at all while one that ran already lasts', [[0, null]], []],
    [
      'nothing that the longest of several still took',
      [
        [0, 20],
        [2, 25],
      ],
      [[25, 30]],
    ],
    [
      'nothing of an outage that continues one that ran already',
      [
        [5, 20],
        [0, 5],
      ],
      [[20, 30]],
    ],
    ['all of it after an outage that had ended', [[0, 5]], [[10, 30]]],
    ['all of it after one that ended before it began', [[0, 8]], [[10, 30]]],
  ] as [string, [number, number | null][], number[][]][])('%s', (_, outages, time) =>
    expect(excused(...outages)).toEqual(time),
  );
});
