import { RetirementDays } from '@accord/api/catalog/retirement/retirement-days.js';
import { Starts } from '@accord/api/orders/starts.js';
import { SubscriptionDays } from '@accord/api/orders/subscriptions/subscription-days.js';
import { NoticeEntity } from '@accord/api/people/notices/notice.entity.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import type { OrderPlace } from '../../builders/orders.js';
import { startStory } from '../../builders/index.js';
import { APPROVE, CANCEL, RETRY } from '../orders/documents.js';
import {
  DECIDE_RETIREMENT,
  DRAFT_MIGRATION,
  MIGRATE,
  PROPOSE_RETIREMENT,
  RETIREMENTS,
  TAKE_BACK_RETIREMENT,
} from './documents.js';

const { api, given } = await startStory();
const { manager } = api.dataSource;
const owner = await given.person({ name: 'Olga Owner' });
const office = await given.person({ name: 'Otto Office', roles: ['btOffice'] });
const reason = 'A better one is there.';
const ENDS = '2026-05-31';

type Who = Parameters<typeof api.as>[0];
const run = async (who: Who, document: string, variables: object) => api.as(who).answer(document, variables);
const propose = (who: Who, input: object) =>
  run(who, PROPOSE_RETIREMENT, { input: { reason, endsOn: ENDS, ...input } });
const look = async (id: string, who: Who = owner) => (await api.as(who).run(RETIREMENTS, { id })).retirement;
const on = (day: string) => api.clock.set(`${day}T09:00:00Z`);
const days = () => api.get(RetirementDays).pass({}, { at: api.clock.now() });
const told = async (kind: NoticeEntity['kind']) =>
  (await manager.findBy(NoticeEntity, { kind })).map(({ facts }) => facts);
const QUOTE = `query ($input: DraftOrderInput!) { quoteOrder(input: $input) { refusals { code message } } }`;
const refusals = async (who: Who, item: object, more: object = {}) =>
  (await api.as(who).run(QUOTE, { input: { items: [item], reason: '', ...more } })).quoteOrder.refusals;
const subscriptionOf = async ({ id }: { id: string }): Promise<string> =>
  (await manager.query('SELECT subscription_id AS id FROM order_item WHERE order_id = $1', [id]))[0].id;

async function decided(input: object) {
  const { retirement, errors } = await propose(owner, input);
  expect(errors).toEqual([]);
  const answer = await run(office, DECIDE_RETIREMENT, { id: retirement.id });
  expect(answer.errors).toEqual([]);
  return answer.retirement;
}

/** A place whose service belongs to our owner. */
async function ownedPlace(): Promise<OrderPlace> {
  const place = await given.orderPlace();
  await manager.query('UPDATE service SET owner_id = $2 WHERE id = $1', [place.service.id, owner.id]);
  return place;
}

/** Everybody but the requester does what is theirs, until the order is accepted. */
async function finish(place: OrderPlace, order: { id: string }) {
  const act = async (who: Who, name: string) => {
    const { errors } = await run(who, `mutation ($id: ID!) { ${name}(id: $id) { errors { code message } } }`, order);
    expect(errors).toEqual([]);
  };
  await act(place.owner, 'approveOrder');
  await act(place.member, 'startOrder');
  await act(place.member, 'deliverOrder');
}

beforeEach(() => on('2026-03-16'));

const QUESTION = (name: string) => ({
  schema: {
    type: 'object',
    properties: { [name]: { type: 'string', title: 'For what?' }, lead: { type: 'string', title: 'Who?' } },
  },
});

