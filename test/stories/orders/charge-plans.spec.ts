import { SubscriptionChangeEntity } from '@accord/api/orders/subscriptions/subscription-change.entity.js';
import { NoticeEntity } from '@accord/api/people/notices/notice.entity.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';
import { BILL, OPEN_RUN, RECKON_RUN, type ShownLine } from './charge-documents.js';

const { api, given } = await startStory();
const { manager } = api.dataSource;
const office = await given.person({ roles: ['btOffice'] });
const SEAT = { kind: 'recurring' as const, label: 'Seat', amount: '31.00', per: 'month' as const };

const amountsOf = async (who: { cookie: string | null }) =>
  (await api.as(who).run(BILL, { month: '2026-03' })).bill.lines.edges
    .map(({ node }: { node: ShownLine }) => [node.label, node.amount.amount, node.from, node.to])
    .sort();

async function reckon() {
  const open = await given.chargeRun('2026-03');
  if (open) await api.as(office).run(RECKON_RUN, { id: open.id });
  else await api.as(office).run(OPEN_RUN, { month: '2026-03' });
}

/** What an order, which takes days, would write. */
async function suspend(place: { plan: { id: string } }, fromDate: string) {
  const { id: _, ...held } = await manager.findOneByOrFail(SubscriptionChangeEntity, { planId: place.plan.id });
  const id = `019e0000-0000-7000-8000-${Math.random().toString().slice(2, 14)}`;
  await manager.insert(SubscriptionChangeEntity, { ...held, id, fromDate, state: 'suspended', orderItemId: null });
}

beforeEach(() => api.clock.set('2026-03-16T09:00:00Z'));

describe('a bill goes by what the plan says', () => {
  it('of days while it is suspended: free, or charged', async () => {
    const free = await given.orderPlace({ plan: { prices: [SEAT] } });
    const charged = await given.orderPlace({ plan: { prices: [SEAT], whileSuspended: 'charged' } });
    for (const place of [free, charged]) {
      await given.order(place, 'completed');
      await suspend(place, '2026-03-22');
    }

    await reckon();

    expect(await amountsOf(free.owner)).toEqual([['Seat', '6.00', '2026-03-16', '2026-03-21']]);
    expect(await amountsOf(charged.owner)).toEqual([
      ['Seat', '10.00', '2026-03-22', '2026-03-31'],
      ['Seat', '6.00', '2026-03-16', '2026-03-21'],
    ]);
  });

  it('of days while it is suspended, once that is announced and its notice is over: never of days before', async () => {
    const place = await given.orderPlace({ plan: { prices: [SEAT] } });
    await given.offered(place.service, (now) => ({ ...now, notice: { days: 5, text: '' } }));
    await given.order(place, 'completed');
    await suspend(place, '2026-03-18');
    api.clock.set('2026-03-20T09:00:00Z');
    await given.changedPlan(place.plan, { whileSuspended: 'charged' });

    await reckon();

    const before = ['Seat', '2.00', '2026-03-16', '2026-03-17'];
    expect(await amountsOf(place.owner)).toEqual([before]);
    const told = await manager.findBy(NoticeEntity, { personId: place.requester.id, kind: 'priceChange' });
    const words = { before: '31.00 EUR per month', after: '31.00 EUR per month, suspended days too' };
    expect(told).toMatchObject([{ facts: { ...words, from: '2026-03-25' } }]);
    api.clock.set('2026-03-26T09:00:00Z');
    await api.get(Jobs).run('subscriberPrices');
    await reckon();
    expect(await amountsOf(place.owner)).toEqual([before, ['Seat', '7.00', '2026-03-25', '2026-03-31']]);
  });

  it('of a quarter: charged at its begin, and what is suspended of it given back', async () => {
    const place = await given.orderPlace({ plan: { prices: [{ ...SEAT, per: 'quarter', amount: '92.00' }] } });
    await given.order(place, 'completed');
    await reckon();
    expect(await amountsOf(place.owner)).toEqual([['Seat', '92.00', '2026-03-16', '2026-06-15']]);

    await suspend(place, '2026-03-26');
    await reckon();

    expect(await amountsOf(place.owner)).toEqual([
      ['Seat', '-82.00', '2026-03-26', '2026-06-15'],
      ['Seat', '92.00', '2026-03-16', '2026-06-15'],
    ]);
  });

  it('of units set aside: tier by tier, used or not', async () => {
    const tiers = [
      { upTo: '10', amount: '1' },
      { upTo: null, amount: '0.5' },
    ];
    const disk = { kind: 'limit' as const, label: 'Disk', amount: '1', per: 'month' as const, unitName: 'GB', tiers };
    const place = await given.orderPlace({ plan: { prices: [disk] } });
    await given.order(place, 'completed', { limits: [{ unitName: 'GB', units: '42' }] });
    await reckon();

    // (10 × 1 + 32 × 0.5) × 16 of 31 days
    expect(await amountsOf(place.owner)).toEqual([['Disk', '13.42', '2026-03-16', '2026-03-31']]);
  });
});
