import { PriceListEntity } from '@accord/api/catalog/plans/price-list.entity.js';
import { subscribersOf } from '@accord/api/catalog/plans/subscribers.js';
import { NoticeEntity } from '@accord/api/people/notices/notice.entity.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import type { OrderPlace } from '../../builders/orders.js';
import { startStory } from '../../builders/index.js';
import { ORDER_PAGE, QUOTE } from '../orders/documents.js';
import { CHANGE_DRAFT, DRAFT, PROPOSE_RETIREMENT, VERSIONS } from './documents.js';

const { api, given } = await startStory();
const { manager } = api.dataSource;
const office = await given.person({ roles: ['btOffice'] });
const START = '2026-03-16T09:00:00Z';
const on = (day: string) => api.clock.set(new Date(`${day}T09:00:00Z`));

const fee = (amount: string) => [{ kind: 'recurring', label: 'Fee', amount, per: 'month', unitName: null }] as const;
/** Ten euros a month, with a notice period of thirty days. */
const place = (at?: OrderPlace) => given.orderPlace({ ...(at && { at }), plan: { name: 'Standard' } });
const priced = ({ plan }: OrderPlace, amount: string, pricesFrom: string | null = null) =>
  given.changedPlan(plan, { prices: fee(amount), pricesFrom });
const subscribed = async (here: OrderPlace, quantity = 1) => given.order(here, 'completed', { quantity } as never);
/** Somebody whose last day is the one before what is published at the start reaches subscribers. */
const leaving = async (here: OrderPlace) => {
  on('2026-03-15');
  const { id } = await subscribed(here);
  const [{ subscriptionId }]: [{ subscriptionId: string }] = await manager.query(
    'SELECT subscription_id AS "subscriptionId" FROM order_item WHERE order_id = $1',
    [id],
  );
  await given.order(here, 'completed', { items: [{ kind: 'terminate', subscriptionId }] } as never);
  api.clock.set(new Date(START));
};
/** What the one subscription of the place pays on a day. */
const paidOn = async ({ plan }: OrderPlace, day: string) => {
  const subscribers = await subscribersOf(manager, { planIds: [plan.id] }, day);
  return subscribers.map(({ prices }) => prices.map(({ amount }) => amount).join());
};
const historyOf = async ({ plan }: OrderPlace) =>
  manager.query(
    `SELECT from_date::text AS "from", prices->0->>'amount' AS amount FROM subscription_change
      WHERE plan_id = $1 ORDER BY from_date, id`,
    [plan.id],
  );
const told = ({ service, requester }: OrderPlace) =>
  manager.find(NoticeEntity, { where: { subjectId: service.id, personId: requester.id }, order: { id: 'ASC' } });
const quoted = async (here: OrderPlace) => {
  const input = { items: [{ planId: here.plan.id }], reason: 'Needed.' };
  return (await api.as(here.requester).run(QUOTE, { input })).quoteOrder;
};

const ORDER_AHEAD = `query ($input: DraftOrderInput!) { quoteOrder(input: $input) {
  cost { total { amount } yearly { amount } contractValue { amount } }
  items { prices { amount } cost { monthly { amount } announced { from monthly { amount } } } }
  refusals { code field message }
} }`;
const OFFERED = `query ($slug: String!) { service(slug: $slug) { plans {
  id isPriced priceOnRequest prices { amount } announced { from prices { amount } }
} } }`;

beforeEach(() => api.clock.set(new Date(START)));

