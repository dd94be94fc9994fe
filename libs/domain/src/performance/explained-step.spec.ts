import { explainStep } from './explained-step.js';

it('names every value with its unit, nested ones by their path', () => {
  const step = {
    rule: 'availability.total',
    inputs: { downMs: 5, from: 0, open: true, terms: { capPercent: '50' } },
    result: { goodMs: 7 },
  };
  expect(explainStep(step)).toEqual({
    rule: 'availability.total',
    inputs: [
      { name: 'downMs', value: '5', unit: 'ms' },
      { name: 'from', value: '1970-01-01T00:00:00.000Z', unit: 'instant' },
      { name: 'open', value: 'true', unit: 'yesNo' },
      { name: 'terms.capPercent', value: '50', unit: 'percent' },
    ],
    result: [{ name: 'goodMs', value: '7', unit: 'ms' }],
    evidence: [],
  });
});

it('gives a result of one value the name that its rule has for it', () => {
  const resultOf = (rule: string, result: string | number) => explainStep({ rule, inputs: {}, result }).result[0];
  expect(resultOf('availability.downtime', 3)).toEqual({ name: 'downMs', value: '3', unit: 'ms' });
  expect(resultOf('verdict', 'met')).toEqual({ name: 'verdict', value: 'met', unit: 'text' });
  expect(resultOf('verdict.missingData', 'insufficientData')).toMatchObject({ name: 'verdict' });
  expect(resultOf('credit.tier', '10')).toEqual({ name: 'creditPercent', value: '10', unit: 'percent' });
  expect(explainStep({ rule: 'tickets.target', inputs: {}, result: { 1: 60_000 } }).result).toEqual([
    { name: 'targetMs.1', value: '60000', unit: 'ms' },
  ]);
  expect(resultOf('tickets.missed', 2)).toEqual({ name: 'count', value: '2', unit: 'count' });
});
