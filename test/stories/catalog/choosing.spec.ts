import type { SignedInPerson } from '../../builders/people.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const company = await given.unit({ name: 'Company' });
const sales = await given.unit({ name: 'Sales', parentId: company.id });
const crew = await given.unit({ name: 'Crew' });
const team = await given.team();
const at = { unit: sales, team };
const [laptops, screens, phones] = [
  await given.orderPlace({ at }),
  await given.orderPlace({ at, budget: { from: '2027-01-01', to: '2027-12-31' } }),
  await given.orderPlace({ at, budget: { from: '2028-01-01', to: '2028-12-31' } }),
];
const roles = [{ role: 'requester' as const, kind: 'unit' as const, id: company.id }];
const viewer = await given.person({ unitId: crew.id, roles });

const ERRORS = 'errors { code field message }';
const MARK = `mutation ($id: ID!, $favourite: Boolean!) {
  setFavourite(serviceId: $id, favourite: $favourite) { service { viewerFavourite } ${ERRORS} }
}`;
const LIST = `query ($filter: ServiceFilter, $sort: ServiceSort, $first: Int, $after: String) {
  services(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount facets { name values { count } } pageInfo { hasNextPage endCursor }
    edges { node { id viewerFavourite ordersNearby } }
  }
}`;
const RELATED = `query ($slug: String!) { service(slug: $slug) { relatedServices { byOwner together service { id } } } }`;
const DELIVERY = `query ($slug: String!) { service(slug: $slug) { deliveryTimes { p50Hours p90Hours orders } } }`;
const GRAPH = `query ($slug: String!) {
  service(slug: $slug) {
    dependencies {
      nodes { isBusiness isHit subscriptions units service { id name } }
      edges { serviceId supportingServiceId } businessEdges { serviceId supportingServiceId }
      impact { services businessServices subscriptions units }
    }
  }
}`;
const DRAFT = `mutation ($input: DraftOrderInput!) { draftOrder(input: $input) { order { id version } ${ERRORS} } }`;
const SUBMIT = `mutation ($id: ID!, $version: Int!) { submitOrder(id: $id, version: $version) { order { id } ${ERRORS} } }`;

const run = async (who: SignedInPerson, document: string, variables: object) => api.as(who).answer(document, variables);
const list = (variables: object, who = viewer) => run(who, LIST, variables);
const idsOf = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map(({ node }) => node.id);

async function ordered(who: SignedInPerson, ...places: { plan: { id: string } }[]) {
  const items = places.map(({ plan }) => ({ planId: plan.id }));
  const { order } = await run(who, DRAFT, { input: { items, unitId: sales.id, reason: 'Work.' } });
  expect((await run(who, SUBMIT, order)).errors).toEqual([]);
}

