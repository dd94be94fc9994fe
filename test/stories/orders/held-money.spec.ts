import { ChargeRuns } from '@accord/api/orders/charges/charge-runs.js';
import { SubscriptionDays } from '@accord/api/orders/subscriptions/subscription-days.js';
import { DomainError } from '@accord/domain';
import { startStory } from '../../builders/index.js';
import type { OrderPlace } from '../../builders/orders.js';
import { WRONG_BUDGETS } from './wrong-budgets.js';

const { api, given } = await startStory();
const on = (day: string) => api.clock.set(new Date(`${day}T09:00:00Z`));
const [proposer, closer] = [await given.person({ roles: ['btOffice'] }), await given.person({ roles: ['btOffice'] })];

const fee = (amount: string, per: 'month' | 'year' = 'month') => ({
  kind: 'recurring' as const,
  label: 'Fee',
  amount,
  per,
});
const SETUP = { kind: 'oneOff' as const, label: 'Set-up', amount: '100', per: null };

const committed = async ({ budget }: Pick<OrderPlace, 'budget'>) => (await given.budgetNow(budget)).committed;
const subscribed = async (place: OrderPlace, quantity = 1) => {
  const { id } = await given.order(place, 'completed', { quantity });
  const [item] = await api.dataSource.query(
    'SELECT subscription_id AS id FROM order_item WHERE order_id = $1 LIMIT 1',
    [id],
  );
  return item.id as string;
};
const ordered = (place: OrderPlace, kind: string, subscriptionId: string, more: object = {}) =>
  given.order(place, 'completed', { items: [{ kind, subscriptionId, ...more }] } as never);

/** Opens, reckons and closes a month that is over. */
async function charged(month: string): Promise<void> {
  const [first, second] = [await given.act(proposer), await given.act(closer)];
  const runs = api.get(ChargeRuns);
  const { id } = (await given.chargeRun(month)) ?? (await runs.open(first, month));
  await runs.reckon(first, id);
  await runs.propose(first, id, (await given.chargeRun(month))!.version);
  await runs.close(second, id, (await given.chargeRun(month))!.version);
}

// Whatever happens, no order ever went beyond a budget.
afterEach(async () => expect(await api.dataSource.query(WRONG_BUDGETS)).toEqual([]));

describe('what a budget holds for a subscription', () => {
  beforeEach(() => on('2026-03-16'));

  it('follows every change of quantity both ways, and holds nothing twice', async () => {
    const place = await given.orderPlace();
    const id = await subscribed(place, 5);
    // 16 of 31 days of March and nine whole months.
    expect(await committed(place)).toBe('475.81');
    on('2026-04-01');
    await ordered(place, 'change', id, { quantity: 2 });
    expect(await committed(place)).toBe('205.81');
    await ordered(place, 'change', id, { quantity: 5 });
    expect(await committed(place)).toBe('475.81');
    await ordered(place, 'terminate', id);
    // Until 1 May, the thirtieth day from the termination.
    expect(await committed(place)).toBe('77.42');
  });

  it('is for another plan that of the other plan, and what was paid once is held once', async () => {
    on('2026-09-01');
    const place = await given.orderPlace({ plan: { prices: [fee('10'), SETUP] } });
    const big = await given.plan(place.service, { name: 'Big', prices: [fee('30'), SETUP] });
    const id = await subscribed(place);
    expect(await committed(place)).toBe('140.00');
    on('2026-10-01');
    await ordered(place, 'change', id, { planId: big.id });
    // A month of the small one with its set-up, and three months of the big one with its own.
    expect(await committed(place)).toBe('300.00');
    await ordered(place, 'change', id, { planId: place.plan.id });
    expect(await committed(place)).toBe('140.00');
  });

  it('ends with a term that nobody renews, and is nothing while it is suspended for nothing', async () => {
    const bound = await given.orderPlace({ plan: { term: { months: 3, renewal: 'onRequest' } } as never });
    await subscribed(bound, 2);
    // 16 of 31 days, two months, and 15 of 30 days.
    expect(await committed(bound)).toBe('60.32');
    const place = await given.orderPlace();
    const id = await subscribed(place, 2);
    on('2026-05-01');
    await ordered(place, 'suspend', id);
    expect(await committed(place)).toBe('30.32');
    on('2026-07-01');
    await ordered(place, 'resume', id);
    expect(await committed(place)).toBe('150.32');
  });
});

