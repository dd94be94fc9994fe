import { startStory } from '../../builders/index.js';
import { COMMITMENT, RECORD_OUTAGE } from './documents.js';

const { api, given } = await startStory();
const CHANGE = `mutation ($id: ID!, $input: ChangeOutageInput!) {
  changeOutage(id: $id, input: $input) { outage { to viewerCanChange } errors { code message } } }`;
const manager = await given.person({ name: 'Sue Pervisor', roles: ['serviceManager'] });

async function judged(service: { slug: string }, period = '2026-02') {
  const { commitment } = await api.as(manager).run(COMMITMENT, { service: service.slug, slug: 'uptime', period });
  return commitment.result;
}

it('judges a month by its outages, and keeps the steps of the calculation', async () => {
  const service = await given.service();
  await given.commitment({ serviceId: service.id });
  const { recordOutage } = await api.as(manager).run(RECORD_OUTAGE, {
    input: {
      serviceId: service.id,
      from: '2026-02-10T08:00:00Z',
      to: '2026-02-10T09:00:00Z',
      cause: 'A cable was cut.',
    },
  });
  expect(recordOutage.errors).toEqual([]);

  const result = await judged(service);

  // 60 of 40,320 minutes.
  expect(result).toMatchObject({
    state: 'OPEN',
    verdict: 'MISSED',
    figure: '99.85',
    numerator: '2415600000',
    denominator: '2419200000',
    target: '99.9',
    margin: '-0.05',
    coverage: '100.00',
    budget: { unit: 'ms', total: '2419200', used: '3600000', left: '-1180800' },
    viewerCanClose: true,
    viewerCanRestate: false,
  });
  expect(result.days).toHaveLength(28);
  expect(result.days[9]).toEqual({ date: '2026-02-10', downMs: 3_600_000, openMs: 86_400_000, hasData: true });
  expect(result.contributions.edges[0].node).toMatchObject({
    evidence: { kind: 'OUTAGE', id: recordOutage.outage.id, label: 'A cable was cut.' },
    countedMs: 3_600_000,
    verdict: 'down',
  });
  const downtime = result.explanation.find(({ rule }: { rule: string }) => rule === 'availability.downtime');
  expect(downtime).toMatchObject({
    result: [{ name: 'downMs', value: '3600000', unit: 'ms' }],
    evidence: [{ kind: 'OUTAGE', label: 'A cable was cut.' }],
  });
  expect(result.explanation[0].evidence.map(({ kind }: { kind: string }) => kind)).toEqual([
    'COMMITMENT_TERMS',
    'CALENDAR',
  ]);
});

it('has a result for every month since the agreement came into force', async () => {
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id }, { effectiveFrom: '2025-11-15' });

  const { node } = await api.as(manager).run(
    `query ($service: String!) { node: commitment(service: $service, slug: "uptime") {
       results { period from to verdict } part: results(from: "2026-01", to: "2026-02") { period } } }`,
    { service: service.slug },
  );

  expect(node.results.map(({ period }: { period: string }) => period)).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-03',
  ]);
  expect(node.results[0].from).toBe('2025-11-15T00:00:00.000Z');
  expect(node.part).toEqual([{ period: '2026-01' }, { period: '2026-02' }]);
  expect((await given.resultOf(commitment, '2026-03')).evaluatedAt).toEqual(api.clock.now());
});

it('refuses an outage that ends before it begins, lies in the future, or overlaps another', async () => {
  const service = await given.service();
  await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');
  const record = (from: string, to: string | null) =>
    api.as(manager).run(RECORD_OUTAGE, { input: { serviceId: service.id, from, to, cause: 'A guess.' } });

  const reversed = await record('2026-02-11T08:00:00Z', '2026-02-11T07:00:00Z');
  const future = await record('2026-03-17T08:00:00Z', null);
  const overlapping = await record('2026-02-10T08:30:00Z', '2026-02-10T10:00:00Z');

  expect(reversed.recordOutage.errors).toMatchObject([{ code: 'REVERSED', field: ['to'] }]);
  expect(future.recordOutage.errors).toMatchObject([{ code: 'IN_THE_FUTURE', field: ['from'] }]);
  expect(overlapping.recordOutage.errors).toMatchObject([
    { code: 'OVERLAP', message: 'It overlaps an outage recorded from 2026-02-10 08:00 UTC to 2026-02-10 09:00 UTC.' },
  ]);
});

