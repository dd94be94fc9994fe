import { OrderDays } from '@accord/api/orders/order-days.js';
import { SubscriptionDays } from '@accord/api/orders/subscriptions/subscription-days.js';
import { startStory } from '../../builders/index.js';
import { OPEN_RUN } from './charge-documents.js';
import {
  ACCEPT,
  APPROVE,
  DELIVER,
  DRAFT,
  ORDER_PAGE,
  QUOTE,
  REJECT,
  START as START_WORK,
  SUBMIT,
  SUBSCRIPTION,
} from './documents.js';

const { api, given } = await startStory();
const START = new Date('2026-03-16T09:00:00Z');
beforeEach(() => api.clock.set(START));

const CHANGE_OWNER = `mutation ($id: ID!, $version: Int!, $ownerId: ID!) {
  changeSubscriptionOwner(id: $id, version: $version, ownerId: $ownerId, reason: "Moves on.") {
    subscription { owner { name } version } errors { code field } }
}`;

type Place = Awaited<ReturnType<typeof given.orderPlace>>;
type Who = { cookie: string | null };

/** A place with a subscription of two. */
async function subscribed(differing: Parameters<typeof given.orderPlace>[0] = {}) {
  const place = await given.orderPlace(differing);
  const { id } = await given.order(place, 'completed', { quantity: 2 });
  const { order } = await api.as(place.requester).run(ORDER_PAGE, { id });
  return { place, subscriptionId: order.items[0].subscription.id as string };
}
const seen = async (who: Who, id: string) => (await api.as(who).run(SUBSCRIPTION, { id })).subscription;
const item = (kind: string, subscriptionId: string, more: object = {}) => ({
  items: [{ kind, subscriptionId, ...more }],
});
const ordered = (place: Place, kind: string, subscriptionId: string, more: object = {}) =>
  given.order(place, 'completed', item(kind, subscriptionId, more) as never);
const refusals = async ({ requester }: Place, input: object) => {
  const { quoteOrder } = await api.as(requester).run(QUOTE, { input: { reason: '', ...input } });
  return quoteOrder.items[0].refusals.map(({ code, field }: { code: string; field: string[] }) => [code, ...field]);
};

