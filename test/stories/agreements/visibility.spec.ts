import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();

const SEEN = /* GraphQL */ `
  {
    agreements {
      totalCount
      facets {
        values {
          value
          count
        }
      }
      edges {
        node {
          slug
          versions {
            state
          }
        }
      }
    }
  }
`;
const ONE = 'query ($slug: String!) { agreement(slug: $slug) { slug } }';

const nimbus = await given.provider({ name: 'Nimbus' });
const rival = await given.provider({ name: 'Rival' });
const unit = await given.unit();
const service = await given.service({ unitId: unit.id, providerId: nimbus.id });
const other = await given.service({ providerId: rival.id });

const make = (name: string, kind: 'sla' | 'uc', { id: serviceId }: { id: string }, providerId: string | null = null) =>
  given.agreement({
    name,
    slug: name.toLowerCase().replaceAll(' ', '-'),
    kind,
    providerId,
    terms: [{ serviceId, slug: kind }],
  });

const promised = await make('A promise', 'sla', service);
await make('B elsewhere', 'sla', other);
await make('C contract', 'uc', service, nimbus.id);
await make('D rival contract', 'uc', other, rival.id);
await given.draftAgreement({ name: 'E draft', slug: 'e-draft', terms: [{ serviceId: service.id, slug: 'draft' }] });
await given.nextVersion(promised.agreement, '2026-04-01');

const seenBy = async (who: { cookie: string | null }) => {
  const { agreements } = await api.as(who).run(SEEN);
  return agreements.edges.map(({ node }: { node: { slug: string } }) => node.slug);
};
const PROMISES = ['a-promise', 'b-elsewhere'];
const EVERYTHING = ['a-promise', 'b-elsewhere', 'c-contract', 'd-rival-contract', 'e-draft'];
const OF_SERVICE = ['a-promise', 'b-elsewhere', 'c-contract', 'e-draft'];

it.each([
  ['somebody without a role', [], PROMISES],
  ['a requester', ['requester'], PROMISES],
  ['an administrator', ['administrator'], PROMISES],
  ['an auditor', ['auditor'], EVERYTHING],
  ['an executive', ['executive'], EVERYTHING],
  ['the owner of the service', [{ role: 'serviceOwner', kind: 'service', id: service.id }], OF_SERVICE],
  ['a manager of the unit', [{ role: 'serviceManager', kind: 'unit', id: unit.id }], OF_SERVICE],
  ['a vendor manager of the provider', [{ role: 'vendorManager', kind: 'provider', id: nimbus.id }], OF_SERVICE],
  ['a contact of the provider', [{ role: 'providerContact', kind: 'provider', id: nimbus.id }], ['c-contract']],
] as const)('%s sees what is theirs to see', async (_, roles, slugs) => {
  const who = await given.person({ roles: [...roles] as never });
  expect(await seenBy(who)).toEqual(slugs);
  for (const slug of EVERYTHING) {
    const { agreement } = await api.as(who).run(ONE, { slug });
    expect([slug, agreement !== null]).toEqual([slug, (slugs as readonly string[]).includes(slug)]);
  }
});

it('shows drafts of a visible agreement to insiders alone', async () => {
  const [anybody, insider] = [await given.person(), await given.person({ roles: ['auditor'] })];
  const versions = async (who: typeof anybody) =>
    (await api.as(who).run('{ agreement(slug: "a-promise") { versions { state } } }')).agreement.versions;
  expect(await versions(anybody)).toEqual([{ state: 'IN_FORCE' }]);
  expect(await versions(insider)).toEqual([{ state: 'DRAFT' }, { state: 'IN_FORCE' }]);
});

it('searches, filters by kind, counts and pages', async () => {
  const auditor = await given.person({ roles: ['auditor'] });
  const query = /* GraphQL */ `
    query ($search: String, $kinds: [AgreementKind!], $first: Int, $after: String) {
      agreements(search: $search, kinds: $kinds, first: $first, after: $after) {
        totalCount
        facets {
          name
          values {
            value
            label
            count
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            slug
          }
        }
      }
    }
  `;
  const list = async (variables: object) => (await api.as(auditor).run(query, variables)).agreements;
  expect(await list({ search: 'RIVAL' })).toMatchObject({
    totalCount: 1,
    edges: [{ node: { slug: 'd-rival-contract' } }],
  });
  expect(await list({ search: '100%' })).toMatchObject({ totalCount: 0, edges: [] });
  expect(await list({ kinds: ['UC'] })).toMatchObject({
    totalCount: 2,
    facets: [
      {
        name: 'kind',
        values: [
          { value: 'SLA', count: 3 },
          { value: 'UC', count: 2 },
        ],
      },
    ],
  });
  const first = await list({ first: 2 });
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  expect(await list({ first: 3, after: first.pageInfo.endCursor })).toMatchObject({
    pageInfo: { hasNextPage: false },
    edges: [{ node: { slug: 'c-contract' } }, { node: { slug: 'd-rival-contract' } }, { node: { slug: 'e-draft' } }],
  });
});

