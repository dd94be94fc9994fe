import { expect, it } from 'vitest';
import { explainStep, tierRange } from './explain-step';
import './words';

const context = { zone: 'Europe/Berlin', unit: 'ms' };
const ms = (name: string, value: number) => ({ name, value: String(value), unit: 'ms' });
const count = (name: string, value: number) => ({ name, value: String(value), unit: 'count' });
const text = (name: string, value: string | null) => ({ name, value, unit: 'text' });

it('tells a step in one sentence made of its own values', () => {
  const inputs = [count('outages', 3), count('counted', 2), ms('shortestOutageMs', 60_000)];

  expect(explainStep({ rule: 'availability.downtime', inputs, result: [ms('downMs', 3_600_000)] }, context)).toBe(
    'Outages that count: 2 of 3. Together they make 1 h of downtime.',
  );
});

it('tells amounts in the unit of the result, milliseconds as time', () => {
  const step = {
    rule: 'ratio',
    inputs: [count('numerator', 43_140_000), count('denominator', 43_200_000), text('ratio', '0.9986111111')],
    result: [],
  };

  expect(explainStep(step, context)).toBe('11 h 59 min of 12 h are 99.861111%, before rounding.');
  expect(explainStep(step, { ...context, unit: 'tickets' })).toContain('43,140,000 tickets of 43,200,000 tickets');
});

it('tells what a figure of record lost in the unit of the result, or as a share where nothing was measured', () => {
  const step = (bad: number, unit: string) => {
    const inputs = [
      count('bad', bad),
      text('unit', unit),
      text('allowedBadPercent', '0.5'),
      text('reason', 'beyondTarget'),
    ];
    return explainStep({ rule: 'verdict', inputs, result: [] }, context);
  };

  expect(step(10_080_000, 'ms')).toBe('Missed: 2 h 48 min were lost, and only 0.5% may be.');
  expect(step(0.7, 'percent')).toBe('Missed: 0.7% were lost, and only 0.5% may be.');
});

it('says why there is no verdict, and when the contract deems it missed', () => {
  const inputs = [text('reason', 'nothingToJudge'), text('coverageFloorPercent', '90')];
  const step = (verdict: string) => ({ rule: 'verdict.missingData', inputs, result: [text('verdict', verdict)] });

  expect(explainStep(step('insufficientData'), context)).toBe('There was nothing to judge.');
  expect(explainStep(step('missed'), context)).toContain('deems it missed');
});

it('gives money as its currency is written', () => {
  const inputs = [
    text('charge.amount', '18500'),
    text('charge.currency', 'EUR'),
    text('percent', '10'),
    text('minimum', null),
  ];
  const result = [text('amount', '1850.00'), text('currency', 'EUR')];

  expect(explainStep({ rule: 'credit.amount', inputs, result }, context)).toBe('10% of €18,500.00 are €1,850.00.');
});

it('says which days of a month are charged', () => {
  const money = (name: string, value: string) => [text(`${name}.amount`, value), text(`${name}.currency`, 'EUR')];
  const inputs = [...money('monthlyCharge', '1000.00'), count('daysInForce', 12), count('daysOfPeriod', 31)];
  const result = money('charge', '387.096774193548387096774194');

  expect(explainStep({ rule: 'credit.charge', inputs, result }, context)).toBe(
    'Of €1,000.00 a month, 12 of 31 days are in force and charged: €387.10.',
  );
});

it('has no sentence for a rule that it does not know, which then shows its values', () => {
  expect(explainStep({ rule: 'something.new', inputs: [], result: [] }, context)).toBeNull();
});

it('tells the range of a credit tier, open at either end', () => {
  expect(tierRange('99', '99.9')).toBe('99% or more, but under 99.9%');
  expect(tierRange(null, '99')).toBe('under 99%');
  expect(tierRange('99', null)).toBe('99% or more');
  expect(tierRange(null, null)).toBe('any value');
});

it('counts what was left out only where something was', () => {
  const answers = (otherScale: number) => [count('answers', 29), count('otherScale', otherScale), count('takenOut', 0)];
  const step = (inputs: ReturnType<typeof answers>, counted: number) =>
    explainStep({ rule: 'answers.given', inputs, result: [count('counted', counted)] }, context);

  expect(step(answers(0), 29)).toBe('29 answers were given, and all of them count.');
  expect(step(answers(2), 27)).toContain('Left out: 2 on another scale');
  expect(
    explainStep({ rule: 'tickets.standstill', inputs: [count('exclusions', 0)], result: [count('count', 0)] }, context),
  ).toBe('No approved exclusion held a clock.');
});