describe('the prices of a plan', () => {
  it('hold from their day on, and are told before', async () => {
    const here = await place();
    await priced(here, '12', '2026-04-01');
    const offered = async () => (await api.as(office).run(VERSIONS, { slug: here.service.slug })).service.plans[0];

    expect(await offered()).toMatchObject({
      prices: [{ amount: '10.00' }],
      priceLists: [
        { from: '2000-01-01', to: '2026-03-31', prices: [{ amount: '10.00' }] },
        { from: '2026-04-01', to: null, subscribersFrom: '2026-04-15', prices: [{ amount: '12' }] },
      ],
    });
    expect((await quoted(here)).cost.monthly.amount).toBe('10.00');
    on('2026-04-01');
    expect((await offered()).prices).toMatchObject([{ amount: '12' }]);
    expect((await quoted(here)).cost.monthly.amount).toBe('12.00');
  });

  it('are those of one list on any day, as the database sees to', async () => {
    const { plan } = await place();
    const [list] = await manager.findBy(PriceListEntity, { planId: plan.id });
    const days = { fromDate: '2026-01-01', subscribersFrom: '2026-01-01' };
    const overlapping = manager.insert(PriceListEntity, { ...list!, id: office.id, ...days });

    await expect(overlapping).rejects.toThrow('price_list_one_at_a_time_excl');
  });

  it('are called off when the version after says so', async () => {
    const here = await place();
    await priced(here, '12', '2026-04-01');
    await priced(here, '10');

    const lists = await manager.findBy(PriceListEntity, { planId: here.plan.id });
    expect(lists.map(({ fromDate, toDate, withdrawnAt }) => [fromDate, toDate, withdrawnAt !== null]).sort()).toEqual([
      ['2000-01-01', null, false],
      ['2026-04-01', null, true],
    ]);
  });

  it('change once more on the same day', async () => {
    const here = await place();
    await priced(here, '12');
    await priced(here, '11');

    expect((await quoted(here)).cost.monthly.amount).toBe('11.00');
  });
});

describe('an order', () => {
  const wish = (planId: string, startOn: string | null = null) => ({ items: [{ planId }], startOn, reason: 'Needed.' });
  const quote = async (here: OrderPlace, startOn: string | null = null) =>
    (await api.as(here.requester).run(ORDER_AHEAD, { input: wish(here.plan.id, startOn) })).quoteOrder;

  it('pays the prices of the day on which it begins, and is told those that come after', async () => {
    const here = await place();
    await priced(here, '12', '2026-05-01');
    const [plan] = (await api.as(here.requester).run(OFFERED, { slug: here.service.slug })).service.plans;
    expect(plan).toMatchObject({ isPriced: true, announced: { from: '2026-05-01', prices: [{ amount: '12' }] } });

    // 10 × 2 months begun in March and April, 12 × 8 months left of the year; 2 and 10 months of a whole one.
    expect(await quote(here)).toEqual({
      cost: { total: { amount: '116.00' }, yearly: { amount: '140.00' }, contractValue: { amount: '140.00' } },
      items: [
        {
          prices: [{ amount: '10.00' }],
          cost: { monthly: { amount: '10.00' }, announced: { from: '2026-05-01', monthly: { amount: '12.00' } } },
        },
      ],
      refusals: [],
    });
    expect(await quote(here, '2026-06-01')).toMatchObject({
      cost: { total: { amount: '84.00' } },
      items: [{ prices: [{ amount: '12' }], cost: { announced: null } }],
    });
    const draft = await given.order(here, 'draft', { startOn: '2026-06-01' });
    expect((await api.as(here.requester).run(ORDER_PAGE, { id: draft.id })).order).toMatchObject({
      cost: { total: { amount: '84.00' } },
      items: [{ prices: [{ amount: '12' }] }],
    });
    const { id } = await given.order(here, 'completed');
    expect((await api.as(here.owner).run(ORDER_PAGE, { id })).order.cost.total.amount).toBe('116.00');
    expect(await paidOn(here, '2026-04-30')).toEqual(['10.00']);
    expect(await paidOn(here, '2026-05-01')).toEqual(['12']);
  });

  it('waits for a plan whose prices begin later, and takes it from their day on', async () => {
    const here = await place();
    await given.offered(here.service, ({ plans: [now], ...rest }) => ({
      ...rest,
      plans: [now!, { ...now!, slug: 'future', name: 'Future', prices: fee('500'), pricesFrom: '2026-06-01' }],
    }));
    const future = (await api.as(here.requester).run(OFFERED, { slug: here.service.slug })).service.plans[1];
    expect(future).toMatchObject({ isPriced: false, prices: [], announced: { from: '2026-06-01' } });
    const there = { ...here, plan: { ...here.plan, id: future.id } };

    const [refusal] = (await quote(there)).refusals;
    expect(refusal).toEqual({
      code: 'NOT_YET',
      field: ['startOn'],
      message: 'Future is offered from 2026-06-01 on; choose that day as the start, or a later one.',
    });
    await expect(given.order(there, 'awaitingApproval')).rejects.toThrow('is offered from 2026-06-01 on');
    expect(await quote(there, '2026-06-01')).toMatchObject({
      cost: { total: { amount: '3500.00' } },
      refusals: [],
    });
  });

  it('asks the owner for a price that is told on request; free of charge is something else', async () => {
    const here = await place();
    await given.offered(here.service, ({ plans: [now], ...rest }) => ({
      ...rest,
      plans: [
        { ...now!, prices: [], priceOnRequest: true },
        { ...now!, slug: 'free', name: 'Free', prices: [] },
      ],
    }));
    const { plans } = (await api.as(here.requester).run(OFFERED, { slug: here.service.slug })).service;
    expect(plans).toMatchObject([
      { priceOnRequest: true, isPriced: false, prices: [] },
      { priceOnRequest: false, isPriced: true, prices: [] },
    ]);
    expect((await quote(here)).refusals).toMatchObject([{ code: 'PRICE_ON_REQUEST' }]);
    await expect(given.order(here, 'awaitingApproval')).rejects.toThrow('told on request; ask the owner of');
    expect((await quote({ ...here, plan: { ...here.plan, id: plans[1].id } })).refusals).toEqual([]);
  });
});

