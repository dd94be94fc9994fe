import { expect, it } from 'vitest';
import { explainStep } from './explain-step';
import './words';

const context = { zone: 'Europe/Berlin', unit: 'ms' };
const values = (named: Record<string, string | null>) =>
  Object.entries(named).map(([name, value]) => ({ name, value, unit: 'text' }));

it('tells how a KPI scores between its floor and its target', () => {
  const inputs = values({ actualPercent: '98.5', floorPercent: '96', targetPercent: '99' });

  expect(explainStep({ rule: 'kpi.score', inputs, result: values({ score: '83.333333333333' }) }, context)).toBe(
    'With 0 at 96% and 100 at 99%, 98.50% scores 83.33.',
  );
});

it('tells what of a pool a person gets, in the currency of the result', () => {
  const step = {
    rule: 'reward.part',
    inputs: values({ partPercent: '50', 'pool.amount': '8250.00' }),
    result: values({ amount: '4125.00', currency: 'EUR' }),
  };

  expect(explainStep(step, context)).toBe('The part is 50.00% of the pool of €8,250.00: €4,125.00.');
});

it('tells a restatement with both figures and its reason, also where there was none', () => {
  const step = {
    rule: 'reward.restated',
    inputs: values({ commitment: 'Wi-Fi', period: '2026-09', wasPercent: null, nowPercent: '99.5' }),
    result: values({ reason: 'Late data' }),
  };

  expect(explainStep(step, context)).toBe('Wi-Fi, 2026-09 was restated from no figure to 99.50%: “Late data”.');
});
