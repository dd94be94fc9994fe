import { startStory } from '../../builders/index.js';
import { SERVICE, SERVICES } from './documents.js';

const { api, given } = await startStory();
const office = await given.person({ name: 'Olga Office', roles: ['btOffice'] });
const owner = await given.person({ roles: ['serviceOwner'] });
const requester = await given.person();

const OVERRIDE = `mutation ($id: ID!, $input: OverrideArchetypeInput!) {
  overrideArchetype(id: $id, input: $input) { service { archetype { key } } errors { code field } }
}`;
const END = `mutation ($id: ID!) {
  endArchetypeOverride(id: $id, reason: "The pilot is over.") { service { archetype { key } archetypeOverride { reason } } errors { code } }
}`;
interface Page {
  edges: { node: { archetype: { key: string } } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  facets: { name: string; values: { value: string; count: number }[] }[];
}

const utility = { operationalDependence: 3, strategicImpact: 1, standardizability: 5, uncertainty: 1 };
const input = { archetype: 'FRONTIER', reason: 'A pilot.', expiresOn: '2026-03-31' };
const override = async (id: string, other: object = {}, who = office) =>
  (await api.as(who).run(OVERRIDE, { id, input: { ...input, ...other } })).overrideArchetype;
const read = async (slug: string) => (await api.as(requester).run(SERVICE, { slug })).service;

describe('the archetype of a service', () => {
  it('is suggested by its scores, and unknown without them', async () => {
    const [scored, unscored] = [await given.service({ scores: utility }), await given.service()];

    expect(await read(scored.slug)).toMatchObject({
      archetype: { key: 'COMMODITY_UTILITY', name: 'Commodity Utility' },
      suggestedArchetype: { key: 'COMMODITY_UTILITY' },
      archetypeOverride: null,
    });
    expect(await read(unscored.slug)).toMatchObject({ archetype: null, suggestedArchetype: null, scores: null });
  });

  it('is another one by decision, through its last day in the zone of the enterprise', async () => {
    const service = await given.service({ scores: utility });
    await override(service.id);

    expect(await read(service.slug)).toMatchObject({
      archetype: { key: 'FRONTIER' },
      suggestedArchetype: { key: 'COMMODITY_UTILITY' },
      archetypeOverride: {
        archetype: { key: 'FRONTIER' },
        decidedBy: { name: 'Olga Office' },
        reason: 'A pilot.',
        expiresOn: '2026-03-31',
      },
    });
    api.clock.set('2026-03-31T23:59:59Z');
    expect(await read(service.slug)).toMatchObject({ archetype: { key: 'FRONTIER' } });
    api.clock.set('2026-04-01T00:00:00Z');
    expect(await read(service.slug)).toMatchObject({
      archetype: { key: 'COMMODITY_UTILITY' },
      archetypeOverride: null,
    });
    api.clock.set('2026-03-16T09:00:00Z');
  });

  it('returns to the suggestion when the override ends early', async () => {
    const service = await given.service({ scores: utility });
    await override(service.id);

    const { endArchetypeOverride } = await api.as(office).run(END, { id: service.id });
    const again = await api.as(office).run(END, { id: service.id });

    expect(endArchetypeOverride).toEqual({
      service: { archetype: { key: 'COMMODITY_UTILITY' }, archetypeOverride: null },
      errors: [],
    });
    expect(again.endArchetypeOverride.errors).toMatchObject([{ code: 'NO_OVERRIDE' }]);
  });

  it('is overridden by the BT office alone, with a reason and an end', async () => {
    const service = await given.service({ ownerId: owner.id });

    expect((await override(service.id, {}, owner)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await override(service.id, { reason: ' ' })).errors).toMatchObject([
      { code: 'REASON_MISSING', field: ['reason'] },
    ]);
    expect((await override(service.id, { expiresOn: '2026-03-15' })).errors).toMatchObject([
      { code: 'EXPIRY_PAST', field: ['expiresOn'] },
    ]);
  });

  it('is the same where services are counted and filtered, for all 625 combinations of scores', async () => {
    const range = [1, 2, 3, 4, 5];
    await api.dataSource.query(`
      INSERT INTO service (id, slug, name, outcome, description, synonyms, line_of_service, lifecycle, version,
                           operational_dependence, strategic_impact, standardizability, uncertainty)
      SELECT gen_random_uuid(), concat_ws('-', 'grid', a, b, c, d), 'Grid', 'Grid', '', '{}', 'security', 'retiring', 1, a, b, c, d
        FROM generate_series(1, 5) a, generate_series(1, 5) b, generate_series(1, 5) c, generate_series(1, 5) d`);
    const counted: Record<string, number> = {};
    for (let after: string | null = null, more = true; more;) {
      const services: Page = await api
        .as(requester)
        .answer(SERVICES, { filter: { lines: ['SECURITY'] }, first: 200, after });
      for (const { node } of services.edges) counted[node.archetype.key] = (counted[node.archetype.key] ?? 0) + 1;
      ({ endCursor: after, hasNextPage: more } = services.pageInfo);
      if (!more) {
        const { values } = services.facets.find(({ name }) => name === 'archetype')!;
        expect(Object.fromEntries(values.map(({ value, count }) => [value, count]))).toEqual(counted);
      }
    }
    expect(Object.values(counted).reduce((sum, count) => sum + count)).toBe(range.length ** 4);
  });
});
