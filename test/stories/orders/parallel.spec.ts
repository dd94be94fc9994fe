import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';
import { APPROVE, FAIL, SUBMIT } from './documents.js';

const { api, given } = await startStory();

/** Each order reserves 100.00 of this year and 120.00 of the next, where 60 of 200 find room. */
const ORDERS = 200;
const ROOM = 60;
const NEXT = { name: 'Year 2027', from: '2027-01-01', to: '2027-12-31' };

describe('budgets that everybody wants at once', () => {
  it('is never overspent by 200 parallel submissions and approvals, and no order is lost', async () => {
    const place = await given.orderPlace({ budget: { amount: String(ORDERS * 100) } });
    const next = await given.budget(place.unit, { ...NEXT, amount: String(ROOM * 120) });
    const budgets = [place.budget, next];
    const drafts = [];
    for (let i = 0; i < ORDERS; i++) drafts.push(await given.order(place));
    const [requester, owner] = [api.as(place.requester), api.as(place.owner)];
    const overspent: unknown[] = [];
    let watching = true;
    const watch = (async () => {
      for (let i = 0; watching; i++) {
        const { amount, reserved, committed, spent } = await given.budgetNow(budgets[i % 2]!);
        const used = Number(reserved) + Number(committed) + Number(spent);
        if (used > Number(amount)) overspent.push({ reserved, committed, spent });
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
    const sentence = 'This order needs 120.00 EUR, which is more than is left of the budget "Year 2027".';
    expect(refused).toEqual(
      Array.from({ length: ORDERS - ROOM }, () => [expect.objectContaining({ code: 'NO_ROOM', message: sentence })]),
    );
    expect(overspent).toEqual([]);
    for (const [i, budget] of budgets.entries())
      expect(await given.budgetNow(budget)).toMatchObject({
        reserved: '0.00',
        committed: (ROOM * [100, 120][i]!).toFixed(2),
        spent: '0.00',
      });
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
    expect({ entries, sum }).toEqual({ entries: ROOM * 2, sum: ROOM * 220 });
  }, 120_000);

  it('is committed once by parallel decisions of one order, and what failed is freed once', async () => {
    const place = await given.orderPlace();
    const { id } = await given.order(place, 'awaitingApproval');
    const codes = async (document: string, who: SignedInPerson) => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => api.as(who).run(document, { id, reason: 'No.' })),
      );
      return answers
        .map((answer) => (Object.values(answer)[0] as { errors: { code: string }[] }).errors[0]?.code ?? 'DONE')
        .sort();
    };

    expect(await codes(APPROVE, place.owner)).toEqual(['DONE', ...Array.from({ length: 7 }, () => 'WRONG_STATE')]);
    expect(await given.budgetNow(place.budget)).toMatchObject({ reserved: '0.00', committed: '100.00' });
    expect(await codes(FAIL, place.member)).toEqual(['DONE', ...Array.from({ length: 7 }, () => 'WRONG_STATE')]);
    expect(await given.budgetNow(place.budget)).toMatchObject({ reserved: '0.00', committed: '0.00' });
  });

  it('asks the next owner up by orders of two units at once, and neither budget nor theirs is overspent', async () => {
    const above = await given.unit({ name: 'Above' });
    const upper = await given.budget(above, { name: 'Above', amount: '450' });
    const budgets = [upper, await given.budget(above, { ...NEXT, amount: '540' })];
    const places = [];
    for (let i = 0; i < 2; i++) {
      const place = await given.orderPlace({ budget: { amount: '250' } });
      await api.dataSource.query('UPDATE business_unit SET parent_id = $2 WHERE id = $1', [place.unit.id, above.id]);
      // The budgets of the next year are locked in the same order, whichever of them has too little.
      budgets.push(place.budget, await given.budget(place.unit, { ...NEXT, amount: '300' }));
      places.push(place);
    }
    const roles = [{ role: 'budgetOwner' as const, kind: 'unit' as const, id: above.id }];
    const ownerAbove = await given.person({ name: 'Ada Above', roles });
    const drafts = [];
    for (const place of places) for (let i = 0; i < 8; i++) drafts.push({ place, ...(await given.order(place)) });

    const answers = await Promise.all(
      drafts.map(async ({ place, id, version }) => {
        const { submitOrder } = await api.as(place.requester).run(SUBMIT, { id, version });
        if (!submitOrder.order) return submitOrder.errors[0].code;
        await api.as(place.owner).run(APPROVE, { id });
        await api.as(ownerAbove).run(APPROVE, { id });
        return (await api.dataSource.query('SELECT state FROM service_order WHERE id = $1', [id]))[0].state;
      }),
    );

    // Two units of 250 take two orders each and half of a third; above, 450 take two halves and three or four more.
    expect(new Set(answers)).toEqual(new Set(['approved', 'NO_ROOM']));
    expect(answers.filter((answer) => answer === 'approved')).toHaveLength(9);
    for (const budget of budgets) {
      const { amount, reserved, committed, spent } = await given.budgetNow(budget);
      expect([reserved, spent, Number(committed) <= Number(amount)]).toEqual(['0.00', '0.00', true]);
    }
  }, 60_000);

  it('cannot be overdrawn by anybody, not even past the use cases', async () => {
    const { budget } = await given.orderPlace();

    const overdraw = api.dataSource.query(`UPDATE budget SET reserved = amount, spent = 0.01 WHERE id = $1`, [
      budget.id,
    ]);

    await expect(overdraw).rejects.toThrow('budget_amounts_check');
  });
});