describe('choosing a service', () => {
  it('marks what one wants to find again, for oneself alone', async () => {
    const id = laptops.service.id;
    expect((await run(viewer, MARK, { id, favourite: true })).service).toEqual({ viewerFavourite: true });
    await run(viewer, MARK, { id, favourite: true });
    const mine = await list({ filter: { favourites: true } });
    expect([idsOf(mine), mine.totalCount, mine.facets[1].values]).toEqual([[id], 1, [{ count: 1 }]]);
    expect((await list({ filter: { favourites: true } }, laptops.owner)).totalCount).toBe(0);

    expect((await run(viewer, MARK, { id, favourite: false })).service).toEqual({ viewerFavourite: false });
    expect((await list({ filter: { favourites: true } })).totalCount).toBe(0);
    const proposed = await given.service({ lifecycle: 'proposed' });
    expect((await run(viewer, MARK, { id: proposed.id, favourite: true })).errors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });

  it('counts what colleagues ordered lately, and says nothing of a group of fewer than five', async () => {
    const nobody = await given.unit();
    const lonely = await given.person({ unitId: nobody.id, roles });
    const colleagues = [];
    for (let i = 0; i < 3; i++) colleagues.push(await given.person({ unitId: crew.id, roles }));
    for (const one of colleagues) await ordered(one, laptops, screens);
    await ordered(viewer, laptops);
    const counts = async (who = viewer) =>
      new Map(
        (await list({}, who)).edges.map(({ node }: { node: { id: string; ordersNearby: unknown } }) => [
          node.id,
          node.ordersNearby,
        ]),
      );

    // They are four, until somebody joins a unit below.
    expect((await counts()).get(laptops.service.id)).toBe(0);
    await given.person({ unitId: (await given.unit({ parentId: crew.id })).id });
    expect((await counts()).get(laptops.service.id)).toBe(4);
    expect((await counts()).get(screens.service.id)).toBe(3);
    expect([...(await counts(lonely)).values()].every((count) => count === 0)).toBe(true);

    const [first] = [await list({ sort: 'MOST_USED', first: 1 })];
    const second = await list({ sort: 'MOST_USED', first: 2, after: first.pageInfo.endCursor });
    expect(idsOf(first)).toEqual([laptops.service.id]);
    expect(idsOf(second)).toEqual([screens.service.id, phones.service.id]);
    expect(first.pageInfo.hasNextPage).toBe(true);
  });

  it('leads to what the owner points to, and to what was ordered together three times', async () => {
    const { id, slug } = screens.service;
    expect((await run(viewer, RELATED, { slug })).relatedServices).toEqual([
      { byOwner: false, together: 3, service: { id: laptops.service.id } },
    ]);
    await given.offered({ id }, (now) => ({ ...now, relatedServices: [phones.service.slug] }));
    await expect(given.offered({ id }, (now) => ({ ...now, relatedServices: [slug] }))).rejects.toMatchObject({
      code: 'UNKNOWN_SERVICE',
      field: ['definition', 'relatedServices', '0'],
    });
    expect((await run(viewer, RELATED, { slug })).relatedServices).toEqual([
      { byOwner: true, together: 0, service: { id: phones.service.id } },
      { byOwner: false, together: 3, service: { id: laptops.service.id } },
    ]);
  });

  it('tells how long deliveries took, once there are five', async () => {
    const { slug } = laptops.service;
    const deliver = (hours: number[]) =>
      api.dataSource.query(
        `UPDATE order_item i SET delivered_at = o.submitted_at + make_interval(hours => took)
           FROM service_order o, unnest($2::int[]) WITH ORDINALITY t(took, place),
                (SELECT i.id, row_number() OVER (ORDER BY i.id) AS place FROM order_item i WHERE i.plan_id = $1) numbered
          WHERE o.id = i.order_id AND numbered.id = i.id AND numbered.place = t.place`,
        [laptops.plan.id, hours],
      );
    await ordered(viewer, laptops);
    api.clock.set(new Date(api.clock.now().getTime() + 10 * 86_400_000));
    await deliver([1, 2, 3, 4]);
    expect((await run(viewer, DELIVERY, { slug })).deliveryTimes).toBeNull();
    await deliver([1, 2, 3, 4, 100]);
    expect((await run(viewer, DELIVERY, { slug })).deliveryTimes).toEqual({ p50Hours: 3, p90Hours: 100, orders: 5 });
  });
});

describe('what is hit if a service fails', () => {
  it('is everything that rests on it, with who subscribes; what one does not see stays hidden, and joined', async () => {
    const [network, storage, hidden, shop, planned] = [
      await given.service({ name: 'Network' }),
      await given.service({ name: 'Storage' }),
      await given.service({ name: 'Hidden' }),
      await given.orderPlace(),
      await given.service({ name: 'Planned', lifecycle: 'proposed' }),
    ];
    await given.plan(hidden);
    await given.offered(hidden, (now) => ({
      ...now,
      entitlement: { see: { roles: ['auditor'] }, order: 'requesters' },
    }));
    const support = (one: { id: string }, other: { id: string }) =>
      api.dataSource.query('INSERT INTO service_support VALUES ($1, $2)', [one.id, other.id]);
    await support(storage, network);
    await support(hidden, storage);
    await support(shop.service, hidden);
    await support(planned, network);
    await given.order(shop, 'completed');

    const { dependencies } = await run(viewer, GRAPH, { slug: network.slug });
    expect(dependencies).toEqual({
      nodes: [
        { isBusiness: false, isHit: true, subscriptions: 0, units: 0, service: { id: network.id, name: 'Network' } },
        {
          isBusiness: true,
          isHit: true,
          subscriptions: 1,
          units: 1,
          service: { id: shop.service.id, name: shop.service.name },
        },
        { isBusiness: false, isHit: true, subscriptions: 0, units: 0, service: { id: storage.id, name: 'Storage' } },
      ],
      edges: expect.arrayContaining([
        { serviceId: storage.id, supportingServiceId: network.id },
        { serviceId: shop.service.id, supportingServiceId: storage.id },
      ]),
      businessEdges: [{ serviceId: shop.service.id, supportingServiceId: network.id }],
      impact: { services: 3, businessServices: 1, subscriptions: 1, units: 1 },
    });
    const above = (await run(viewer, GRAPH, { slug: shop.service.slug })).dependencies;
    expect(above.impact).toMatchObject({ services: 1, units: 1 });
    const statements = await api.statementsOf(() => api.as(viewer).run(GRAPH, { slug: network.slug }));
    expect(statements.length).toBeLessThanOrEqual(8);
  });
});