describe('an order on a live subscription', () => {
  it('changes its quantity, costs what is added, and stands in its history', async () => {
    const { place, subscriptionId } = await subscribed();
    api.clock.set(new Date('2026-05-04T09:00:00Z'));
    const { number, total } = await ordered(place, 'CHANGE'.toLowerCase(), subscriptionId, { quantity: 5 });

    // 10.00 × 3 more × 8 months that begin from 4 May to 31 December
    expect(Number(total)).toBe(240);
    const subscription = await seen(place.requester, subscriptionId);
    expect(subscription).toMatchObject({ state: 'ACTIVE', quantity: 5, monthly: { amount: '50.00' } });
    expect(subscription.history).toMatchObject([
      { from: '2026-05-04', quantity: 5, order: { number: `A-${number}` } },
      { from: '2026-03-16', quantity: 2 },
    ]);
    expect(subscription.orders).toHaveLength(2);
  });

  it('changes its plan', async () => {
    const { place, subscriptionId } = await subscribed();
    const big = await given.plan(place.service, {
      name: 'Big',
      prices: [{ kind: 'recurring', label: 'Fee', amount: '30', per: 'month' }],
    });
    await ordered(place, 'change', subscriptionId, { planId: big.id });

    expect(await seen(place.requester, subscriptionId)).toMatchObject({
      plan: { name: 'Big' },
      quantity: 2,
      monthly: { amount: '60.00' },
    });
  });

  it('suspends it, resumes it and terminates it, each when it can be', async () => {
    const { place, subscriptionId } = await subscribed();
    const states = async () => {
      const { state, monthly, actions } = await seen(place.requester, subscriptionId);
      const possible = actions.filter(({ refusal }: { refusal: string | null }) => refusal === null);
      return [state, monthly.amount, possible.map(({ kind }: { kind: string }) => kind)];
    };

    expect(await states()).toEqual(['ACTIVE', '20.00', ['CHANGE', 'SUSPEND', 'TERMINATE']]);
    await ordered(place, 'suspend', subscriptionId);
    expect(await states()).toEqual(['SUSPENDED', '0.00', ['RESUME', 'TERMINATE']]);
    expect(await refusals(place, item('SUSPEND', subscriptionId))).toEqual([
      ['WRONG_STATE', 'items', '0', 'subscriptionId'],
    ]);
    await ordered(place, 'resume', subscriptionId);
    expect((await states())[0]).toBe('ACTIVE');
    await ordered(place, 'terminate', subscriptionId);
    const { endsOn, history } = await seen(place.requester, subscriptionId);
    expect(history[0]).toMatchObject({ state: 'ENDED' });
    expect(endsOn >= '2026-03-16').toBe(true);
    // 16 of the 31 days of March, and half of April, can still be charged.
    expect({ endsOn, committed: (await given.budgetNow(place.budget)).committed }).toEqual({
      endsOn: '2026-04-15',
      committed: '20.32',
    });
    api.clock.set(new Date(`${endsOn}T09:00:00Z`));
    expect((await states())[0]).toBe('ACTIVE');
    api.clock.set(new Date(Date.parse(`${endsOn}T09:00:00Z`) + 86_400_000));
    expect(await states()).toEqual(['ENDED', '0.00', []]);
    await api.get(SubscriptionDays).pass({}, { at: api.clock.now() });
    expect((await states())[0]).toBe('ENDED');
  });

  it('is refused while another one is open, and says which', async () => {
    const { place, subscriptionId } = await subscribed();
    const { number } = await given.order(
      place,
      'awaitingApproval',
      item('change', subscriptionId, { quantity: 3 }) as never,
    );
    const input = { ...item('CHANGE', subscriptionId, { quantity: 4 }), reason: 'More.' };

    const { draftOrder } = await api.as(place.requester).run(DRAFT, { input });
    const { submitOrder } = await api.as(place.requester).run(SUBMIT, draftOrder.order);

    expect(submitOrder.errors).toMatchObject([
      {
        code: 'SUBSCRIPTION_BUSY',
        field: ['items', '0', 'subscriptionId'],
        message: expect.stringContaining(`A-${number}`),
      },
    ]);
  });

  it.each([
    ['NOTHING_CHANGES', 'planId', (id: string) => item('CHANGE', id)],
    ['NO_TERM', 'subscriptionId', (id: string) => item('RENEW', id)],
    ['WRONG_STATE', 'subscriptionId', (id: string) => item('RESUME', id)],
  ])('is refused as %s at %s', async (code, field, input) => {
    const { place, subscriptionId } = await subscribed();

    expect(await refusals(place, input(subscriptionId))).toEqual([[code, 'items', '0', field]]);
  });

  it('is one item of an order', async () => {
    const { place, subscriptionId } = await subscribed();
    const items = [10, 20].flatMap((quantity) => item('CHANGE', subscriptionId, { quantity }).items);

    const { quoteOrder } = await api.as(place.requester).run(QUOTE, { input: { reason: '', items } });

    expect(quoteOrder.items.map(({ refusals }: { refusals: object[] }) => refusals)).toMatchObject([
      [],
      [{ code: 'SUBSCRIPTION_TWICE', field: ['items', '1', 'subscriptionId'] }],
    ]);
  });

  it('is about a subscription that the viewer may see, and names it', async () => {
    const { subscriptionId } = await subscribed();
    const other = await given.orderPlace();
    const draft = async (input: object) =>
      (await api.as(other.requester).run(DRAFT, { input: { reason: '', ...input } })).draftOrder.errors;

    expect(await draft(item('TERMINATE', subscriptionId))).toMatchObject([
      { code: 'NOT_FOUND', field: ['items', '0', 'subscriptionId'] },
    ]);
    expect(await draft({ items: [{ kind: 'TERMINATE' }] })).toMatchObject([
      { code: 'SUBSCRIPTION_MISSING', field: ['items', '0', 'subscriptionId'] },
    ]);
    expect(await draft({ items: [{ kind: 'SUBSCRIBE' }] })).toMatchObject([
      { code: 'PLAN_MISSING', field: ['items', '0', 'planId'] },
    ]);
    expect(await seen(other.requester, subscriptionId)).toBeNull();
  });
});

