import { DomainError } from '../domain-error.js';
import { DEFAULT_APPROVAL, parseAddedStages, parseApprovalRule } from './approval-rule.js';

const stage = { key: 'budget', name: 'Budget owner', need: 'any', from: [{ kind: 'budgetOwner' }] };
const small = { key: 'small', name: 'Small', when: { upTo: { amount: '99.50', currency: 'EUR' } } };

describe('an approval rule', () => {
  it('has stages in order and cases in which nobody is asked; what it leaves out has a default', () => {
    expect(parseApprovalRule({ stages: [stage] })).toEqual(DEFAULT_APPROVAL);
    const wide = {
      stages: [
        { ...stage, need: { percent: 60 }, remindAfter: null },
        {
          key: 'law',
          name: 'Law',
          need: 'all',
          from: [
            { kind: 'team', team: 'compliance' },
            { kind: 'role', role: 'serviceManager', within: 'service' },
            { kind: 'provider' },
            { kind: 'serviceOwner' },
          ],
          remindAfter: 5,
        },
      ],
      automatic: [
        small,
        { key: 'core', name: 'Core', when: { archetypes: ['coreOperations'], entitledUnits: ['sales'] } },
      ],
    };
    expect(parseApprovalRule(wide)).toEqual(wide);
    expect(parseApprovalRule(parseApprovalRule(wide))).toEqual(wide);
  });

  it.each<[string, unknown, string]>([
    ['no stage', { stages: [] }, 'approval.stages'],
    ['the same key twice', { stages: [stage, stage] }, 'approval.stages'],
    ['an unknown need', { stages: [{ ...stage, need: 'most' }] }, 'approval.stages.0.need'],
    ['a quorum of nobody', { stages: [{ ...stage, need: { count: 0 } }] }, 'approval.stages.0.need.count'],
    ['more than all', { stages: [{ ...stage, need: { percent: 101 } }] }, 'approval.stages.0.need.percent'],
    ['nobody to ask', { stages: [{ ...stage, from: [] }] }, 'approval.stages.0.from'],
    ['an unknown source', { stages: [{ ...stage, from: [{ kind: 'boss' }] }] }, 'approval.stages.0.from.0.kind'],
    [
      'auditors, who change nothing',
      { stages: [{ ...stage, from: [{ kind: 'role', role: 'auditor', within: 'unit' }] }] },
      'approval.stages.0.from.0.role',
    ],
    ['what it does not know', { stages: [stage], skip: true }, 'approval'],
    [
      'a rule without a condition',
      { stages: [stage], automatic: [{ ...small, when: {} }] },
      'approval.automatic.0.when',
    ],
    [
      'a negative amount',
      { stages: [stage], automatic: [{ ...small, when: { upTo: { amount: '-1', currency: 'EUR' } } }] },
      'approval.automatic.0.when.upTo.amount',
    ],
    ['no rule at all', null, 'approval'],
  ])('is refused with %s, with the path', (_, value, path) => {
    const refusal = refused(() => parseApprovalRule(value));

    expect(refusal.code).toBe('MALFORMED_APPROVAL');
    expect(refusal.field?.join('.')).toBe(path);
    expect(refusal.message).toContain(path);
  });

  it('is refused in a currency that there is not', () => {
    const upTo = { amount: '1', currency: 'EURO' };
    const refusal = refused(() =>
      parseApprovalRule({ stages: [stage], automatic: [{ ...small, when: { upTo } }] }, []),
    );

    expect(refusal.code).toBe('UNKNOWN_CURRENCY');
    expect(refusal.field).toEqual(['automatic', '0', 'when', 'upTo', 'currency']);
  });

  it('of a unit adds stages, and may add none', () => {
    expect(parseAddedStages([])).toEqual([]);
    expect(parseAddedStages([stage])).toEqual(DEFAULT_APPROVAL.stages);
    expect(refused(() => parseAddedStages([{ ...stage, key: 'No Slug' }])).field).toEqual(['stages', '0', 'key']);
  });
});

function refused(work: () => unknown): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
