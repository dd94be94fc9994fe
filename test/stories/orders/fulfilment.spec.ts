import { OrderDays } from '@accord/api/orders/order-days.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import type { TaskTemplate } from '@accord/domain';
import { startStory } from '../../builders/index.js';
import type { OrderPlace } from '../../builders/orders.js';
import { startWebServer } from '../../platform/web-server.js';
import { ACCEPT, DELIVER, ORDER_PAGE, RELEASE, RETRY, START } from './documents.js';
import {
  ACCEPT_ITEM,
  ASSIGN,
  FAIL_ITEM,
  FAIL_TASK,
  FINISH,
  RETRY_TASK,
  SEND_BACK,
  SEND_BACK_ITEM,
  TAKE,
  TASKS,
  WORK,
  type ShownTask,
} from './fulfilment-documents.js';

const others = await startWebServer();
const { api, given } = await startStory([], { ACCORD_WEBHOOK_NETWORKS: '127.0.0.0/8' });
const jobs = api.get(Jobs);
const ada = await given.person({ name: 'Ada', roles: ['administrator'] });
const addWebhook = (slug: string) =>
  api.as(ada).run(`mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { errors { message } } }`, {
    input: { slug, url: others.url, events: [] },
  });
await addWebhook('identity');
const office = await given.person({ name: 'Bea Office', roles: ['btOffice'] });
const CHANGE_DRAFT = `mutation ($id: ID!, $revision: Int!, $definition: JSON!) {
  changeServiceDraft(id: $id, revision: $revision, definition: $definition) { errors { code field message } }
}`;
const PROPOSE = `mutation ($id: ID!) { proposeServiceVersion(id: $id) { errors { code field message } } }`;

const MONDAY = new Date('2026-03-16T09:00:00Z');
beforeEach(() => {
  api.clock.set(MONDAY);
  others.received.length = 0;
  others.answers({ status: 202 });
});
const later = (hours: number) => api.clock.set(new Date(MONDAY.getTime() + hours * 3_600_000));

type Who = { cookie: string | null };
const work = async (who: Who, id: string) => (await api.as(who).run(WORK, { id })).order;
const act = async (who: Who, document: string, variables: object) => api.as(who).answer(document, variables);
const done = async (who: Who, document: string, variables: object) => {
  const payload = await act(who, document, variables);
  expect(payload.errors).toEqual([]);
  return payload;
};
const tasksOf = async (who: Who, id: string, item = 0) =>
  new Map<string, ShownTask>(
    (await work(who, id)).items[item].tasks.map((task: ShownTask) => [
      task.isUndo ? `undo ${task.key}` : task.key,
      task,
    ]),
  );
const states = async (who: Who, id: string, item = 0) =>
  Object.fromEntries([...(await tasksOf(who, id, item))].map(([key, { state }]) => [key, state]));

/** A place whose service is fulfilled by these tasks. */
async function placeWith(tasks: TaskTemplate[]): Promise<OrderPlace> {
  const place = await given.orderPlace();
  await given.offered(place.service, (now) => ({ ...now, fulfilment: { tasks } }), new Date('2000-01-02T00:00:00Z'));
  return place;
}

const noticesOf = async ({ id }: { id: string }, orderId: string): Promise<string[]> =>
  (await api.dataSource.query(`SELECT kind FROM notice WHERE person_id = $1 AND subject_id = $2`, [id, orderId])).map(
    ({ kind }: { kind: string }) => kind,
  );

