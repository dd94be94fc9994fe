import { startStory } from '../../builders/index.js';
import { ADD_TO_ORDER, DRAFT, DUPLICATE, QUOTE, SUBMIT } from './documents.js';

const { api, given } = await startStory();
const place = await given.orderPlace();
const requester = api.as(place.requester);

const input = (differing: object = {}) => ({
  items: [{ planId: place.plan.id, quantity: 2 }],
  reason: 'For work.',
  key: 'laptop-1',
  ...differing,
});
const draft = async (differing: object = {}) => (await requester.run(DRAFT, { input: input(differing) })).draftOrder;
const submit = async (variables: object) => (await requester.run(SUBMIT, variables)).submitOrder;
const orders = async () => (await api.dataSource.query('SELECT count(*)::int AS n FROM service_order'))[0].n;

describe('a key of the client', () => {
  it('makes the same draft asked twice one draft, in whatever order its fields come', async () => {
    const first = await draft();
    const before = await orders();
    const { key, reason, items } = input();
    const again = (await requester.run(DRAFT, { input: { key, reason, items } })).draftOrder;

    expect(again.order.id).toBe(first.order.id);
    expect(await orders()).toBe(before);
  });

  it('refuses another input, on the field of the key', async () => {
    await draft();

    expect((await draft({ reason: 'For play.' })).errors).toEqual([
      { code: 'KEY_REUSED', field: ['key'], message: 'This key stands for another request already; use a new one.' },
    ]);
  });

  it('is each person’s own', async () => {
    const other = await given.orderPlace();
    const mine = { items: [{ planId: other.plan.id }], reason: '', key: 'laptop-1' };

    expect((await api.as(other.requester).run(DRAFT, { input: mine })).draftOrder.errors).toEqual([]);
  });

  it('is free again after a refusal', async () => {
    const nowhere = '019a0000-0000-7000-8000-000000000001';
    expect((await draft({ key: 'again', unitId: nowhere })).errors).toMatchObject([{ code: 'UNKNOWN_UNIT' }]);
    expect((await draft({ key: 'again' })).errors).toEqual([]);
  });

  it('makes eight submissions at the same instant one, each answered alike', async () => {
    const { order } = await draft({ key: 'parallel' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit({ ...order, key: 'send' })));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ errors: [], order: { state: 'AWAITING_APPROVAL' } });
    expect(await given.budgetNow(place.budget)).toMatchObject({ reserved: '200.00' });
    expect((await submit({ id: order.id, version: order.version + 1, key: 'send' })).errors).toMatchObject([
      { code: 'KEY_REUSED' },
    ]);
  });

  it('makes eight drafts and eight copies at the same instant one of each', async () => {
    const before = await orders();
    const drafts = await Promise.all(Array.from({ length: 8 }, () => draft({ key: 'eight' })));
    const [{ order }] = drafts as [{ order: { id: string } }];
    await Promise.all(Array.from({ length: 8 }, () => requester.run(DUPLICATE, { id: order.id, key: 'copies' })));

    expect(new Set(drafts.map((one) => one.order.id)).size).toBe(1);
    expect(await orders()).toBe(before + 2);
  });

  it('is a text that says something', async () => {
    expect((await draft({ key: ' ' })).errors).toMatchObject([{ code: 'WRONG_KEY', field: ['key'] }]);
    const { order } = await draft({ key: null });
    expect((await submit({ ...order, key: 'x'.repeat(201) })).errors).toMatchObject([{ code: 'WRONG_KEY' }]);
  });

  it('is not needed: without one a second submission finds the order submitted', async () => {
    const { order } = await draft({ key: null });
    await submit(order);

    expect((await submit(order)).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });
});