it('refuses an outage that is said to have begun more than 13 months ago', async () => {
  const service = await given.service();
  const record = async (from: string) =>
    (
      await api
        .as(manager)
        .run(RECORD_OUTAGE, { input: { serviceId: service.id, from, to: '2025-03-01T00:00:00Z', cause: 'A guess.' } })
    ).recordOutage.errors;

  expect(await record('2025-02-16T08:59:00Z')).toMatchObject([
    {
      code: 'TOO_OLD',
      field: ['from'],
      message: 'An outage is recorded within 13 months of its beginning; look at the year.',
    },
  ]);
  expect(await record('2025-02-16T09:00:00Z')).toEqual([]);
});

it('follows an outage that is changed or was recorded by mistake', async () => {
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id });
  const { id } = await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T10:00:00Z');

  const { changeOutage } = await api
    .as(manager)
    .run(
      `mutation ($id: ID!, $input: ChangeOutageInput!) { changeOutage(id: $id, input: $input) { outage { to } errors { code } } }`,
      { id, input: { to: '2026-02-10T08:30:00Z', reason: 'The log says so.' } },
    );
  expect(changeOutage).toEqual({ outage: { to: '2026-02-10T08:30:00.000Z' }, errors: [] });
  expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ budgetUsed: '1800000', verdict: 'met' });

  const { endOutage } = await api
    .as(manager)
    .run(
      `mutation ($id: ID!) { endOutage(id: $id, reason: "It was another service.") { outage { endedAt } errors { code } } }`,
      { id },
    );
  expect(endOutage.errors).toEqual([]);
  expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ budgetUsed: '0', verdict: 'met' });
});

