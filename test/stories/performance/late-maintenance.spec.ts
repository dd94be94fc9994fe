import { startStory } from '../../builders/index.js';
import { COMMITMENT } from './documents.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });

const ANNOUNCE = `mutation ($input: AnnounceMaintenanceInput!) {
  announceMaintenance(input: $input) { maintenance { id } errors { code } }
}`;

/** Downtime of March that counts, of a service with an outage from 08:00, for which work is announced for 12:00 to 14:00. */
async function countedMs({ announcedAt, outageFrom }: { announcedAt: string; outageFrom: string }) {
  const service = await given.service();
  await given.commitment({ serviceId: service.id, credit: null });
  api.clock.set(new Date(announcedAt));
  const time = { from: '2026-03-16T12:00:00Z', to: '2026-03-16T14:00:00Z' };
  const input = { serviceId: service.id, ...time, description: 'New disks.' };
  expect((await api.as(manager).run(ANNOUNCE, { input })).announceMaintenance.errors).toEqual([]);
  api.clock.set(new Date('2026-03-16T17:00:00Z'));
  await given.outage(service, outageFrom, '2026-03-16T16:00:00Z');
  const asked = { service: service.slug, slug: 'uptime', period: '2026-03' };
  const { contributions } = (await api.as(manager).run(COMMITMENT, asked)).commitment.result;
  return contributions.edges[0].node.countedMs;
}

const HOUR = 3_600_000;
const outageFrom = '2026-03-16T08:00:00Z';

it('excuses the time of an outage that began after it was announced', async () => {
  expect(await countedMs({ announcedAt: '2026-03-15T08:00:00Z', outageFrom })).toBe(6 * HOUR);
});

it('excuses nothing of an outage that ran already when it was announced, also when that is recorded later', async () => {
  const longAgo = '2026-03-15T07:00:00Z';
  expect(await countedMs({ announcedAt: '2026-03-15T08:00:00Z', outageFrom: longAgo })).toBe(33 * HOUR);
});

it('excuses nothing of an outage that continues one that ran already, also when that was a month before', async () => {
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id, credit: null });
  api.clock.set(new Date('2026-02-27T09:00:00Z'));
  await given.outage(service, '2026-02-27T08:00:00Z', '2026-02-27T09:00:00Z');
  const time = { from: '2026-03-02T12:00:00Z', to: '2026-03-02T14:00:00Z' };
  const input = { serviceId: service.id, ...time, description: 'New disks.' };
  expect((await api.as(manager).run(ANNOUNCE, { input })).announceMaintenance.errors).toEqual([]);
  api.clock.set(new Date('2026-03-16T09:00:00Z'));
  await given.outage(service, '2026-02-27T09:00:00Z', '2026-02-28T09:00:00Z');
  await given.outage(service, '2026-02-28T09:00:00Z', '2026-03-02T16:00:00Z');

  expect(await given.resultOf(commitment, '2026-03')).toMatchObject({ budgetUsed: String(40 * HOUR) });
});
