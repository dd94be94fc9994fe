import { startStory } from '../../builders/index.js';
import { ORDER_PAGE, ORDERS } from './documents.js';

const { api, given } = await startStory();
const office = await given.person({ roles: ['btOffice'] });
const place = await given.orderPlace();

interface Asked {
  scope?: 'MINE' | 'APPROVALS' | 'WORK' | 'ALL';
  states?: string[];
  assigned?: 'ME' | 'NOBODY' | 'OTHERS';
  search?: string;
  kinds?: string[];
  unitId?: string;
  first?: number;
  after?: string;
}
const list = async (who: { cookie: string | null }, asked: Asked = {}) => (await api.as(who).run(ORDERS, asked)).orders;
const ids = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map(({ node }) => node.id);
const SUBSCRIPTIONS = `{ subscriptions { totalCount edges { node {
  id service { name } plan { name } unit { name } beneficiary { name } quantity prices { amount } monthly { amount } order { number }
} } } }`;

describe('a list of orders', () => {
  it('holds in each scope what the viewer has to do with', async () => {
    const here = await given.orderPlace();
    const colleague = await given.person({ unitId: here.unit.id });
    const draft = await given.order(here, 'draft', { beneficiaryId: colleague.id });
    const waiting = await given.order(here, 'awaitingApproval', { beneficiaryId: colleague.id });
    const working = await given.order(here, 'approved');

    expect(ids(await list(here.requester))).toEqual([working.id, waiting.id, draft.id]);
    expect(ids(await list(colleague))).toEqual([waiting.id]);
    expect(ids(await list(here.owner, { scope: 'APPROVALS' }))).toEqual([working.id, waiting.id]);
    expect(ids(await list(here.owner, { scope: 'APPROVALS', states: ['AWAITING_APPROVAL'] }))).toEqual([waiting.id]);
    expect(ids(await list(here.member, { scope: 'WORK' }))).toEqual([working.id]);
    expect(ids(await list(here.member, { scope: 'ALL' }))).toEqual([working.id]);
    expect(ids(await list(here.owner, { scope: 'ALL' }))).toEqual([working.id, waiting.id]);
    expect(ids(await list(office, { scope: 'ALL' }))).not.toContain(draft.id);
    expect(ids(await list(await given.person(), { scope: 'ALL' }))).toEqual([]);
  });

  it('is narrowed to kinds of items, and to the unit that pays with those below it', async () => {
    const above = await given.unit({ name: 'Company' });
    const here = await given.orderPlace();
    await api.dataSource.query('UPDATE business_unit SET parent_id = $2 WHERE id = $1', [here.unit.id, above.id]);
    const done = await given.order(here, 'completed');
    const { order } = await api.as(here.requester).run(ORDER_PAGE, { id: done.id });
    const items = [{ kind: 'renew', subscriptionId: order.items[0].subscription.id }];
    const change = await given.order(here, 'draft', {
      items: [{ ...items[0]!, kind: 'change', quantity: 3 }],
    } as never);

    expect(ids(await list(here.requester, { kinds: ['CHANGE', 'TERMINATE'] }))).toEqual([change.id]);
    expect(ids(await list(here.requester, { kinds: ['SUBSCRIBE'] }))).toEqual([done.id]);
    expect(ids(await list(here.requester, { unitId: above.id }))).toEqual([change.id, done.id]);
    expect(ids(await list(here.requester, { unitId: place.unit.id }))).toEqual([]);
    expect(ids(await list(here.requester, { unitId: 'no unit' }))).toEqual([]);
  });

  it('tells the work of a team apart: what the viewer has, what nobody has yet, and what colleagues have', async () => {
    const here = await given.orderPlace();
    const colleague = await given.person({ name: 'Carla Colleague' });
    await given.membership(here.team, colleague);
    const free = await given.order(here, 'approved');
    const mine = await given.order(here, 'fulfilling');
    await given.order(here, 'awaitingApproval');
    const work = async (who: { cookie: string | null }, assigned: Asked['assigned']) =>
      ids(await list(who, { scope: 'WORK', assigned }));

    for (const [who, mines, others] of [
      [here.member, [mine.id], []],
      [colleague, [], [mine.id]],
    ] as const) {
      expect(await work(who, 'ME')).toEqual(mines);
      expect(await work(who, 'NOBODY')).toEqual([free.id]);
      expect(await work(who, 'OTHERS')).toEqual(others);
    }
    expect((await list(here.member, { scope: 'WORK', assigned: 'NOBODY' })).facets[0].values).toEqual([
      { value: 'APPROVED', label: 'approved', count: 1 },
    ]);
  });

  it('counts by state, and is searched by number and by name of service', async () => {
    const here = await given.orderPlace();
    const [rejected, done] = [await given.order(here, 'rejected'), await given.order(here, 'completed')];
    await given.order(here, 'completed');

    const all = await list(here.requester, { states: ['REJECTED'] });

    expect(all.totalCount).toBe(1);
    expect(all.facets).toEqual([
      {
        name: 'state',
        values: [
          { value: 'COMPLETED', label: 'completed', count: 2 },
          { value: 'REJECTED', label: 'rejected', count: 1 },
        ],
      },
    ]);
    expect(ids(await list(here.requester, { search: `a-${rejected.number}` }))).toEqual([rejected.id]);
    expect(ids(await list(here.requester, { search: String(done.number) }))).toEqual([done.id]);
    expect((await list(here.requester, { search: here.service.name.toUpperCase() })).totalCount).toBe(3);
    expect((await list(here.requester, { search: '100%' })).totalCount).toBe(0);
  });

  it('goes on after its last order', async () => {
    const here = await given.orderPlace();
    const made = [];
    for (let i = 0; i < 5; i++) made.push((await given.order(here)).id);

    const first = await list(here.requester, { first: 3 });
    const second = await list(here.requester, { first: 3, after: first.pageInfo.endCursor });

    expect([...ids(first), ...ids(second)]).toEqual(made.reverse());
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('takes as many statements for many orders as for few, and so does the page of one', async () => {
    const read = (scope: Asked['scope'], who = place.requester) => api.statementsOf(() => list(who, { scope }));
    await given.order(place);
    const { id } = await given.order(place, 'fulfilling');
    const page = (order: string) => api.statementsOf(() => api.as(place.requester).run(ORDER_PAGE, { id: order }));
    const [few, one] = [await read('MINE'), await page(id)];
    for (let i = 0; i < 4; i++) {
      await given.order(place);
      await given.order(place, 'fulfilling');
    }
    const done = await given.order(place, 'completed');

    expect((await read('MINE')).length).toBe(few.length);
    expect(few.length).toBeLessThanOrEqual(20);
    expect((await page(done.id)).length).toBeLessThanOrEqual(24);
    expect(one.length).toBeLessThanOrEqual(24);
  });
});

describe('subscriptions', () => {
  it('are seen by who has them and by who pays them', async () => {
    const here = await given.orderPlace();
    const colleague = await given.person({ name: 'Carl Colleague', unitId: here.unit.id });
    const { number } = await given.order(here, 'completed', { quantity: 2, beneficiaryId: colleague.id });
    await given.order(here, 'delivered');
    const seen = async (who: { cookie: string | null }) => (await api.as(who).run(SUBSCRIPTIONS)).subscriptions;

    const [{ node }] = (await seen(colleague)).edges;
    expect(node).toMatchObject({
      service: { name: here.service.name },
      beneficiary: { name: 'Carl Colleague' },
      quantity: 2,
      prices: [{ amount: '10.00' }],
      monthly: { amount: '20.00' },
      order: { number: `A-${number}` },
    });
    expect((await seen(here.requester)).totalCount).toBe(1);
    expect((await seen(here.owner)).totalCount).toBe(1);
    expect((await seen(here.member)).totalCount).toBe(0);
    expect((await seen(office)).totalCount).toBeGreaterThanOrEqual(1);
  });

  it('take as many statements for many as for one', async () => {
    const here = await given.orderPlace();
    await given.order(here, 'completed');
    const read = () => api.statementsOf(() => api.as(here.requester).run(SUBSCRIPTIONS));
    const one = await read();
    for (let i = 0; i < 3; i++) await given.order(here, 'completed');

    expect((await read()).length).toBe(one.length);
  });
});
