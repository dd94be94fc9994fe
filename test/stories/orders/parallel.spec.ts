import { startStory } from '../../builders/index.js';
import { APPROVE, SUBMIT } from './documents.js';

const { api, given } = await startStory();

/** Each order reserves 100.00; 60 of 200 find room. */
const ORDERS = 200;
const ROOM = 60;

describe('one budget that everybody wants at once', () => {
  it('is never overspent by 200 parallel submissions and approvals, and no order is lost', async () => {
    const place = await given.orderPlace({ budget: { amount: String(ROOM * 100) } });
    const drafts = [];
    for (let i = 0; i < ORDERS; i++) drafts.push(await given.order(place));
    const [requester, owner] = [api.as(place.requester), api.as(place.owner)];
    const overspent: unknown[] = [];
    let watching = true;
    const watch = (async () => {
      while (watching) {
        const { amount, reserved, spent } = await given.budgetNow(place.budget);
        if (Number(reserved) + Number(spent) > Number(amount)) overspent.push({ reserved, spent });
      }
    })();

    const answers = await Promise.all(
      drafts.map(async ({ id, version }) => {
        const { submitOrder } = await requester.run(SUBMIT, { id, version });
        if (!submitOrder.order) return submitOrder.errors;
        return (await owner.run(APPROVE, { id })).approveOrder.errors;
      }),
    );
    watching = false;
    await watch;

    const refused = answers.filter(({ length }) => length > 0);
    const sentence = 'This order needs 100.00 EUR, which is more than is left of the budget "Year 2026".';
    expect(refused).toEqual(
      Array.from({ length: ORDERS - ROOM }, () => [expect.objectContaining({ code: 'NO_ROOM', message: sentence })]),
    );
    expect(overspent).toEqual([]);
    expect(await given.budgetNow(place.budget)).toMatchObject({ reserved: (ROOM * 100).toFixed(2), spent: '0.00' });
    const states = await api.dataSource.query(
      `SELECT state, count(*)::int AS orders FROM service_order GROUP BY state ORDER BY state`,
    );
    expect(states).toEqual([
      { state: 'approved', orders: ROOM },
      { state: 'draft', orders: ORDERS - ROOM },
    ]);
    const [{ entries, sum }] = await api.dataSource.query(
      `SELECT count(*)::int AS entries, sum(amount)::int AS sum FROM budget_entry WHERE kind = 'reserved'`,
    );
    expect({ entries, sum }).toEqual({ entries: ROOM, sum: ROOM * 100 });
  }, 120_000);

  it('is spent once by parallel acceptances of one order, and decided once by parallel decisions', async () => {
    const place = await given.orderPlace();
    const { id } = await given.order(place, 'delivered');
    const accept = `mutation ($id: ID!) { acceptOrder(id: $id) { errors { code } } }`;

    const answers = await Promise.all(Array.from({ length: 8 }, () => api.as(place.requester).run(accept, { id })));

    const codes = answers.map(({ acceptOrder }) => acceptOrder.errors[0]?.code ?? 'DONE').sort();
    expect(codes).toEqual(['DONE', ...Array.from({ length: 7 }, () => 'WRONG_STATE')]);
    expect(await given.budgetNow(place.budget)).toMatchObject({ reserved: '0.00', spent: '100.00' });
  });

  it('cannot be overdrawn by anybody, not even past the use cases', async () => {
    const { budget } = await given.orderPlace();

    const overdraw = api.dataSource.query(`UPDATE budget SET reserved = amount, spent = 0.01 WHERE id = $1`, [
      budget.id,
    ]);

    await expect(overdraw).rejects.toThrow('budget_amounts_check');
  });
});