it('a plan ends: subscribers are told, led to another service by one order each or in bulk, and nobody is left', async () => {
  const place = await ownedPlace();
  const other = await given.plan(place.service, { name: 'Stays' });
  await given.offered(place.service, (now) => ({ ...now, form: QUESTION('purpose') }));
  const next = await given.service({ name: 'Mail 2', ownerId: owner.id });
  const plus = await given.plan(next, { name: 'Plus', prices: [{ amount: '20.00' }] });
  await given.management(next, place.team);
  await given.offered(next, (now) => ({ ...now, form: QUESTION('use') }));
  const second = await given.person({ name: 'Siri Second', unitId: place.unit.id, roles: ['requester'] });
  const answers = { purpose: 'Work', lead: 'Ada' };
  const order = (requester: typeof second) =>
    given.order({ ...place, requester }, 'completed', {
      items: [{ kind: 'subscribe', planId: place.plan.id, quantity: 3, answers }],
    });
  const mine = await subscriptionOf(await order(place.requester));
  const hers = await subscriptionOf(await order(second));
  const paths = [{ planId: place.plan.id, successorId: plus.id, answers: [{ from: 'purpose', to: 'use' }] }];
  const wish = { serviceId: place.service.id, planId: place.plan.id, paths };

  // In time, by a path that leads somewhere, and by two people.
  expect((await propose(owner, { ...wish, endsOn: '2026-04-14' })).errors).toMatchObject([
    { code: 'NOTICE_TOO_SHORT', field: ['endsOn'], message: expect.stringContaining('2026-04-15 is the earliest') },
  ]);
  const astray = [{ ...paths[0]!, answers: [{ from: 'purpose', to: 'nothing' }] }];
  expect((await propose(owner, { ...wish, paths: astray })).errors).toMatchObject([
    { code: 'UNKNOWN_FIELD', field: ['paths', '0', 'answers', '0', 'to'] },
  ]);
  expect((await propose(place.requester, wish)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  const { retirement } = await propose(owner, wish);
  expect((await propose(office, wish)).errors).toMatchObject([{ code: 'RETIREMENT_OPEN' }]);
  expect((await run(owner, DECIDE_RETIREMENT, { id: retirement.id })).errors).toMatchObject([
    { code: 'SECOND_PERSON_NEEDED' },
  ]);
  expect(await told('retirement')).toEqual([]);
  expect((await look(retirement.id, office)).viewerCanDecide).toBe(true);
  const { retirement: live } = await run(office, DECIDE_RETIREMENT, { id: retirement.id });
  expect(live).toMatchObject({ state: 'DECIDED', closesOn: '2026-03-16', left: 2, viewerCanDecide: false });
  const facts = { what: `${place.service.name}, plan ${place.plan.name},`, on: ENDS, successor: 'Plus' };
  expect(await told('retirement')).toEqual([facts, facts]);
  expect(await look(retirement.id, place.requester)).toBeNull();

  // It stops taking orders, not serving.
  const closed = {
    code: 'RETIRING',
    message: `${place.plan.name} ends on ${ENDS} and takes no new orders; Plus takes its place.`,
  };
  expect(await refusals(place.requester, { planId: place.plan.id })).toEqual([closed]);
  expect(await refusals(place.requester, { planId: other.id })).toEqual([]);
  expect(await refusals(place.requester, { kind: 'CHANGE', subscriptionId: mine, quantity: 4 })).toEqual([]);
  expect(await refusals(place.requester, { kind: 'CHANGE', subscriptionId: mine, planId: plus.id })).toEqual([]);
  const back = { planId: place.plan.id, kind: 'RENEW', subscriptionId: mine };
  expect(await refusals(place.requester, back)).toContainEqual(closed);

  // One order each, with what is known, the same one as long as it is a draft.
  const { order: draft, errors } = await run(place.requester, DRAFT_MIGRATION, { id: mine });
  expect(errors).toEqual([]);
  expect(draft.items).toEqual([
    {
      kind: 'CHANGE',
      quantity: 3,
      answers: { use: 'Work', lead: 'Ada' },
      plan: { name: 'Plus' },
      service: { name: 'Mail 2' },
    },
  ]);
  expect((await run(place.requester, DRAFT_MIGRATION, { id: mine })).order.id).toBe(draft.id);
  expect((await run(await given.person({ roles: ['requester'] }), DRAFT_MIGRATION, { id: mine })).errors).toMatchObject(
    [{ code: 'NOT_FOUND' }],
  );
  const SUBMIT =
    'mutation ($id: ID!, $version: Int!) { submitOrder(id: $id, version: $version) { errors { message } } }';
  expect((await run(place.requester, SUBMIT, draft)).errors).toEqual([]);
  await finish(place, draft);
  expect(
    (await run(place.requester, 'mutation ($id: ID!) { acceptOrder(id: $id) { errors { message } } }', draft)).errors,
  ).toEqual([]);
  const [subscription] = await manager.query('SELECT plan_id, service_id, quantity FROM subscription WHERE id = $1', [
    mine,
  ]);
  expect(subscription).toEqual({ plan_id: plus.id, service_id: next.id, quantity: 3 });
  expect((await look(retirement.id)).subscribers).toMatchObject([
    { standing: 'LEFT', beneficiary: { name: 'Siri Second' }, order: null, refusal: null },
    { standing: 'MOVED', plan: { name: 'Plus' }, orderNumber: expect.stringMatching(/^A-/), order: null },
  ]);

  // The day comes: nobody loses anything, and who is left is named.
  on('2026-06-01');
  await days();
  await days();
  const finding = `Its last day was ${ENDS}, and it is still used by Siri Second (${place.unit.name}).`;
  expect(await look(retirement.id)).toMatchObject({ state: 'DECIDED', left: 1, finding, viewerCanTakeBack: false });
  expect((await told('retirementOverdue')).map((facts) => 'finding' in facts && facts.finding)).toEqual([
    finding,
    finding,
  ]);
  expect(await refusals(second, { kind: 'SUSPEND', subscriptionId: hers })).toEqual([]);
  expect((await run(office, TAKE_BACK_RETIREMENT, { id: retirement.id, reason })).errors).toMatchObject([
    { code: 'TOO_LATE' },
  ]);

  // In bulk: one act, an order for each, an answer for each.
  expect((await run(place.requester, MIGRATE, { id: retirement.id })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  await manager.query('UPDATE budget SET amount = committed + spent + reserved WHERE id = $1', [place.budget.id]);
  expect((await run(office, MIGRATE, { id: retirement.id })).retirement.migration).toMatchObject({
    total: 1,
    finishedAt: null,
  });
  expect((await run(office, MIGRATE, { id: retirement.id })).errors).toMatchObject([{ code: 'UNDER_WAY' }]);
  await api.get(Jobs).settle();
  const broke = await look(retirement.id);
  expect(broke.migration).toMatchObject({ total: 1, ordered: 0, refused: 1, finishedAt: expect.any(String) });
  expect(broke.subscribers[0].refusal).toMatch(/budget|left/i);
  await manager.query('UPDATE budget SET amount = 100000 WHERE id = $1', [place.budget.id]);
  await run(office, MIGRATE, { id: retirement.id });
  await api.get(Jobs).settle();
  const sent = await look(retirement.id, office);
  expect(sent).toMatchObject({ migration: { ordered: 1, refused: 0 }, subscribers: [{ refusal: null }, {}] });
  await finish(place, sent.subscribers[0].order);
  await run(office, 'mutation ($id: ID!) { acceptOrder(id: $id) { errors { message } } }', sent.subscribers[0].order);

  // Nobody is left: it is over, and no version brings it back.
  await days();
  expect(await look(retirement.id)).toMatchObject({ state: 'ENDED', left: 0, finding: null });
  await given.offered(place.service, (now) => now);
  const ended = await manager.query('SELECT ended_at IS NOT NULL AS ended FROM plan WHERE id = $1', [place.plan.id]);
  expect(ended).toEqual([{ ended: true }]);
});

it('a service ends: from its day without new orders, while it carries nothing, and until then it can be undone', async () => {
  const place = await ownedPlace();
  const { service } = place;
  const shop = await given.service({ name: 'Shop', supporting: [service] });
  await given.service({ name: 'Not yet', supporting: [service], lifecycle: 'proposed' });
  const waiting = await given.order(place, 'awaitingApproval');
  const failed = await given.order(place, 'failed');
  const lifecycle = () => given.lifecycleOf(service);
  const wish = { serviceId: service.id, closesOn: '2026-04-01', endsOn: '2026-04-02' };

  // Named from the proposal on, to who manages it and to nobody else.
  const first = await decided(wish);
  expect((await look(first.id)).service.neededBy).toEqual(['Shop']);
  const NEEDED = 'query ($slug: String!) { service(slug: $slug) { neededBy } }';
  expect((await api.as(place.requester).run(NEEDED, service)).service.neededBy).toEqual([]);
  expect([await lifecycle(), await refusals(place.requester, { planId: place.plan.id })]).toEqual(['live', []]);
  expect(await refusals(place.requester, { planId: place.plan.id }, { startOn: '2026-04-02' })).toEqual([]);
  expect(await refusals(place.requester, { planId: place.plan.id }, { startOn: '2026-04-03' })).toEqual([
    { code: 'ENDS_BEFORE', message: `${place.plan.name} ends on 2026-04-02, before this would begin.` },
  ]);
  on('2026-04-01');
  await days();
  expect(await lifecycle()).toBe('retiring');
  expect(await refusals(place.requester, { planId: place.plan.id })).toMatchObject([{ code: 'RETIRING' }]);
  const undone = await run(owner, TAKE_BACK_RETIREMENT, { id: first.id, reason: 'The maker goes on.' });
  expect(undone).toMatchObject({ errors: [], retirement: { state: 'UNDONE' } });
  expect([await lifecycle(), await refusals(place.requester, { planId: place.plan.id })]).toEqual(['live', []]);

  const { id } = await decided({ ...wish, closesOn: null });
  on('2026-04-03');
  await days();
  expect((await look(id)).finding).toBe(
    `Its last day was 2026-04-02, and it is still to be delivered with A-${waiting.number}, still needed by Shop.`,
  );
  expect((await api.as(place.owner).run(APPROVE, waiting)).approveOrder.errors).toEqual([]);
  expect((await api.as(place.requester).run(CANCEL, { id: waiting.id, reason })).cancelOrder.errors).toEqual([]);
  await manager.query(`UPDATE service SET lifecycle = 'retired' WHERE id = $1`, [shop.id]);
  await days();
  expect([await lifecycle(), (await look(id)).state]).toEqual(['retired', 'ENDED']);
  expect((await api.as(place.member).run(RETRY, failed)).retryOrder.errors).toMatchObject([
    { code: 'SERVICE_NOT_LIVE', message: `${service.name} is retired and serves nobody.` },
  ]);
});

it('a plan that ends before a scheduled order begins: who ordered it hears so, and on its day it does not begin', async () => {
  const place = await ownedPlace();
  const other = await given.plan(place.service, { name: 'Bigger' });
  const { id, number } = await given.order(place, 'scheduled', { startOn: '2026-07-01' });

  await decided({
    serviceId: place.service.id,
    planId: place.plan.id,
    paths: [{ planId: place.plan.id, successorId: other.id }],
  });
  const notices = await manager.findBy(NoticeEntity, { kind: 'retirement', subjectId: id });
  expect(notices.map(({ facts }) => facts)).toEqual([
    {
      what: `${place.service.name}, plan ${place.plan.name}, which A-${number} orders for 2026-07-01,`,
      on: ENDS,
      successor: 'Bigger',
    },
  ]);
  on('2026-07-01');
  const began = await api.get(Starts).startScheduled({ viewer: null, at: api.clock.now() });

  expect(began).toMatchObject({ started: 0, refused: 1 });
  const { order } = await api
    .as(place.requester)
    .run('query ($id: ID!) { order(id: $id) { state events { reason } } }', {
      id,
    });
  expect(order).toMatchObject({ state: 'REJECTED' });
  expect(order.events.at(-1).reason).toBe(
    `${place.plan.name} ends on ${ENDS}, before this would begin; Bigger takes its place. What was reserved is free again; order something else in its place.`,
  );
  expect((await given.budgetNow(place.budget)).reserved).toBe('0.00');
});

it('undone, takes the orders of its bulk migration back that are open, and a second run leaves them alone', async () => {
  const place = await ownedPlace();
  const next = await given.plan(place.service, { name: 'Next' });
  const id = await subscriptionOf(await given.order(place, 'completed'));
  const { id: retirement } = await decided({
    serviceId: place.service.id,
    planId: place.plan.id,
    paths: [{ planId: place.plan.id, successorId: next.id, answers: [] }],
  });
  const migrate = async () => {
    await run(office, MIGRATE, { id: retirement });
    await api.get(Jobs).settle();
    return (await look(retirement, office)).migration;
  };
  expect(await migrate()).toMatchObject({ total: 1, ordered: 1 });
  expect(await migrate()).toMatchObject({ total: 0, refused: 0 });
  const OPEN = `query ($id: ID!) { retirement(id: $id) { openMigrations } }`;
  const open = async () => (await api.as(owner).run(OPEN, { id: retirement })).retirement.openMigrations;
  expect(await open()).toBe(1);

  await run(owner, TAKE_BACK_RETIREMENT, { id: retirement, reason: 'The maker goes on.' });
  await api.get(Jobs).settle();

  expect(await open()).toBe(0);
  const document = `query ($id: ID!) { subscription(id: $id) { state plan { name } orders { state events { move reason } } } }`;
  const { subscription } = await api.as(place.requester).run(document, { id });
  expect(subscription).toMatchObject({ state: 'ACTIVE', plan: { name: place.plan.name } });
  const [order] = subscription.orders;
  expect(order.state).toBe('CANCELLED');
  expect(order.events.at(-1)).toEqual({
    move: 'TAKE_BACK',
    reason: 'What it leads away from stays after all: The maker goes on. Nothing changes, and its money is free.',
  });
});

it('a plan that takes the place of another stays while it is needed, and leads on where it retires itself', async () => {
  const place = await ownedPlace();
  const [middle, last] = [
    await given.plan(place.service, { name: 'Middle' }),
    await given.plan(place.service, { name: 'Last' }),
  ];
  const id = await subscriptionOf(await given.order(place, 'completed'));
  const without = (slug: string) =>
    given.offered(place.service, (now) => ({ ...now, plans: now.plans.filter((plan) => plan.slug !== slug) }));
  const way = (from: { id: string }, to: { id: string }) => ({
    serviceId: place.service.id,
    planId: from.id,
    paths: [{ planId: from.id, successorId: to.id, answers: [] }],
  });
  const leads = (from: { id: string }, to: { id: string }) => decided(way(from, to));
  const asked = await given.plan(place.service, { name: 'Asked' });
  await given.changedPlan(asked, { prices: [], priceOnRequest: true });
  expect((await propose(owner, way(place.plan, asked))).errors).toMatchObject([
    { code: 'NOT_OFFERED', message: 'Asked cannot be ordered.' },
  ]);
  const storage = { kind: 'limit', label: 'Storage', amount: '3.10', per: 'month', unitName: 'GiB' } as const;
  const limited = await given.plan(place.service, { name: 'Limited', prices: [storage] });
  expect((await propose(owner, way(place.plan, limited))).errors).toMatchObject([
    {
      code: 'UNITS_DIFFER',
      field: ['paths', '0', 'successorId'],
      message: expect.stringContaining(
        `Not everybody who has ${place.plan.name} could be moved to Limited: Say how many GiB to set aside.`,
      ),
    },
  ]);

  await leads(place.plan, middle);
  await expect(without(middle.slug)).rejects.toThrow(
    `Middle takes the place of ${place.plan.name}, which ends on ${ENDS}; keep it, or undo that retirement first.`,
  );
  await leads(middle, last);
  expect((await run(place.requester, DRAFT_MIGRATION, { id })).order.items).toMatchObject([{ plan: { name: 'Last' } }]);
  expect(await refusals(place.requester, { planId: place.plan.id })).toEqual([
    { code: 'RETIRING', message: `${place.plan.name} ends on ${ENDS} and takes no new orders; Last takes its place.` },
  ]);
});

it('a term that is over binds nobody anew and ends nobody early, once the plan takes no orders', async () => {
  const place = await ownedPlace();
  await given.plan(place.service);
  const bound = await given.plan(place.service, { term: { months: 1, renewal: 'onRequest' } });
  const id = await subscriptionOf(await given.order({ ...place, plan: bound }, 'completed'));
  await decided({ serviceId: place.service.id, planId: bound.id });

  on('2026-04-17');
  await api.get(SubscriptionDays).pass({}, { at: api.clock.now() });

  const [row] = await manager.query('SELECT state, renews_on, term_months FROM subscription WHERE id = $1', [id]);
  expect(row).toEqual({ state: 'active', renews_on: null, term_months: null });
});

it('who leaves by the last day is neither counted, told nor moved', async () => {
  const place = await ownedPlace();
  const next = await given.plan(place.service, { name: 'Next' });
  const subscribed = async () => subscriptionOf(await given.order(place, 'completed'));
  const [leaving, later, staying] = [await subscribed(), await subscribed(), await subscribed()];
  const terminate = (subscriptionId: string) =>
    given.order(place, 'completed', { items: [{ kind: 'terminate', subscriptionId }] } as never);
  await terminate(leaving);
  const { id } = await decided({
    serviceId: place.service.id,
    planId: place.plan.id,
    paths: [{ planId: place.plan.id, successorId: next.id, answers: [] }],
  });
  const toldOf = async () => {
    const notices = await manager.findBy(NoticeEntity, { kind: 'retirement', subjectType: 'subscription' });
    return [leaving, later, staying].map((one) => notices.some(({ subjectId }) => subjectId === one));
  };
  const standings = async () => (await look(id)).subscribers.map(({ standing }: { standing: string }) => standing);
  expect([await standings(), await toldOf()]).toEqual([
    ['LEFT', 'LEFT'],
    [false, true, true],
  ]);

  await terminate(later);
  expect(await standings()).toEqual(['LEFT', 'GONE']);
  const ends = 'query ($id: ID!) { subscription(id: $id) { retiring { endsOn } } }';
  const endOf = async (one: string) => (await api.as(place.requester).run(ends, { id: one })).subscription.retiring;
  expect([await endOf(later), await endOf(staying)]).toEqual([null, { endsOn: ENDS }]);
  expect((await run(place.requester, DRAFT_MIGRATION, { id: leaving })).errors).toMatchObject([
    { code: 'ENDS_ALREADY' },
  ]);
  await run(office, MIGRATE, { id });
  await api.get(Jobs).settle();
  expect((await look(id, office)).migration).toMatchObject({ total: 1, ordered: 1 });
});
