import { combineCredits } from '@accord/sla';
import { creditAnswers } from './sla-credit-answers.js';

const answer = (op: string, input: object): any => creditAnswers[op]!(input, () => undefined as never);

// Half a cent: expected as vectors/sla/validate.py writes it, from a binary number, and what the library pays.
it.each([
  ['2.50', 5, '0.12', '0.13'], // a true half, to the even cent
  ['7.50', 5, '0.38', '0.38'],
  ['20.10', 5, '1.00', '1.01'], // 1.005 is a little less in binary
])('%s at %d percent answers %s, and pays %s', (invoice, percent, answered, paid) => {
  const defaults = [{ poolPercent: 100, allocationPercent: 100 }];
  const breaches = [{ ref: 'a', percent: String(percent) }];

  expect(answer('percentCredit', { invoice, percents: [percent] }).credit).toBe(answered);
  expect(answer('poolCredit', { invoice, atRiskPercent: percent, defaults }).credit).toBe(answered);
  expect(answer('tierCredit', { uptimePercent: 99, tiers: [[0, percent]], invoice }).credit).toBe(answered);
  expect(combineCredits({ combination: 'sum', charge: { amount: invoice, currency: 'USD' } }, breaches).amount).toBe(
    paid,
  );
});

it('pays points by halves, too', () => {
  const table = [
    [2.5, 5],
    [3, 10],
  ];

  expect(answer('pointsCredit', { points: 2.75, table }).percent).toBe(5);
});