describe('the term of a subscription', () => {
  const bound = (renewal: 'automatic' | 'onRequest') => subscribed({ plan: { term: { months: 3, renewal } } as never });
  const pass = (day: string) => {
    api.clock.set(new Date(`${day}T09:00:00Z`));
    return api.get(SubscriptionDays).pass({}, { at: api.clock.now() });
  };

  it('is renewed by itself, and its owner hears of it before, once', async () => {
    const { place, subscriptionId } = await bound('automatic');
    expect(await seen(place.requester, subscriptionId)).toMatchObject({ renewsOn: '2026-06-16' });
    await pass('2026-06-10');
    await pass('2026-06-11');

    const told = await api.dataSource.query(`SELECT facts FROM notice WHERE kind = 'renewalDue' AND subject_id = $1`, [
      subscriptionId,
    ]);
    expect(told).toEqual([{ facts: { service: place.service.name, plan: place.plan.name, on: '2026-06-16' } }]);
    await pass('2026-06-16');
    expect(await seen(place.requester, subscriptionId)).toMatchObject({ state: 'ACTIVE', renewsOn: '2026-09-16' });
  });

  it('ends where nobody renews it, and goes on where somebody does', async () => {
    const left = await bound('onRequest');
    const renewed = await bound('onRequest');
    await ordered(renewed.place, 'renew', renewed.subscriptionId);
    await pass('2026-06-16');

    const ended = await seen(left.place.requester, left.subscriptionId);
    expect(ended).toMatchObject({ state: 'ENDED', endsOn: '2026-06-15' });
    expect(ended.history[0]).toMatchObject({ from: '2026-06-16', state: 'ENDED', order: null });
    expect(await seen(renewed.place.requester, renewed.subscriptionId)).toMatchObject({
      state: 'ACTIVE',
      renewsOn: '2026-09-16',
    });
  });
});

