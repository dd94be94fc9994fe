import type { FigureOver } from '../performance/figure-over.js';
import type { Presence, Proration } from './proration.js';
import { rewardFor, type RewardTerms } from './reward.js';
import { differencesTo } from './reward-difference.js';

/** The worked example of the facts: attainments 98, 105 and 85. */
const terms: RewardTerms = {
  currency: 'EUR',
  pool: '10000',
  cap: '12000',
  proration: 'weightDays',
  curve: [
    { attainment: '90', percent: '50' },
    { attainment: '100', percent: '100' },
    { attainment: '110', percent: '150' },
  ],
  measures: [
    { id: 'm1', name: 'Mail: up', weight: '50', floor: '0', target: '100' },
    { id: 'm2', name: 'Mail: quick', weight: '30', floor: '0', target: '80' },
    { id: 'm3', name: 'Mail: kind', weight: '20', floor: '100', target: '0' },
  ],
};
const measured = (numerator: string, denominator = '100'): FigureOver => ({
  state: 'measured',
  figure: '',
  numerator,
  denominator,
});
const figures = [measured('98'), measured('84'), measured('15')];
const period = { from: '2025-10-01', to: '2025-12-31' };
const member = (personId: string, weight: string, to = period.to): Presence => ({
  personId,
  weight,
  from: period.from,
  to,
});
const members = [member('ada', '3'), member('ben', '2', '2025-11-15'), member('cem', '2')];

const reward = (more: Partial<RewardTerms> = {}, of = figures) => rewardFor({ ...terms, ...more }, of, period, members);
const amounts = (more: Partial<RewardTerms>) => {
  const { parts, unspent } = reward(more);
  return [...parts.map(({ amount }) => amount), unspent];
};

it('comes out as in the worked example, to the cent, by each proration', () => {
  expect(reward()).toMatchObject({
    outcomes: [
      { result: '98', attainment: '98', percent: '90' },
      { result: '84', attainment: '105', percent: '125' },
      { result: '15', attainment: '85', percent: '0' },
    ],
    factor: '82.5',
    pool: '8250.00',
  });
  const by = (proration: Proration) => amounts({ proration });
  expect(by('weightDays')).toEqual(['4125.00', '1375.00', '2750.00', '0.00']);
  expect(by('segments')).toEqual(['4242.86', '1178.57', '2828.57', '0.00']);
  expect(by('forfeit')).toEqual(['3535.72', '1178.57', '2357.14', '1178.57']);
});

it('pays at most the cap', () => {
  expect(reward({ cap: '8000' }).pool).toBe('8000.00');
});

it("rounds the pool once to the currency's smallest coin, halves up", () => {
  expect(reward({ currency: 'JPY', pool: '9995', cap: '20000' })).toMatchObject({ pool: '8246' });
  expect(reward({ currency: 'JPY', pool: '10', cap: '20' }).parts.map(({ amount }) => amount)).toEqual(['4', '1', '3']);
});

it('leaves a measure without data out, lets the others weigh more, and says so', () => {
  const unknown: FigureOver = { state: 'noData', figure: null, numerator: '0', denominator: '0' };
  const { factor, outcomes, explanation } = reward({}, [figures[0]!, unknown, figures[2]!]);

  // (50 · 90 + 20 · 0) ÷ 70
  expect(factor).toBe('64.2857142857');
  expect(outcomes[1]).toMatchObject({ result: null, attainment: null, percent: null, weight: '0' });
  expect(explanation).toContainEqual({
    rule: 'reward.leftOut',
    inputs: { commitment: 'Mail: quick', reason: 'noData', weight: '30' },
    result: { weight: '0' },
  });
});

it('gives attainment 0 where data was owed and not brought', () => {
  const deemed: FigureOver = { state: 'deemed', figure: null, numerator: '0', denominator: '0' };

  expect(reward({}, [figures[0]!, deemed, figures[2]!])).toMatchObject({
    factor: '45',
    outcomes: [{}, { result: null, attainment: '0', percent: '0', weight: '30' }, {}],
  });
});

it('refuses without any data, and without anybody to pay', () => {
  const unknown: FigureOver = { state: 'noActivity', figure: null, numerator: '0', denominator: '0' };
  expect(() => reward({}, [unknown, unknown, unknown])).toThrow(expect.objectContaining({ code: 'NO_DATA' }));
  expect(() => rewardFor(terms, figures, period, [])).toThrow(expect.objectContaining({ code: 'NO_SHARES' }));
});

it('explains each part by the same steps, and marks those that would tell what others earn', () => {
  const { explanation } = reward().parts[0]!;

  expect(explanation.map(({ rule, forTeam = false }) => [rule, forTeam])).toEqual([
    ...Array.from({ length: 3 }, () => [
      ['reward.attainment', false],
      ['reward.curve', false],
    ]).flat(),
    ['reward.factor', false],
    ['reward.pool', true],
    ['reward.share', false],
    ['reward.part', true],
    ['reward.earned', false],
  ]);
});

it('posts after a restatement exactly the difference of each person, up or down', () => {
  const before = new Map([
    ['ada', '4125.00'],
    ['ben', '1375.00'],
    ['cem', '2750.01'],
  ]);
  const restated = [{ commitment: 'Mail: up', period: '2025-10', was: '98', now: '99', reason: 'A mistake.' }];
  const parts = differencesTo(before, reward({}, [measured('99'), ...figures.slice(1)]).parts, restated, 'EUR');

  // PF 85 %: 8,500.00.
  expect(parts.map(({ amount, total }) => [amount, total])).toEqual([
    ['125.00', '4250.00'],
    ['41.67', '1416.67'],
    ['83.32', '2833.33'],
  ]);
  expect(parts[0]!.explanation.at(-1)).toEqual({
    rule: 'reward.adjustment',
    inputs: { now: { amount: '4250.00' }, was: { amount: '4125.00' } },
    result: { amount: '125.00', currency: 'EUR' },
  });
  expect(differencesTo(new Map([['ada', '5000.00']]), reward().parts, restated, 'EUR')[0]!.amount).toBe('-875.00');
});
