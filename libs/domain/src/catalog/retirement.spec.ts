import type { Viewer } from '../people/viewer.js';
import {
  assertPaths,
  assertRetirable,
  assertRetirementDays,
  chainedAnswers,
  decideRetirement,
  migratedAnswers,
  type MigrationPlan,
  retirementFinding,
  takenBack,
} from './retirement.js';

const code = (code: string, field?: string[]) => expect.objectContaining({ code, ...(field && { field }) });
const facts = { today: '2026-03-01', noticeDays: 30, subscribers: 2, shortNoticeReason: null };

describe('the days of a retirement', () => {
  it('leave subscribers their notice, unless it is said why not or nobody is subscribed', () => {
    const soon = { closesOn: null, endsOn: '2026-03-30' };
    expect(() => assertRetirementDays({ ...soon, endsOn: '2026-03-31' }, facts)).not.toThrow();
    expect(() => assertRetirementDays(soon, facts)).toThrow(code('NOTICE_TOO_SHORT', ['endsOn']));
    expect(() => assertRetirementDays(soon, { ...facts, shortNoticeReason: 'The maker is gone.' })).not.toThrow();
    expect(() => assertRetirementDays(soon, { ...facts, subscribers: 0 })).not.toThrow();
  });

  it('are ahead, and in order', () => {
    expect(() => assertRetirementDays({ closesOn: null, endsOn: '2026-02-28' }, facts)).toThrow(code('DAY_PAST'));
    expect(() => assertRetirementDays({ closesOn: '2026-06-02', endsOn: '2026-06-01' }, facts)).toThrow(
      code('DATES_REVERSED', ['closesOn']),
    );
  });
});

it('only what lives retires, once, and never the last plan by itself', () => {
  const service = { name: 'Mail', lifecycle: 'live' } as const;
  const plan = { name: 'Basic', ended: false };
  const ok = { service, plan, hasOpenRetirement: false, plansAfter: 1 };
  expect(() => assertRetirable(ok)).not.toThrow();
  expect(() => assertRetirable({ ...ok, plan: null, plansAfter: 0 })).not.toThrow();
  expect(() => assertRetirable({ ...ok, hasOpenRetirement: true })).toThrow(code('RETIREMENT_OPEN'));
  expect(() => assertRetirable({ ...ok, plansAfter: 0 })).toThrow(code('LAST_PLAN'));
  expect(() => assertRetirable({ ...ok, plan: { ...plan, ended: true } })).toThrow(code('PLAN_ENDED'));
  expect(() => assertRetirable({ ...ok, service: { ...service, lifecycle: 'retired' } })).toThrow(
    code('WRONG_LIFECYCLE'),
  );
});

it('a path leads to a plan that stays, in the same currency, by fields that there are', () => {
  const plan = (id: string, other: Partial<MigrationPlan> = {}) => ({
    ...{ id, name: id, currency: 'EUR', isOffered: true, fields: ['seats'], prices: [], limits: [], asked: [] },
    ...other,
  });
  const check =
    (successor: MigrationPlan, from = 'seats', to = 'seats') =>
    () =>
      assertPaths([
        { plan: plan('old'), successor, answers: [{ from, to }], held: [] },
        { plan: plan('older'), successor: null, answers: [], held: [] },
      ]);
  expect(check(plan('new'))).not.toThrow();
  expect(check(plan('older'))).toThrow(code('OWN_SUCCESSOR', ['paths', '0', 'successorId']));
  expect(check(plan('new', { isOffered: false }))).toThrow(code('NOT_OFFERED'));
  expect(check(plan('new', { currency: 'USD' }))).toThrow(code('OTHER_CURRENCY'));
  expect(check(plan('new'), 'seats', 'chairs')).toThrow(code('UNKNOWN_FIELD', ['paths', '0', 'answers', '0', 'to']));
  expect(check(plan('new'), 'sofas')).toThrow(code('UNKNOWN_FIELD'));
});

it('a path leads to units that everybody has set aside already, as many as its plan takes, or that a form asks for', () => {
  const plan = {
    id: 'old',
    name: 'Team',
    currency: 'EUR',
    isOffered: true,
    fields: [],
    prices: [],
    limits: [],
    asked: [],
  };
  const prices = [{ kind: 'limit' as const, label: 'Storage', amount: '3.10', per: 'month' as const, unitName: 'GB' }];
  const limits = [{ unitName: 'GB', least: null, most: '500', whole: true }];
  const bound = { ...plan, id: 'new', name: 'Bound', prices, limits };
  const check = (units: (string | null)[], asked: string[] = []) => {
    const held = units.map((some) => (some === null ? [] : [{ unitName: 'GB', units: some }]));
    return () => assertPaths([{ plan, successor: { ...bound, asked }, answers: [], held }]);
  };

  expect(check([])).not.toThrow();
  expect(check(['1', '500'])).not.toThrow();
  expect(check(['1', null])).toThrow(code('UNITS_DIFFER', ['paths', '0', 'successorId']));
  expect(check(['300.5'])).toThrow('Only whole GB can be set aside.');
  expect(check([null], ['GB'])).not.toThrow();
});

it('answers go along by their names and as they are mapped', () => {
  const mapping = [
    { from: 'seats', to: 'places' },
    { from: 'never', to: 'said' },
  ];
  expect(migratedAnswers({ seats: 3, lead: 'ada' }, mapping)).toEqual({ seats: 3, lead: 'ada', places: 3 });
});

it('answers go along a chain of successors as if they went step by step', () => {
  const [first, then] = [
    [{ from: 'seats', to: 'places' }],
    [
      { from: 'places', to: 'count' },
      { from: 'lead', to: 'who' },
    ],
  ];
  const answers = { seats: 3, lead: 'ada' };
  expect(migratedAnswers(answers, chainedAnswers(first, then))).toEqual(
    migratedAnswers(migratedAnswers(answers, first), then),
  );
});

it('a second person decides; a decision is undone through its last day', () => {
  const ada: Viewer = { personId: 'ada', name: 'Ada', roles: [] };
  expect(() => decideRetirement({ state: 'proposed', proposedById: 'ada' }, ada, 2)).toThrow(
    code('SECOND_PERSON_NEEDED'),
  );
  expect(decideRetirement({ state: 'proposed', proposedById: 'bob' }, ada, 2)).toBe('secondPerson');
  expect(() => decideRetirement({ state: 'decided', proposedById: 'bob' }, ada, 2)).toThrow(code('NOT_PROPOSED'));
  expect(takenBack({ state: 'proposed', endsOn: '2026-01-01' }, '2026-02-01')).toBe('withdrawn');
  expect(takenBack({ state: 'decided', endsOn: '2026-02-01' }, '2026-02-01')).toBe('undone');
  expect(() => takenBack({ state: 'decided', endsOn: '2026-01-31' }, '2026-02-01')).toThrow(code('TOO_LATE'));
  expect(() => takenBack({ state: 'ended', endsOn: '2026-02-01' }, '2026-02-01')).toThrow(code('NOT_OPEN'));
});

it('a finding says after the last day who is left', () => {
  const rest = { left: ['Ada', 'Bob'], openOrders: ['A-7'], carries: [] };
  expect(retirementFinding('2026-02-01', '2026-02-01', rest)).toBeNull();
  expect(retirementFinding('2026-02-01', '2026-02-02', { left: [], openOrders: [], carries: [] })).toBeNull();
  expect(retirementFinding('2026-02-01', '2026-02-02', rest)).toBe(
    'Its last day was 2026-02-01, and it is still used by Ada, Bob, still to be delivered with A-7.',
  );
});