describe('somebody who has the plan', () => {
  it('pays more only after the notice period, is told at once, and the history says so from that day', async () => {
    const here = await place();
    await subscribed(here, 3);
    await priced(here, '12');

    expect(await paidOn(here, '2026-04-14')).toEqual(['10.00']);
    expect(await paidOn(here, '2026-04-15')).toEqual(['12']);
    const told = await manager.findBy(NoticeEntity, { subjectId: here.service.id, kind: 'priceChange' });
    expect(told).toMatchObject([
      {
        personId: here.requester.id,
        facts: {
          service: here.service.name,
          plan: 'Standard',
          from: '2026-04-15',
          before: '10.00 EUR per month',
          after: '12.00 EUR per month',
        },
      },
    ]);
    on('2026-04-14');
    await api.get(Jobs).run('subscriberPrices');
    expect(await historyOf(here)).toEqual([{ from: '2026-03-16', amount: '10.00' }]);
    on('2026-04-16');
    for (let times = 0; times < 2; times++) await api.get(Jobs).run('subscriberPrices');
    expect(await historyOf(here)).toEqual([
      { from: '2026-03-16', amount: '10.00' },
      { from: '2026-04-15', amount: '12' },
    ]);
  });

  it('pays less at once, and more again only after the notice', async () => {
    const here = await place();
    await subscribed(here);
    await priced(here, '9');

    expect((await historyOf(here)).map(({ amount }: { amount: string }) => amount)).toEqual(['10.00', '9']);
    expect(await told(here)).toMatchObject([
      { kind: 'priceChange', facts: { before: '10.00 EUR per month', after: '9.00 EUR per month' } },
    ]);
    await priced(here, '10');
    expect(await paidOn(here, '2026-04-14')).toEqual(['9']);
    on('2026-03-17');
    await priced(here, '9.50');
    expect(await paidOn(here, '2026-04-15')).toEqual(['9']);
    expect(await paidOn(here, '2026-04-16')).toEqual(['9.50']);
  });

  it('keeps the notice under which it was ordered, whatever the service promises later', async () => {
    const here = await place();
    await given.plan(here.service);
    await subscribed(here);
    await given.offered(here.service, (now) => ({ ...now, notice: { days: 0, text: '' } }));
    await priced(here, '99');

    expect(await paidOn(here, '2026-04-14')).toEqual(['10.00']);
    expect(await paidOn(here, '2026-04-15')).toEqual(['99']);
    const retirement = { serviceId: here.service.id, planId: here.plan.id, endsOn: '2026-04-14', reason: 'Old.' };
    const { errors } = await api.as(office).answer(PROPOSE_RETIREMENT, { input: { ...retirement, paths: [] } });
    expect(errors).toMatchObject([{ code: 'NOTICE_TOO_SHORT', field: ['endsOn'] }]);
  });

  it('is told nothing of what comes after their last day, nor that it does not', async () => {
    const here = await place();
    await leaving(here);
    await priced(here, '12.00');
    await priced(here, '10.00');
    expect(await told(here)).toEqual([]);
  });

  it('is told when what was announced does not come', async () => {
    const here = await place();
    await subscribed(here);
    await given.order(here, 'awaitingApproval');
    const text = 'Call 7000.';
    await given.offered(here.service, (now) => ({ ...now, notice: { days: 30, text } }));
    const calledOff = { kind: 'changeCalledOff', facts: { what: '10.00 EUR per month', text } };

    await priced(here, '12', '2026-07-01');
    await priced(here, '10');
    expect(await told(here)).toMatchObject([{ kind: 'priceChange', facts: { from: '2026-07-01', text } }, calledOff]);

    // Paid for new orders already, and not yet by who has it.
    await priced(here, '12');
    on('2026-03-20');
    await priced(here, '10');
    expect(await told(here)).toMatchObject([{}, {}, { kind: 'priceChange', facts: { from: '2026-04-15' } }, calledOff]);
    expect(await paidOn(here, '2026-12-31')).toEqual(['10']);
  });

  it('keeps the longer of two notice periods, and the price pinned at submission until then', async () => {
    const here = await place();
    const { id } = await given.order(here, 'awaitingApproval');
    await given.offered(here.service, (now) => ({ ...now, notice: { days: 60, text: '' } }));
    await given.offered(here.service, (now) => ({
      ...now,
      notice: { days: 0, text: '' },
      plans: now.plans.map((plan) => ({ ...plan, prices: fee('12') })),
    }));

    const lists = await manager.findBy(PriceListEntity, { planId: here.plan.id });
    expect(lists.map(({ subscribersFrom }) => subscribersFrom).sort()).toEqual(['2000-01-01', '2026-05-15']);
    const { order } = await api.as(here.requester).run(ORDER_PAGE, { id });
    expect(order.items[0].prices).toMatchObject([{ amount: '10.00' }]);
  });

  it('never pays a price that a newer one overtook before it reached them', async () => {
    const here = await place();
    await subscribed(here);
    await priced(here, '20');
    on('2026-03-20');
    await priced(here, '15');

    expect(await paidOn(here, '2026-04-16')).toEqual(['10.00']);
    expect(await paidOn(here, '2026-04-19')).toEqual(['15']);
  });
});

