import { startStory } from '../../builders/index.js';
import { SERVICE, SERVICES } from './documents.js';

const { api, given } = await startStory();
const requester = await given.person({ roles: ['requester'] });
const team = await given.team();
const scores = { operationalDependence: 3, strategicImpact: 1, standardizability: 5, uncertainty: 1 };

async function addService() {
  const unit = await given.unit();
  const provider = await given.provider({ kind: 'internal', teamId: team.id });
  const supporting = [await given.service(), await given.service()];
  const service = await given.service({ unitId: unit.id, providerId: provider.id, supporting, scores });
  await given.plan(service);
  await given.plan(service);
  return service;
}

describe('reading the catalog', () => {
  it('takes as many statements for many services as for one', async () => {
    const filter = { archetypes: ['COMMODITY_UTILITY'] };
    const list = () => api.statementsOf(() => api.as(requester).run(SERVICES, { filter }));
    await addService();
    const one = await list();
    for (let i = 0; i < 5; i++) await addService();
    const six = await list();

    expect(six.length).toBe(one.length);
    expect(six.length).toBeLessThanOrEqual(12);
  });

  it('takes as many statements for a service with many plans and supporting services as for a plain one', async () => {
    const plain = await addService();
    const rich = await given.service({
      unitId: plain.unitId,
      providerId: plain.providerId,
      scores,
      supporting: [await given.service(), await given.service(), await given.service(), await given.service()],
    });
    for (let i = 0; i < 6; i++) await given.plan(rich, { prices: [{}, { label: 'More' }, { label: 'Most' }] });
    const page = (slug: string) => api.statementsOf(() => api.as(requester).run(SERVICE, { slug }));
    const [few, many] = [await page(plain.slug), await page(rich.slug)];

    expect(many.length).toBe(few.length);
    expect(many.length).toBeLessThanOrEqual(14);
  });
});
