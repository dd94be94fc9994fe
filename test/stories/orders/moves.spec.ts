import { OrderDays } from '@accord/api/orders/order-days.js';
import { startStory } from '../../builders/index.js';
import { ACCEPT_ITEM, FINISH, WORK, type ShownTask } from './fulfilment-documents.js';
import {
  ACCEPT,
  ANSWER,
  ANSWER_CANCELLATION,
  APPROVE,
  ASK,
  CANCEL,
  COMMENT,
  DELIVER,
  DUPLICATE,
  HOLD,
  ORDER_PAGE,
  RELEASE,
  RETRY,
  SUBMIT,
} from './documents.js';

const { api, given } = await startStory();
const calendar = await given.calendar();
/** A Monday. Service hours are Monday to Friday from 9 to 17, UTC. */
const START = new Date('2026-03-16T09:00:00Z');
beforeEach(() => api.clock.set(START));

type Who = { cookie: string | null };
const promised = () =>
  given.orderPlace({ plan: { delivery: { targetHours: '12', calendarId: calendar.id } } as never });
const page = async (who: Who, id: string) => (await api.as(who).run(ORDER_PAGE, { id })).order;
const act = async (who: Who, document: string, variables: object) =>
  Object.values(await api.as(who).run(document, variables))[0] as {
    order: { id: string; state: string; version: number } | null;
    errors: { code: string; field: string[] | null; message: string }[];
  };
const at = (text: string) => api.clock.set(new Date(text));
const passDays = () => api.get(OrderDays).pass({}, { at: api.clock.now() });
const noticesOf = (orderId: string) =>
  api.dataSource.query(
    `SELECT n.kind, p.name, n.facts FROM notice n JOIN person p ON p.id = n.person_id WHERE n.subject_id = $1 ORDER BY n.id`,
    [orderId],
  );

describe('a question', () => {
  it('by an approver waits for the requester, whose answer takes the order back to approval', async () => {
    const place = await promised();
    const { id } = await given.order(place, 'awaitingApproval');

    expect((await act(place.requester, ASK, { id, question: 'Why?' })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await act(place.owner, ASK, { id, question: ' ' })).errors).toMatchObject([{ code: 'REASON_MISSING' }]);
    await act(place.owner, ASK, { id, question: 'For whom is it?' });
    expect(await page(place.requester, id)).toMatchObject({
      state: 'NEEDS_INFORMATION',
      resumesAs: 'AWAITING_APPROVAL',
      nextActors: [{ name: 'Rita Requester' }],
      viewerCanAnswer: true,
      viewerCanCancel: true,
    });
    expect((await act(place.owner, APPROVE, { id })).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    await act(place.requester, ANSWER, { id, answer: 'For the new trainee.' });

    const { state, events } = await page(place.owner, id);
    expect(state).toBe('AWAITING_APPROVAL');
    expect(events.slice(-2)).toMatchObject([
      { move: 'ASK_BEFORE_APPROVAL', party: 'APPROVER', reason: 'For whom is it?' },
      { move: 'ANSWER', party: 'REQUESTER', reason: 'For the new trainee.' },
    ]);
    expect(await noticesOf(id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'informationNeeded',
          name: 'Rita Requester',
          facts: expect.objectContaining({ by: 'Olga Owner', question: 'For whom is it?' }),
        }),
        expect.objectContaining({ kind: 'informationGiven', name: 'Olga Owner' }),
      ]),
    );
  });

  it('by the team stops the promised time until it is answered, and the explanation says so', async () => {
    const place = await promised();
    const { id } = await given.order(place, 'fulfilling');
    at('2026-03-16T11:00:00Z');
    await act(place.member, ASK, { id, question: 'Which keyboard?' });
    at('2026-03-17T11:00:00Z');
    expect((await page(place.requester, id)).items[0].delivery).toMatchObject({
      elapsedHours: '2',
      verdict: 'RUNNING',
      waited: [{ from: '2026-03-16T11:00:00.000Z', to: null }],
    });
    await act(place.requester, ANSWER, { id, answer: 'English.' });
    at('2026-03-17T15:00:00Z');
    await act(place.member, DELIVER, { id });

    const { delivery } = (await page(place.requester, id)).items[0];
    // Two hours on Monday, four on Tuesday; eight of the 24 hours that it waited were open.
    expect(delivery).toMatchObject({ elapsedHours: '6', verdict: 'MET', dueAt: '2026-03-18T13:00:00.000Z' });
    expect(delivery.overdueHours).toBeNull();
    expect(JSON.stringify(delivery.explanation)).toContain('2026-03-17T11:00:00');
  });

  it('asked when it was overdue already says by how much, and that stands still', async () => {
    const place = await promised();
    const { id } = await given.order(place, 'fulfilling');
    at('2026-03-17T15:30:00Z');
    await act(place.member, ASK, { id, question: 'Which keyboard?' });
    for (const later of ['2026-03-17T16:00:00Z', '2026-03-20T09:00:00Z']) {
      at(later);
      expect((await page(place.requester, id)).items[0].delivery).toMatchObject({
        verdict: 'BREACHED',
        elapsedHours: '14.5',
        overdueHours: '2.5',
      });
    }
  });
});

