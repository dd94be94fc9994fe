import { startStory } from '../../builders/index.js';
import { SERVICES } from './documents.js';

const { api, given } = await startStory();
const requester = await given.person({ roles: ['requester'] });
const office = await given.person({ name: 'Ophelia', roles: ['btOffice'] });
const ada = await given.person({ name: 'Ada' });
const acme = await given.provider({ name: 'Acme' });
const utility = { operationalDependence: 3, strategicImpact: 1, standardizability: 5, uncertainty: 1 };
const frontier = { operationalDependence: 1, strategicImpact: 4, standardizability: 1, uncertainty: 5 };

await given.service({
  slug: 'mail',
  name: 'E-mail and calendar',
  synonyms: ['Outlook', 'mailbox'],
  outcome: 'Everybody can write to everybody.',
  scores: utility,
  ownerId: ada.id,
  providerId: acme.id,
});
await given.service({
  slug: 'print',
  name: 'Managed printing',
  synonyms: ['printer', 'copier'],
  outcome: 'Paper comes out where you stand.',
  lineOfService: 'documentServices',
  scores: utility,
  providerId: acme.id,
});
const database = await given.service({
  slug: 'database',
  name: 'Database hosting',
  outcome: 'Data is kept safe and fast.',
  description: 'PostgreSQL with backups, for e-mail as well.',
  lineOfService: 'databaseServices',
  scores: utility,
  ownerId: ada.id,
});
await given.service({
  slug: 'cafe',
  name: 'Café terminal',
  outcome: 'Lunch is paid by badge.',
  lineOfService: 'security',
  lifecycle: 'retiring',
});
await given.service({
  slug: 'quantum',
  name: 'Quantum pricing',
  outcome: 'Prices nobody else can compute.',
  lineOfService: 'softwareDevelopment',
  scores: frontier,
  lifecycle: 'chartered',
});
await given.plan(database, { name: 'Clustered', description: 'Two servers in two rooms.' });
await given.offered(database, (now) => ({
  ...now,
  form: {
    schema: {
      type: 'object',
      properties: {
        size: { type: 'string', title: 'Expected size', enum: ['tiny', 'gigantic'] },
        engine: { type: 'string', title: 'Engine', oneOf: [{ const: 'm', title: 'MariaDB' }] },
      },
      allOf: [
        {
          if: { properties: { size: { const: 'gigantic' } }, required: ['size'] },
          then: { properties: { shards: { type: 'integer', title: 'Shards', description: 'Split by tenant.' } } },
        },
      ],
    },
  },
}));

const find = async (filter: object, more: object = {}, who = requester) =>
  (await api.as(who).run(SERVICES, { filter, ...more })).services;
const slugs = async (search: string, more: object = {}) =>
  (await find({ search, ...more })).edges.map(({ node }: { node: { slug: string } }) => node.slug);
const facet = (services: { facets: { name: string; values: { value: string; count: number }[] }[] }, name: string) =>
  Object.fromEntries(
    services.facets.find((one) => one.name === name)!.values.map(({ value, count }) => [value, count]),
  );

