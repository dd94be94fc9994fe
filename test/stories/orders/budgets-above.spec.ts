import { ReservationExpiry } from '@accord/api/orders/budgets/reservation-expiry.js';
import type { BudgetEntity } from '@accord/api/orders/budgets/budget.entity.js';
import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';
import { FACTS, STAGES } from './approval-documents.js';
import { APPROVE, CANCEL, FAIL, ORDER_PAGE, SUBMIT } from './documents.js';
import { WRONG_BUDGETS } from './wrong-budgets.js';

const { api, given } = await startStory();
const MORNING = new Date('2026-03-16T09:00:00.000Z');
beforeEach(() => api.clock.set(MORNING));

const approve = async (who: SignedInPerson, { id }: { id: string }) =>
  (await api.as(who).run(APPROVE, { id })).approveOrder;
const now = async (budget: BudgetEntity) => {
  const { reserved, committed, spent } = await given.budgetNow(budget);
  return [reserved, committed, spent].map(Number);
};
afterEach(async () => expect(await api.dataSource.query(WRONG_BUDGETS)).toEqual([]));

/** A unit with 60 left below one with plenty, each with an owner; an order costs 100. */
async function tooLittle(amountAbove = '1000') {
  const above = await given.unit({ name: 'Above' });
  const place = await given.orderPlace({ budget: { amount: '60' } });
  await api.dataSource.query('UPDATE business_unit SET parent_id = $2 WHERE id = $1', [place.unit.id, above.id]);
  const upper = await given.budget(above, { name: 'Above', amount: amountAbove });
  const roles = [{ role: 'budgetOwner' as const, kind: 'unit' as const, id: above.id }];
  return { place, upper, ownerAbove: await given.person({ name: 'Ada Above', roles }) };
}

describe('an order that its budget does not cover', () => {
  it('asks the next owner up, whose budget takes the rest', async () => {
    const { place, upper, ownerAbove } = await tooLittle();

    const order = await given.order(place, 'awaitingApproval');

    expect([await now(place.budget), await now(upper)]).toEqual([
      [60, 0, 0],
      [40, 0, 0],
    ]);
    const { stages } = (await api.as(place.requester).run(STAGES, { id: order.id })).order;
    expect(stages).toMatchObject([
      { key: 'budget', overBudget: false, seats: [{ person: { name: 'Olga Owner' } }] },
      { key: 'over-budget', name: 'Over budget', overBudget: true, seats: [{ person: { name: 'Ada Above' } }] },
    ]);
    const { approvalFacts } = (await api.as(ownerAbove).run(FACTS, { id: order.id })).order;
    expect(approvalFacts).toMatchObject({ now: { amount: '100.00' }, fromAbove: { amount: '40.00' } });
    await approve(place.owner, order);
    expect((await approve(ownerAbove, order)).order.state).toBe('APPROVED');
    expect([await now(place.budget), await now(upper)]).toEqual([
      [0, 60, 0],
      [0, 40, 0],
    ]);
    await api.as(place.member).run(FAIL, { id: order.id, reason: 'Out of stock.' });
    expect([await now(place.budget), await now(upper)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('is refused when no budget further up has room either', async () => {
    const { place, upper } = await tooLittle('39.99');
    const { id, version } = await given.order(place);

    const { errors } = (await api.as(place.requester).run(SUBMIT, { id, version })).submitOrder;

    expect(errors).toMatchObject([
      { code: 'NO_ROOM', message: expect.stringContaining('more than is left of the budget "Year 2026"') },
    ]);
    expect([await now(place.budget), await now(upper)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
});

describe('what an order holds of its budget', () => {
  it('is reserved by its submission, committed by its approval, and free again when it comes to nothing', async () => {
    const place = await given.orderPlace();
    const order = await given.order(place, 'awaitingApproval');
    expect(await now(place.budget)).toEqual([100, 0, 0]);
    await approve(place.owner, order);
    expect(await now(place.budget)).toEqual([0, 100, 0]);
    await api.as(place.requester).run(CANCEL, { id: order.id, reason: 'Enough.' });
    expect(await now(place.budget)).toEqual([0, 0, 0]);
    await given.order(place, 'completed');
    // Of March 16 of its 31 days can be charged, and nine whole months.
    expect(await now(place.budget)).toEqual([0, 95.16, 0]);
  });

  it('expires while nobody approves it, and its approval has to find room again', async () => {
    const place = await given.orderPlace({ budget: { amount: '150', reservationDays: 10 } });
    const [first, second] = [await given.order(place, 'awaitingApproval'), await given.order(place)];
    const expire = (at: string) => api.get(ReservationExpiry).run({ viewer: null, at: new Date(at) });

    expect(await expire('2026-03-26T08:59:59.999Z')).toBe(0);
    expect(await expire('2026-03-26T09:00:00.000Z')).toBe(1);
    expect(await expire('2026-03-26T09:00:00.000Z')).toBe(0);
    expect(await now(place.budget)).toEqual([0, 0, 0]);
    await api.as(place.requester).run(SUBMIT, { id: second.id, version: second.version });
    expect((await approve(place.owner, first)).errors).toMatchObject([{ code: 'NO_ROOM' }]);
    expect((await api.as(place.owner).run(STAGES, { id: first.id })).order.stages[0].state).toBe('OPEN');
    await api.as(place.requester).run(CANCEL, { id: second.id, reason: 'Enough.' });
    expect((await approve(place.owner, first)).order.state).toBe('APPROVED');
    expect(await now(place.budget)).toEqual([0, 100, 0]);
  });

  it('is seen on the order by who decides', async () => {
    const place = await given.orderPlace();
    const order = await given.order(place, 'awaitingApproval');
    expect((await api.as(place.owner).run(ORDER_PAGE, { id: order.id })).order.cost.budget).toEqual({
      name: 'Year 2026',
    });
  });
});
