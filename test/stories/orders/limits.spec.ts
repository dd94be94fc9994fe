import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';
import {
  CHANGE_DRAFT,
  DRAFT as DRAFT_VERSION,
  PROPOSE_VERSION,
  PUBLISH_VERSION,
  VERSIONS,
} from '../catalog/documents.js';
import { BILL, OPEN_RUN, RECKON_RUN, type ShownLine } from './charge-documents.js';
import { DRAFT, DUPLICATE, ORDER_PAGE, QUOTE, SUBMIT, SUBSCRIPTION } from './documents.js';

const { api, given } = await startStory();
const office = await given.person({ roles: ['btOffice'] });
const limit = (unitName: string, amount: string) => ({
  kind: 'limit' as const,
  label: unitName === 'core' ? 'Cores' : 'Memory',
  amount,
  per: 'month' as const,
  unitName,
});
const FEE = { kind: 'recurring' as const, label: 'Fee', amount: '10', per: 'month' as const };
const PRICES = [FEE, limit('core', '15.50'), limit('GB', '3.10')];
const LIMITS = [{ unitName: 'core', least: '2', most: '32', whole: true }];
const of = (units: Record<string, string>) =>
  Object.entries(units).map(([unitName, count]) => ({ unitName, units: count }));
const BUNDLE_ORDER = `query ($input: BundleOrderInput!) {
  bundleOrder(input: $input) { items { planId quantity limits { unitName units } } refusals { code field } }
}`;
const EIGHT = of({ core: '8', GB: '64' });

type Place = Awaited<ReturnType<typeof given.orderPlace>>;
const placed = () => given.orderPlace({ plan: { name: 'Container', prices: PRICES, limits: LIMITS } });
const seen = async ({ requester }: Place, id: string) =>
  (await api.as(requester).run(SUBSCRIPTION, { id })).subscription;

/** A subscription to 8 cores and 64 GB. */
async function subscribed() {
  const place = await placed();
  const { id } = await given.order(place, 'completed', { limits: EIGHT });
  const { order } = await api.as(place.requester).run(ORDER_PAGE, { id });
  return { place, id, subscriptionId: order.items[0].subscription.id as string };
}
const changing = (subscriptionId: string, more: object) => ({ items: [{ kind: 'CHANGE', subscriptionId, ...more }] });
const changed = (place: Place, subscriptionId: string, more: object) =>
  given.order(place, 'completed', { items: [{ kind: 'change', subscriptionId, ...more }] } as never);

async function quoted({ requester }: Place, input: object) {
  const { quoteOrder } = await api.as(requester).run(QUOTE, { input: { reason: '', ...input } });
  const refusals = quoteOrder.refusals.map(({ code, field }: { code: string; field: string[] }) => [
    code,
    field.join('.'),
  ]);
  return { monthly: quoteOrder.cost.monthly.amount, refusals };
}

beforeEach(() => api.clock.set('2026-03-16T09:00:00Z'));

