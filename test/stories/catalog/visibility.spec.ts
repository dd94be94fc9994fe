import { startStory } from '../../builders/index.js';
import { SERVICE, SERVICES } from './documents.js';

const { api, given } = await startStory();
const sales = await given.unit({ name: 'Sales' });
const acme = await given.provider({ name: 'Acme' });
const owner = await given.person({ name: 'Otto Owner' });
const base = await given.service({ slug: 'base', name: 'Base', lifecycle: 'proposed' });
const live = await given.service({
  slug: 'live',
  name: 'Live',
  providerId: acme.id,
  unitId: sales.id,
  supporting: [base],
  ownerId: owner.id,
  description: 'Secret sauce.',
});
const planned = await given.service({
  slug: 'planned',
  name: 'Planned',
  lifecycle: 'chartered',
  unitId: sales.id,
  providerId: acme.id,
  ownerId: owner.id,
});
await given.service({ slug: 'gone', name: 'Gone', lifecycle: 'retired' });
await given.plan(live, { prices: [{ amount: '12.00' }] });

const scoped = (
  role: 'serviceManager' | 'vendorManager' | 'executive' | 'providerContact',
  kind: 'unit' | 'service' | 'provider',
  id: string,
) => given.person({ roles: [{ role, kind, id }] });
const contact = await scoped('providerContact', 'provider', acme.id);
const seen = async (who: Parameters<typeof api.as>[0]) =>
  (await api.as(who).run(SERVICES)).services.edges.map(({ node }: { node: { slug: string } }) => node.slug);
const read = async (who: Parameters<typeof api.as>[0], slug: string) =>
  (await api.as(who).run(SERVICE, { slug })).service;

describe('the catalog', () => {
  it('shows customers what is live', async () => {
    expect(await seen(await given.person())).toEqual(['live']);
  });

  it('shows insiders the pipeline and the past, within their scope', async () => {
    expect(await seen(await given.person({ roles: ['auditor'] }))).toEqual(['base', 'gone', 'live', 'planned']);
    expect(await seen(await scoped('serviceManager', 'service', planned.id))).toEqual(['live', 'planned']);
    expect(await seen(await scoped('vendorManager', 'provider', acme.id))).toEqual(['live', 'planned']);
    expect(await seen(await scoped('executive', 'unit', sales.id))).toEqual(['live', 'planned']);
    expect(await seen(owner)).toEqual(['live', 'planned']);
  });

  it('answers for a service one may not see as for one that does not exist', async () => {
    const requester = await given.person();

    expect(await read(requester, 'planned')).toBeNull();
    expect(await read(requester, 'nothing-like-it')).toBeNull();
  });

  it('leaves out the supporting services that one may not see', async () => {
    expect((await read(await given.person(), 'live')).supportingServices).toEqual([]);
    expect((await read(await given.person({ roles: ['btOffice'] }), 'live')).supportingServices).toEqual([
      { name: 'Base' },
    ]);
  });

  it('shows customers prices', async () => {
    const service = await read(await given.person(), 'live');

    expect(service).toMatchObject({ viewerCanSeePrices: true, viewerCanChange: false, viewerCanMoveTo: [] });
    expect(service.plans[0].prices).toEqual([{ label: 'Fee', amount: '12.00' }]);
  });

  it('is closed to somebody who works for a provider, who learns names and nothing more', async () => {
    expect(await seen(contact)).toEqual([]);
    expect(await read(contact, 'live')).toBeNull();
    const { provider } = await api.as(contact).run(`{ provider(slug: "${acme.slug}") { services {
      slug name outcome description owner { name } unit { name } provider { name } plans { name } supportingServices { name } viewerCanSeePrices
    } } }`);
    expect(provider.services).toEqual([
      {
        slug: 'live',
        name: 'Live',
        outcome: '',
        description: '',
        owner: null,
        unit: null,
        provider: null,
        plans: [],
        supportingServices: [],
        viewerCanSeePrices: false,
      },
    ]);
  });
});

it('tells a provider contact nothing of archetypes, nor which one a service has that they have promised something on', async () => {
  const scores = { operationalDependence: 5, strategicImpact: 1, standardizability: 5, uncertainty: 1 };
  const service = await given.service({ providerId: acme.id, scores });
  await given.commitment({ serviceId: service.id }, { kind: 'uc', providerId: acme.id });
  const ask = (who: Parameters<typeof api.as>[0]) =>
    api.as(who).run(`{
      archetypes { sourcing } archetypeHistory(key: FRONTIER) { costModel }
      commitments { facets { name values { value count } } edges { node { service { archetype { key } } } } } }`);
  const facetOf = ({ commitments }: { commitments: { facets: { name: string; values: object[] }[] } }) =>
    commitments.facets.find(({ name }) => name === 'archetype')!.values;

  const [shown, known] = [await ask(contact), await ask(await given.person({ roles: ['btOffice'] }))];

  expect([known.archetypes.length, known.archetypeHistory.length, facetOf(known).length]).toEqual([5, 1, 1]);
  expect(shown).toMatchObject({ archetypes: [], archetypeHistory: [] });
  expect(shown.commitments.edges).toEqual([{ node: { service: { archetype: null } } }]);
  expect(facetOf(shown)).toEqual([]);
  const { key } = known.commitments.edges[0].node.service.archetype;
  const filtered = await api
    .as(contact)
    .run('query ($filter: CommitmentFilter) { commitments(filter: $filter) { edges { cursor } } }', {
      filter: { archetypes: [key] },
    });
  expect(filtered.commitments.edges).toEqual([]);
});
