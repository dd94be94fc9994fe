import { ApprovalReminders } from '@accord/api/orders/approvals/approval-reminders.js';
import { startStory } from '../../builders/index.js';
import type { OrderPlace } from '../../builders/orders.js';
import type { SignedInPerson } from '../../builders/people.js';
import { DECIDE_MANY, DELEGATE, FACTS, STAGES, UNDO } from './approval-documents.js';
import { APPROVE, CANCEL, REJECT } from './documents.js';

const { api, given } = await startStory();

const MORNING = new Date('2026-03-16T09:00:00.000Z');
const later = (seconds: number) => api.clock.set(new Date(MORNING.getTime() + seconds * 1000));
beforeEach(() => later(0));

const seen = async (who: SignedInPerson, { id }: { id: string }) => (await api.as(who).run(STAGES, { id })).order;
const approve = async (who: SignedInPerson, { id }: { id: string }) =>
  (await api.as(who).run(APPROVE, { id })).approveOrder;
const undo = async (who: SignedInPerson, { id }: { id: string }) => (await api.as(who).run(UNDO, { id })).undoDecision;

/** A place with two stages: anybody of a team, then the budget owner. */
async function twoStages() {
  const place = await given.orderPlace();
  const team = await given.team();
  const [carl, cora] = [await given.person({ name: 'Carl' }), await given.person({ name: 'Cora' })];
  for (const member of [carl, cora]) await given.membership(team, member);
  const stage = (key: string, from: object[]) => ({ key, name: key, need: 'any', from, remindAfter: 3 });
  const stages = [stage('law', [{ kind: 'team', team: team.slug }]), stage('budget', [{ kind: 'budgetOwner' }])];
  await given.offered(place.service, (now) => ({ ...now, approval: { stages, automatic: [] } }));
  return { place, carl, cora };
}

describe('a decision is taken back', () => {
  it('within ten seconds, while nobody has decided in the next stage', async () => {
    const { place, carl, cora } = await twoStages();
    const order = await given.order(place, 'awaitingApproval');

    await approve(carl, order);
    expect((await seen(carl, order)).viewerCanUndoDecision).toBe(true);
    expect((await seen(place.owner, order)).viewerCanUndoDecision).toBe(false);
    expect((await undo(cora, order)).errors).toMatchObject([{ code: 'TOO_LATE' }]);
    later(10);
    expect((await undo(carl, order)).errors).toEqual([]);
    expect((await seen(place.requester, order)).stages).toMatchObject([
      { state: 'OPEN', seats: [{ verdict: null, by: null }, { verdict: null }] },
      { state: 'WAITING' },
    ]);
    await approve(carl, order);
    expect((await approve(place.owner, order)).order.state).toBe('APPROVED');
    const kept = await api.dataSource.query(`SELECT verdict FROM approval_decision WHERE by_id = $1 ORDER BY id`, [
      carl.id,
    ]);
    expect(kept.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['approved', 'undone', 'approved']);
  });

  it('not later, not after somebody acted on it, and not the last one', async () => {
    const { place, carl } = await twoStages();
    const [slow, gone] = [await given.order(place, 'awaitingApproval'), await given.order(place, 'awaitingApproval')];
    for (const order of [slow, gone]) await approve(carl, order);

    await approve(place.owner, gone);
    expect((await undo(carl, gone)).errors).toMatchObject([{ code: 'TOO_LATE' }]);
    expect((await undo(place.owner, gone)).errors).toMatchObject([{ code: 'TOO_LATE' }]);
    for (const who of [carl, place.owner]) expect((await seen(who, gone)).viewerCanUndoDecision).toBe(false);
    later(10.001);
    expect((await undo(carl, slow)).errors).toMatchObject([{ code: 'TOO_LATE' }]);
  });
});

describe('a question is handed over', () => {
  const delegate = async (who: SignedInPerson, { id }: { id: string }, to: { id: string }) =>
    (await api.as(who).run(DELEGATE, { id, personId: to.id })).delegateApproval;

  it('to a colleague, who answers it in the place of who was asked', async () => {
    const place = await given.orderPlace();
    const dana = await given.person({ name: 'Dana' });
    const order = await given.order(place, 'awaitingApproval');

    expect((await seen(place.owner, order)).viewerCanDelegate).toBe(true);
    expect((await delegate(place.owner, order, dana)).errors).toEqual([]);
    expect((await seen(dana, order)).stages[0].seats).toMatchObject([
      { person: { name: 'Olga Owner' }, delegate: { name: 'Dana' } },
    ]);
    expect((await delegate(dana, order, await given.person())).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await approve(dana, order)).order.state).toBe('APPROVED');
    expect((await seen(dana, order)).stages[0].seats).toMatchObject([{ by: { name: 'Dana' }, verdict: 'APPROVED' }]);
  });

  it('not to who requests it, a stranger, or somebody who is asked already', async () => {
    const { place, carl, cora } = await twoStages();
    const order = await given.order(place, 'awaitingApproval');
    const contact = await given.contactOf(await given.provider());

    for (const [to, code] of [
      [place.requester, 'CONCERNED'],
      [contact, 'UNKNOWN_PERSON'],
      [cora, 'ALREADY_ASKED'],
    ] as const)
      expect((await delegate(carl, order, to)).errors).toMatchObject([{ code, field: ['personId'] }]);
  });
});

