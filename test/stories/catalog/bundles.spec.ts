import { NoticeEntity } from '@accord/api/people/notices/notice.entity.js';
import type { SignedInPerson } from '../../builders/people.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const { manager } = api.dataSource;
const unit = await given.unit();
const author = await given.person({ name: 'Ola Author', roles: ['serviceOwner'] });
const office = await given.person({ name: 'Otto Office', roles: ['btOffice'] });
const roles = [{ role: 'requester' as const, kind: 'unit' as const, id: unit.id }];
const requester = await given.person({ name: 'Rita Requester', unitId: unit.id, roles });
const [laptops, screens] = [
  await given.orderPlace({ at: { unit, team: await given.team() } }),
  await given.orderPlace(),
];
const place = { type: 'string', title: 'Where to?', enum: ['desk', 'home'] };
const address = { type: 'string', title: 'Address', maxLength: 100 };
const system = { type: 'string', title: 'System', enum: ['A', 'B'] };
const screensAsked = { type: 'integer', title: 'How many?', minimum: 1, maximum: 5 };
const atHome = {
  if: { properties: { place: { const: 'home' } }, required: ['place'] },
  then: { properties: { address }, required: ['address'] },
};
await given.offered(laptops.service, (now) => ({
  ...now,
  form: { schema: { type: 'object', properties: { place, system }, required: ['place', 'system'], allOf: [atHome] } },
}));
await given.offered(screens.service, (now) => ({
  ...now,
  form: {
    schema: { type: 'object', properties: { place, screens: screensAsked }, required: ['place', 'screens'] },
    quantityField: 'screens',
  },
}));

const parts = [
  { key: 'laptop', plan: `${laptops.service.slug}/${laptops.plan.slug}` },
  { key: 'screens', plan: `${screens.service.slug}/${screens.plan.slug}`, required: false, quantity: 2, most: 3 },
];
const definition = {
  name: 'A place to work',
  outcome: 'A desk with all that belongs to it.',
  synonyms: ['workplace'],
  parts,
  form: { schema: { type: 'object', properties: { place }, required: ['place'], allOf: [atHome] } },
  answers: [
    { question: 'place', part: 'laptop', field: 'place' },
    { question: 'address', part: 'laptop', field: 'address' },
    { question: 'place', part: 'screens', field: 'place' },
  ],
};
const ERRORS = 'errors { code field message }';
const VERSION = `version { id number state revision diff { sentence } viewerCanPublish bundle { id slug } } ${ERRORS}`;
const DRAFT = `mutation ($input: DraftBundleInput!) { draftBundle(input: $input) { ${VERSION} } }`;
const AGAIN = `mutation ($id: ID!) { draftBundleVersion(bundleId: $id) { ${VERSION} } }`;
const CHANGE = `mutation ($id: ID!, $revision: Int!, $definition: JSON!) {
  changeBundleDraft(id: $id, revision: $revision, definition: $definition) { ${VERSION} }
}`;
const PROPOSE = `mutation ($id: ID!) { proposeBundleVersion(id: $id) { ${VERSION} } }`;
const PUBLISH = `mutation ($id: ID!) { publishBundleVersion(id: $id) { ${VERSION} } }`;
const WITHDRAW = `mutation ($id: ID!) { withdrawBundleVersion(id: $id, reason: "Not now.") { ${VERSION} } }`;
const END = `mutation ($id: ID!) { endBundle(id: $id, reason: "Nobody wants it.") { bundle { endedAt } ${ERRORS} } }`;
const BUNDLES = `query ($search: String) {
  bundles(search: $search) {
    slug name owner { name } form answers { question part field }
    parts { key required quantity most refusal service { name orderForm { serviceVersionId } } plan { name prices { amount } } }
    cost { oneOff { amount } monthly { amount currency } } orderRefusal
  }
}`;
const BUNDLE = `query ($slug: String!) { bundle(slug: $slug) { slug draft { id } versions { number state } orderRefusal parts { key refusal } } }`;
const ORDER = `query ($input: BundleOrderInput!) {
  bundleOrder(input: $input) { items { partOf { bundleId part } planId quantity answers serviceVersionId } dropped { title } refusals { code field message } }
}`;
const DRAFT_ORDER = `mutation ($input: DraftOrderInput!) { draftOrder(input: $input) { order { id version cost { monthly { amount } } } ${ERRORS} } }`;
const SUBMIT = `mutation ($id: ID!, $version: Int!) {
  submitOrder(id: $id, version: $version) { order { state bundleAnswers items { quantity bundle { id slug name part } plan { id } answered { title texts } cost { monthly { amount } } } } ${ERRORS} }
}`;

