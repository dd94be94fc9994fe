import type { BudgetEntity } from '@accord/api/orders/budgets/budget.entity.js';
import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';
import { FACTS, STAGES } from './approval-documents.js';
import { APPROVE, CANCEL, CHANGE_BUDGET, ORDER_PAGE, SUBMIT } from './documents.js';
import { WRONG_BUDGETS } from './wrong-budgets.js';

const { api, given } = await startStory();
const MORNING = new Date('2026-03-16T09:00:00.000Z');
beforeEach(() => api.clock.set(MORNING));

const approve = async (who: SignedInPerson, { id }: { id: string }) =>
  (await api.as(who).run(APPROVE, { id })).approveOrder;
const submit = async (who: SignedInPerson, { id, version }: { id: string; version: number }) =>
  (await api.as(who).run(SUBMIT, { id, version })).submitOrder;
const now = async (...budgets: BudgetEntity[]) => {
  const stands = [];
  for (const budget of budgets) {
    const { reserved, committed, spent } = await given.budgetNow(budget);
    stands.push([reserved, committed, spent].map(Number));
  }
  return stands;
};
const year = (unit: { id: string }, of: number, amount: string) =>
  given.budget(unit, { name: `Year ${of}`, from: `${of}-01-01`, to: `${of}-12-31`, amount });
const QUOTED = `query ($input: DraftOrderInput!) { quoteOrder(input: $input) {
  cost { total { amount } } laterYears { from to cost { amount } budgetLeft { amount } fromAbove { amount } }
  stages { key overBudget } refusals { code message } } }`;
const LATER = `query ($id: ID!) { budget(id: $id) { laterYears { from to cost { amount } } } }`;

afterEach(async () => expect(await api.dataSource.query(WRONG_BUDGETS)).toEqual([]));