it('shows on a service what customers are promised, and contracts to insiders', async () => {
  const query = `query ($slug: String!) { service(slug: $slug) { commitments { slug agreement { slug kind } } } }`;
  const of = async (who: { cookie: string | null }) =>
    (await api.as(who).run(query, { slug: service.slug })).service.commitments.map(
      ({ slug }: { slug: string }) => slug,
    );
  expect(await of(await given.person())).toEqual(['sla']);
  expect(await of(await given.person({ roles: ['auditor'] }))).toEqual(['sla', 'uc']);
});

it('shows a provider its own contracts and commitments', async () => {
  const contact = await given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: nimbus.id }] });
  const query =
    'query ($slug: String!) { provider(slug: $slug) { agreements { slug } commitments { slug agreement { slug } service { name } } } }';
  expect((await api.as(contact).run(query, { slug: nimbus.slug })).provider).toEqual({
    agreements: [{ slug: 'c-contract' }],
    commitments: [{ slug: 'uc', agreement: { slug: 'c-contract' }, service: { name: service.name } }],
  });
  expect((await api.as(contact).run(query, { slug: rival.slug })).provider).toBeNull();
});

it('keeps promises on services that are not live yet among insiders', async () => {
  const early = await given.service({ lifecycle: 'chartered' });
  const { agreement } = await given.agreement({
    terms: [{ serviceId: early.id }, { serviceId: service.id, slug: 'live' }],
  });
  const hidden = await given.agreement({ terms: [{ serviceId: early.id, slug: 'more' }] });
  const query =
    'query ($slug: String!) { agreement(slug: $slug) { commitments { slug } versions { commitments { name } } } }';
  const anybody = api.as(await given.person());
  expect((await anybody.run(query, agreement)).agreement).toEqual({
    commitments: [{ slug: 'live' }],
    versions: [{ commitments: [{ name: 'Uptime' }] }],
  });
  expect((await anybody.run(query, hidden.agreement)).agreement).toBeNull();
  const insider = api.as(await given.person({ roles: ['auditor'] }));
  expect((await insider.run(query, agreement)).agreement.commitments).toHaveLength(2);
});

it('keeps calendars from a contact of a provider, except those of its own promises', async () => {
  const contact = await given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: nimbus.id }] });
  const { calendars, agreement } = await api
    .as(contact)
    .run('{ calendars { slug } agreement(slug: "c-contract") { commitments { terms { calendar { slug } } } } }');
  expect(calendars).toEqual([]);
  expect(agreement.commitments).toEqual([{ terms: { calendar: { slug: 'always' } } }]);
});

it('keeps managers of a scope to it', async () => {
  const manager = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: other.id }] });
  const propose =
    'mutation ($id: ID!) { draftAgreementVersion(agreementId: $id, effectiveFrom: "2026-06-01") { errors { code } } }';
  const { draftAgreementVersion } = await api.as(manager).run(propose, { id: promised.agreement.id });
  expect(draftAgreementVersion.errors).toEqual([{ code: 'FORBIDDEN' }]);
});

it('tells the charge to those who manage, oversee or pay it, and a promise without it to everybody else', async () => {
  const customer = await given.unit();
  const { agreement } = await given.agreement({
    kind: 'sla',
    customerId: customer.id,
    monthlyCharge: '1000.00',
    terms: [{ serviceId: other.id, slug: 'charged' }],
  });
  const chargeFor = async (who: { cookie: string | null }) =>
    (
      await api.as(who).run('query ($slug: String!) { agreement(slug: $slug) { versions { monthlyCharge } } }', {
        slug: agreement.slug,
      })
    ).agreement.versions;
  const holding = (role: 'budgetOwner' | 'serviceManager', kind: 'unit' | 'service', id: string) =>
    given.person({ roles: [{ role, kind, id }] });

  for (const who of [
    await given.person({ roles: ['executive'] }),
    await holding('serviceManager', 'service', other.id),
    await holding('budgetOwner', 'unit', customer.id),
  ])
    expect(await chargeFor(who)).toEqual([{ monthlyCharge: '1000.00' }]);
  for (const who of [
    await given.person(),
    await holding('serviceManager', 'service', service.id),
    await holding('budgetOwner', 'unit', unit.id),
  ])
    expect(await chargeFor(who)).toEqual([{ monthlyCharge: null }]);
});
