import { startStory } from '../../builders/index.js';
import { ADD_BUDGET, BUDGET, BUDGETS, CHANGE_BUDGET } from './documents.js';

const { api, given } = await startStory();
const office = await given.person({ roles: ['btOffice'] });

const add = async (unit: { id: string }, who: { cookie: string | null } = office, differing: object = {}) => {
  const input = { unitId: unit.id, name: 'Year', from: '2026-01-01', to: '2026-12-31', amount: '1000', ...differing };
  return (await api.as(who).run(ADD_BUDGET, { input })).addBudget;
};
const change = async (id: string, version: number, amount: string, who: { cookie: string | null } = office) =>
  (await api.as(who).run(CHANGE_BUDGET, { id, version, amount })).changeBudget;

describe('a budget', () => {
  it('is set by the owner of a unit above, not by its own owner', async () => {
    const above = await given.unit();
    const unit = await given.unit({ parentId: above.id });
    const owner = (of: { id: string }) => given.person({ roles: [{ role: 'budgetOwner', kind: 'unit', id: of.id }] });
    const [own, upper] = [await owner(unit), await owner(above)];

    expect((await add(unit, own)).errors).toMatchObject([{ code: 'FORBIDDEN', field: ['unitId'] }]);
    const { budget } = await add(unit, upper);
    expect(budget.left).toEqual({ amount: '1000.00', currency: 'EUR' });
    expect((await change(budget.id, 1, '2000', own)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await change(budget.id, 1, '2000', upper)).budget).toEqual({ version: 2, amount: { amount: '2000.00' } });
    expect((await change(budget.id, 1, '3000', upper)).errors).toMatchObject([{ code: 'STALE' }]);
  });

  it('is the only one of its unit on each of its days', async () => {
    const unit = await given.unit();
    await add(unit);

    expect((await add(unit, office, { from: '2026-12-31', to: '2027-12-31' })).errors).toMatchObject([
      { code: 'OVERLAPS' },
    ]);
    expect((await add(unit, office, { from: '2027-01-01', to: '2027-12-31' })).errors).toEqual([]);
  });

  it.each([
    ['DATES_REVERSED', { to: '2025-12-31' }],
    ['NEGATIVE_AMOUNT', { amount: '-1' }],
    ['AMOUNT_TOO_FINE', { amount: '1.001' }],
    ['INVALID', { name: ' ' }],
    ['UNKNOWN_UNIT', { unitId: '019a0000-0000-7000-8000-000000000001' }],
  ])('is refused as %s with %j', async (code, differing) => {
    expect((await add(await given.unit(), office, differing)).errors).toMatchObject([{ code }]);
  });

  it('is never made smaller than what orders were promised', async () => {
    const place = await given.orderPlace();
    await given.order(place, 'awaitingApproval');
    await given.order(place, 'approved');

    expect((await change(place.budget.id, 1, '199.99')).errors).toMatchObject([
      { code: 'BELOW_USED', field: ['amount'] },
    ]);
    expect((await change(place.budget.id, 1, '200')).errors).toEqual([]);
  });

  it('says by its entries why it stands where it stands, newest first', async () => {
    const place = await given.orderPlace();
    const rejected = await given.order(place, 'rejected', { quantity: 2 });
    const done = await given.order(place, 'approved');
    const begun = await given.order(place, 'completed', { planId: place.plan.id });

    const { budget } = await api.as(place.owner).run(BUDGET, { id: place.budget.id });

    const entry = (kind: string, amount: string, { number }: { number: number }) => ({
      node: { kind, amount: { amount, currency: 'EUR' }, order: { number: `A-${number}` } },
    });
    expect(budget).toMatchObject({
      reserved: { amount: '0.00' },
      committed: { amount: '195.16' },
      spent: { amount: '0.00' },
      left: { amount: '9804.84' },
    });
    expect(budget.entries.edges).toEqual([
      // It began on the 16th of a month of 31 days.
      entry('FREED', '4.84', begun),
      entry('COMMITTED', '100.00', begun),
      entry('RESERVED', '100.00', begun),
      entry('COMMITTED', '100.00', done),
      entry('RESERVED', '100.00', done),
      entry('RELEASED', '200.00', rejected),
      entry('RESERVED', '200.00', rejected),
    ]);
  });

  it('is seen by its owner with those below, and by nobody beside', async () => {
    const place = await given.orderPlace();
    const below = await given.unit({ parentId: place.unit.id });
    await given.budget(below, { name: 'Below' });
    const names = async (who: { cookie: string | null }) =>
      (await api.as(who).run(BUDGETS)).budgets.map(({ name }: { name: string }) => name).sort();

    expect(await names(place.owner)).toEqual(['Below', 'Year 2026']);
    expect(await names(place.requester)).toEqual([]);
    expect((await api.as(place.requester).run(BUDGET, { id: place.budget.id })).budget).toBeNull();
  });

  it('takes as many statements for many budgets as for one', async () => {
    const list = () => api.statementsOf(() => api.as(office).run(BUDGETS));
    const few = await list();
    for (let i = 0; i < 5; i++) await given.budget(await given.unit());

    expect((await list()).length).toBe(few.length);
  });
});
