import { AuditEntryEntity } from '@accord/api/platform/audit/audit-entry.entity.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const vendor = await given.person({ roles: ['vendorManager'] });
const requester = await given.person({ roles: ['requester'] });
const team = await given.team({ name: 'Platform team' });

const FIELDS = 'slug name kind country website team { name } endedAt viewerCanChange version';
const ADD = `mutation ($input: AddProviderInput!) {
  addProvider(input: $input) { provider { id ${FIELDS} } errors { code field message } }
}`;
const CHANGE = `mutation ($id: ID!, $input: ChangeProviderInput!) {
  changeProvider(id: $id, input: $input) { provider { ${FIELDS} } errors { code field } }
}`;
const END = `mutation ($id: ID!, $reason: String!) { endProvider(id: $id, reason: $reason) { provider { endedAt } errors { code field message } } }`;
const PROVIDERS = `query ($filter: ProviderFilter, $first: Int, $after: String) {
  providers(filter: $filter, first: $first, after: $after) {
    edges { node { name team { name } services { name provider { name } } } } pageInfo { hasNextPage endCursor } totalCount
    facets { name values { value label count } }
  }
}`;
interface Page {
  edges: { node: { name: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const company = {
  name: 'Acme Cloud',
  slug: 'acme-cloud',
  kind: 'EXTERNAL',
  description: 'Hosting.',
  country: 'DE',
  website: 'https://acme.example',
};
const add = async (input: object, who = vendor) =>
  (await api.as(who).run(ADD, { input: { ...company, ...input } })).addProvider;
const change = async (id: string, input: object, who = vendor) =>
  (await api.as(who).run(CHANGE, { id, input })).changeProvider;
const end = async (id: string, reason = 'The contract is over.', who = vendor) =>
  (await api.as(who).run(END, { id, reason })).endProvider;
const names = async (filter: object, who = requester) =>
  (await api.as(who).run(PROVIDERS, { filter })).providers.edges.map(
    ({ node }: { node: { name: string } }) => node.name,
  );

describe('adding a provider', () => {
  it('brings in a company, or a team of ours', async () => {
    const external = await add({});
    const internal = await add({
      slug: 'platform',
      name: 'Platform',
      kind: 'INTERNAL',
      country: null,
      website: null,
      teamId: team.id,
    });

    expect(external).toMatchObject({
      errors: [],
      provider: { kind: 'EXTERNAL', country: 'DE', team: null, viewerCanChange: true, version: 1 },
    });
    expect(internal).toMatchObject({
      errors: [],
      provider: { kind: 'INTERNAL', country: null, team: { name: 'Platform team' } },
    });
  });

  it.each([
    ['SLUG_TAKEN', ['slug'], {}],
    ['INVALID_SLUG', ['slug'], { slug: '-' }],
    ['UNKNOWN_COUNTRY', ['country'], { slug: 'a', country: 'XX' }],
    ['INVALID_WEBSITE', ['website'], { slug: 'a', website: 'javascript:alert(1)' }],
    ['NO_TEAM', ['teamId'], { slug: 'a', kind: 'INTERNAL', country: null, website: null }],
    [
      'UNKNOWN_TEAM',
      ['teamId'],
      { slug: 'a', kind: 'INTERNAL', country: null, website: null, teamId: '019a0000-0000-7000-8000-000000000001' },
    ],
    ['INVALID', ['name'], { slug: 'a', name: ' ' }],
  ])('is refused as %s on %j', async (code, field, input) => {
    const { provider, errors } = await add(input);

    expect(provider).toBeNull();
    expect(errors).toMatchObject([{ code, field }]);
  });

  it('is for vendor managers of the whole organisation and the BT office', async () => {
    const acme = await given.provider();
    const ofOne = await given.person({ roles: [{ role: 'vendorManager', kind: 'provider', id: acme.id }] });

    expect((await add({ slug: 'b' }, requester)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await add({ slug: 'b' }, ofOne)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await change(acme.id, { name: 'Mine' }, ofOne)).errors).toEqual([]);
    expect((await change((await given.provider()).id, { name: 'Mine' }, ofOne)).errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
  });
});

describe('changing a provider', () => {
  it('changes what is named, clears what is null, and is kept in the audit', async () => {
    const provider = await given.provider({ country: 'DE', website: 'https://a.example' });

    const changed = await change(provider.id, { name: ' New name ', website: null, version: 1 });
    const stale = await change(provider.id, { name: 'Older', version: 1 });

    expect(changed).toMatchObject({
      errors: [],
      provider: { name: 'New name', country: 'DE', website: null, version: 2 },
    });
    expect(stale.errors).toMatchObject([{ code: 'STALE', field: ['version'] }]);
    const action = 'provider.changed';
    const entries = await api.dataSource.manager.findBy(AuditEntryEntity, { subjectId: provider.id, action });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      before: { website: 'https://a.example' },
      after: { website: null },
    });
  });

  it('keeps a company a company', async () => {
    const provider = await given.provider();

    expect((await change(provider.id, { teamId: team.id })).errors).toMatchObject([{ code: 'TEAM_NOT_ALLOWED' }]);
    expect((await change('nobody', { name: 'X' })).errors).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
  });
});

describe('ending a provider', () => {
  it('waits until no service in use relies on it', async () => {
    const provider = await given.provider({ name: 'Leaving' });
    const service = await given.service({ name: 'Mail', providerId: provider.id });

    expect((await end(provider.id)).errors).toMatchObject([
      { code: 'IN_USE', message: 'Leaving still delivers Mail; give these services another provider first.' },
    ]);
    await api.dataSource.query('UPDATE service SET provider_id = NULL WHERE id = $1', [service.id]);
    expect((await end(provider.id, ' ')).errors).toMatchObject([{ code: 'REASON_MISSING' }]);
    expect((await end(provider.id)).provider).toEqual({ endedAt: '2026-03-16T09:00:00.000Z' });
    expect((await end(provider.id)).errors).toMatchObject([{ code: 'ALREADY_ENDED' }]);
    expect(await names({ search: 'Leaving' })).toEqual([]);
    expect(await names({ search: 'Leaving', ended: true })).toEqual(['Leaving']);
  });

  it('is not for everybody', async () => {
    expect((await end((await given.provider()).id, 'Why not.', requester)).errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
  });
});

describe('finding providers', () => {
  it('works by part of a name, without accents, with typos, and by kind', async () => {
    await given.provider({ name: 'Société Générique' });

    expect(await names({ search: 'generique' })).toEqual(['Société Générique']);
    expect(await names({ search: 'Acme Cluod' })).toEqual(['Acme Cloud']);
    expect(await names({ search: 'cloud', kinds: ['INTERNAL'] })).toEqual([]);
    const { providers } = await api
      .as(requester)
      .run(PROVIDERS, { filter: { search: 'platform', kinds: ['EXTERNAL'] } });
    expect(providers).toMatchObject({
      totalCount: 0,
      facets: [{ name: 'kind', values: [{ value: 'INTERNAL', label: 'Internal', count: 1 }] }],
    });
  });

  it('pages without gaps, with as many statements for all as for one', async () => {
    const whole = await names({});
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const providers: Page = await api.as(requester).answer(PROVIDERS, { first: 2, after });
      found.push(...providers.edges.map(({ node }) => node.name));
      ({ endCursor: after, hasNextPage: more } = providers.pageInfo);
    }
    expect(found).toEqual(whole);

    for (const name of whole.slice(0, 3)) {
      const [{ id }] = await api.dataSource.query('SELECT id FROM provider WHERE name = $1', [name]);
      await given.service({ providerId: id });
    }
    const one = await api.statementsOf(() => api.as(requester).run(PROVIDERS, { filter: { search: whole[0] } }));
    const all = await api.statementsOf(() => api.as(requester).run(PROVIDERS, {}));
    expect(all.length).toBeLessThanOrEqual(one.length + 1);
    expect(all.length).toBeLessThanOrEqual(8);
  });

  it('shows a provider contact its own provider and no other', async () => {
    const [own, other] = [await given.provider({ name: 'Own' }), await given.provider({ name: 'Other' })];
    const contact = await given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: own.id }] });
    const read = async (slug: string) =>
      (await api.as(contact).run(`{ provider(slug: "${slug}") { name viewerCanChange } }`)).provider;

    expect(await names({}, contact)).toEqual(['Own']);
    expect(await read(own.slug)).toEqual({ name: 'Own', viewerCanChange: false });
    expect(await read(other.slug)).toBeNull();
    expect((await change(other.id, { name: 'Mine' }, contact)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
