import { PeriodResultEntity } from '@accord/api/performance/results/period-result.entity.js';
import type { Verdict } from '@accord/domain';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['vendorManager'] });
const requester = await given.person();
const ours = await given.provider({ name: 'Ours', kind: 'internal' });
const acme = await given.provider({ name: 'Acme' });
const contact = await given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: acme.id }] });

/** Coming into force has judged January to March already; only the verdict matters here. */
const judged = (commitment: { id: string }, month: string, verdict: Verdict) =>
  api.dataSource.manager.update(
    PeriodResultEntity,
    { commitmentId: commitment.id, period: `2026-${month}` },
    { verdict },
  );

const service = await given.service({ providerId: ours.id });
const [promise, second] = [
  await given.commitment({ serviceId: service.id }),
  await given.commitment({ serviceId: service.id, slug: 'second' }),
];
const underpinning = await given.commitment(
  { serviceId: service.id, slug: 'underpinning' },
  { kind: 'uc', providerId: acme.id },
);
await judged(promise, '02', 'missed');
await judged(promise, '03', 'met');
await judged(second, '03', 'insufficientData');
await judged(underpinning, '03', 'missed');

const STANDINGS = `query ($sort: ProviderSort, $after: String) { providers(sort: $sort, first: 1, after: $after) {
  edges { node { name standing { met missed atRisk insufficientData } } } pageInfo { endCursor }
} }`;
const none = { met: 0, missed: 0, atRisk: 0, insufficientData: 0 };

interface Page {
  edges: { node: { name: string; standing: object } }[];
  pageInfo: { endCursor: string };
}

async function standings(who: Parameters<typeof api.as>[0], sort = 'MISSED') {
  const found: { name: string; standing: object }[] = [];
  for (let after: string | null = null; ;) {
    const providers: Page = await api.as(who).answer(STANDINGS, { sort, after });
    if (providers.edges.length === 0) return found;
    found.push(...providers.edges.map(({ node }) => node));
    after = providers.pageInfo.endCursor;
  }
}

describe('the standing of a provider', () => {
  it('counts the verdicts of its commitments in their newest period, most missed first', async () => {
    expect(await standings(manager)).toEqual([
      { name: 'Acme', standing: { ...none, missed: 1 } },
      { name: 'Ours', standing: { ...none, met: 1, insufficientData: 1 } },
    ]);
  });

  it('counts for customers what they are promised, and nothing behind it', async () => {
    expect(await standings(requester)).toEqual([
      { name: 'Acme', standing: none },
      { name: 'Ours', standing: { ...none, met: 1, insufficientData: 1 } },
    ]);
  });

  it('counts for a provider contact what their provider has promised', async () => {
    expect(await standings(contact)).toEqual([{ name: 'Acme', standing: { ...none, missed: 1 } }]);
  });

  it('is read in one statement, however many providers there are', async () => {
    const list = `{ providers { edges { node { standing { met } } } } }`;
    const few = await api.statementsOf(() => api.as(manager).run(list));
    for (let i = 0; i < 4; i++) await given.provider();
    const many = await api.statementsOf(() => api.as(manager).run(list));

    expect(many.length).toBe(few.length);
  });
});