it('many orders are decided at once, and each says what came of it', async () => {
  const place = await given.orderPlace();
  const [one, two, gone] = [
    await given.order(place, 'awaitingApproval'),
    await given.order(place, 'awaitingApproval'),
    await given.order(place, 'cancelled'),
  ];
  const foreign = await given.order(await given.orderPlace(), 'awaitingApproval');
  const ids = [one.id, gone.id, foreign.id, two.id];

  const { decided } = (await api.as(place.owner).run(DECIDE_MANY, { ids, approved: true })).decideOrders;
  expect(decided).toMatchObject([
    { id: one.id, order: { state: 'APPROVED' }, errors: [] },
    { id: gone.id, order: null, errors: [{ code: 'WRONG_STATE' }] },
    { id: foreign.id, order: null, errors: [{ code: 'NOT_FOUND' }] },
    { id: two.id, order: { state: 'APPROVED' }, errors: [] },
  ]);
  const { decideOrders } = await api.as(place.owner).run(DECIDE_MANY, { ids, approved: false });
  expect(decideOrders.errors).toMatchObject([{ field: ['reason'] }]);
  const many = Array.from({ length: 51 }, () => one.id);
  expect((await api.as(place.owner).run(DECIDE_MANY, { ids: many, approved: true })).decideOrders.errors).toMatchObject(
    [{ code: 'TOO_MANY' }],
  );
});

describe('who has not decided', () => {
  const remind = async (on: string) => {
    const at = new Date(`${on}T09:00:00.000Z`);
    return api.get(ApprovalReminders).run({ viewer: null, at });
  };
  const reminders = (of: { id: string }) =>
    api.dataSource.query(
      `SELECT person_id FROM notice WHERE subject_id = $1 AND kind = 'approvalReminder' ORDER BY person_id`,
      [of.id],
    );

  it('is reminded every three business days, with whoever stands in for them, and only they', async () => {
    await api.dataSource.query(`UPDATE approval_stage SET reminded_at = '2999-01-01' WHERE state = 'open'`);
    const { place, carl, cora } = await twoStages();
    api.clock.set(new Date('2026-03-12T09:00:00.000Z'));
    const order = await given.order(place, 'awaitingApproval');

    // Thursday; Friday, Monday and Tuesday are three business days.
    expect(await remind('2026-03-16')).toBe(0);
    expect(await remind('2026-03-17')).toBe(1);
    expect(await remind('2026-03-17')).toBe(0);
    expect(await reminders(order)).toEqual(
      [carl, cora].map(({ id }) => ({ person_id: id })).sort((a, b) => (a.person_id < b.person_id ? -1 : 1)),
    );
    expect(await remind('2026-03-20')).toBe(1);
    await api.as(place.requester).run(CANCEL, { id: order.id, reason: 'Enough.' });
    expect(await remind('2026-03-30')).toBe(0);
  });
});

describe('who decides sees', () => {
  const facts = async (who: SignedInPerson, { id }: { id: string }) => (await api.as(who).run(FACTS, { id })).order;
  const dear = (place: OrderPlace) => given.changedPlan(place.plan, { term: { months: 24, renewal: 'automatic' } });

  it('what it costs now, in a year and over the contract, and in later years', async () => {
    const place = await given.orderPlace();
    await dear(place);
    const order = await given.order(place, 'awaitingApproval', { quantity: 2 });

    expect((await facts(place.owner, order)).approvalFacts).toEqual({
      now: { amount: '200.00' },
      yearly: { amount: '240.00' },
      contractValue: { amount: '480.00' },
      chargedByUse: [],
      budgetLeft: { amount: '9800.00' },
      fromAbove: null,
      laterYears: [
        { from: '2027-01-01', to: '2027-12-31', cost: { amount: '240.00' }, budgetLeft: null, fromAbove: null },
        { from: '2028-01-01', to: '2028-12-31', cost: { amount: '40.00' }, budgetLeft: null, fromAbove: null },
      ],
    });
    expect((await facts(place.requester, order)).approvalFacts).toBeNull();
    // Everybody sees the same whole cost, in a draft too.
    const draft = await given.order(place, 'draft', { quantity: 2 });
    for (const one of [order, draft])
      expect((await facts(place.requester, one)).cost).toEqual({ contractValue: { amount: '480.00' } });
  });

  it('all of it for many orders with as many statements as for one', async () => {
    const place = await given.orderPlace();
    const list = `{ orders(scope: TO_DECIDE) { edges { node {
      viewerCanApprove viewerCanDelegate viewerCanUndoDecision similarDecisions { number } approvers { name }
      approvalFacts { budgetLeft { amount } laterYears { from } }
      stages { name service { name } seats { person { name } by { name } substitutes { name } } }
    } } } }`;
    const read = () => api.statementsOf(() => api.as(place.owner).run(list));
    await given.order(place, 'rejected');
    await given.order(place, 'awaitingApproval');
    const few = await read();
    for (let i = 0; i < 4; i++) await given.order(place, 'awaitingApproval');

    expect((await read()).length).toBe(few.length);
  });

  it('how the same was decided before', async () => {
    const place = await given.orderPlace();
    const [taken, refused] = [await given.order(place, 'approved'), await given.order(place, 'awaitingApproval')];
    await api.as(place.owner).run(REJECT, { id: refused.id, reason: 'One is enough.' });
    await given.order(await given.orderPlace(), 'approved');
    const order = await given.order(place, 'awaitingApproval');

    const similar = (await facts(place.owner, order)).similarDecisions;
    expect(similar).toHaveLength(2);
    expect(similar).toEqual(
      expect.arrayContaining([
        { number: `A-${taken.number}`, approved: true, contractValue: { amount: '120.00' }, reason: null },
        {
          number: `A-${refused.number}`,
          approved: false,
          contractValue: { amount: '120.00' },
          reason: 'One is enough.',
        },
      ]),
    );
    expect((await facts(place.requester, order)).similarDecisions).toEqual([]);
  });
});
