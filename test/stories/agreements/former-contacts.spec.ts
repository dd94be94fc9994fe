import { AgreementEnds } from '@accord/api/agreements/agreement-ends.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const OUTAGES = 'query ($serviceId: ID!) { outages(serviceId: $serviceId) { edges { node { cause } } } }';

it("shows a provider's contact what was recorded while the contract bound them, not what came after", async () => {
  const provider = await given.provider();
  const contact = await given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: provider.id }] });
  const service = await given.service();
  const { agreement } = await given.agreement({
    kind: 'uc',
    providerId: provider.id,
    effectiveFrom: '2026-01-01',
    timeZone: 'Europe/Berlin',
    terms: [{ serviceId: service.id }],
  });
  const manager = async () => given.act(await given.person({ roles: ['vendorManager'] }));
  const ends = api.get(AgreementEnds);
  await ends.propose(await manager(), agreement.id, '2026-01-31', 'Another provider was chosen.');
  await ends.approve(await manager(), agreement.id);
  await given.outage(service, '2025-12-31T20:00:00Z', '2025-12-31T22:00:00Z', 'Before it.');
  await given.outage(service, '2026-01-31T22:00:00Z', '2026-01-31T22:30:00Z', 'On the last day.');
  await given.outage(service, '2026-01-31T23:30:00Z', '2026-02-01T02:00:00Z', 'On the day after.');

  const seenBy = async (who: { cookie: string | null }) =>
    (await api.as(who).run(OUTAGES, { serviceId: service.id })).outages.edges.map(
      ({ node }: { node: { cause: string } }) => node.cause,
    );

  expect(await seenBy(contact)).toEqual(['On the last day.']);
  const overseer = await given.person({ roles: [{ role: 'vendorManager', kind: 'provider', id: provider.id }] });
  expect(await seenBy(overseer)).toEqual(['On the day after.', 'On the last day.', 'Before it.']);
});