describe('finding a service', () => {
  it.each([
    ['its name', 'database', ['database']],
    ['a synonym', 'outlook', ['mail']],
    ['its outcome', 'paper', ['print']],
    ['its description, after those whose name it is', 'mail', ['mail', 'database']],
    ['another form of a word', 'hosted', ['database']],
    ['the beginning of a word', 'calen', ['mail']],
    ['a typo', 'databsae', ['database']],
    ['swapped letters', 'pritner', ['print']],
    ['a missing letter', 'calndar', ['mail']],
    ['words in any order, one mistyped', 'hostng databse', ['database']],
    ['a word without its accent', 'cafe', ['cafe']],
    ['two words that it writes as one', 'mail box', ['mail']],
    ['one word that its name has in two', 'email', ['mail']],
    ['the same mistyped', 'cafetermnal', ['cafe']],
    ['a plan that it has', 'clustered rooms', ['database']],
    ['what its order form asks', 'expected size', ['database']],
    ['what its order form lets one choose', 'gigantic mariadb', ['database']],
    ['what its order form asks of some only', 'shards tenant', ['database']],
    ['no short word of which it only has the beginning', 'CAD', []],
    ['small words around it', 'I need a printer for my paper', ['print']],
    ['letters that are signs without their accent', 'mail ŉ½', []],
    ['letters of another script', 'почта', []],
    ['small words only', 'to', ['mail']],
    ['signs, which say nothing', '!?&|:*', []],
    ["what a query language would mind: ' & | ! ( ) : *", "mail' & | ! ( ) : *", ['mail', 'database']],
  ])('works by %s', async (_, search, expected) => {
    expect(await slugs(search)).toEqual(expected);
  });

  it('suggests the nearest names when nothing matches, and whom to ask', async () => {
    const services = await find({ search: 'quantun cafe managment' });

    expect(services.edges).toEqual([]);
    expect(services.totalCount).toBe(0);
    expect(services.suggestions).toContainEqual({ name: 'Managed printing' });
    expect(services.suggestions).not.toContainEqual({ name: 'Quantum pricing' });
    expect(services.whomToAsk).toEqual([{ name: 'Ophelia' }]);
    expect(await find({ search: 'mail' })).toMatchObject({ suggestions: [], whomToAsk: [] });
    expect((await find({ search: 'CAD' })).suggestions).toEqual([]);
  });

  it('shows the whole catalog by name without a search', async () => {
    const services = await find({});

    expect(services.edges.map(({ node }: { node: { slug: string } }) => node.slug)).toEqual([
      'cafe',
      'database',
      'mail',
      'print',
    ]);
    expect(services.totalCount).toBe(4);
  });

  it('finds nothing by an id that nothing has, such as a short name in an old link', async () => {
    expect(await find({ providerIds: ['acme'] })).toMatchObject({ edges: [], totalCount: 0 });
    expect(await find({ ownerIds: ['ada'] })).toMatchObject({ edges: [], totalCount: 0 });
  });

  it('counts every facet with the other filters applied, and its own left out', async () => {
    const all = await find({});
    const narrowed = await find({ lines: ['DOCUMENT_SERVICES'], providerIds: [acme.id] });

    expect(facet(all, 'archetype')).toEqual({ COMMODITY_UTILITY: 3 });
    expect(facet(all, 'line')).toEqual({
      SOFTWARE_SUPPORT: 1,
      DOCUMENT_SERVICES: 1,
      DATABASE_SERVICES: 1,
      SECURITY: 1,
    });
    expect(facet(all, 'provider')).toEqual({ [acme.id]: 2 });
    expect(facet(all, 'owner')).toMatchObject({ [ada.id]: 2 });
    expect(facet(all, 'lifecycle')).toEqual({ LIVE: 3, RETIRING: 1 });
    expect(narrowed.totalCount).toBe(1);
    expect(facet(narrowed, 'line')).toEqual({ SOFTWARE_SUPPORT: 1, DOCUMENT_SERVICES: 1 });
    expect(facet(narrowed, 'provider')).toEqual({ [acme.id]: 1 });
    expect(all.facets.find(({ name }: { name: string }) => name === 'line').values[0].label).toBe('Software support');
    expect(all.facets.find(({ name }: { name: string }) => name === 'provider').values[0].label).toBe('Acme');
  });

  it.each([
    ['archetypes', { archetypes: ['COMMODITY_UTILITY'] }, ['database', 'mail', 'print']],
    ['lines', { lines: ['SECURITY', 'DATABASE_SERVICES'] }, ['cafe', 'database']],
    ['owners', { ownerIds: [ada.id] }, ['database', 'mail']],
    ['lifecycles', { lifecycles: ['RETIRING'] }, ['cafe']],
    ['nothing, when the list is empty', { lines: [] }, ['cafe', 'database', 'mail', 'print']],
    ['all at once', { search: 'mail', ownerIds: [ada.id], lines: ['DATABASE_SERVICES'] }, ['database']],
  ])('filters by %s', async (_, filter, expected) => {
    const services = await find(filter);

    expect(services.edges.map(({ node }: { node: { slug: string } }) => node.slug)).toEqual(expected);
    expect(services.totalCount).toBe(expected.length);
  });

  it('pages through either order without gaps or repeats', async () => {
    for (const [sort, filter] of [
      ['NAME', {}],
      ['RELEVANCE', { search: 'e' }],
      ['NAME', { search: 'e' }],
    ] as const) {
      const whole = await find(filter, { sort, first: 50 });
      const found: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page: typeof whole = await find(filter, { sort, first: 1, after });
        found.push(...page.edges.map(({ node }: { node: { slug: string } }) => node.slug));
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      expect(found).toEqual(whole.edges.map(({ node }: { node: { slug: string } }) => node.slug));
      expect(found.length).toBe(whole.totalCount);
    }
  });

  it('takes null for what is left out', async () => {
    expect((await find({}, { sort: null, first: null, after: null })).edges).toHaveLength(4);
  });

  it('refuses a cursor that is not its own, and a negative page', async () => {
    for (const more of [{ after: 'nonsense' }, { first: -1 }]) {
      const { errors } = await api.as(requester).ask(SERVICES, { filter: {}, ...more });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID' } }]);
    }
  });

  it('finds the pipeline for insiders', async () => {
    expect((await find({ search: 'quantum' }, {}, office)).edges).toMatchObject([{ node: { slug: 'quantum' } }]);
    expect((await find({ search: 'quantum' })).edges).toEqual([]);
  });
});

it('finds or suggests a service whose name is mistyped by one letter, whichever it is', async () => {
  await given.service({ slug: 'vpn', name: 'VPN access', outcome: 'Work from anywhere.' });
  const nearOf = async (search: string) => {
    const { edges, suggestions } = await find({ search });
    return [...edges.map(({ node }: { node: { name: string } }) => node.name), ...suggestions.map(nameOf)];
  };
  const nameOf = ({ name }: { name: string }) => name;

  for (const typed of ['xpn', 'vxn', 'vpx', 'vnp', 'pvn', 'vpnn', 'acces', 'acess', 'xccess', 'accxss'])
    expect([typed, await nearOf(typed)]).toEqual([typed, expect.arrayContaining(['VPN access'])]);
  expect(await nearOf('xyzzy')).toEqual([]);
});
