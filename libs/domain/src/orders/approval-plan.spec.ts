import { type ApprovalCase, type OrderedService, planStages } from './approval-plan.js';
import type { StageRule } from './approval-rule.js';

const stage = (key: string, from: StageRule['from'] = [{ kind: 'budgetOwner' }]): StageRule => ({
  key,
  name: key,
  need: 'any',
  from,
  remindAfter: 3,
});
const laptop: OrderedService = {
  serviceId: 'laptop',
  rule: { stages: [stage('budget')], automatic: [] },
  archetype: 'commodityUtility',
  contractValue: '100',
  isMetered: false,
};
const plan = (differing: Partial<ApprovalCase>) =>
  planStages({ services: [laptop], currency: 'EUR', added: [], beneficiaryUnits: ['sales'], ...differing });
const keys = (differing: Partial<ApprovalCase>) => plan(differing).map(({ key, serviceId }) => [key, serviceId]);

describe('the stages of an order', () => {
  it('are those of its service, then those of its units: of each key the nearest', () => {
    const near = { ...stage('law'), need: 'all' as const };
    const stages = plan({ added: [[near], [stage('law'), stage('board')]] });

    expect(stages.map(({ key, need }) => [key, need])).toEqual([
      ['budget', 'any'],
      ['law', 'all'],
      ['board', 'any'],
    ]);
  });

  it('keep a stage of the service that a unit calls the same', () => {
    expect(keys({ added: [[stage('budget', [{ kind: 'team', team: 'law' }])]] })).toEqual([
      ['budget', null],
      ['budget', null],
    ]);
  });

  it('ask the same people once for several services, and owners and providers for their own', () => {
    const owner = stage('owner', [{ kind: 'serviceOwner' }]);
    const both = ['laptop', 'phone'].map((serviceId) => ({
      ...laptop,
      serviceId,
      rule: { stages: [stage('budget'), owner], automatic: [] },
    }));

    expect(keys({ services: both })).toEqual([
      ['budget', null],
      ['owner', 'laptop'],
      ['owner', 'phone'],
    ]);
  });
});

describe('a rule approves', () => {
  const upTo = (amount: string) => ({ key: 'small', name: 'Small', when: { upTo: { amount, currency: 'EUR' } } });
  const ruled = (automatic: OrderedService['rule']['automatic'], differing: Partial<OrderedService> = {}) => ({
    ...laptop,
    ...differing,
    rule: { ...laptop.rule, automatic },
  });
  const automatic = (differing: Partial<ApprovalCase>) => plan(differing).map((one) => one.automatic?.key ?? null);

  it('up to an amount, of which the last cent counts, and says which rule it was', () => {
    expect(plan({ services: [ruled([upTo('100')])] })[0]!.automatic).toEqual({
      key: 'small',
      name: 'Small',
      sentence: 'Approved by the rule "Small": the total contract value is at most 100.00 EUR.',
    });
    expect(automatic({ services: [ruled([upTo('100')], { contractValue: '100.01' })] })).toEqual([null]);
    expect(automatic({ services: [ruled([upTo('100')])], currency: 'USD' })).toEqual([null]);
  });

  it('by amount nothing that is charged by use, and says why people are asked; other rules go on', () => {
    const services = [ruled([upTo('100')], { isMetered: true })];
    const askedBecause =
      'The rule "Small" goes by the amount, and what is charged by use is not known before it is used.';

    expect(plan({ services })).toMatchObject([{ automatic: null, askedBecause }]);
    expect(plan({ services: [{ ...services[0]!, contractValue: '101' }] })[0]!.askedBecause).toBeNull();
    const utilities = { key: 'own', name: 'Own', when: { archetypes: ['commodityUtility' as const] } };
    expect(plan({ services: [ruled([upTo('100'), utilities], { isMetered: true })] })).toMatchObject([
      { automatic: { key: 'own' }, askedBecause: null },
    ]);
  });

  it('for an archetype and for entitled units, when all that it names holds', () => {
    const when = { archetypes: ['commodityUtility' as const], entitledUnits: ['sales'] };
    const services = [ruled([{ key: 'own', name: 'Own', when }])];

    expect(automatic({ services })).toEqual(['own']);
    expect(automatic({ services, beneficiaryUnits: ['law'] })).toEqual([null]);
    expect(automatic({ services: [{ ...services[0]!, archetype: null }] })).toEqual([null]);
  });

  it('what both services ask only where both say so, and never a stage that a unit adds', () => {
    const [small, big] = [ruled([upTo('100')]), ruled([], { serviceId: 'server' })];

    expect(automatic({ services: [small, big] })).toEqual([null]);
    expect(automatic({ services: [small, { ...small, serviceId: 'phone' }] })).toEqual(['small']);
    expect(automatic({ services: [small], added: [[stage('law')]] })).toEqual(['small', null]);
  });
});
