import { startStory } from '../../builders/index.js';
import { ACCEPT, APPROVE, CANCEL, DELIVER, DRAFT, FAIL, ORDER_PAGE, REJECT, START, SUBMIT } from './documents.js';

const { api, given } = await startStory();

const PRICES = [
  { kind: 'oneOff' as const, label: 'Set-up', amount: '25', per: null },
  { kind: 'recurring' as const, label: 'Seat', amount: '10.50', per: 'month' as const },
];
const place = await given.orderPlace({ plan: { prices: PRICES } });
const page = async (who: { cookie: string | null }, id: string) => (await api.as(who).run(ORDER_PAGE, { id })).order;

describe('an order', () => {
  it('goes from a draft to a subscription, and tells who acts next at every step', async () => {
    const { requester, owner, member } = place;
    const { draftOrder } = await api
      .as(requester)
      .run(DRAFT, { input: { items: [{ planId: place.plan.id, quantity: 3 }], reason: 'New colleagues.' } });
    const { id, version } = draftOrder.order;
    expect(draftOrder.order).toMatchObject({ state: 'DRAFT', beneficiary: { name: 'Rita Requester' } });
    expect(draftOrder.order.number).toMatch(/^A-\d{4}$/);
    expect(await page(requester, id)).toMatchObject({
      nextActors: [{ name: 'Rita Requester' }],
      items: [{ planVersion: null }],
    });

    const { submitOrder } = await api.as(requester).run(SUBMIT, { id, version });
    expect(submitOrder).toMatchObject({ errors: [], order: { state: 'AWAITING_APPROVAL' } });
    expect(await page(owner, id)).toMatchObject({
      nextActors: [{ name: 'Olga Owner' }],
      approvers: [{ name: 'Olga Owner' }],
      items: [{ planVersion: 1 }],
      viewerCanApprove: true,
      // (25 + 10.50 × 10 begun months from 16 March to 31 December) × 3
      cost: { oneOff: { amount: '75.00' }, monthly: { amount: '31.50' }, total: { amount: '390.00', currency: 'EUR' } },
    });
    expect(await given.budgetNow(place.budget)).toMatchObject({ reserved: '390.00', spent: '0.00' });

    await api.as(owner).run(APPROVE, { id, reason: 'Needed.' });
    const approved = await page(member, id);
    expect(approved).toMatchObject({ state: 'APPROVED', nextActors: [], nextTeams: [{ name: place.team.name }] });
    expect(approved).toMatchObject({ decision: { approved: true, by: { name: 'Olga Owner' }, reason: 'Needed.' } });
    expect(approved).toMatchObject({ items: [{ tasks: [{ state: 'OPEN', assignee: null }] }], viewerCanStart: true });

    await api.as(member).run(START, { id });
    expect(await page(member, id)).toMatchObject({
      nextActors: [{ name: 'Tia Team' }],
      items: [{ tasks: [{ state: 'STARTED' }] }],
    });
    await api.as(member).run(DELIVER, { id, note: 'On the desk.' });
    expect(await page(requester, id)).toMatchObject({
      state: 'DELIVERED',
      nextActors: [{ name: 'Rita Requester' }],
      viewerCanAccept: true,
      items: [{ tasks: [{ state: 'DONE', note: 'On the desk.' }] }],
    });

    const { acceptOrder } = await api.as(requester).run(ACCEPT, { id });
    expect(acceptOrder.errors).toEqual([]);
    const done = await page(requester, id);
    expect(done).toMatchObject({
      state: 'COMPLETED',
      nextActors: [],
      nextTeams: [],
      items: [{ subscription: { quantity: 3, monthly: { amount: '31.50' }, planVersion: 1 } }],
    });
    expect(done.events.map(({ from, to }: { from: string; to: string }) => [from, to])).toEqual([
      [null, 'DRAFT'],
      ['DRAFT', 'SUBMITTED'],
      ['SUBMITTED', 'AWAITING_APPROVAL'],
      ['AWAITING_APPROVAL', 'APPROVED'],
      ['APPROVED', 'FULFILLING'],
      ['FULFILLING', 'DELIVERED'],
      ['DELIVERED', 'COMPLETED'],
    ]);
    // Of March 16 of its 31 days can be charged.
    expect(await given.budgetNow(place.budget)).toMatchObject({ reserved: '0.00', committed: '374.76' });
  });

  it('explains its cost by the steps of the same calculation', async () => {
    const { id } = await given.order(place, 'awaitingApproval', { quantity: 2 });
    const [{ cost }] = (await page(place.requester, id)).items;

    expect(cost.explanation).toMatchObject([
      {
        rule: 'order.periods',
        inputs: [{ value: 'month' }, { value: '2026-03-16' }, { value: '2026-12-31' }],
        result: [{ value: '10' }],
      },
      { rule: 'order.price', result: [{ name: 'amount', value: '25', unit: 'money' }] },
      { rule: 'order.price', result: [{ name: 'amount', value: '105', unit: 'money' }] },
      {
        rule: 'order.total',
        inputs: [{ value: '130' }, { value: '2' }],
        result: [{ value: '260' }, { value: '260.00' }, { value: 'EUR' }],
      },
    ]);
  });

  it.each([
    ['rejected', REJECT, 'owner', 'REJECTED'],
    ['cancelled', CANCEL, 'requester', 'CANCELLED'],
  ] as const)('gives back what it reserved when it is %s, with the reason', async (_, document, who, state) => {
    const other = await given.orderPlace();
    const { id } = await given.order(other, 'awaitingApproval');

    const answer = await api.as(other[who]).answer(document, { id, reason: 'Because.' });

    expect(answer).toMatchObject({ errors: [], order: { state } });
    expect(await given.budgetNow(other.budget)).toMatchObject({ reserved: '0.00', spent: '0.00' });
    expect((await page(other.requester, id)).events.at(-1)).toMatchObject({ to: state, reason: 'Because.' });
  });

  it.each(['approved', 'fulfilling'] as const)(
    'gives back what it reserved when the team fails it %s',
    async (state) => {
      const other = await given.orderPlace();
      const { id } = await given.order(other, state);

      const { failOrder } = await api.as(other.member).run(FAIL, { id, reason: 'Out of stock.' });

      expect(failOrder.order.state).toBe('FAILED');
      expect(await given.budgetNow(other.budget)).toMatchObject({ reserved: '0.00', spent: '0.00' });
      expect((await page(other.requester, id)).items[0].tasks).toMatchObject([
        { state: 'FAILED', note: 'Out of stock.' },
      ]);
    },
  );

  it('is not cancelled once it was delivered', async () => {
    const { id } = await given.order(place, 'delivered');

    const { cancelOrder } = await api.as(place.requester).run(CANCEL, { id, reason: 'Too late.' });

    expect(cancelOrder.errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await page(place.requester, id)).viewerCanCancel).toBe(false);
  });

  it('needs a reason to be rejected', async () => {
    const { id } = await given.order(place, 'awaitingApproval');

    const { rejectOrder } = await api.as(place.owner).run(REJECT, { id, reason: ' ' });

    expect(rejectOrder.errors).toMatchObject([{ code: 'REASON_MISSING' }]);
  });

  it('leaves every move in the audit', async () => {
    const { id, number } = await given.order(place, 'completed');
    const auditor = await given.person({ roles: ['auditor'] });

    const { audit } = await api
      .as(auditor)
      .run('query ($id: ID!) { audit(subjectId: $id) { edges { node { action subjectName } } } }', { id });

    expect(audit.edges.map(({ node }: { node: { action: string } }) => node.action).reverse()).toEqual([
      'order.drafted',
      'order.submitted',
      'order.approvalAsked',
      'order.stageDecided',
      'order.approved',
      'order.started',
      'order.delivered',
      'order.completed',
    ]);
    expect(audit.edges[0].node.subjectName).toBe(`A-${number}`);
  });

  it('cannot have rewritten what was pinned at its submission', async () => {
    const { id } = await given.order(place, 'awaitingApproval');

    const change = (sql: string) => expect(api.dataSource.query(sql, [id])).rejects;

    await change('UPDATE service_order SET total = 1 WHERE id = $1').toThrow('never changes');
    await change('DELETE FROM order_event WHERE order_id = $1').toThrow('append-only');
    await change('UPDATE budget_entry SET amount = 1 WHERE order_id = $1').toThrow('append-only');
  });
});