const BUNDLE_OF_ORDER = 'bundleAnswers items { bundle { name part } answers }';
const CHANGE_ORDER = `mutation ($id: ID!, $version: Int!, $input: ChangeOrderDraftInput!) {
  changeOrderDraft(id: $id, version: $version, input: $input) { order { ${BUNDLE_OF_ORDER} } ${ERRORS} }
}`;
const DUPLICATE = `mutation ($id: ID!) { duplicateOrder(id: $id) { order { id ${BUNDLE_OF_ORDER} } ${ERRORS} } }`;
const ADD = `mutation ($input: AddToOrderInput!) { addToOrder(input: $input) { order { id } ${ERRORS} } }`;
const ORDERS = `query { orders(scope: MINE) { edges { node { id items { bundle { name } } } } } }`;
const MARK = `mutation ($id: ID!, $favourite: Boolean!) {
  setBundleFavourite(bundleId: $id, favourite: $favourite) { bundle { viewerFavourite } ${ERRORS} }
}`;
const MARKED = `query { bundles(favourites: true) { slug viewerFavourite } }`;

const run = async (who: SignedInPerson, document: string, variables: object) => api.as(who).answer(document, variables);
let made = 0;

async function published(change: object = {}): Promise<{ id: string; slug: string }> {
  const { version, errors } = await run(author, DRAFT, {
    input: { slug: `work-place-${++made}`, definition: { ...definition, ...change } },
  });
  expect(errors).toEqual([]);
  expect((await run(author, PROPOSE, { id: version.id })).errors).toEqual([]);
  expect((await run(office, PUBLISH, { id: version.id })).errors).toEqual([]);
  return version.bundle;
}