it('a comment is read by whoever has to do with the order, and by nobody while it is a draft', async () => {
  const place = await promised();
  const { id } = await given.order(place, 'approved');
  await act(place.member, COMMENT, { id, text: 'It comes on Friday.' });

  expect((await page(place.requester, id)).comments).toMatchObject([
    { text: 'It comes on Friday.', by: { name: 'Tia Team' } },
  ]);
  expect((await act(await given.person(), COMMENT, { id, text: 'Me too.' })).errors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  expect((await act(place.requester, COMMENT, { id, text: ' ' })).errors).toMatchObject([{ code: 'REASON_MISSING' }]);
  const draft = await given.order(place);
  expect((await act(place.requester, COMMENT, { id: draft.id, text: 'Note.' })).errors).toMatchObject([
    { code: 'WRONG_STATE' },
  ]);
});

describe('an order on hold', () => {
  it.each([
    ['requester', '2'],
    ['member', '8'],
  ] as const)('held by the %s has used %s hours when it goes on', async (who, elapsedHours) => {
    const place = await promised();
    const { id } = await given.order(place, 'fulfilling');
    at('2026-03-16T11:00:00Z');
    await act(place[who], HOLD, { id, reason: 'The desk moves.' });
    expect(await page(place.requester, id)).toMatchObject({ state: 'ON_HOLD', viewerCanRelease: true });
    at('2026-03-17T09:00:00Z');
    await act(place[who], RELEASE, { id });

    expect((await page(place.requester, id)).items[0].delivery.elapsedHours).toBe(elapsedHours);
  });
});

describe('a cancellation', () => {
  it('is a request once the work has begun, which the team refuses or grants with a reason', async () => {
    const place = await promised();
    const { id } = await given.order(place, 'fulfilling');
    const answer = (granted: boolean, who: Who = place.member) =>
      act(who, ANSWER_CANCELLATION, { id, granted, reason: 'It is packed already.' });

    expect((await answer(true)).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    await act(place.requester, CANCEL, { id, reason: 'Not needed.' });
    expect(await page(place.requester, id)).toMatchObject({ state: 'FULFILLING', cancellationAsked: true });
    expect(await page(place.member, id)).toMatchObject({ viewerCanAnswerCancellation: true });
    expect((await act(place.requester, CANCEL, { id, reason: 'Again.' })).errors).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
    expect((await answer(true, place.requester)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    await answer(false);
    expect(await page(place.requester, id)).toMatchObject({ state: 'FULFILLING', cancellationAsked: false });

    await act(place.requester, CANCEL, { id, reason: 'Really not needed.' });
    expect((await answer(true)).order).toMatchObject({ state: 'CANCELLED' });
    expect(await given.budgetNow(place.budget)).toMatchObject({ reserved: '0.00', committed: '0.00' });
    expect((await page(place.requester, id)).items[0].tasks).toMatchObject([{ state: 'CANCELLED' }]);
  });

  it('of what is accepted in part ends the rest alone: undone last first, its money free, and what was accepted stays', async () => {
    const place = await promised();
    const undo = (name: string) => ({ undo: { name } });
    const tasks = [
      { key: 'account', name: 'Make the account', ...undo('Close the account') },
      { key: 'licence', name: 'Assign the licence', after: ['account'], ...undo('Take back the licence') },
    ];
    await given.offered(place.service, (now) => ({ ...now, fulfilment: { tasks } }), new Date('2000-01-02T00:00:00Z'));
    const three = [1, 1, 2].map((quantity) => ({ kind: 'subscribe' as const, planId: place.plan.id, quantity }));
    const { id } = await given.order(place, 'approved', { items: three });
    const work = async (who: Who) => (await api.as(who).run(WORK, { id })).order;
    const finish = async (item: number, key: string) => {
      const task = (await work(place.member)).items[item].tasks.find(
        (one: ShownTask) => one.key === key && !one.isUndo,
      );
      await act(place.member, FINISH, task);
    };
    for (const key of ['account', 'licence']) for (const item of [0, 1]) await finish(item, key);
    await finish(2, 'account');
    expect(await work(place.member)).toMatchObject({ viewerCanFail: false, viewerCanCancelRest: false });
    const [first] = (await work(place.requester)).items;
    await act(place.requester, ACCEPT_ITEM, first);
    const [{ cost }] = (await page(place.requester, id)).items;
    await act(place.requester, CANCEL, { id, reason: 'One is enough.' });
    expect(await work(place.member)).toMatchObject({ viewerCanCancelRest: true });

    const granted = { id, granted: true, reason: 'Gladly.' };
    expect(await act(place.member, ANSWER_CANCELLATION, granted)).toMatchObject({
      order: { state: 'COMPLETED' },
      errors: [],
    });

    const { items, events } = await work(place.requester);
    expect(events.at(-1)).toEqual({ move: 'CANCEL_REST', party: 'TEAM', item: null, reason: 'Gladly.' });
    expect(items).toMatchObject([
      { standing: 'ACCEPTED', failedBecause: null, subscription: { state: 'ACTIVE', monthly: cost.monthly } },
      { standing: 'FAILED', failedBecause: 'Gladly.', subscription: null },
      { standing: 'FAILED', failedBecause: 'Gladly.', subscription: null },
    ]);
    const told = (item: number) => items[item].tasks.map(({ name, state }: ShownTask) => `${name}: ${state}`);
    expect(told(0)).toEqual(['Make the account: DONE', 'Assign the licence: DONE']);
    expect(told(1).slice(2)).toEqual(['Take back the licence: OPEN', 'Close the account: WAITING']);
    expect(told(2).slice(1)).toEqual(['Assign the licence: CANCELLED', 'Close the account: OPEN']);
    // It began on the 16th of a month of 31 days.
    const committed = (Number(cost.total.amount) - 4.84).toFixed(2);
    expect((await given.budgetNow(place.budget)).committed).toBe(committed);

    const back = items[1].tasks.find((one: ShownTask) => one.isUndo && one.state === 'OPEN');
    expect((await act(place.member, FINISH, back)).errors).toEqual([]);
    expect((await work(place.member)).items[1].tasks.at(-1)).toMatchObject({ state: 'OPEN' });
    expect((await work(place.requester)).state).toBe('COMPLETED');
  });

  it('of what is delivered in part, and accepted in none, takes back what was delivered and ends the order', async () => {
    const place = await promised();
    const two = [1, 1].map((quantity) => ({ kind: 'subscribe' as const, planId: place.plan.id, quantity }));
    const { id } = await given.order(place, 'approved', { items: two });
    const [first] = (await api.as(place.member).run(WORK, { id })).order.items;
    await act(place.member, FINISH, first.tasks[0]);
    await act(place.requester, CANCEL, { id, reason: 'Not needed.' });
    await act(place.member, ANSWER_CANCELLATION, { id, granted: true, reason: 'Gladly.' });

    expect((await api.as(place.requester).run(WORK, { id })).order).toMatchObject({
      state: 'CANCELLED',
      items: [{ standing: 'FAILED' }, { standing: 'FAILED' }],
    });
    expect((await given.budgetNow(place.budget)).committed).toBe('0.00');
  });
});

it('a failed order is tried again, which takes its cost anew and makes new work', async () => {
  const place = await promised();
  const { id } = await given.order(place, 'failed');
  expect((await act(place.requester, RETRY, { id })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);

  expect((await act(place.member, RETRY, { id })).order).toMatchObject({ state: 'FULFILLING' });
  expect((await page(place.member, id)).items[0].tasks).toMatchObject([{ state: 'FAILED' }, { state: 'OPEN' }]);
  expect(Number((await given.budgetNow(place.budget)).committed)).toBe(100);

  const poor = await given.orderPlace();
  const failed = await given.order(poor, 'failed');
  await api.dataSource.query('UPDATE budget SET amount = 99 WHERE id = $1', [poor.budget.id]);
  expect((await act(poor.member, RETRY, failed)).errors).toMatchObject([{ code: 'NO_ROOM' }]);
});

it('a chosen day begins the work by itself, and does not count until then', async () => {
  const place = await promised();
  const { id } = await given.order(place, 'scheduled', { startOn: '2026-03-19' });
  expect(await page(place.requester, id)).toMatchObject({ state: 'SCHEDULED', items: [{ tasks: [] }], nextActors: [] });
  expect((await page(place.requester, id)).items[0].delivery.dueAt).toBe('2026-03-20T13:00:00.000Z');
  at('2026-03-18T12:00:00Z');
  await passDays();
  expect((await page(place.requester, id)).state).toBe('SCHEDULED');
  at('2026-03-19T09:00:00Z');
  await passDays();
  await passDays();

  const order = await page(place.member, id);
  expect(order).toMatchObject({ state: 'FULFILLING', nextTeams: [{ name: place.team.name }] });
  expect(order.items[0]).toMatchObject({
    tasks: [{ state: 'OPEN' }],
    delivery: { elapsedHours: '0', verdict: 'RUNNING' },
  });
  expect(order.events.at(-1)).toMatchObject({ move: 'WAKE', party: 'NOBODY', by: null });
});

it('a day that comes after the service has retired frees the money, and tells who asked for it', async () => {
  const place = await given.orderPlace();
  const { id } = await given.order(place, 'scheduled', { startOn: '2026-03-19' });
  await api.dataSource.query(`UPDATE service SET lifecycle = 'retired' WHERE id = $1`, [place.service.id]);
  at('2026-03-19T09:00:00Z');
  await passDays();

  const { state, events } = await page(place.requester, id);
  const reason = `${place.service.name} is retired and serves nobody. What was reserved is free again; order something else in its place.`;
  expect({ state, last: events.at(-1) }).toMatchObject({
    state: 'REJECTED',
    last: { move: 'REFUSE_AT_START', reason },
  });
  expect((await given.budgetNow(place.budget)).reserved).toBe('0.00');
});

it('a day that comes when nobody could begin, or who asked orders no more, says so', async () => {
  const place = await promised();
  const [stuck, lost] = [
    await given.order(place, 'scheduled', { startOn: '2026-03-19' }),
    await given.order(place, 'scheduled', { startOn: '2026-03-20' }),
  ] as const;
  const mender = await given.person({ name: 'Mona Mender', roles: ['btOffice'] });
  const STUCK = 'query ($id: ID!) { order(id: $id) { state stuckBecause } }';
  const standing = async (id: string) => (await api.as(place.requester).run(STUCK, { id })).order;
  await api.dataSource.query('UPDATE service_management SET to_date = $2 WHERE service_id = $1', [
    place.service.id,
    '2026-03-18',
  ]);
  expect(await standing(stuck.id)).toEqual({ state: 'SCHEDULED', stuckBecause: null });

  at('2026-03-19T09:00:00Z');
  await passDays();
  expect(await standing(stuck.id)).toEqual({
    state: 'SCHEDULED',
    stuckBecause: 'Its day has come, but no team manages the service; the BT office names one.',
  });
  await passDays();
  const told = await api.dataSource.query(
    `SELECT p.name, n.facts->>'reason' AS reason FROM notice n JOIN person p ON p.id = n.person_id
      WHERE n.subject_id = $1 AND n.facts->>'state' = 'held up on its day'`,
    [stuck.id],
  );
  // Once, also to the BT office, which can mend it.
  const reason = `No team manages ${place.service.name} today, so nobody could fulfil the order.`;
  expect(told.filter(({ name }: { name: string }) => [mender.name, 'Rita Requester'].includes(name))).toEqual([
    { name: expect.any(String), reason },
    { name: expect.any(String), reason },
  ]);
  await given.management(place.service, place.team, '2026-03-19');
  await passDays();
  expect(await standing(stuck.id)).toEqual({ state: 'FULFILLING', stuckBecause: null });

  await api.dataSource.query(`UPDATE role_assignment SET ended_at = now() WHERE person_id = $1`, [place.requester.id]);
  at('2026-03-20T09:00:00Z');
  await passDays();
  const order = await page(place.requester, lost.id);
  expect(order).toMatchObject({ state: 'REJECTED', nextActors: [] });
  expect(order.events.at(-1).reason).toContain(`Only requesters of ${place.unit.name} order on its budget.`);
});

describe('silence', () => {
  it('accepts after five business days, and not a moment before', async () => {
    const place = await promised();
    const { id } = await given.order(place, 'delivered');
    expect((await page(place.requester, id)).acceptBy).toBe('2026-03-24T00:00:00.000Z');
    at('2026-03-23T23:59:59Z');
    await passDays();
    expect((await page(place.requester, id)).state).toBe('DELIVERED');
    at('2026-03-24T00:00:00Z');
    await passDays();

    const order = await page(place.requester, id);
    expect(order).toMatchObject({ state: 'COMPLETED', items: [{ subscription: { startedOn: '2026-03-24' } }] });
    expect(order.events.at(-1)).toMatchObject({ move: 'ACCEPT_BY_SILENCE', by: null });
    expect((await act(place.requester, ACCEPT, { id })).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });
});

it('several items are one order: one cost, one approval, work for each team, and a subscription of each', async () => {
  const place = await given.orderPlace();
  const other = await given.orderPlace();
  const items = [
    { kind: 'subscribe', planId: place.plan.id, quantity: 2 },
    { kind: 'subscribe', planId: other.plan.id },
  ] as never;
  const { id } = await given.order(place, 'approved', { items });

  const order = await page(place.requester, id);
  expect(order).toMatchObject({
    cost: { total: { amount: '300.00' } },
    items: [
      { cost: { total: { amount: '200.00' } }, tasks: [{ team: { name: place.team.name } }] },
      { cost: { total: { amount: '100.00' } }, tasks: [{ team: { name: other.team.name } }] },
    ],
  });
  expect(order.nextTeams.map(({ name }: { name: string }) => name).sort()).toEqual(
    [place.team.name, other.team.name].sort(),
  );
  expect((await page(other.member, id)).items).toHaveLength(2);
});

it('a copy of an order is a draft of the same items at the prices of today', async () => {
  const place = await promised();
  const { id } = await given.order(place, 'rejected', { quantity: 3 });
  const { order } = await act(place.requester, DUPLICATE, { id });

  expect(order).toMatchObject({ state: 'DRAFT' });
  expect(await page(place.requester, order!.id)).toMatchObject({ items: [{ quantity: 3, planVersion: null }] });
  expect((await act(place.requester, SUBMIT, order!)).errors).toEqual([]);
  expect((await act(await given.person(), DUPLICATE, { id })).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
});
