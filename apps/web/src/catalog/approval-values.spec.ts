import { DEFAULT_APPROVAL, parseApprovalRule, type ApprovalRule } from '@accord/domain';
import { expect, it } from 'vitest';
import { approvalOf, approvalSchema, approvalValues, newCase } from './approval-values';

const rule: ApprovalRule = {
  stages: [
    { key: 'budget', name: 'Budget', need: { percent: 60 }, from: [{ kind: 'budgetOwner' }], remindAfter: null },
    {
      key: 'law',
      name: 'Law',
      need: 'all',
      from: [
        { kind: 'team', team: 'compliance' },
        { kind: 'role', role: 'serviceManager', within: 'service' },
        { kind: 'provider' },
      ],
      remindAfter: 5,
    },
  ],
  automatic: [
    { key: 'small', name: 'Small', when: { upTo: { amount: '99.50', currency: 'CHF' } } },
    { key: 'core', name: 'Core', when: { archetypes: ['coreOperations'], entitledUnits: ['sales'] } },
  ],
};

it.each([rule, DEFAULT_APPROVAL])('says after the form what it said before, nothing more and nothing less', (one) => {
  expect(parseApprovalRule(approvalOf(approvalSchema.parse(approvalValues(one, 'EUR'))))).toEqual(one);
});

it('asks for a stage, and for a condition of each case in which nobody is asked', () => {
  const values = { stages: [], automatic: [{ ...newCase('EUR'), name: 'Always' }] };
  expect(approvalSchema.safeParse(values).error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'stages',
    'automatic.0.amount',
  ]);
});
