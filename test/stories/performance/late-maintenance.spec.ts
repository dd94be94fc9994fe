import { AgreementVersions } from '@accord/api/agreements/agreement-versions.js';
import type { ChangeAgreementVersionInput } from '@accord/api/agreements/agreement.input.js';
import { startStory } from '../../builders/index.js';
import { COMMITMENT } from './documents.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });

const ANNOUNCE = `mutation ($input: AnnounceMaintenanceInput!) {
  announceMaintenance(input: $input) {
    maintenance { id rulesBroken { rule agreement from to } }
    errors { code }
  }
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

describe('the rules of a contract', () => {
  const CHANGE = `mutation ($id: ID!, $input: ChangeAgreementVersionInput!) {
    changeAgreementVersion(id: $id, input: $input) { errors { code field } } }`;

  /** Down from 12:00 to 16:00 on Monday the 16th, all of it announced as maintenance four days before. */
  async function maintained(maintenanceRules: ChangeAgreementVersionInput['maintenanceRules']) {
    const service = await given.service();
    const { agreement, version } = await given.draftAgreement({ terms: [{ serviceId: service.id, credit: null }] });
    const office = await given.act(await given.person({ roles: ['btOffice'] }));
    await api.get(AgreementVersions).change(office, version.id, { maintenanceRules });
    await given.inForce(version);
    api.clock.set(new Date('2026-03-12T12:00:00Z'));
    const time = { from: '2026-03-16T12:00:00Z', to: '2026-03-16T16:00:00Z' };
    const input = { serviceId: service.id, ...time, description: 'New disks.' };
    const { announceMaintenance } = await api.as(manager).run(ANNOUNCE, { input });
    api.clock.set(new Date('2026-03-16T17:00:00Z'));
    await given.outage(service, time.from, time.to);
    const asked = { service: service.slug, slug: 'uptime', period: '2026-03' };
    const { explanation, budget } = (await api.as(manager).run(COMMITMENT, asked)).commitment.result;
    const step = explanation.find(({ rule }: { rule: string }) => rule.startsWith('maintenance.'));
    return {
      downHours: Number(budget.used) / HOUR,
      told: announceMaintenance.maintenance.rulesBroken,
      step,
      agreement,
    };
  }

  it('count what is told too late as downtime, and say so when it is announced and in the calculation', async () => {
    const { downHours, told, step, agreement } = await maintained({ noticeHours: 120 });

    expect(downHours).toBe(4);
    expect(told).toEqual([
      { rule: 'NOTICE', agreement: agreement.name, from: '2026-03-16T12:00:00.000Z', to: '2026-03-16T16:00:00.000Z' },
    ]);
    expect(step).toMatchObject({
      rule: 'maintenance.notice',
      result: [{ name: 'ruledOutMs', value: String(4 * HOUR) }],
      evidence: [{ kind: 'MAINTENANCE', label: 'New disks.' }],
    });
  });

  it('count what lies outside the windows, and what is more than agreed for a period', async () => {
    const windows = [{ day: 'mon', hours: [{ from: '12:00', to: '15:30' }] }];
    const { downHours, told } = await maintained({ noticeHours: 96, mostMinutes: 120, windows });

    expect(downHours).toBe(2);
    expect(told).toMatchObject([
      { rule: 'WINDOW', from: '2026-03-16T15:30:00.000Z' },
      { rule: 'MOST', from: '2026-03-16T14:00:00.000Z', to: '2026-03-16T15:30:00.000Z' },
    ]);
  });

  it('excuse what keeps to them', async () => {
    const { downHours, told, step } = await maintained({ noticeHours: 96, mostMinutes: 240 });

    expect([downHours, told, step]).toEqual([0, [], undefined]);
  });

  it.each([
    [{ maintenanceRules: { windows: [{ day: 'mon', hours: [{ from: '25:00', to: '26:00' }] }] } }, 'WRONG_CALENDAR'],
    [{ closing: 'BY_ITSELF' }, 'WRONG_CLOSING'],
    [{ closing: 'BY_HAND', closingDays: 3 }, 'WRONG_CLOSING'],
  ])('are refused as %j', async (input, code) => {
    const { version } = await given.draftAgreement();
    const office = await given.person({ roles: ['btOffice'] });
    const { changeAgreementVersion } = await api.as(office).run(CHANGE, { id: version.id, input });
    expect(changeAgreementVersion.errors).toMatchObject([{ code }]);
  });
});