describe('a quote', () => {
  const NEVER = '019a0000-0000-7000-8000-000000000001';

  it('answers each item for itself and writes nothing', async () => {
    const other = await given.orderPlace();
    await api.dataSource.query(`UPDATE service SET lifecycle = 'retiring' WHERE id = $1`, [other.service.id]);
    const rows = async () =>
      (
        await api.dataSource.query(
          `SELECT (SELECT count(*) FROM service_order)::int + (SELECT count(*) FROM order_item)::int +
             (SELECT count(*) FROM order_key)::int + (SELECT count(*) FROM audit_entry)::int +
             (SELECT count(*) FROM budget_entry)::int AS n`,
        )
      )[0].n;
    const before = await rows();
    const items = [{ planId: place.plan.id }, { planId: other.plan.id, quantity: 3 }];
    const { quoteOrder } = await requester.run(QUOTE, { input: { items, reason: '', key: 'quote' } });

    expect(quoteOrder).toMatchObject({
      cost: { total: { amount: '400.00' } },
      items: [
        { cost: { total: { amount: '100.00' } }, refusals: [] },
        { cost: { total: { amount: '300.00' } }, refusals: [{ code: 'SERVICE_NOT_LIVE', field: ['items', '1'] }] },
      ],
      refusals: [{ code: 'SERVICE_NOT_LIVE', field: ['items', '1'] }],
    });
    expect(await rows()).toBe(before);
  });

  it.each([
    ['no item', { items: [] }, 'INVALID', ['items']],
    [
      'a negative quantity',
      { items: [{ planId: place.plan.id, quantity: -1 }] },
      'INVALID',
      ['items', '0', 'quantity'],
    ],
    [
      'an absurd quantity',
      { items: [{ planId: place.plan.id, quantity: 100_001 }] },
      'INVALID',
      ['items', '0', 'quantity'],
    ],
    [
      'an unknown plan',
      { items: [{ planId: place.plan.id }, { planId: NEVER }] },
      'NOT_FOUND',
      ['items', '1', 'planId'],
    ],
    ['an unknown unit', { unitId: NEVER }, 'UNKNOWN_UNIT', ['unitId']],
    ['an unknown person', { beneficiaryId: NEVER }, 'UNKNOWN_PERSON', ['beneficiaryId']],
    ['a day more than two years ahead', { startOn: '2199-01-01' }, 'START_FAR', ['startOn']],
    ['a day that has passed', { startOn: '2026-03-15' }, 'START_PAST', ['startOn']],
  ])('and an order with %s is refused at its field', async (_, differing, code, field) => {
    expect((await draft({ key: null, ...differing })).errors).toMatchObject([{ code, field }]);
  });
});

describe('what is added to an order', () => {
  const add = async (who: { cookie: string | null }, wanted: object) =>
    (await api.as(who).run(ADD_TO_ORDER, { input: wanted })).addToOrder;

  it('goes into the one draft of a person and a unit, also when eight are added at the same instant', async () => {
    const here = await given.orderPlace();
    const items = [{ planId: here.plan.id }];
    const added = await Promise.all(Array.from({ length: 8 }, () => add(here.requester, { items })));

    expect(new Set(added.map(({ order }) => order.id)).size).toBe(1);
    expect(Math.max(...added.map(({ order }) => order.items.length))).toBe(8);
    const twice = { items: [{ planId: here.plan.id, quantity: 3 }], key: 'once' };
    await add(here.requester, twice);
    expect((await add(here.requester, twice)).order.items).toHaveLength(9);
    const tooMany = Array.from({ length: 42 }, () => items[0]);
    expect((await add(here.requester, { items: tooMany })).errors).toMatchObject([{ code: 'TOO_MANY_ITEMS' }]);
  });

  it('begins another draft for another unit, and once the first was submitted', async () => {
    const here = await given.orderPlace();
    const items = [{ planId: here.plan.id }];
    const { order } = await add(here.requester, { items });
    const version = order.version;
    const reasoned = `UPDATE service_order SET reason = 'For work.' WHERE id = $1`;
    await api.dataSource.query(reasoned, [order.id]);
    expect((await api.as(here.requester).run(SUBMIT, { id: order.id, version })).submitOrder.errors).toEqual([]);

    expect((await add(here.requester, { items })).order.id).not.toBe(order.id);
    expect((await add(here.requester, { items, unitId: place.unit.id })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});
