import { sliReport } from '../burn.js';

const DAY = 86_400_000;
const terms = { goalRatio: '0.99', burnRateThreshold: '1', windowMs: 28 * DAY };

it('reports events against a goal', () => {
  expect(sliReport(terms, { good: 980, bad: 20 })).toMatchObject({
    sli: '0.98',
    gap: '0.01',
    burnRate: '2',
    alert: true,
    budgetMs: '24192000',
    errorMs: '48384000',
    leftMs: '-24192000',
  });
});

it('reports a ratio that was calculated elsewhere', () => {
  expect(sliReport(terms, { ratio: '0.995' })).toMatchObject({ burnRate: '0.5', alert: false, leftMs: '12096000' });
});

it('compares unrounded and strictly: 1.04 is more than 1, and 1 is not', () => {
  expect(sliReport(terms, { good: 9896, bad: 104 })).toMatchObject({ burnRate: '1.04', alert: true });
  expect(sliReport(terms, { good: 99, bad: 1 })).toMatchObject({ burnRate: '1', alert: false });
});

it('has no burn rate where nothing may fail, and alerts at the first failure', () => {
  const strict = { ...terms, goalRatio: '1' };

  expect(sliReport(strict, { good: 99, bad: 1 })).toMatchObject({ burnRate: null, alert: true });
  expect(sliReport(strict, { good: 100, bad: 0 })).toMatchObject({ burnRate: null, alert: false });
});

it('gives no report without data, or with too little of it', () => {
  expect(sliReport(terms, { ratio: null })).toBeNull();
  expect(sliReport(terms, { good: null, bad: 0 })).toBeNull();
  expect(sliReport(terms, { good: 0, bad: 0, minEvents: 0 })).toBeNull();
  expect(sliReport(terms, { good: 5, bad: 4, minEvents: 10 })).toBeNull();
});

it('says how it came to the answer', () => {
  expect(sliReport(terms, { good: 980, bad: 20 })!.explanation).toEqual([
    { rule: 'sli', inputs: { bad: '20', total: '1000' }, result: '0.98' },
    { rule: 'sli.burnRate', inputs: { goalRatio: '0.99', sli: '0.98' }, result: '2' },
    { rule: 'sli.alert', inputs: { burnRate: '2', threshold: '1' }, result: true },
  ]);
});

it.each([
  [{ ...terms, goalRatio: '99' }, { ratio: '0.5' }, 'goalRatio'],
  [terms, { ratio: '1.1' }, 'ratio'],
  [terms, { good: 0.5, bad: 0 }, 'good'],
])('refuses what is out of range (%#)', (asked, seen, path) => {
  expect(() => sliReport(asked, seen)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE', path }));
});