describe('a bundle', () => {
  it('is drafted, proposed, and published by a second person; before that nobody is offered it', async () => {
    const { version } = await run(author, DRAFT, { input: { slug: 'new-desk', definition } });
    const [{ id, revision }, { bundle }] = [version, version];

    expect((await run(office, PUBLISH, { id })).errors).toMatchObject([{ code: 'NOT_PROPOSED' }]);
    expect((await run(author, CHANGE, { id, revision: 0, definition })).errors).toMatchObject([{ code: 'STALE' }]);
    await run(author, CHANGE, { id, revision, definition });
    await run(author, PROPOSE, { id });
    expect((await run(author, CHANGE, { id, revision: 2, definition })).errors).toMatchObject([
      { code: 'NOT_A_DRAFT' },
    ]);
    expect((await run(author, PUBLISH, { id })).errors).toMatchObject([{ code: 'SECOND_PERSON_NEEDED' }]);
    expect(await run(requester, BUNDLE, { slug: 'new-desk' })).toBeNull();
    expect(await run(office, BUNDLE, { slug: 'new-desk' })).toMatchObject({
      draft: { id },
      orderRefusal: expect.any(String),
    });

    expect(await run(office, PUBLISH, { id })).toMatchObject({ version: { state: 'PUBLISHED' }, errors: [] });
    expect(await run(requester, BUNDLE, { slug: 'new-desk' })).toMatchObject({ versions: [], orderRefusal: null });
    const told = await manager.findBy(NoticeEntity, { subjectId: bundle.id });
    expect(told.map(({ kind, personId }) => [kind, personId])).toEqual(
      expect.arrayContaining([
        ['versionProposed', office.id],
        ['versionDecided', author.id],
      ]),
    );

    const again = await run(author, AGAIN, { id: bundle.id });
    expect((await run(author, AGAIN, { id: bundle.id })).errors).toMatchObject([{ code: 'VERSION_OPEN' }]);
    const next = { id: again.version.id, revision: 1, definition: { ...definition, name: 'A good place to work' } };
    expect((await run(author, CHANGE, next)).version.diff).toEqual([
      { sentence: 'The name changed from "A place to work" to "A good place to work".' },
    ]);
    expect((await run(author, WITHDRAW, { id: next.id })).version).toMatchObject({ state: 'WITHDRAWN' });
    expect((await run(office, END, { id: bundle.id })).bundle.endedAt).not.toBeNull();
    expect(await run(requester, BUNDLE, { slug: 'new-desk' })).toBeNull();
    expect((await run(author, AGAIN, { id: bundle.id })).errors).toMatchObject([{ code: 'BUNDLE_ENDED' }]);
    expect((await run(author, DRAFT, { input: { slug: 'new-desk', definition } })).errors).toMatchObject([
      { code: 'SLUG_TAKEN', field: ['slug'] },
    ]);
  });

  it.each<[string, string, object]>([
    ['a plan that there is not', 'UNKNOWN_PLAN', { parts: [parts[0], { key: 'screens', plan: 'no/such' }] }],
    [
      'an answer to a field that the form of a part does not have',
      'ANSWER_DOES_NOT_FIT',
      { answers: [...definition.answers, { question: 'address', part: 'screens', field: 'address' }] },
    ],
  ])('is not proposed with %s', async (_, code, change) => {
    const input = { slug: `wrong-${++made}`, definition: { ...definition, ...change } };
    const { version } = await run(author, DRAFT, { input });
    const { errors } = await run(author, PROPOSE, { id: version.id });
    expect(errors).toMatchObject([{ code, message: expect.stringMatching(/^[^.]+\.$/) }]);
  });

  it('is found by what is in it, and costs what its required parts cost today', async () => {
    const { slug } = await published();
    const [found] = await run(requester, BUNDLES, { search: laptops.service.name });

    expect(found).toMatchObject({
      slug,
      owner: { name: 'Ola Author' },
      parts: [
        { key: 'laptop', required: true, service: { name: laptops.service.name }, refusal: null },
        { key: 'screens', required: false, quantity: 2, most: 3 },
      ],
      cost: { oneOff: { amount: '0.00' }, monthly: { amount: '10.00', currency: 'EUR' } },
      orderRefusal: null,
    });
    expect(await run(requester, BUNDLES, { search: 'workplace' })).toHaveLength(1);
    await manager.query(`UPDATE service SET synonyms = '{notebook}' WHERE id = $1`, [laptops.service.id]);
    for (const search of ['note book', laptops.plan.name])
      expect(await run(requester, BUNDLES, { search })).toMatchObject([{ slug }]);
    expect(await run(requester, BUNDLES, { search: 'workplace nothing' })).toEqual([]);
  });

  it('is ordered as one order of several items, for which what is asked once is answered once', async () => {
    const { slug } = await published();
    const input = {
      slug,
      answers: { place: 'home', address: 'Long Street 1' },
      parts: [
        { key: 'laptop', answers: { system: 'B' } },
        { key: 'screens', quantity: 3 },
      ],
    };
    const { items, refusals, dropped } = await run(requester, ORDER, { input });
    expect([refusals, dropped]).toEqual([[], []]);
    const order = { items, bundleAnswers: input.answers, reason: 'A new colleague.' };
    const drafted = await run(requester, DRAFT_ORDER, { input: order });
    expect(drafted).toMatchObject({ errors: [], order: { cost: { monthly: { amount: '40.00' } } } });

    const { order: sent, errors } = await run(requester, SUBMIT, drafted.order);
    expect(errors).toEqual([]);
    expect(sent).toMatchObject({
      state: 'AWAITING_APPROVAL',
      // They went to the items.
      bundleAnswers: null,
      items: [
        {
          quantity: 1,
          bundle: { slug, name: 'A place to work', part: 'laptop' },
          plan: { id: laptops.plan.id },
          answered: [
            { title: 'Where to?', texts: ['home'] },
            { title: 'System', texts: ['B'] },
            { title: 'Address', texts: ['Long Street 1'] },
          ],
        },
        {
          quantity: 3,
          bundle: { slug, part: 'screens' },
          plan: { id: screens.plan.id },
          answered: [
            { title: 'Where to?', texts: ['home'] },
            { title: 'How many?', texts: ['3'] },
          ],
          cost: { monthly: { amount: '30.00' } },
        },
      ],
    });
  });

  it('is a draft that keeps what was answered once, and an order that goes on naming it', async () => {
    const { id: bundleId, slug } = await published();
    const input = { slug, answers: { place: 'desk' } };
    const { items } = await run(requester, ORDER, { input });
    const order = { items, reason: 'Work.', bundleAnswers: { place: 'home', address: 'Long Street 1', stranger: 1 } };
    const { id, version } = (await run(requester, DRAFT_ORDER, { input: order })).order;

    const kept = { place: 'home', address: 'Long Street 1' };
    const changed = await run(requester, CHANGE_ORDER, { id, version, input: { reason: 'More work.' } });
    expect(changed.order).toMatchObject({
      bundleAnswers: kept,
      items: [{ bundle: { name: 'A place to work', part: 'laptop' }, answers: { place: 'desk' } }],
    });
    const [item] = items;
    for (const wrong of [
      { ...item, partOf: { bundleId, part: 'screens' } },
      { ...item, planId: screens.plan.id, answers: {}, serviceVersionId: null },
    ])
      expect((await run(requester, DRAFT_ORDER, { input: { ...order, items: [wrong] } })).errors).toMatchObject([
        { code: 'UNKNOWN_PART', field: ['items', '0', 'partOf'] },
      ]);
    // What is added from the catalog begins an order of its own.
    const added = await run(requester, ADD, { input: { items: [{ planId: screens.plan.id }] } });
    expect([added.errors, added.order.id === id]).toEqual([[], false]);

    expect((await run(requester, DUPLICATE, { id })).order.items).toMatchObject([{ bundle: { part: 'laptop' } }]);
    const { version: draft } = await run(author, AGAIN, { id: bundleId });
    await run(author, CHANGE, { id: draft.id, revision: 1, definition: { ...definition, name: 'Renamed' } });
    await run(author, PROPOSE, { id: draft.id });
    await run(office, PUBLISH, { id: draft.id });
    expect((await run(office, END, { id: bundleId })).errors).toEqual([]);
    const again = (await run(requester, DUPLICATE, { id })).order;
    expect(again).toMatchObject({ bundleAnswers: null, items: [{ bundle: null, answers: { place: 'desk' } }] });
    const { edges } = await run(requester, ORDERS, {});
    expect(edges.find(({ node }: { node: { id: string } }) => node.id === id).node.items).toEqual([
      { bundle: { name: 'A place to work' } },
    ]);
  });

  it('is marked to be found again, for oneself alone', async () => {
    const { id, slug } = await published();
    expect((await run(requester, MARK, { id, favourite: true })).bundle).toEqual({ viewerFavourite: true });
    await run(requester, MARK, { id, favourite: true });
    expect(await run(requester, MARKED, {})).toEqual([{ slug, viewerFavourite: true }]);
    expect(await run(author, MARKED, {})).toEqual([]);
    await run(requester, MARK, { id, favourite: false });
    expect(await run(requester, MARKED, {})).toEqual([]);
    expect((await run(requester, MARK, { id: requester.id, favourite: true })).errors).toMatchObject([
      { code: 'NOT_FOUND', field: ['bundleId'] },
    ]);
  });

  it('says in one sentence why it cannot be ordered, or a part of it', async () => {
    const { slug } = await published();
    const choice = { slug, answers: { place: 'desk', address: 'Hidden' }, parts: [{ key: 'screens', quantity: 4 }] };
    expect(await run(requester, ORDER, { input: choice })).toMatchObject({
      dropped: [{ title: 'Address' }],
      refusals: [{ code: 'WRONG_QUANTITY', field: ['parts', 'screens', 'quantity'] }],
    });

    await given.plan(screens.service);
    await given.changedPlan(screens.plan, { endsOn: '2026-01-01' });
    const ended = `The plan ${screens.plan.name} of ${screens.service.name} has ended and takes no new orders.`;
    expect(await run(requester, BUNDLE, { slug })).toMatchObject({
      orderRefusal: null,
      parts: [{ refusal: null }, { refusal: ended }],
    });
    expect((await run(requester, ORDER, { input: { ...choice, parts: [{ key: 'screens' }] } })).refusals).toMatchObject(
      [{ code: 'PART_NOT_OFFERED', field: ['parts', 'screens'], message: ended }],
    );
    await api.dataSource.query(`UPDATE service SET lifecycle = 'retiring' WHERE id = $1`, [laptops.service.id]);
    expect(await run(requester, BUNDLE, { slug })).toMatchObject({
      orderRefusal: `${laptops.service.name} is retiring; only live services are ordered.`,
    });
    await api.dataSource.query(`UPDATE service SET lifecycle = 'live' WHERE id = $1`, [laptops.service.id]);
    await given.changedPlan(screens.plan, { endsOn: null });

    // The price of what is in it, and how much of it can be set aside, may change under a bundle.
    const cores = { kind: 'limit' as const, label: 'Cores', amount: '5', per: 'month' as const, unitName: 'core' };
    const machine = await given.plan(screens.service, { prices: [cores] });
    const ref = `${screens.service.slug}/${machine.slug}`;
    const limits = (units: string) => [{ unitName: 'core', units }];
    const whole = { key: 'machine', plan: ref, limits: limits('2') };
    const { slug: hosting } = await published({ parts: [whole, parts[0]], form: null, answers: [] });
    await given.changedPlan(machine, { limits: [{ unitName: 'core', least: '4', most: null, whole: true }] });
    const tooLittle = `${machine.name} of ${screens.service.name} cannot be ordered as the bundle has it: set at least 4 core aside.`;
    expect((await run(requester, BUNDLE, { slug: hosting })).orderRefusal).toBe(tooLittle);
    await given.changedPlan(machine, { limits: [], prices: [], priceOnRequest: true });
    const asks = `The price of ${machine.name} is told on request; ask the owner of ${screens.service.name}.`;
    expect((await run(requester, BUNDLE, { slug: hosting })).orderRefusal).toBe(asks);
    const cost = (await run(requester, BUNDLES, {})).find((one: { slug: string }) => one.slug === hosting).cost;
    expect(cost).toBeNull();
  });

  it('is not shown to who does not see a required part, and takes as many statements in lists of any length', async () => {
    const statements = () => api.statementsOf(() => api.as(requester).run(BUNDLES, {}));
    const few = await statements();
    for (let i = 0; i < 4; i++) await published({ name: `Another ${i}` });
    const many = await statements();
    const begins = (all: string[]) => all.map((one) => one.slice(0, 80)).sort();
    expect(begins(many)).toEqual(begins(few));
    expect(many.length).toBeLessThanOrEqual(14);

    const before = (await run(requester, BUNDLES, {})).length;
    await given.offered(laptops.service, (now) => ({
      ...now,
      entitlement: { see: { roles: ['auditor'] }, order: 'requesters' },
    }));
    expect([before > 4, await run(requester, BUNDLES, {})]).toEqual([true, []]);
  });
});

