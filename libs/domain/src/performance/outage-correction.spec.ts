import { assertMayRelieve, relievedTime, uncountedTime } from './outage-correction.js';

const at = (hour: number) => new Date(Date.UTC(2026, 1, 10, hour));
const time = (from: number, to: number | null) => ({ from: at(from), to: to === null ? null : at(to) });
const relieved = (...[before, after]: [ReturnType<typeof time>, ReturnType<typeof time> | null]) =>
  relievedTime(before, after, at(20)).map(({ from, to }) => [from.getUTCHours(), to.getUTCHours()]);

it('relieves what an outage loses at its beginning and at its end', () => {
  expect(relieved(time(8, 12), time(9, 11))).toEqual([
    [8, 9],
    [11, 12],
  ]);
  expect(relieved(time(8, 12), time(8, 12))).toEqual([]);
  expect(relieved(time(8, 12), time(7, 13))).toEqual([]);
});

it('relieves all of an outage that was recorded by mistake, or is moved elsewhere', () => {
  expect(relieved(time(8, 12), null)).toEqual([[8, 12]]);
  expect(relieved(time(8, null), null)).toEqual([[8, 20]]);
  expect(relieved(time(8, 12), time(14, 16))).toEqual([[8, 12]]);
  expect(relieved(time(8, 12), time(4, 6))).toEqual([[8, 12]]);
});

it('relieves nothing by the end of an outage that lasted, or by its going on', () => {
  expect(relieved(time(8, null), time(8, 10))).toEqual([]);
  expect(relieved(time(8, null), time(9, null))).toEqual([[8, 9]]);
  expect(relieved(time(8, 12), time(8, null))).toEqual([]);
});

it('counted an outage that had not ended until now', () => {
  expect(uncountedTime(time(8, null), time(8, 10), at(20))).toEqual([{ from: at(10), to: at(20) }]);
  expect(uncountedTime(time(8, null), time(8, null), at(20))).toEqual([]);
  expect(uncountedTime(time(8, 12), time(9, 12), at(20))).toEqual([{ from: at(8), to: at(9) }]);
});

it('names who has to do it instead', () => {
  expect(() => assertMayRelieve({ isMeasured: false, closedPeriod: null })).not.toThrow();
  expect(() => assertMayRelieve({ isMeasured: true, closedPeriod: null })).toThrow('another service manager');
  expect(() => assertMayRelieve({ isMeasured: false, closedPeriod: '2026-02' })).toThrow('propose an exclusion');
});