describe('the term of a subscription is a promise to pay', () => {
  const at = (day: string) => api.clock.set(new Date(`${day}T09:00:00Z`));
  const pass = async (day: string) => {
    at(day);
    await api.get(SubscriptionDays).pass({}, { at: api.clock.now() });
  };
  const HELD = `query ($input: DraftOrderInput!) { quoteOrder(input: $input) {
    items { heldBackTo cost { monthly { amount } monthlyBefore { amount } total { amount } } refusals { code } } } }`;
  const BOUND = `query ($id: ID!) { subscription(id: $id) { boundTo suspendedIsCharged } }`;
  const bound = (renewal: 'automatic' | 'onRequest' = 'automatic') =>
    subscribed({ plan: { term: { months: 3, renewal } } as never });
  const quoted = async ({ requester }: Place, input: object) => {
    const { quoteOrder } = await api.as(requester).run(HELD, { input: { reason: '', ...input } });
    return quoteOrder.items[0];
  };

  it('ends no earlier, stays charged while it is suspended, and says so before anybody commits', async () => {
    const { place, subscriptionId } = await bound();
    const { requester } = place;
    expect((await api.as(requester).run(BOUND, { id: subscriptionId })).subscription).toEqual({
      boundTo: '2026-06-15',
      suspendedIsCharged: true,
    });
    expect((await quoted(place, item('SUSPEND', subscriptionId))).cost.monthly.amount).toBe('20.00');
    await ordered(place, 'suspend', subscriptionId);
    expect(await seen(requester, subscriptionId)).toMatchObject({ state: 'SUSPENDED', monthly: { amount: '20.00' } });
    expect(await quoted(place, item('TERMINATE', subscriptionId))).toMatchObject({ heldBackTo: '2026-06-15' });
    // By then the term is renewed, and binds again.
    const later = { ...item('TERMINATE', subscriptionId), startOn: '2026-07-01' };
    expect(await quoted(place, later)).toMatchObject({ heldBackTo: '2026-09-15' });
    const { id } = await ordered(place, 'terminate', subscriptionId);

    const { history, ...left } = await seen(requester, subscriptionId);
    expect(left).toMatchObject({ state: 'SUSPENDED', endsOn: '2026-06-15' });
    expect(history[0]).toMatchObject({ from: '2026-06-16', state: 'ENDED' });
    // 10.00 × 2 for March (16 of 31 days), April, May, and 15 of 30 days of June.
    expect((await given.budgetNow(place.budget)).committed).toBe('60.32');
    const page = await api.as(requester).run(`query ($id: ID!) { order(id: $id) { items { heldBackTo } } }`, { id });
    expect(page.order.items).toEqual([{ heldBackTo: '2026-06-15' }]);
    expect((await api.as(requester).run(BOUND, { id: subscriptionId })).subscription.boundTo).toBeNull();
  });

  it('takes more at once, less with the next term, and nothing is owed twice', async () => {
    const { place, subscriptionId } = await bound();
    await ordered(place, 'change', subscriptionId, { quantity: 5 });
    expect(await seen(place.requester, subscriptionId)).toMatchObject({ quantity: 5 });
    const less = item('CHANGE', subscriptionId, { quantity: 1 });
    expect(await quoted(place, less)).toMatchObject({ heldBackTo: '2026-06-15', cost: { total: { amount: '0.00' } } });
    await ordered(place, 'change', subscriptionId, { quantity: 1 });

    const { quantity, history } = await seen(place.requester, subscriptionId);
    expect({ quantity, next: history[0] }).toMatchObject({ quantity: 5, next: { from: '2026-06-16', quantity: 1 } });
    // Who thinks better of it can keep what they have.
    expect(await quoted(place, item('CHANGE', subscriptionId, { quantity: 5 }))).toMatchObject({
      refusals: [],
      // Seven months from 16 June on that are 40.00 more than what is held for them.
      cost: { total: { amount: '280.00' } },
    });
    await pass('2026-06-16');
    expect(await seen(place.requester, subscriptionId)).toMatchObject({
      quantity: 1,
      renewsOn: '2026-09-16',
      monthly: { amount: '10.00' },
    });
    // March and June in part, April and May whole: 50.00 a month until 15 June, 10.00 from then to December.
    expect((await given.budgetNow(place.budget)).committed).toBe('215.81');
  });

  it('holds back a plan that binds for less long, and is renewed for what was ordered for then', async () => {
    const { place, subscriptionId } = await bound('onRequest');
    const loose = await given.plan(place.service, {
      name: 'Loose',
      prices: [{ kind: 'recurring', label: 'Fee', amount: '30', per: 'month' }],
    });
    await ordered(place, 'change', subscriptionId, { planId: loose.id });
    expect(await seen(place.requester, subscriptionId)).toMatchObject({ plan: { name: place.plan.name } });
    at('2026-05-20');
    await ordered(place, 'renew', subscriptionId);
    await pass('2026-06-16');

    expect(await seen(place.requester, subscriptionId)).toMatchObject({
      state: 'ACTIVE',
      plan: { name: 'Loose' },
      monthly: { amount: '60.00' },
      renewsOn: null,
    });
  });
});

