import { startStory } from '../../builders/index.js';
import { RESTATE } from './documents.js';

const { api, given } = await startStory();
const [, manager] = await given.serviceManagers();

it('says of each revision what its own period was judged by, and never less than the one before', async () => {
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id, credit: null });
  await given.outage(service, '2026-01-10T08:00:00Z', '2026-01-10T09:00:00Z');
  await given.outage(service, '2026-02-20T08:00:00Z', '2026-02-20T09:00:00Z');
  await given.closed('2026-01', commitment);
  await given.closed('2026-02', commitment);
  const january = async () =>
    (await given.resultOf(commitment, '2026-01')) as { id: string; revision: number; dataAsOf: Date };

  // Both months are judged again at once.
  await given.approvedExclusion(commitment, '2026-01-10T08:00:00Z', '2026-02-20T08:30:00Z');
  expect(await january()).toMatchObject({ revision: 2, dataAsOf: new Date('2026-01-10T09:00:00Z') });

  await given.outage(service, '2026-01-05T08:00:00Z', '2026-01-05T09:00:00Z');
  const { restateResult } = await api.as(manager!).run(RESTATE, { id: (await january()).id, reason: 'Told late.' });
  expect(restateResult.errors).toEqual([]);
  expect(await january()).toMatchObject({ revision: 3, dataAsOf: new Date('2026-01-10T09:00:00Z') });
});

it('says it of the events that the commitment counts, not of others on the service', async () => {
  const service = await given.service();
  const commitment = await given.commitment({
    serviceId: service.id,
    indicator: { goodOfTotal: { series: 'orders' } } as never,
    credit: null,
  });
  await given.counts(service, 'orders', '2026-02-10T00:00:00Z', '2026-02-11T00:00:00Z', 9, 10);
  await given.counts(service, 'returns', '2026-02-20T00:00:00Z', '2026-02-21T00:00:00Z', 9, 10);

  expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ dataAsOf: new Date('2026-02-11T00:00:00Z') });
});