describe('an order says how much to set aside of each price by limit', () => {
  it('and pays for that, however often the plan is ordered', async () => {
    const place = await placed();
    const item = { planId: place.plan.id, quantity: 2, limits: EIGHT };

    // 2 × 10.00 + 8 × 15.50 + 64 × 3.10
    expect(await quoted(place, { items: [item] })).toEqual({ monthly: '342.40', refusals: [] });
  });

  it.each([
    ['says nothing of one', of({ core: '8' }), 'LIMIT_MISSING', 'GB'],
    ['sets nothing aside', of({ core: '8', GB: '0' }), 'WRONG_LIMIT', 'GB'],
    ['names a unit without a price', of({ core: '8', GB: '1', seat: '3' }), 'UNKNOWN_LIMIT', 'seat'],
    ['asks for less than the plan has', of({ core: '1', GB: '1' }), 'WRONG_LIMIT', 'core'],
    ['asks for half a core', of({ core: '2.5', GB: '1' }), 'WRONG_LIMIT', 'core'],
  ])('and is refused at that unit when it %s', async (_, limits, code, unitName) => {
    const place = await placed();
    const input = { items: [{ planId: place.plan.id, limits }], reason: 'New.' };

    expect((await quoted(place, input)).refusals).toEqual([[code, `items.0.limits.${unitName}`]]);
    const { draftOrder } = await api.as(place.requester).run(DRAFT, { input });
    const { submitOrder } = await api.as(place.requester).run(SUBMIT, draftOrder.order);
    expect(submitOrder.errors).toMatchObject([{ code, field: ['items', '0', 'limits', unitName] }]);
  });

  it('which a form may ask for', async () => {
    const place = await placed();
    const cores = { type: 'integer', title: 'How many cores?', minimum: 1, maximum: 64 };
    await given.offered(place.service, (now) => ({
      ...now,
      form: { schema: { type: 'object', properties: { cores }, required: ['cores'] }, limitFields: { core: 'cores' } },
    }));
    const item = { planId: place.plan.id, limits: of({ GB: '64' }), answers: { cores: 8 } };

    expect(await quoted(place, { items: [item] })).toEqual({ monthly: '332.40', refusals: [] });
    const order = await given.order(place, 'completed', { items: [{ kind: 'subscribe', ...item }] });
    const page = (await api.as(place.requester).run(ORDER_PAGE, { id: order.id })).order;
    expect(page.items[0].limits).toEqual(EIGHT);
    // A change by limits alone answers the form anew.
    const { id } = page.items[0].subscription;
    await changed(place, id, { limits: of({ core: '16' }) });
    expect(await seen(place, id)).toMatchObject({ limits: of({ core: '16', GB: '64' }) });
  });
});

