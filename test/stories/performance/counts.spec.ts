import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const series = { goodOfTotal: { series: 'orders' } } as never;
const FIRST_HALF = { from: '2026-02-01T00:00:00Z', to: '2026-02-15T00:00:00Z' };

/** February, missed with 500 of 1,000. */
async function missed(ownerId?: string) {
  const service = await given.service(ownerId ? { ownerId } : {});
  const commitment = await given.commitment({ serviceId: service.id, indicator: series, target: '99' });
  await given.counts(service, 'orders', FIRST_HALF.from, FIRST_HALF.to, 500, 1000);
  return { service, commitment };
}

async function record(by: Parameters<typeof api.as>[0], service: { id: string }, more: object) {
  const input = { serviceId: service.id, series: 'orders', ...FIRST_HALF, good: 1000, total: 1000, ...more };
  const { recordCounts } = await api
    .as(by)
    .run(
      `mutation ($input: RecordCountsInput!) { recordCounts(input: $input) { recorded errors { code field message } } }`,
      { input },
    );
  return recordCounts;
}

it('replaces counts of an open period with a reason, and keeps before and after', async () => {
  const { service, commitment } = await missed();

  expect(await record(manager, service, {})).toMatchObject({
    recorded: false,
    errors: [{ code: 'REASON_MISSING', field: ['reason'] }],
  });
  expect(await record(manager, service, { reason: 'The log was read twice.' })).toEqual({ recorded: true, errors: [] });

  expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ verdict: 'met', numerator: '1000' });
  const entries = await api.dataSource.query(
    `SELECT action, before, after, reason FROM audit_entry
     WHERE action LIKE 'counts.%' AND after ->> 'serviceId' = $1 ORDER BY at, id`,
    [service.id],
  );
  expect(entries).toMatchObject([
    { action: 'counts.recorded', before: null, after: { good: '500' }, reason: null },
    {
      action: 'counts.replaced',
      before: { good: '500', total: '1000' },
      after: { good: '1000', total: '1000' },
      reason: 'The log was read twice.',
    },
  ]);
});

it('tells on the figure what was corrected, by whom and why, old and new', async () => {
  const { service } = await missed();
  await record(manager, service, { good: 990, reason: 'The log was read twice.' });
  await record(manager, service, { reason: 'And once more.' });

  const ask = `query ($service: String!) { commitment(service: $service, slug: "uptime") { result(period: "2026-02") {
    correctedMeasurements { totalCount newest { series from to goodBefore totalBefore good total reason correctedBy { id } } } } } }`;
  const corrected = async (who: Parameters<typeof api.as>[0]) =>
    (await api.as(who).run(ask, { service: service.slug })).commitment?.result?.correctedMeasurements;
  const told = { series: 'orders', totalBefore: '1000', total: '1000', correctedBy: { id: manager.id } };
  expect(await corrected(manager)).toMatchObject({
    totalCount: 2,
    newest: [
      { ...told, goodBefore: '990', good: '1000', reason: 'And once more.' },
      { ...told, goodBefore: '500', good: '990', reason: 'The log was read twice.' },
    ],
  });
});

it('asks for no reason where the same figures are entered again', async () => {
  const { service } = await missed();

  expect(await record(manager, service, { good: 500 })).toEqual({ recorded: true, errors: [] });
});

it('replaces no counts of a closed period, and takes those that came late', async () => {
  const { service, commitment } = await missed();
  await given.closed('2026-02', commitment);

  expect(await record(manager, service, { reason: 'The log was read twice.' })).toEqual({
    recorded: false,
    errors: [
      {
        code: 'PERIOD_CLOSED',
        field: [],
        message: '2026-02 is closed and counted these figures; propose an exclusion, on which a second person decides.',
      },
    ],
  });
  expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ verdict: 'missed', hasLateData: false });

  const late = { from: '2026-02-15T00:00:00Z', to: '2026-03-01T00:00:00Z' };
  expect((await record(manager, service, { ...late, good: 10, total: 10 })).errors).toEqual([]);
  expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ hasLateData: true });
});

it('refuses closed figures under another spelling of the same instants', async () => {
  const { service, commitment } = await missed();
  await given.closed('2026-02', commitment);
  const sameTime = { from: '2026-02-01T01:00:00+01:00', to: '2026-02-15T01:00:00+01:00' };

  expect((await record(manager, service, { ...sameTime, reason: 'Because.' })).errors).toMatchObject([
    { code: 'PERIOD_CLOSED' },
  ]);
});

it('lets nobody replace the counts that they are measured by', async () => {
  const owner = await given.person({ roles: ['serviceManager', 'serviceOwner'] });
  const { service } = await missed(owner.id);

  expect((await record(owner, service, { reason: 'It was better.' })).errors).toMatchObject([
    { code: 'MEASURED_BY_IT' },
  ]);
  expect((await record(manager, service, { reason: 'It was better.' })).errors).toEqual([]);
});

it('goes on like this until the end of the running month: what counts allow grows with them', async () => {
  const service = await given.service();
  await given.commitment({ serviceId: service.id, slug: 'orders', indicator: series, target: '99' });
  await given.counts(service, 'orders', '2026-03-01T00:00:00Z', '2026-03-16T08:00:00Z', 99_230, 100_000);
  const projected = async (period: string) => {
    const { commitment } = await api.as(manager).run(
      `query ($service: String!, $period: String!) {
         commitment(service: $service, slug: "orders") {
           result(period: $period) { projection { at leftPercent exhaustedAt } } } }`,
      { service: service.slug, period },
    );
    return commitment.result.projection;
  };

  expect(await projected('2026-03')).toEqual({
    at: '2026-04-01T00:00:00.000Z',
    leftPercent: '23.00',
    exhaustedAt: null,
  });
  expect(await projected('2026-02')).toBeNull();
});
