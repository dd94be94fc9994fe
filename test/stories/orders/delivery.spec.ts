import { startStory } from '../../builders/index.js';
import { ORDER_PAGE, QUOTE } from './documents.js';

const { api, given } = await startStory();
/** Monday to Friday from 9 to 17, UTC; stories begin on a Monday at 9. */
const calendar = await given.calendar();
const START = new Date('2026-03-16T09:00:00Z');

const at = (text: string) => api.clock.set(new Date(text));
const place = () => given.orderPlace({ plan: { delivery: { targetHours: '12', calendarId: calendar.id } } });
const deliveryOf = async (who: { cookie: string | null }, id: string) =>
  (await api.as(who).run(ORDER_PAGE, { id })).order.items[0].delivery;

beforeEach(() => api.clock.set(START));

describe('the delivery of an order', () => {
  it('is due after the open time that its plan promises, counted from submission', async () => {
    const here = await place();
    const { id } = await given.order(here, 'awaitingApproval');
    const input = { items: [{ planId: here.plan.id }], reason: '' };
    const { quoteOrder } = await api.as(here.requester).run(QUOTE, { input });
    at('2026-03-17T11:00:00Z');

    expect(quoteOrder.dueAt).toBe('2026-03-17T13:00:00.000Z');
    expect(await deliveryOf(here.requester, id)).toMatchObject({
      targetHours: '12',
      dueAt: '2026-03-17T13:00:00.000Z',
      deliveredAt: null,
      verdict: 'RUNNING',
      elapsedHours: '10',
      explanation: expect.arrayContaining([expect.objectContaining({ rule: 'clock.verdict' })]),
    });
  });

  it.each([
    ['2026-03-17T13:00:00Z', 'MET', '12'],
    ['2026-03-17T13:00:36Z', 'BREACHED', '12.01'],
  ])('made at %s is %s, and stays so', async (delivered, verdict, elapsedHours) => {
    const here = await place();
    const order = await given.order(here, 'fulfilling');
    at(delivered);
    await api
      .as(here.member)
      .run(`mutation ($id: ID!) { deliverOrder(id: $id) { errors { code } } }`, { id: order.id });
    at('2026-06-01T09:00:00Z');

    expect(await deliveryOf(here.requester, order.id)).toMatchObject({ verdict, elapsedHours });
  });

  it('is breached once the time is used up, although nobody delivered', async () => {
    const here = await place();
    const { id } = await given.order(here, 'approved');
    at('2026-03-18T09:00:00Z');

    expect(await deliveryOf(here.requester, id)).toMatchObject({ verdict: 'BREACHED', deliveredAt: null });
  });

  it('keeps the promise and the hours with which the order was submitted', async () => {
    const here = await place();
    const { id } = await given.order(here, 'awaitingApproval');
    const changed = await given.changedPlan(here.plan, { delivery: { targetHours: '1', calendar: calendar.slug } });

    expect(changed.deliveryHours).toBe('1');
    expect(await deliveryOf(here.requester, id)).toMatchObject({ targetHours: '12' });
  });

  it('is not judged where nothing is promised, and no longer once nothing comes of the order', async () => {
    const silent = await given.orderPlace();
    const here = await place();

    expect(await deliveryOf(silent.requester, (await given.order(silent, 'approved')).id)).toBeNull();
    expect(await deliveryOf(here.requester, (await given.order(here, 'cancelled')).id)).toBeNull();
  });
});