describe('what is set aside', () => {
  it('is pinned, goes with a duplicate, and stands on the subscription', async () => {
    const { place, id, subscriptionId } = await subscribed();

    const { order } = await api.as(place.requester).run(ORDER_PAGE, { id });
    expect(order.items).toMatchObject([{ limits: EIGHT, cost: { monthly: { amount: '332.40' } } }]);
    const limits = { limits: EIGHT, monthly: { amount: '332.40' }, history: [{ limits: EIGHT }] };
    expect(await seen(place, subscriptionId)).toMatchObject(limits);
    const { duplicateOrder } = await api.as(place.requester).run(DUPLICATE, { id });
    const copy = await api.as(place.requester).run(ORDER_PAGE, { id: duplicateOrder.order.id });
    expect(copy.order.items).toMatchObject([{ limits: EIGHT, cost: { monthly: { amount: '332.40' } } }]);
  });

  it('is changed by an order of its own, and charged by the days', async () => {
    const { place, subscriptionId } = await subscribed();
    const refusals = async (more: object) => (await quoted(place, changing(subscriptionId, more))).refusals;
    expect(await refusals({})).toEqual([['NOTHING_CHANGES', 'items.0.planId']]);
    expect(await refusals({ limits: EIGHT })).toEqual([['NOTHING_CHANGES', 'items.0.planId']]);

    api.clock.set('2026-03-22T09:00:00Z');
    const { total } = await changed(place, subscriptionId, { limits: of({ GB: '128' }) });

    // 64 GB more for the 10 months that begin from 22 March to 31 December
    expect(Number(total)).toBe(64 * 3.1 * 10);
    expect(await seen(place, subscriptionId)).toMatchObject({ limits: of({ core: '8', GB: '128' }) });
    await api.as(office).run((await given.chargeRun('2026-03')) ? RECKON_RUN : OPEN_RUN, { month: '2026-03' });
    const { bill } = await api.as(place.owner).run(BILL, { month: '2026-03' });
    const lines = bill.lines.edges.map(({ node }: { node: ShownLine & { quantity: string; unitName: string } }) => [
      node.quantity,
      node.unitName,
      node.amount.amount,
      node.from,
    ]);
    expect(lines.sort()).toEqual([
      ['1', null, '1.94', '2026-03-16'],
      ['1', null, '3.23', '2026-03-22'],
      ['128', 'GB', '128.00', '2026-03-22'],
      ['64', 'GB', '38.40', '2026-03-16'],
      ['8', 'core', '24.00', '2026-03-16'],
      ['8', 'core', '40.00', '2026-03-22'],
    ]);
  });

  it('goes on by its unit in another plan, where the order says nothing else', async () => {
    const { place, subscriptionId } = await subscribed();
    const { id: planId } = await given.plan(place.service, { prices: [limit('GB', '2'), limit('disk', '1')] });
    const refusals = async (more: object) =>
      (await quoted(place, changing(subscriptionId, { planId, ...more }))).refusals;

    expect(await refusals({})).toEqual([['LIMIT_MISSING', 'items.0.limits.disk']]);
    await changed(place, subscriptionId, { planId, limits: of({ disk: '500' }) });
    const { limits, monthly } = await seen(place, subscriptionId);
    expect([limits, monthly.amount]).toEqual([of({ GB: '64', disk: '500' }), '628.00']);
  });

  it('stays when its price changes, its unit as well, and is counted in what that would cost', async () => {
    const { place, subscriptionId } = await subscribed();
    const prices = [FEE, limit('core', '15.50'), limit('GB', '4.10')].map((price) => ({ unitName: null, ...price }));
    const draft = (await api.as(office).run(DRAFT_VERSION, { id: place.service.id })).draftServiceVersion.version;
    const plans = draft.definition.plans.map((plan: object) => ({ ...plan, prices }));
    const definition = { ...draft.definition, plans };
    await api.as(office).run(CHANGE_DRAFT, { id: draft.id, revision: 1, definition });

    const { versions } = (await api.as(office).run(VERSIONS, { slug: place.service.slug })).service;
    const [{ priceChanges }] = versions;
    const [monthlyBefore, monthlyAfter] = [{ amount: '332.40' }, { amount: '396.40' }];
    expect(priceChanges).toMatchObject([{ rises: true, monthlyBefore, monthlyAfter }]);

    const renamed = prices.map((price) => (price.unitName === 'GB' ? { ...price, unitName: 'GiB' } : price));
    const other = { ...definition, plans: plans.map((plan: object) => ({ ...plan, prices: renamed })) };
    await api.as(office).run(CHANGE_DRAFT, { id: draft.id, revision: 2, definition: other });
    expect((await api.as(office).run(PROPOSE_VERSION, { id: draft.id })).proposeServiceVersion.errors).toMatchObject([
      { code: 'UNIT_SET_ASIDE', field: ['definition', 'plans', '0', 'prices'] },
    ]);
    await api.as(office).run(CHANGE_DRAFT, { id: draft.id, revision: 3, definition });

    const second = await given.person({ roles: ['btOffice'] });
    await api.as(office).run(PROPOSE_VERSION, { id: draft.id });
    expect((await api.as(second).run(PUBLISH_VERSION, { id: draft.id })).publishServiceVersion.errors).toEqual([]);
    api.clock.set(`${priceChanges[0].subscribersFrom}T09:00:00Z`);
    await api.get(Jobs).run('subscriberPrices');
    expect(await seen(place, subscriptionId)).toMatchObject({ limits: EIGHT, monthly: monthlyAfter });
  });
});

it('a bundle sets aside what it says, and leaves the rest to who orders', async () => {
  const [place, other] = [await placed(), await given.orderPlace()];
  const ofPlan = ({ service, plan }: Place) => `${service.slug}/${plan.slug}`;
  const parts = [
    { key: 'home', plan: ofPlan(place), limits: of({ core: '4' }) },
    { key: 'desk', plan: ofPlan(other), required: false },
  ];
  const { slug } = await given.bundle({ parts });
  const ordered = async (limits: object[]) =>
    (await api.as(place.requester).run(BUNDLE_ORDER, { input: { slug, parts: [{ key: 'home', limits }] } }))
      .bundleOrder;

  const { items, refusals } = await ordered(of({ GB: '16' }));
  expect([items, refusals]).toMatchObject([[{ limits: of({ core: '4', GB: '16' }) }], []]);
  expect(await quoted(place, { items })).toEqual({ monthly: '121.60', refusals: [] });
  expect((await ordered(of({ core: '5' }))).refusals).toMatchObject([
    { code: 'WRONG_LIMIT', field: ['parts', 'home', 'limits', 'core'] },
  ]);
});