describe('who has a subscription, or answers for it', () => {
  it('has what is ordered of it too, and does not approve it', async () => {
    const boss = await given.person({ name: 'Bea Boss', roles: ['budgetOwner'] });
    const place = await given.orderPlace();
    const { requester, owner, member } = place;
    const { id } = await given.order(place, 'awaitingApproval', { beneficiaryId: owner.id, unitId: place.unit.id });
    for (const [who, move] of [
      [boss, APPROVE],
      [member, START_WORK],
      [member, DELIVER],
      [requester, ACCEPT],
    ] as const)
      await api.as(who).run(move, { id });
    const subscriptionId = (await api.as(requester).run(ORDER_PAGE, { id })).order.items[0].subscription.id;
    const input = { ...item('CHANGE', subscriptionId, { quantity: 50 }), reason: 'More.' };

    const third = await given.person();
    const named = await api.as(requester).run(DRAFT, { input: { ...input, beneficiaryId: third.id } });
    expect(named.draftOrder.errors).toMatchObject([{ code: 'OTHER_BENEFICIARY', field: ['beneficiaryId'] }]);
    const { draftOrder } = await api.as(requester).run(DRAFT, { input });
    const { order } = draftOrder;
    expect(order.beneficiary.name).toBe('Olga Owner');
    const { submitOrder } = await api.as(requester).run(SUBMIT, { id: order.id, version: order.version });
    expect(submitOrder.errors).toEqual([]);

    expect((await api.as(owner).run(APPROVE, { id: order.id })).approveOrder.errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    const shown = await api.as(requester).run(ORDER_PAGE, { id: order.id });
    expect(shown.order.nextActors).toEqual([{ name: 'Bea Boss' }]);
  });

  it('may have left: who pays ends or suspends it then, and orders nothing more', async () => {
    const { place, subscriptionId } = await subscribed();
    const { id } = await given.unit({ parentId: place.unit.id });
    const below = await given.person({ name: 'Una Under' });
    await given.role(below, { role: 'budgetOwner', kind: 'unit', id });
    await api.dataSource.query('UPDATE person SET ended_at = $2 WHERE id = $1', [place.requester.id, api.clock.now()]);
    const draft = async (who: Who, kind: string) =>
      (await api.as(who).run(DRAFT, { input: { ...item(kind, subscriptionId), reason: 'Nobody uses it.' } }))
        .draftOrder;

    for (const kind of ['CHANGE', 'RENEW', 'RESUME'])
      expect((await draft(place.owner, kind)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await draft(below, 'TERMINATE')).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const actions: { kind: string; refusal: string | null }[] = (await seen(place.owner, subscriptionId)).actions;
    expect(actions.filter(({ refusal }) => refusal === null).map(({ kind }) => kind)).toEqual(['SUSPEND', 'TERMINATE']);

    const { order, errors } = await draft(place.owner, 'TERMINATE');
    expect(errors).toEqual([]);
    // A budget owner of the whole organisation for this story alone: others ask who acts next.
    const boss = await given.person({ name: 'Bo Brief' });
    await given.role(boss, { role: 'budgetOwner', kind: 'unit', id: place.unit.id });
    const sent = (await api.as(place.owner).run(SUBMIT, { id: order.id, version: order.version })).submitOrder;
    expect(sent.errors).toEqual([]);
    for (const [who, move] of [
      [boss, APPROVE],
      [place.member, START_WORK],
      [place.member, DELIVER],
      [place.owner, ACCEPT],
    ] as const)
      await api.as(who).run(move, { id: order.id });
    expect((await seen(place.owner, subscriptionId)).endsOn).not.toBeNull();
  });

  it('is asked no longer once it is handed to them', async () => {
    const { place, subscriptionId } = await subscribed();
    const wish = item('change', subscriptionId, { quantity: 3 });
    const { id } = await given.order(place, 'awaitingApproval', wish as never);
    const { version } = await seen(place.requester, subscriptionId);
    await api.as(place.requester).run(CHANGE_OWNER, { id: subscriptionId, version, ownerId: place.owner.id });

    const { approveOrder } = await api.as(place.owner).run(APPROVE, { id });
    expect(approveOrder.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await api.as(place.requester).run(ORDER_PAGE, { id })).order.nextActors).toEqual([{ name: 'Bea Boss' }]);
  });
});

describe('an order that is open when the term of its subscription is over', () => {
  const at = (day: string) => api.clock.set(new Date(`${day}T09:00:00Z`));
  const pass = async (day: string) => {
    at(day);
    await api.get(SubscriptionDays).pass({}, { at: api.clock.now() });
  };
  const passOrders = () => api.get(OrderDays).pass({}, { at: api.clock.now() });
  const page = async ({ requester }: Place, id: string) => (await api.as(requester).run(ORDER_PAGE, { id })).order;
  /** Six days before the end of its only term. */
  async function open(
    reached: 'delivered' | 'awaitingApproval',
    items: (subscriptionId: string, place: Place) => object[],
  ) {
    api.clock.set(START);
    const { place, subscriptionId } = await subscribed({
      plan: { term: { months: 3, renewal: 'onRequest' } } as never,
    });
    at('2026-06-10');
    const order = await given.order(place, reached, { items: items(subscriptionId, place) } as never);
    const shown = async () => {
      const { state, endsOn, renewsOn, quantity, history } = await seen(place.requester, subscriptionId);
      return { state, endsOn, renewsOn, quantity, last: [history[0].from, history[0].state] };
    };
    return { place, order, shown };
  }

  it('keeps the term if it renews it, and begins on the renewal day however late it is accepted', async () => {
    const { place, order, shown } = await open('delivered', (subscriptionId) => [{ kind: 'renew', subscriptionId }]);
    await pass('2026-06-16');
    expect(await shown()).toMatchObject({ state: 'ACTIVE', endsOn: null, renewsOn: '2026-06-16' });
    at('2026-06-20');

    const { acceptOrder } = await api.as(place.requester).run(ACCEPT, { id: order.id });

    expect(acceptOrder).toMatchObject({ order: { state: 'COMPLETED' }, errors: [] });
    const last = ['2026-06-16', 'ACTIVE'];
    expect(await shown()).toMatchObject({ state: 'ACTIVE', endsOn: null, renewsOn: '2026-09-16', last });
  });

  it('keeps it no longer once the renewal came to nothing', async () => {
    const renewal = (subscriptionId: string) => [{ kind: 'renew', subscriptionId }];
    const { place, order, shown } = await open('awaitingApproval', renewal);
    await pass('2026-06-16');
    at('2026-06-20');
    await api.as(place.owner).run(REJECT, { id: order.id, reason: 'We do without it.' });
    await pass('2026-06-20');
    expect(await shown()).toMatchObject({ state: 'ACTIVE' });
    await pass('2026-06-21');

    expect(await shown()).toMatchObject({ state: 'ENDED', endsOn: '2026-06-20', last: ['2026-06-21', 'ENDED'] });
  });

  it('comes to nothing if it changes it: nobody accepts it, its money is free, and who asked is told', async () => {
    const change = (subscriptionId: string) => [{ kind: 'change', subscriptionId, quantity: 5 }];
    const { place, order, shown } = await open('delivered', change);
    await pass('2026-06-16');
    at('2026-06-20');

    const { acceptOrder } = await api.as(place.requester).run(ACCEPT, { id: order.id });
    expect(acceptOrder.errors).toMatchObject([
      { code: 'SUBSCRIPTION_ENDED', message: expect.stringContaining('ended on 2026-06-15') },
    ]);
    await passOrders();
    await passOrders();

    const { state, events } = await page(place, order.id);
    const reason = expect.stringContaining('ended on 2026-06-15');
    expect([state, events.at(-1)]).toEqual(['CANCELLED', expect.objectContaining({ move: 'LAPSE', by: null, reason })]);
    const held = await api.dataSource.query(
      `SELECT sum(CASE kind WHEN 'committed' THEN amount WHEN 'freed' THEN -amount ELSE 0 END)::float AS held
         FROM budget_entry WHERE order_id = $1`,
      [order.id],
    );
    expect(held).toEqual([{ held: 0 }]);
    const told = await api.dataSource.query(
      `SELECT facts ->> 'state' AS state FROM notice WHERE subject_id = $1 AND person_id = $2 ORDER BY id DESC LIMIT 1`,
      [order.id, place.requester.id],
    );
    expect(told).toEqual([{ state: 'cancelled' }]);
    expect(await shown()).toMatchObject({ state: 'ENDED', quantity: 2, last: ['2026-06-16', 'ENDED'] });
  });

  it('goes on with its other items', async () => {
    const { place, order } = await open('delivered', (subscriptionId, { plan }) => [
      { kind: 'change', subscriptionId, quantity: 5 },
      { kind: 'subscribe', planId: plan.id, quantity: 1 },
    ]);
    await pass('2026-06-16');
    await passOrders();
    const { state, events } = await page(place, order.id);
    expect([state, events.at(-1).move]).toEqual(['DELIVERED', 'LAPSE_ITEM']);

    const { acceptOrder } = await api.as(place.requester).run(ACCEPT, { id: order.id });

    expect(acceptOrder).toMatchObject({ order: { state: 'COMPLETED' }, errors: [] });
    const { items } = await page(place, order.id);
    expect(items[1].subscription).toMatchObject({ state: 'ACTIVE', startedOn: '2026-06-16' });
  });
});

describe('what is accepted between an early renewal and the day of it', () => {
  it('holds from that day on as well, in what is told and in what is charged', async () => {
    const office = await given.person({ roles: ['btOffice'] });
    const renewedThen = async (kind: string, more: object = {}) => {
      api.clock.set(START);
      const { place, subscriptionId } = await subscribed({
        plan: { term: { months: 3, renewal: 'onRequest' } } as never,
      });
      api.clock.set(new Date('2026-05-01T09:00:00Z'));
      await ordered(place, 'renew', subscriptionId);
      api.clock.set(new Date('2026-05-04T09:00:00Z'));
      await ordered(place, kind, subscriptionId, more);
      const { history } = await seen(place.requester, subscriptionId);
      const told = history.map(({ from, state, quantity }: Record<string, unknown>) => [from, state, quantity]);
      return { subscriptionId, told: told.slice(0, -1) };
    };
    const changed = await renewedThen('change', { quantity: 5 });
    const suspended = await renewedThen('suspend');
    const terminated = await renewedThen('terminate');

    expect(changed.told).toEqual([
      ['2026-06-16', 'ACTIVE', 5],
      ['2026-05-04', 'ACTIVE', 5],
    ]);
    expect(suspended.told).toEqual([
      ['2026-06-16', 'SUSPENDED', 2],
      ['2026-05-04', 'SUSPENDED', 2],
    ]);
    expect(terminated.told).toEqual([
      ['2026-09-16', 'ENDED', 2],
      ['2026-06-16', 'ACTIVE', 2],
    ]);
    api.clock.set(new Date('2026-06-30T09:00:00Z'));
    await api.as(office).run(OPEN_RUN, { month: '2026-06' });
    const charged = async ({ subscriptionId }: { subscriptionId: string }) =>
      api.dataSource.query(
        `SELECT amount::float, to_date::text AS "to" FROM bill_line WHERE subscription_id = $1 AND origin = 'charge'`,
        [subscriptionId],
      );
    expect(await charged(changed)).toEqual([{ amount: 50, to: '2026-06-30' }]);
    // A term is paid to its last day.
    const whole = [{ amount: 20, to: '2026-06-30' }];
    expect({ suspended: await charged(suspended), terminated: await charged(terminated) }).toEqual({
      suspended: whole,
      terminated: whole,
    });
  });

  it('is kept by the database too: what has ended does not begin again', async () => {
    const { place, subscriptionId } = await subscribed();
    await ordered(place, 'terminate', subscriptionId);
    const again = api.dataSource.query(
      `INSERT INTO subscription_change (id, subscription_id, at, from_date, plan_id, plan_version, quantity, state, prices)
       SELECT gen_random_uuid(), subscription_id, at, from_date + 1, plan_id, plan_version, quantity, 'active', prices
         FROM subscription_change WHERE subscription_id = $1 AND state = 'ended'`,
      [subscriptionId],
    );

    await expect(again).rejects.toThrow('does not begin again');
  });
});

describe('the owner of a subscription', () => {
  it('hands it to a colleague, who then sees it and the old one no more', async () => {
    const { place, subscriptionId: id } = await subscribed();
    const colleague = await given.person({ name: 'Carl Colleague' });
    const own = await seen(place.requester, id);
    expect(own).toMatchObject({ owner: { name: 'Rita Requester' }, viewerCanChangeOwner: true });
    const hand = async (who: Who, ownerId: string, version = own.version) =>
      (await api.as(who).run(CHANGE_OWNER, { id, version, ownerId })).changeSubscriptionOwner;

    expect((await hand(colleague, colleague.id)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await hand(place.requester, colleague.id)).subscription.owner).toEqual({ name: 'Carl Colleague' });
    expect((await hand(place.owner, place.requester.id)).errors).toMatchObject([{ code: 'STALE' }]);
    expect(await seen(colleague, id)).toMatchObject({ quantity: 2 });
    const contact = await given.contactOf(await given.provider());
    expect((await hand(colleague, contact.id, own.version + 1)).errors).toMatchObject([
      { code: 'UNKNOWN_PERSON', field: ['ownerId'] },
    ]);
  });
});