describe('a correction that takes downtime away', () => {
  const shorter = (to: string) => ({ to, reason: 'The log says so.' });
  const CORRECTIONS = `query ($service: String!) { commitment(service: $service, slug: "uptime") {
    result(period: "2026-02") {
      corrections { cause from to reason correctedBy { name } correctedAt }
      explanation { rule result { value } } changes { kind count newestAt }
    } } }`;

  it('is shown on the commitments that it betters, with who did it and why', async () => {
    const service = await given.service();
    await given.commitment({ serviceId: service.id });
    const { id } = await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T10:00:00Z');

    await api.as(manager).run(CHANGE, { id, input: shorter('2026-02-10T08:30:00Z') });

    const { commitment } = await api.as(manager).run(CORRECTIONS, { service: service.slug });
    expect(commitment.result.corrections).toEqual([
      {
        cause: 'A cable was cut.',
        from: '2026-02-10T08:30:00.000Z',
        to: '2026-02-10T10:00:00.000Z',
        reason: 'The log says so.',
        correctedBy: { name: 'Sue Pervisor' },
        correctedAt: '2026-03-16T09:00:00.000Z',
      },
    ]);
    expect(commitment.result.explanation[1]).toEqual({ rule: 'outages.corrected', result: [{ value: '1' }] });
    expect(commitment.result.changes).toEqual([{ kind: 'CORRECTION', count: 1, newestAt: '2026-03-16T09:00:00.000Z' }]);
  });

  it('is not made by the person who owns the service, who may say that more was down', async () => {
    const owner = await given.person({ roles: ['serviceManager', 'serviceOwner'] });
    const service = await given.service({ ownerId: owner.id });
    const { id } = await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T10:00:00Z');

    const less = await api.as(owner).run(CHANGE, { id, input: shorter('2026-02-10T08:30:00Z') });
    const more = await api.as(owner).run(CHANGE, { id, input: shorter('2026-02-10T11:00:00Z') });

    expect(less.changeOutage).toMatchObject({ outage: null, errors: [{ code: 'MEASURED_BY_IT' }] });
    expect(more.changeOutage).toEqual({
      outage: { to: '2026-02-10T11:00:00.000Z', viewerCanChange: true },
      errors: [],
    });
  });

  it('is not made by them either where an outage that had not ended is said to have ended before now', async () => {
    const owner = await given.person({ roles: ['serviceManager', 'serviceOwner'] });
    const service = await given.service({ ownerId: owner.id });
    const { id } = await given.outage(service, '2026-03-10T08:00:00Z', null);
    api.clock.set('2026-03-16T09:00:40Z');

    const past = await api.as(owner).run(CHANGE, { id, input: shorter('2026-03-16T08:59:00Z') });
    const now = await api.as(owner).run(CHANGE, { id, input: shorter('2026-03-16T09:00:00Z') });
    api.clock.set('2026-03-16T09:00:00Z');

    expect(past.changeOutage).toMatchObject({ outage: null, errors: [{ code: 'MEASURED_BY_IT' }] });
    expect(now.changeOutage.errors).toEqual([]);
  });

  it('is an exclusion once a closed period counted the time', async () => {
    const service = await given.service();
    const commitment = await given.commitment({ serviceId: service.id });
    const { id } = await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T10:00:00Z');
    await given.closed('2026-02', commitment);

    const { changeOutage } = await api.as(manager).run(CHANGE, { id, input: shorter('2026-02-10T08:30:00Z') });
    const { endOutage } = await api
      .as(manager)
      .run(`mutation ($id: ID!) { endOutage(id: $id, reason: "It was another.") { errors { code message } } }`, { id });

    const refusal = {
      code: 'PERIOD_CLOSED',
      message: '2026-02 is closed and counted this time; propose an exclusion, on which a second person decides.',
    };
    expect(changeOutage).toEqual({ outage: null, errors: [refusal] });
    expect(endOutage.errors).toEqual([refusal]);
  });

  it('is an exclusion too where an outage that had not ended is said to have ended in a closed period', async () => {
    const service = await given.service();
    const commitment = await given.commitment({ serviceId: service.id });
    const { id } = await given.outage(service, '2026-02-10T08:00:00Z', null);
    await given.closed('2026-02', commitment);

    const within = await api.as(manager).run(CHANGE, { id, input: shorter('2026-02-10T09:00:00Z') });
    const after = await api.as(manager).run(CHANGE, { id, input: shorter('2026-03-02T09:00:00Z') });

    expect(within.changeOutage).toMatchObject({ outage: null, errors: [{ code: 'PERIOD_CLOSED' }] });
    expect(after.changeOutage.errors).toEqual([]);
  });
});

it('announces maintenance a day ahead and not while the service is down; other time is left out by an exclusion, which a second person decides', async () => {
  const service = await given.service();
  const announce = async (from: string, to: string) =>
    (
      await api
        .as(manager)
        .run(
          `mutation ($input: AnnounceMaintenanceInput!) { announceMaintenance(input: $input) { maintenance { id } errors { code field message } } }`,
          { input: { serviceId: service.id, from, to, description: 'New disks.' } },
        )
    ).announceMaintenance;

  expect(await announce('2026-03-17T08:59:00Z', '2026-03-17T12:00:00Z')).toEqual({
    maintenance: null,
    errors: [
      {
        code: 'TOO_LATE',
        field: ['from'],
        message:
          'Maintenance is announced 24 hours ahead; for other time, once it has passed, propose an exclusion, on which a second person decides.',
      },
    ],
  });
  const outage = await given.outage(service, '2026-03-16T08:00:00Z', null);
  expect(await announce('2026-03-17T09:00:00Z', '2026-03-17T12:00:00Z')).toEqual({
    maintenance: null,
    errors: [
      {
        code: 'OUTAGE_RUNS',
        field: ['serviceId'],
        message:
          'An outage runs since 2026-03-16 08:00 UTC: maintenance is announced once it is over; for other time, once it has passed, propose an exclusion, on which a second person decides.',
      },
    ],
  });
  await api.as(manager).run(CHANGE, { id: outage.id, input: { to: '2026-03-16T08:30:00Z', reason: 'Over.' } });
  expect((await announce('2026-03-17T09:00:00Z', '2026-03-17T12:00:00Z')).errors).toEqual([]);
});