it('a plan that retires: the owner of the bundle is told, and who retires it sees which bundles it is part of', async () => {
  const leaving = await given.orderPlace();
  const second = await given.person({ name: 'Sara Second', roles: ['btOffice'] });
  const part = { key: 'phone', plan: `${leaving.service.slug}/${leaving.plan.slug}` };
  const bundle = await published({ name: 'A phone', parts: [part, parts[0]], form: null, answers: [] });
  const PROPOSE_END = `mutation ($input: ProposeRetirementInput!) { proposeRetirement(input: $input) { retirement { id } ${ERRORS} } }`;
  const DECIDE_END = `mutation ($id: ID!) { decideRetirement(id: $id) { retirement { state } ${ERRORS} } }`;
  const OF_PLAN = `query ($slug: String!) { service(slug: $slug) { plans { bundles { name } } } }`;
  expect((await api.as(office).run(OF_PLAN, { slug: leaving.service.slug })).service.plans).toEqual([
    { bundles: [{ name: 'A phone' }] },
  ]);
  const endsOn = new Date(api.clock.now().getTime() + 200 * 86_400_000).toISOString().slice(0, 10);
  const input = { serviceId: leaving.service.id, endsOn, reason: 'Nobody calls.', paths: [] };
  const { retirement, errors } = await run(office, PROPOSE_END, { input });
  expect(errors).toEqual([]);
  expect((await run(second, DECIDE_END, { id: retirement.id })).errors).toEqual([]);

  const [told] = await manager.findBy(NoticeEntity, { subjectId: bundle.id, kind: 'retirement' });
  expect(told).toMatchObject({
    personId: author.id,
    facts: { what: `${leaving.service.name}, part of the bundle A phone,`, on: endsOn },
  });
});