/** What the server of others was told last, and how it answers later. */
function called(i = -1) {
  const { headers, body } = others.received.at(i)!;
  const { data } = JSON.parse(body);
  const path = new URL(data.answerTo).pathname;
  const answer = (state: string, note?: string, token = headers['accord-reply-token'] as string) =>
    fetch(`${api.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accord-reply-token': token },
      body: JSON.stringify({ state, note }),
    });
  return { data, id: headers['webhook-id'], token: headers['accord-reply-token'], answer };
}

describe('the tasks of a template', () => {
  it('are made for an item, open after what they wait for, by their teams, and deliver it together', async () => {
    const network = await given.team({ name: 'Network' });
    const nils = await given.person({ name: 'Nils Network' });
    await given.membership(network, nils);
    const place = await placeWith([
      { key: 'set-up', name: 'Set up', after: ['cable', 'laptop'] },
      { key: 'laptop', name: 'Prepare the laptop' },
      { key: 'cable', name: 'Lay the cable', team: network.slug },
    ]);
    const { id } = await given.order(place, 'approved');
    // What is published later changes nothing for an order that was submitted.
    await given.offered(place.service, (now) => ({ ...now, fulfilment: undefined }));

    expect(await work(place.member, id)).toMatchObject({
      nextTeams: expect.arrayContaining([{ name: 'Network' }, { name: place.team.name }]),
      viewerCanDeliver: false,
      items: [
        {
          standing: 'OPEN',
          tasks: [
            { key: 'laptop', state: 'OPEN', viewerCanTake: true },
            { key: 'cable', state: 'OPEN', team: { name: 'Network' }, viewerCanTake: false },
            { key: 'set-up', state: 'WAITING', viewerCanTake: false, viewerCanFinish: false },
          ],
        },
      ],
    });
    const tasks = await tasksOf(place.member, id);
    expect(
      tasks
        .get('set-up')!
        .comesAfter.map(({ key }) => key)
        .sort(),
    ).toEqual(['cable', 'laptop']);
    expect((await act(place.member, TAKE, tasks.get('cable')!)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await act(place.member, FINISH, tasks.get('set-up')!)).errors).toMatchObject([{ code: 'WRONG_STATE' }]);

    await done(nils, TAKE, tasks.get('cable')!);
    expect(await work(nils, id)).toMatchObject({ state: 'FULFILLING', nextActors: [{ name: 'Nils Network' }] });
    expect((await act(place.member, DELIVER, { id })).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    await done(place.member, FINISH, tasks.get('laptop')!);
    await done(nils, FINISH, { ...tasks.get('cable'), note: 'Socket 4.' });
    expect(await states(place.member, id)).toEqual({ laptop: 'DONE', cable: 'DONE', 'set-up': 'OPEN' });

    await done(place.member, START, { id });
    await done(place.member, FINISH, { ...tasks.get('set-up'), note: 'It is on your desk.' });
    expect(await work(place.requester, id)).toMatchObject({
      state: 'DELIVERED',
      items: [{ standing: 'DELIVERED', deliveredAt: MONDAY.toISOString() }],
      events: expect.arrayContaining([
        expect.objectContaining({ move: 'DELIVER', party: 'TEAM', reason: 'It is on your desk.' }),
      ]),
    });
    await done(place.requester, ACCEPT, { id });
    expect((await work(place.requester, id)).items[0]).toMatchObject({ standing: 'ACCEPTED' });
  });

  it('are handed over within the team, and given back to it', async () => {
    const place = await given.orderPlace();
    const { id } = await given.order(place, 'fulfilling');
    const [nina, stranger] = [await given.person({ name: 'Nina New' }), await given.person({ name: 'Sid Stranger' })];
    await given.membership(place.team, nina);
    const [task] = (await work(place.member, id)).items[0].tasks;

    expect((await act(nina, TAKE, task)).errors).toMatchObject([{ message: expect.stringContaining('hand it over') }]);
    expect((await act(place.member, ASSIGN, { id: task.id, personId: stranger.id })).errors).toMatchObject([
      { code: 'NOT_OF_TEAM', field: ['personId'] },
    ]);
    await done(place.member, ASSIGN, { id: task.id, personId: nina.id });
    expect(await work(nina, id)).toMatchObject({ nextActors: [{ name: 'Nina New' }] });
    expect(
      await api.dataSource.query(`SELECT kind FROM notice WHERE person_id = $1 AND subject_id = $2`, [nina.id, id]),
    ).toContainEqual({ kind: 'taskAssigned' });
    await done(nina, ASSIGN, { id: task.id, personId: null });
    expect(await work(nina, id)).toMatchObject({ nextActors: [], nextTeams: [{ name: place.team.name }] });
  });

  it('of an own order are finished by somebody else of the team, and where there is nobody the order says so', async () => {
    const place = await placeWith([{ key: 'set-up', name: 'Set up' }]);
    await given.membership(place.team, place.requester);
    const [whole, one] = [await given.order(place, 'fulfilling'), await given.order(place, 'approved')];
    const task = (await tasksOf(place.requester, one.id)).get('set-up')!;

    expect(task).toMatchObject({ viewerCanTake: true, viewerCanFinish: false });
    expect((await tasksOf(place.member, one.id)).get('set-up')).toMatchObject({ viewerCanFinish: true });
    for (const [move, id] of [
      [FINISH, task.id],
      [DELIVER, whole.id],
    ] as const)
      expect((await act(place.requester, move, { id })).errors).toMatchObject([
        { code: 'FORBIDDEN', message: expect.stringContaining('somebody else of the team') },
      ]);
    const { order: page } = await api.as(place.requester).run(ORDER_PAGE, { id: whole.id });
    expect(page).toMatchObject({ state: 'FULFILLING', viewerCanDeliver: false });
    await done(place.member, DELIVER, { id: whole.id });

    await api.dataSource.query(`UPDATE person SET ended_at = $2 WHERE id = $1`, [place.member.id, MONDAY]);
    expect((await tasksOf(place.requester, one.id)).get('set-up')).toMatchObject({ viewerCanFinish: true });
    await done(place.requester, FINISH, { id: task.id, note: 'Here it is.' });
    const { state, events } = await work(place.owner, one.id);
    expect(state).toBe('DELIVERED');
    expect(events.at(-1)).toMatchObject({
      move: 'DELIVER',
      reason: expect.stringContaining('Nobody else is in the team'),
    });
  });

  it('of somebody who left the team alone are the team’s again with the next day’s work', async () => {
    const place = await given.orderPlace();
    const { id } = await given.order(place, 'fulfilling');
    await api.dataSource.query(`UPDATE team_membership SET to_date = '2026-03-15' WHERE person_id = $1`, [
      place.member.id,
    ]);
    const nina = await given.person({ name: 'Nina New' });
    await given.membership(place.team, nina);
    await api.get(OrderDays).pass({}, { at: api.clock.now() });

    expect(await work(nina, id)).toMatchObject({ nextActors: [], nextTeams: [{ name: place.team.name }] });
    await done(nina, FINISH, (await work(nina, id)).items[0].tasks[0]);
    expect((await work(nina, id)).state).toBe('DELIVERED');
  });

  it('are listed by what the viewer can do about them, with counts', async () => {
    const place = await placeWith([
      { key: 'one', name: 'One' },
      { key: 'two', name: 'Two', after: ['one'] },
    ]);
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push((await given.order(place, 'approved')).id);
    const first = async (id: string) => (await tasksOf(place.member, id)).get('one')!;
    await done(place.member, TAKE, await first(ids[0]!));
    await done(place.member, FAIL_TASK, { ...(await first(ids[1]!)), reason: 'Out of stock.' });

    const list = async (part: string | null, who: Who = place.member) =>
      (await api.as(who).run(TASKS, { parts: part && [part] })).fulfilmentTasks;
    const counts = Object.fromEntries(
      (await list(null)).facets[0].values.map(({ value, count }: { value: string; count: number }) => [value, count]),
    );
    expect(counts).toEqual({ MINE: 1, FREE: 1, FAILED: 1, WAITING: 3, OTHERS: 0, DONE: 0 });
    expect((await list('MINE')).edges).toMatchObject([
      {
        node: { name: 'One', state: 'STARTED', item: { service: { name: place.service.name } }, viewerCanFinish: true },
      },
    ]);
    expect((await list('FAILED')).totalCount).toBe(1);
    expect((await list(null, place.requester)).totalCount).toBe(0);

    const counted = async () => (await api.statementsOf(() => list(null))).length;
    const before = await counted();
    await given.order(place, 'approved');
    expect(await counted()).toBe(before);
  });
});

describe('an automatic task', () => {
  const account: TaskTemplate = { key: 'account', name: 'Make the account', webhook: 'identity', answerMinutes: 60 };
  const hand: TaskTemplate = { key: 'hand', name: 'Hand over', after: ['account'] };

  it('calls its webhook as soon as it can begin, and is done by what that answers at once', async () => {
    const place = await placeWith([account]);
    others.answers({ status: 200, body: JSON.stringify({ state: 'done', note: 'ada@example.org' }) });
    const { id } = await given.order(place, 'approved');
    expect(await work(place.requester, id)).toMatchObject({ state: 'FULFILLING', nextActors: [], nextTeams: [] });
    await jobs.settle();

    expect(called().data).toMatchObject({
      task: { key: 'account', undoes: null },
      item: { kind: 'subscribe', service: place.service.slug, plan: place.plan.slug, quantity: 1, answers: {} },
      answerTo: expect.stringContaining('/hooks/fulfilment/'),
    });
    expect(await work(place.requester, id)).toMatchObject({
      state: 'DELIVERED',
      items: [{ tasks: [{ state: 'DONE', note: 'ada@example.org', webhook: 'identity', calls: 1, assignee: null }] }],
    });
    expect((await work(place.requester, id)).events.at(-1)).toMatchObject({ move: 'DELIVER', party: 'NOBODY' });
    later(2);
    await jobs.settle();
    expect((await work(place.requester, id)).state).toBe('DELIVERED');
  });

  it('waits for an answer that comes later with its token, once, however often it comes', async () => {
    const place = await placeWith([account, hand]);
    const { id } = await given.order(place, 'approved');
    await jobs.settle();
    const { answer, token } = called();
    expect((await tasksOf(place.member, id)).get('account')).toMatchObject({
      state: 'STARTED',
      dueAt: '2026-03-16T10:00:00.000Z',
      viewerCanFinish: false,
    });
    const kept = await api.dataSource.query(
      `SELECT t.token_hash, d.reply_token, d.body FROM fulfilment_task t
      JOIN webhook_delivery d ON d.id = t.delivery_id WHERE t.order_id = $1`,
      [id],
    );
    expect(JSON.stringify(kept)).not.toContain(token);

    expect((await answer('done', undefined, 'another')).status).toBe(404);
    const malformed = await answer('perhaps');
    expect([malformed.status, (await malformed.json()).errors[0]]).toMatchObject([422, { code: 'MALFORMED_ANSWER' }]);
    for (let i = 0; i < 2; i++) {
      const answered = await answer('done', 'Made.');
      expect([answered.status, await answered.json()]).toEqual([200, { state: 'done' }]);
    }
    expect(await states(place.member, id)).toEqual({ account: 'DONE', hand: 'OPEN' });
    expect((await answer('failed')).status).toBe(409);
    expect(await states(place.member, id)).toEqual({ account: 'DONE', hand: 'OPEN' });
  });

  it('fails when nobody answers in time; the team asks anew or does it by hand, and a late success counts', async () => {
    const place = await placeWith([account, hand]);
    const [first, second] = [await given.order(place, 'approved'), await given.order(place, 'approved')];
    await jobs.settle();
    const { answer, id: call } = called();
    const byHand = others.received.map((_, i) => called(i)).find(({ data }) => data.order.id === first.id)!;
    later(1);
    await jobs.settle();

    for (const { id } of [first, second])
      expect((await tasksOf(place.member, id)).get('account')).toMatchObject({
        state: 'FAILED',
        note: 'The webhook identity did not answer within 60 minutes.',
        viewerCanRetry: true,
      });
    expect(await work(place.member, first.id)).toMatchObject({
      state: 'FULFILLING',
      nextTeams: [{ name: place.team.name }],
    });
    expect(await noticesOf(place.member, first.id)).toContain('taskFailed');
    const late = await given.order(place, 'approved');
    await jobs.settle();
    const lately = called();
    later(2);
    await jobs.settle();
    expect((await tasksOf(place.member, late.id)).get('account')).toMatchObject({ state: 'FAILED' });
    expect((await lately.answer('done', 'Made at last.')).status).toBe(200);
    expect(await states(place.member, late.id)).toEqual({ account: 'DONE', hand: 'OPEN' });

    await done(place.member, RETRY_TASK, (await tasksOf(place.member, second.id)).get('account')!);
    await jobs.settle();
    expect(called().id).not.toBe(call);
    // What the first call did counts though it was asked anew, and the second has nothing to add.
    const anew = called();
    expect(anew.data.task.id).toBe((await tasksOf(place.member, second.id)).get('account')!.id);
    expect((await answer('failed')).status).toBe(409);
    expect((await answer('done', 'The first time.')).status).toBe(200);
    expect((await anew.answer('done')).status).toBe(200);
    expect((await tasksOf(place.member, second.id)).get('account')).toMatchObject({ note: 'The first time.' });
    await done(place.member, FINISH, { ...(await tasksOf(place.member, first.id)).get('account'), note: 'By hand.' });
    for (let i = 0; i < 2; i++) expect((await byHand.answer('done')).status).toBe(200);
    expect((await tasksOf(place.member, first.id)).get('account')).toMatchObject({
      note: 'By hand. The webhook says that it did it as well.',
    });
    expect((await noticesOf(place.member, first.id)).filter((kind) => kind === 'taskDoneLate')).toHaveLength(1);
    for (const { id } of [first, second])
      expect(await states(place.member, id)).toEqual({ account: 'DONE', hand: 'OPEN' });
  });

  it('fails where its webhook is given up, or there is none, with the reason', async () => {
    const draft = await given.draftVersion((await given.orderPlace()).service);
    const unknown = { ...(draft.definition as object), fulfilment: { tasks: [{ ...account, webhook: 'nowhere' }] } };
    await done(office, CHANGE_DRAFT, { id: draft.id, revision: draft.revision, definition: unknown });
    expect((await act(office, PROPOSE, { id: draft.id })).errors).toMatchObject([
      { code: 'UNKNOWN_WEBHOOK', field: ['definition', 'fulfilment', 'tasks', '0', 'webhook'] },
    ]);
    await addWebhook('leaving');
    const missing = await placeWith([{ ...account, webhook: 'leaving' }]);
    await api.dataSource.query(`UPDATE webhook SET state = 'ended' WHERE slug = 'leaving'`);
    const { id } = await given.order(missing, 'approved');
    expect((await tasksOf(missing.member, id)).get('account')).toMatchObject({
      state: 'FAILED',
      note: 'There is no webhook leaving that is active.',
    });
    const place = await placeWith([{ ...account, answerMinutes: 43_200 }]);
    others.answers({ status: 410 });
    const gone = await given.order(place, 'approved');
    await jobs.settle();
    expect((await tasksOf(place.member, gone.id)).get('account')).toMatchObject({
      state: 'FAILED',
      note: 'The webhook identity was not reached: It answered 410.',
    });
  });

  it('that answers while the order waits begins nothing until it goes on', async () => {
    const place = await placeWith([account, { ...account, key: 'mail', name: 'Make the mailbox', after: ['account'] }]);
    const { id } = await given.order(place, 'approved');
    await jobs.settle();
    await done(place.member, `mutation ($id: ID!) { holdOrder(id: $id, reason: "Wait.") { errors { code } } }`, { id });
    await called().answer('done');
    expect(await states(place.member, id)).toEqual({ account: 'DONE', mail: 'WAITING' });
    await done(place.member, RELEASE, { id });
    await jobs.settle();
    expect(called().data.task.key).toBe('mail');
    await done(place.member, `mutation ($id: ID!) { holdOrder(id: $id, reason: "Wait.") { errors { code } } }`, { id });
    await called().answer('done');
    expect(await work(place.member, id)).toMatchObject({ state: 'ON_HOLD', items: [{ standing: 'DELIVERED' }] });
    await done(place.member, RELEASE, { id });
    expect((await work(place.member, id)).state).toBe('DELIVERED');
  });
});

describe('what comes to nothing', () => {
  it('is undone in the reverse order of what was done, frees the money, and is done anew when it is tried again', async () => {
    const place = await placeWith([
      { key: 'account', name: 'Make the account', undo: { name: 'Delete the account' } },
      { key: 'licence', name: 'Buy the licence', after: ['account'], undo: { name: 'Return it', webhook: 'identity' } },
      { key: 'talk', name: 'Talk about it' },
      { key: 'set-up', name: 'Set up', after: ['licence'] },
    ]);
    const { id } = await given.order(place, 'approved');
    const hand = async (key: string) => done(place.member, FINISH, (await tasksOf(place.member, id)).get(key)!);
    for (const [i, key] of ['account', 'talk', 'licence'].entries()) {
      later(i);
      await hand(key);
    }
    const { committed } = await given.budgetNow(place.budget);
    await done(place.member, `mutation ($id: ID!) { failOrder(id: $id, reason: "No licence.") { errors { code } } }`, {
      id,
    });

    expect(await given.budgetNow(place.budget)).toMatchObject({ committed: '0.00', reserved: '0.00' });
    expect(await states(place.member, id)).toEqual({
      account: 'DONE',
      licence: 'DONE',
      talk: 'DONE',
      'set-up': 'FAILED',
      'undo licence': 'STARTED',
      'undo account': 'WAITING',
    });
    expect((await act(place.member, RETRY, { id })).errors).toMatchObject([
      { code: 'WRONG_STATE', message: expect.stringContaining('still being undone') },
    ]);
    await jobs.settle();
    expect(called().data.task.undoes).toBe((await tasksOf(place.member, id)).get('licence')!.id);
    await called().answer('done');
    expect(await work(place.member, id)).toMatchObject({ state: 'FAILED', nextTeams: [{ name: place.team.name }] });
    await hand('undo account');
    expect((await work(place.member, id)).nextTeams).toEqual([]);

    await done(place.member, RETRY, { id });
    expect(await given.budgetNow(place.budget)).toMatchObject({ committed });
    const open = (await work(place.member, id)).items[0].tasks.filter(({ state }: ShownTask) =>
      ['OPEN', 'WAITING'].includes(state),
    );
    expect(open).toMatchObject([{ key: 'account' }, { key: 'licence' }, { key: 'set-up' }]);
    for (const key of ['account', 'licence', 'set-up']) {
      const task = (await work(place.member, id)).items[0].tasks
        .filter((one: ShownTask) => one.key === key && !one.isUndo)
        .at(-1);
      await done(place.member, FINISH, task);
    }
    expect((await work(place.member, id)).state).toBe('DELIVERED');
  });

  it('takes the late success of a webhook that was asked before, and takes its work back', async () => {
    const fail = `mutation ($id: ID!) { failOrder(id: $id, reason: "Sold out.") { errors { code } } }`;
    const account = { key: 'account', name: 'Make the account', webhook: 'identity', answerMinutes: 60 };
    const undo = { name: 'Delete the account', webhook: 'identity' };
    const place = await placeWith([{ ...account, undo }]);
    const { id } = await given.order(place, 'approved');
    await jobs.settle();
    const asked = called();
    await done(place.member, fail, { id });

    expect((await asked.answer('done', 'ada@example.org')).status).toBe(200);
    expect((await asked.answer('done')).status).toBe(200);
    const tasks = await tasksOf(place.member, id);
    expect(tasks.get('account')).toMatchObject({
      state: 'DONE',
      note: 'ada@example.org It was done after the order had given it up, and is taken back.',
    });
    expect(tasks.get('undo account')).toMatchObject({ name: 'Delete the account', state: 'STARTED' });
    expect(await noticesOf(place.member, id)).toContain('taskDoneLate');
    await jobs.settle();
    expect(called().data.task.undoes).toBe(tasks.get('account')!.id);
    await called().answer('done');
    expect(await states(place.member, id)).toEqual({ account: 'DONE', 'undo account': 'DONE' });
    expect((await work(place.member, id)).state).toBe('FAILED');

    // Where nothing says how it is taken back, somebody of the team does; the answer may also be that of the call itself.
    const plain = await placeWith([account]);
    others.answers({ status: 200, body: JSON.stringify({ state: 'done' }) });
    const lost = await given.order(plain, 'approved');
    await done(plain.member, fail, { id: lost.id });
    await jobs.settle();
    expect(await work(plain.member, lost.id)).toMatchObject({
      state: 'FAILED',
      nextTeams: [{ name: plain.team.name }],
    });
    const taken = (await tasksOf(plain.member, lost.id)).get('undo account')!;
    expect(taken).toMatchObject({ name: 'Take back: Make the account', state: 'OPEN', webhook: null });
    expect((await api.as(plain.member).run(TASKS, { parts: ['FREE'] })).fulfilmentTasks.totalCount).toBe(1);
    await done(plain.member, FINISH, taken);

    // Begun anew meanwhile, it may be done twice.
    others.answers({ status: 202 });
    const again = await given.order(plain, 'approved');
    await jobs.settle();
    const first = called();
    await done(plain.member, fail, again);
    await done(plain.member, RETRY, again);
    await jobs.settle();
    expect((await called().answer('done')).status).toBe(200);
    expect((await first.answer('done')).status).toBe(200);
    const { state, items } = await work(plain.member, again.id);
    expect(state).toBe('DELIVERED');
    expect(items[0].tasks.map((task: ShownTask & { name: string }) => [task.name, task.state])).toEqual([
      ['Make the account', 'DONE'],
      ['Make the account', 'DONE'],
      ['Done twice? Make the account', 'OPEN'],
    ]);
  });

  it('is one item of several: the others are delivered and accepted, and only its part of the money is free', async () => {
    const [place, dear] = [
      await given.orderPlace(),
      await given.orderPlace({ plan: { prices: [{ amount: '20.00' }] } }),
    ];
    const items = [place.plan, dear.plan, place.plan].map(({ id: planId }) => ({
      kind: 'subscribe' as const,
      planId,
      quantity: 1,
    }));
    const { id } = await given.order(place, 'approved', { items });
    const [first, second, third] = (await work(place.requester, id)).items;

    expect((await act(place.requester, ACCEPT_ITEM, first)).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    await done(place.member, FINISH, first.tasks[0]);
    expect(await work(place.requester, id)).toMatchObject({
      state: 'FULFILLING',
      items: [
        { standing: 'DELIVERED', viewerCanAccept: true },
        { standing: 'OPEN', viewerCanAccept: false },
        { standing: 'OPEN' },
      ],
    });
    await done(place.requester, ACCEPT_ITEM, first);
    expect((await work(place.requester, id)).items[0]).toMatchObject({
      standing: 'ACCEPTED',
      subscription: { state: 'ACTIVE' },
    });
    expect((await act(place.requester, ACCEPT_ITEM, first)).errors).toMatchObject([{ code: 'WRONG_STATE' }]);

    const failed = `mutation ($id: ID!) { failOrder(id: $id, reason: "No.") { errors { code } } }`;
    expect((await act(place.member, failed, { id })).errors).toMatchObject([{ code: 'PARTLY_DELIVERED' }]);
    const before = await given.budgetNow(place.budget);
    await done(dear.member, FAIL_ITEM, { ...second, reason: 'Sold out.' });
    const freed = Number(before.committed) - Number((await given.budgetNow(place.budget)).committed);
    const [{ total }] = await api.dataSource.query('SELECT total FROM order_item WHERE id = $1', [second.id]);
    expect(freed).toBeCloseTo(Number(total), 2);

    await done(place.member, FINISH, third.tasks[0]);
    expect(await work(place.requester, id)).toMatchObject({
      state: 'DELIVERED',
      items: [{ standing: 'ACCEPTED' }, { standing: 'FAILED', failedBecause: 'Sold out.' }, { standing: 'DELIVERED' }],
    });
    await done(place.requester, ACCEPT_ITEM, third);
    const { state, events } = await work(place.requester, id);
    expect(state).toBe('COMPLETED');
    expect(events.map(({ move }: { move: string }) => move).slice(-6)).toEqual([
      'DELIVER_ITEM',
      'ACCEPT_ITEM',
      'FAIL_ITEM',
      'DELIVER',
      'ACCEPT_ITEM',
      'ACCEPT',
    ]);
    const { order } = await api.as(place.requester).run(ORDER_PAGE, { id });
    expect(
      order.items.map(({ subscription }: { subscription: { state: string } | null }) => subscription?.state ?? null),
    ).toEqual(['ACTIVE', null, 'ACTIVE']);
  });
});

it('says with codes of its own what it cannot read of an answer', async () => {
  const say = async (body: string) => {
    const headers = { 'content-type': 'application/json', 'accord-reply-token': 'none' };
    const answer = await fetch(`${api.address}/hooks/fulfilment/none`, { method: 'POST', headers, body });
    return [answer.status, (await answer.json()).errors[0].code];
  };

  expect(await say('{no')).toEqual([400, 'BAD_REQUEST']);
  expect(await say('null')).toEqual([400, 'BAD_REQUEST']);
  expect(await say(JSON.stringify({ note: 'x'.repeat(3_000_000) }))).toEqual([413, 'TOO_LARGE']);
});

describe('what is not as ordered', () => {
  const because = { reason: 'It is the small one.' };

  it('is put right by its team, which is told why; no silence accepts it, and its promised time goes on', async () => {
    const calendar = await given.calendar();
    const place = await given.orderPlace({ plan: { delivery: { targetHours: '12', calendarId: calendar.id } } });
    const { id } = await given.order(place, 'fulfilling');
    expect((await act(place.requester, SEND_BACK, { id, ...because })).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    later(2);
    await done(place.member, DELIVER, { id });
    later(26);
    expect((await act(place.requester, SEND_BACK, { id, reason: ' ' })).errors).toMatchObject([{ field: ['reason'] }]);
    expect((await act(place.member, SEND_BACK, { id, ...because })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    await done(place.requester, SEND_BACK, { id, ...because });
    later(30 * 24);
    await api.get(OrderDays).pass({}, { at: api.clock.now() });

    const sentBack = await work(place.member, id);
    expect(sentBack).toMatchObject({
      state: 'FULFILLING',
      nextTeams: [{ name: place.team.name }],
      viewerCanDeliver: true,
      items: [{ standing: 'OPEN', deliveredAt: null, subscription: null }],
    });
    expect(sentBack.events.at(-1)).toMatchObject({ move: 'SEND_BACK', party: 'REQUESTER', ...because });
    expect(sentBack.items[0].tasks.at(-1)).toMatchObject({ name: `Put right: ${place.service.name}`, state: 'OPEN' });
    const told: { facts: object }[] = await api.dataSource.query(
      `SELECT facts FROM notice WHERE person_id = $1 AND subject_id = $2 AND kind = 'orderChanged'`,
      [place.member.id, id],
    );
    expect(told.map(({ facts }) => facts)).toMatchObject([{ state: 'sent back as not as ordered', ...because }]);
    const { order } = await api.as(place.requester).run(ORDER_PAGE, { id });
    expect(order.items[0].delivery).toMatchObject({
      verdict: 'BREACHED',
      waited: [{ from: '2026-03-16T11:00:00.000Z', to: '2026-03-17T11:00:00.000Z' }],
    });

    // What was to be put right when it was given up still is when it is tried again.
    const failed = `mutation ($id: ID!) { failOrder(id: $id, reason: "No.") { errors { code } } }`;
    await done(place.member, failed, { id });
    await done(place.member, RETRY, { id });
    expect(await work(place.member, id)).toMatchObject({ state: 'FULFILLING', items: [{ standing: 'OPEN' }] });
    await done(place.member, DELIVER, { id });
    await done(place.requester, ACCEPT, { id });
    expect(await work(place.requester, id)).toMatchObject({
      state: 'COMPLETED',
      items: [{ subscription: { state: 'ACTIVE' } }],
    });
  });

  it('may be one item of several: the other is accepted meanwhile', async () => {
    const place = await given.orderPlace();
    const items = [1, 2].map((quantity) => ({ kind: 'subscribe' as const, planId: place.plan.id, quantity }));
    const { id } = await given.order(place, 'delivered', { items });
    const [right, wrong] = (await work(place.requester, id)).items;
    expect([right, wrong]).toMatchObject([{ viewerCanSendBack: true }, { viewerCanSendBack: true }]);
    await done(place.requester, SEND_BACK_ITEM, { ...wrong, ...because });
    expect((await act(place.requester, SEND_BACK_ITEM, { ...wrong, ...because })).errors).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
    await done(place.requester, ACCEPT_ITEM, right);
    const now = await work(place.member, id);
    expect(now).toMatchObject({ state: 'FULFILLING', items: [{ standing: 'ACCEPTED' }, { standing: 'OPEN' }] });
    await done(place.member, FINISH, now.items[1].tasks.at(-1));
    await done(place.requester, ACCEPT, { id });
    expect(await work(place.requester, id)).toMatchObject({
      state: 'COMPLETED',
      items: [{ subscription: { state: 'ACTIVE' } }, { subscription: { state: 'ACTIVE' } }],
    });
  });
});