describe('an order that runs into a later year', () => {
  it('is checked and reserved in its budget too, and whoever is above that is asked for what it lacks', async () => {
    const above = await given.unit({ name: 'Above' });
    const place = await given.orderPlace();
    await api.dataSource.query('UPDATE business_unit SET parent_id = $2 WHERE id = $1', [place.unit.id, above.id]);
    const [next, upper] = [await year(place.unit, 2027, '100'), await year(above, 2027, '45')];
    const roles = [{ role: 'budgetOwner' as const, kind: 'unit' as const, id: above.id }];
    const ownerAbove = await given.person({ name: 'Ada Above', roles });
    const input = { unitId: place.unit.id, reason: 'Why.', items: [{ planId: place.plan.id, quantity: 1 }] };

    const { quoteOrder } = await api.as(place.requester).run(QUOTED, { input });
    expect(quoteOrder).toMatchObject({
      cost: { total: { amount: '100.00' } },
      laterYears: [
        { from: '2027-01-01', to: '2027-12-31', cost: { amount: '120.00' }, fromAbove: { amount: '20.00' } },
      ],
      stages: [{ overBudget: false }, { key: 'over-budget', overBudget: true }],
      refusals: [],
    });
    const order = await given.order(place, 'awaitingApproval');
    expect(await now(place.budget, next, upper)).toEqual([
      [100, 0, 0],
      [100, 0, 0],
      [20, 0, 0],
    ]);
    const { stages } = (await api.as(place.requester).run(STAGES, { id: order.id })).order;
    expect(stages).toMatchObject([{ key: 'budget' }, { overBudget: true, seats: [{ person: { name: 'Ada Above' } }] }]);
    const { approvalFacts } = (await api.as(ownerAbove).run(FACTS, { id: order.id })).order;
    expect(approvalFacts).toMatchObject({
      now: { amount: '100.00' },
      fromAbove: null,
      laterYears: [{ cost: { amount: '120.00' }, budgetLeft: { amount: '0.00' }, fromAbove: { amount: '20.00' } }],
    });
    // Nothing is left of the next year for a second one, of its own unit nor above.
    expect((await submit(place.requester, await given.order(place))).errors).toMatchObject([
      { code: 'NO_ROOM', message: expect.stringContaining('This order needs 120.00 EUR') },
    ]);

    await approve(place.owner, order);
    expect((await approve(ownerAbove, order)).order.state).toBe('APPROVED');
    expect(await now(place.budget, next, upper)).toEqual([
      [0, 100, 0],
      [0, 100, 0],
      [0, 20, 0],
    ]);
    await api.as(place.requester).run(CANCEL, { id: order.id, reason: 'Enough.' });
    expect(await now(place.budget, next, upper)).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('is taken into a budget that is added while it is open, and not approved before that has room', async () => {
    const place = await given.orderPlace();
    const [approved, waiting, last] = [
      await given.order(place, 'approved'),
      await given.order(place, 'awaitingApproval'),
      await given.order(place, 'awaitingApproval'),
    ];
    expect((await api.as(place.owner).run(LATER, { id: place.budget.id })).budget.laterYears).toHaveLength(1);
    const next = await year(place.unit, 2027, '260');

    // The approved one and the first that waits; the last one finds no room.
    expect(await now(next)).toEqual([[120, 120, 0]]);
    expect((await api.as(place.owner).run(LATER, { id: place.budget.id })).budget.laterYears).toEqual([]);
    expect((await approve(place.owner, last)).errors).toMatchObject([
      { code: 'NO_ROOM', message: expect.stringContaining('"Year 2027"') },
    ]);
    expect((await approve(place.owner, waiting)).order.state).toBe('APPROVED');
    const office = await given.person({ roles: ['btOffice'] });
    const { changeBudget } = await api.as(office).run(CHANGE_BUDGET, { id: next.id, version: 1, amount: '360' });
    expect(changeBudget.errors).toEqual([]);
    expect((await approve(place.owner, last)).order.state).toBe('APPROVED');
    expect(await now(place.budget, next)).toEqual([
      [0, 300, 0],
      [0, 360, 0],
    ]);
    await api.as(place.requester).run(CANCEL, { id: approved.id, reason: 'Enough.' });
    expect(await now(place.budget, next)).toEqual([
      [0, 200, 0],
      [0, 240, 0],
    ]);
  });

  it('is checked in the year in which it is approved, once its first budget is over', async () => {
    const place = await given.orderPlace();
    api.clock.set(new Date('2026-12-20T09:00:00Z'));
    const order = await given.order(place, 'awaitingApproval');
    expect(await now(place.budget)).toEqual([[10, 0, 0]]);
    api.clock.set(new Date('2027-01-05T09:00:00Z'));
    const next = await year(place.unit, 2027, '50');

    expect((await approve(place.owner, order)).errors).toMatchObject([{ code: 'NO_ROOM' }]);
    const office = await given.person({ roles: ['btOffice'] });
    await api.as(office).run(CHANGE_BUDGET, { id: next.id, version: 1, amount: '500' });
    expect((await approve(place.owner, order)).order.state).toBe('APPROVED');
    expect(await now(place.budget, next)).toEqual([
      [0, 0, 0],
      [0, 120, 0],
    ]);
  });

  it('is promised for no longer than its subscription', async () => {
    const place = await given.orderPlace();
    const later = async () => (await api.as(place.owner).run(LATER, { id: place.budget.id })).budget.laterYears;
    const { id } = await given.order(place, 'completed');
    expect(await later()).toMatchObject([{ from: '2027-01-01', cost: { amount: '20.00' } }]);
    const [item] = await api.dataSource.query('SELECT subscription_id FROM order_item WHERE order_id = $1', [id]);
    const ends = { items: [{ kind: 'terminate', subscriptionId: item.subscription_id }] };
    await given.order(place, 'completed', ends as never);
    expect(await later()).toEqual([]);
  });

  it('stands as a commitment of later years, until the order comes to nothing', async () => {
    const place = await given.orderPlace();
    await given.changedPlan(place.plan, { term: { months: 24, renewal: 'automatic' } });
    const order = await given.order(place, 'approved');
    const document = `query ($id: ID!) { budget(id: $id) { committed { amount } overrun { amount } laterYears { from to cost { amount } } } }`;
    const page = async () => (await api.as(place.owner).run(document, { id: place.budget.id })).budget;

    expect(await page()).toEqual({
      committed: { amount: '100.00' },
      overrun: { amount: '0.00' },
      laterYears: [
        { from: '2027-01-01', to: '2027-12-31', cost: { amount: '120.00' } },
        { from: '2028-01-01', to: '2028-12-31', cost: { amount: '20.00' } },
      ],
    });
    await api.as(place.requester).run(CANCEL, { id: order.id, reason: 'Enough.' });
    expect((await page()).laterYears).toEqual([]);
  });

  it('is of the budget of the day on which it begins', async () => {
    const place = await given.orderPlace();
    const begun = async () => {
      return submit(place.requester, await given.order(place, 'draft', { startOn: '2027-01-01' }));
    };

    expect((await begun()).errors).toMatchObject([
      { code: 'NO_BUDGET', field: ['startOn'], message: expect.stringContaining('has a budget for 2027-01-01') },
    ]);
    const next = await given.budget(place.unit, { name: 'Next', from: '2027-01-01', to: '2027-12-31', amount: '130' });
    expect((await begun()).errors).toEqual([]);
    // Twelve months of ten; there is no room for twelve more.
    expect(await now(place.budget, next)).toEqual([
      [0, 0, 0],
      [120, 0, 0],
    ]);
    expect((await begun()).errors).toMatchObject([{ code: 'NO_ROOM', message: expect.stringContaining('"Next"') }]);
    const { id } = await given.order(place, 'draft', { startOn: '2027-01-01' });
    expect((await api.as(place.requester).run(ORDER_PAGE, { id })).order.cost).toMatchObject({
      total: { amount: '120.00' },
    });
  });

  it('goes on in the budget of a later year as soon as there is one, even where that is too small', async () => {
    const place = await given.orderPlace();
    await given.order(place, 'completed');
    const [next, last] = [await year(place.unit, 2027, '130'), await year(place.unit, 2028, '100')];

    expect(await now(place.budget, next, last)).toEqual([
      [0, 95.16, 0],
      [0, 120, 0],
      [0, 120, 0],
    ]);
    expect((await given.budgetNow(last)).overrun).toBe('20.00');
    api.clock.set(new Date('2027-01-04T09:00:00Z'));
    const { id, version } = await given.order(place);
    expect((await api.as(place.requester).run(SUBMIT, { id, version })).submitOrder.errors).toMatchObject([
      { code: 'NO_ROOM' },
    ]);
  });
});