it('announces maintenance of seven days at most', async () => {
  const service = await given.service();
  const announce = async (to: string) =>
    (
      await api
        .as(manager)
        .run(
          `mutation ($input: AnnounceMaintenanceInput!) { announceMaintenance(input: $input) { errors { code field message } } }`,
          { input: { serviceId: service.id, from: '2026-04-01T00:00:00Z', to, description: 'New disks.' } },
        )
    ).announceMaintenance.errors;

  expect(await announce('2026-04-08T00:00:01Z')).toEqual([
    { code: 'TOO_LONG', field: ['to'], message: 'One maintenance lasts at most 7 days.' },
  ]);
  expect(await announce('2026-04-08T00:00:00Z')).toEqual([]);
});

it('tells how fast the budget of the running month goes, and of an ended one no more', async () => {
  const service = await given.service();
  await given.commitment({ serviceId: service.id });
  // Now is Monday 16 March, 09:00: 86.4 seconds a day are allowed.
  await given.outage(service, '2026-03-16T08:00:00Z', '2026-03-16T08:02:24Z');
  await given.outage(service, '2026-03-12T08:00:00Z', '2026-03-12T08:07:40.800Z');
  const rates = async (period: string) => {
    const { commitment } = await api.as(manager).run(
      `query ($service: String!, $period: String!) {
         commitment(service: $service, slug: "uptime") { result(period: $period) { burnRates { day week } } } }`,
      { service: service.slug, period },
    );
    return commitment.result.burnRates;
  };

  // 144 of 86.4 seconds; 604.8 of 604.8.
  expect(await rates('2026-03')).toEqual({ day: '1.67', week: '1.00' });
  expect(await rates('2026-02')).toBeNull();
});

it('leaves announced maintenance out, and counts it again once it is cancelled', async () => {
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id });
  const { id } = await given.maintenance(service, '2026-02-10T07:00:00Z', '2026-02-10T09:00:00Z');
  await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T10:00:00Z');
  expect(await given.resultOf(commitment, '2026-02')).toMatchObject({
    budgetUsed: '3600000',
    denominator: '2412000000',
  });

  const { cancelMaintenance } = await api
    .as(manager)
    .run(
      `mutation ($id: ID!) { cancelMaintenance(id: $id, reason: "Nobody came.") { maintenance { cancelledAt viewerCanCancel } errors { code } } }`,
      { id },
    );

  expect(cancelMaintenance).toMatchObject({ maintenance: { viewerCanCancel: false }, errors: [] });
  expect(await given.resultOf(commitment, '2026-02')).toMatchObject({
    budgetUsed: '7200000',
    denominator: '2419200000',
  });
});

it('cuts months in the zone of the agreement, the change of the clock included', async () => {
  api.clock.set('2026-04-02T00:00:00Z');
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id }, { timeZone: 'Europe/Berlin' });
  // 23:30 on 31 March in Berlin until 01:00 on 1 April.
  await given.outage(service, '2026-03-31T21:30:00Z', '2026-03-31T23:00:00Z');

  const [march, april] = [await given.resultOf(commitment, '2026-03'), await given.resultOf(commitment, '2026-04')];

  expect(march).toMatchObject({ budgetUsed: '1800000', denominator: String((31 * 24 - 1) * 3_600_000) });
  expect(april).toMatchObject({ budgetUsed: '3600000' });
  api.clock.set('2026-03-16T09:00:00Z');
});