describe('what comes with the plan of somebody', () => {
  const MINE = `{ subscriptions { edges { node { agreement { name } termMonths renewal plan { termMonths } } } } }`;
  const mine = async ({ requester }: OrderPlace) =>
    (await api.as(requester).run(MINE)).subscriptions.edges.map(({ node }: { node: object }) => node);

  it('stays until the notice is over: the SLA, how soon it is delivered, and the term for good', async () => {
    const { agreement } = await given.agreement({ name: 'Laptops' });
    const calendar = await given.calendar();
    const delivery = { targetHours: '8', calendarId: calendar.id };
    const here = await given.orderPlace({ plan: { name: 'Standard', agreementId: agreement.id, delivery } });
    await subscribed(here);
    const [having] = await subscribersOf(manager, { planIds: [here.plan.id] }, '2026-03-16');
    const bare = { agreement: null, delivery: null, term: { months: 120, renewal: 'automatic' as const } };
    const isPromised = async (item: object) => {
      const input = { items: [item], reason: 'Needed.' };
      return (await api.as(here.requester).run(QUOTE, { input })).quoteOrder.items[0].dueAt !== null;
    };
    const change = { kind: 'CHANGE', subscriptionId: having!.subscriptionId, quantity: 2 };
    const ends = async () => {
      const input = { items: [change], reason: 'More.' };
      const asked = `query ($input: DraftOrderInput!) { quoteOrder(input: $input) { items { endsAgreement { name } } } }`;
      return (await api.as(here.requester).run(asked, { input })).quoteOrder.items[0].endsAgreement;
    };
    expect(await ends()).toBeNull();
    const kept = { agreement: { name: 'Laptops' }, termMonths: null, renewal: null };

    await given.changedPlan(here.plan, bare);
    expect(await mine(here)).toEqual([{ ...kept, plan: { termMonths: 120 } }]);
    const before = `the SLA "Laptops", delivery within 8 h of ${calendar.name}`;
    expect(await told(here)).toMatchObject([
      { kind: 'priceChange', facts: { after: '10.00 EUR per month, suspended days too', from: '2026-04-15' } },
      { kind: 'promiseChange', facts: { plan: 'Standard', from: '2026-04-15', before, after: 'no promise' } },
    ]);
    on('2026-04-14');
    expect(await isPromised(change)).toBe(true);
    expect(await ends()).toEqual({ name: 'Laptops' });
    expect(await isPromised({ planId: here.plan.id })).toBe(false);
    on('2026-04-15');
    expect(await mine(here)).toEqual([{ ...kept, agreement: null, plan: { termMonths: 120 } }]);
    expect(await isPromised(change)).toBe(false);

    // What is promised again holds at once; what was only announced never comes.
    await given.changedPlan(here.plan, { agreement: agreement.slug });
    await given.changedPlan(here.plan, bare);
    await given.changedPlan(here.plan, { agreement: agreement.slug });
    on('2026-12-01');
    expect(await mine(here)).toEqual([{ ...kept, plan: { termMonths: 120 } }]);
    const last = await told(here);
    expect(last.map(({ kind }) => kind)).toEqual([
      'priceChange',
      'promiseChange',
      'promiseChange',
      'promiseChange',
      'changeCalledOff',
    ]);
    expect(last.at(-1)!.facts).toMatchObject({ what: 'the SLA "Laptops"' });
  });
});