/** The same numbers in every run; PROPERTY_SEED=N draws others. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it('is what is charged from then on, after any orders, terms and closed months, and no order overspends', async () => {
  on('2026-02-20');
  const draw = numbers(Number(process.env.PROPERTY_SEED ?? 1));
  const place = await given.orderPlace({ plan: { prices: [fee('10.05'), SETUP] }, budget: { amount: '6000' } });
  const plan = (name: string, more: object) => given.plan(place.service, { name, ...more } as never);
  const plans = [
    place.plan,
    await plan('Big', { prices: [fee('31'), SETUP] }),
    await plan('By the year', { prices: [fee('365', 'year')] }),
    await plan('Bound', { prices: [fee('7')], term: { months: 2, renewal: 'onRequest' } }),
  ];
  const kinds = ['subscribe', 'subscribe', 'change', 'change', 'change', 'suspend', 'resume', 'renew', 'terminate'];
  let made = 0;
  for (let i = 0; i < 45; i++) {
    const day = new Date(Date.parse('2026-02-20') + i * 4 * 86_400_000).toISOString().slice(0, 10);
    on(day);
    await api.get(SubscriptionDays).pass({}, { at: api.clock.now() });
    // The first month of charges is March: what February cost nobody charges.
    const last = new Date(Date.parse(`${day.slice(0, 7)}-01`) - 1).toISOString().slice(0, 7);
    const isClosed = (await given.chargeRun(last))?.state === 'closed';
    if (last >= '2026-03' && !isClosed && draw(3) > 0) await charged(last);
    const known: { id: string }[] = await api.dataSource.query(
      'SELECT id FROM subscription WHERE unit_id = $1 ORDER BY id',
      [place.unit.id],
    );
    const kind = known.length < 5 ? 'subscribe' : kinds[draw(kinds.length)]!;
    const wish = { planId: plans[draw(plans.length)]!.id, quantity: 1 + draw(6) };
    const item = kind === 'subscribe' ? { kind, ...wish } : { kind, subscriptionId: known[draw(known.length)]!.id };
    try {
      await given.order(place, draw(5) ? 'completed' : 'failed', {
        items: [{ ...item, ...(kind === 'change' && wish) }],
      } as never);
      made++;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    expect(await api.dataSource.query(WRONG_BUDGETS)).toEqual([]);
    expect((await given.budgetNow(place.budget)).overrun).toBe('0.00');
  }
  expect(made).toBeGreaterThan(15);

  const held: { id: string; held: number }[] = await api.dataSource.query(
    `SELECT s.id, coalesce(h.amount, 0)::float AS held FROM subscription s
       LEFT JOIN budget_holding h ON h.subscription_id = s.id WHERE s.unit_id = $1 ORDER BY s.id`,
    [place.unit.id],
  );
  const [{ closed }] = await api.dataSource.query(
    `SELECT max(to_date)::text AS closed FROM charge_run WHERE state = 'closed'`,
  );
  for (let month = Number(closed.slice(5, 7)) + 1; month <= 12; month++) {
    on(new Date(Date.UTC(2026, month, 2)).toISOString().slice(0, 10));
    await api.get(SubscriptionDays).pass({}, { at: api.clock.now() });
    await charged(`2026-${String(month).padStart(2, '0')}`);
  }
  const charges: { id: string; held: number }[] = await api.dataSource.query(
    `SELECT s.id, greatest(0, coalesce(sum(l.amount) FILTER (WHERE r.from_date > $2::date AND l.origin = 'charge'), 0))::float AS held
       FROM subscription s LEFT JOIN bill_line l ON l.subscription_id = s.id LEFT JOIN charge_run r ON r.id = l.run_id
      WHERE s.unit_id = $1 GROUP BY s.id ORDER BY s.id`,
    [place.unit.id, closed],
  );
  expect(held).toEqual(charges);
  expect(await committed(place)).toBe('0.00');
}, 120_000);