describe('a draft with other prices', () => {
  it('shows whom it touches and what that costs each a month, before anybody publishes it', async () => {
    const here = await place();
    const other = await given.orderPlace({ at: { unit: await given.unit({ name: 'Finance' }), team: here.team } });
    await subscribed(here, 3);
    await subscribed(here, 1);
    await subscribed({ ...other, service: here.service, plan: here.plan }, 2);
    // Gone by the day from which subscribers pay it.
    await leaving(here);
    const draft = (await api.as(office).run(DRAFT, { id: here.service.id })).draftServiceVersion.version;
    const metered = { kind: 'metered', label: 'Calls', amount: '0.10', per: 'month', unitName: 'call' };
    const plans = draft.definition.plans.map((plan: object) => ({ ...plan, prices: [...fee('12.50'), metered] }));
    await api.as(office).run(CHANGE_DRAFT, { id: draft.id, revision: 1, definition: { ...draft.definition, plans } });
    const page = () => api.as(office).run(VERSIONS, { slug: here.service.slug });

    const [{ priceChanges }] = (await page()).service.versions;

    expect(priceChanges).toEqual([
      {
        plan: here.plan.slug,
        before: '10.00 EUR per month',
        after: '12.50 EUR per month, 0.10 EUR per call and month',
        from: '2026-03-16',
        subscribersFrom: '2026-04-15',
        rises: true,
        isMetered: true,
        subscriptions: 3,
        quantity: 6,
        monthlyBefore: { amount: '60.00' },
        monthlyAfter: { amount: '75.00' },
        monthlyDifference: { amount: '15.00', currency: 'EUR' },
        units: expect.arrayContaining([
          {
            unit: { name: here.unit.name },
            subscriptions: 2,
            quantity: 4,
            monthlyBefore: { amount: '40.00' },
            monthlyAfter: { amount: '50.00' },
            monthlyDifference: { amount: '10.00' },
          },
          expect.objectContaining({ unit: { name: 'Finance' }, monthlyDifference: { amount: '5.00' } }),
        ]),
      },
    ]);
    const few = await api.statementsOf(page);
    const more = [1, 2, 3].map((n) => ({ ...plans[0], slug: `more-${n}` }));
    const definition = { ...draft.definition, plans: [...plans, ...more] };
    await api.as(office).run(CHANGE_DRAFT, { id: draft.id, revision: 2, definition });
    for (let times = 0; times < 3; times++) await subscribed(here);
    const many = await api.statementsOf(page);
    expect(many.length).toBe(few.length);
    expect(many.length).toBeLessThanOrEqual(20);
  });
});
