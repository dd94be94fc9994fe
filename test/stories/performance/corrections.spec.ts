import { parseCsv } from 'hucre/csv';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const manager = await given.person({ name: 'Mona', roles: ['serviceManager'] });
const series = { goodOfTotal: { series: 'orders' } } as never;

const RESULT = `query ($service: String!, $revision: Int) { commitment(service: $service, slug: "uptime") {
  result(period: "2026-02", revision: $revision) {
    explanation { rule inputs { name value unit } result { name value } }
    revisions { revision reason changes { kind count newestAt } }
  } } }`;

/** February, missed with 500 of 1,000 until its log was read again. */
async function corrected(slug: string) {
  const service = await given.service({ slug });
  const commitment = await given.commitment({ serviceId: service.id, indicator: series, target: '99' });
  await given.counts(service, 'orders', '2026-02-01T00:00:00Z', '2026-02-15T00:00:00Z', 500, 1000);
  await record(service, 990, 1000, 'The log was read twice.');
  return { service, commitment };
}

async function record(service: { id: string }, good: number, total: number, reason: string | null, from = '01') {
  const time = { from: `2026-02-${from}T00:00:00Z`, to: `2026-02-${from === '01' ? 15 : 20}T00:00:00Z` };
  const input = { serviceId: service.id, series: 'orders', ...time, good, total, reason };
  const { recordCounts } = await api
    .as(manager)
    .run(`mutation ($input: RecordCountsInput!) { recordCounts(input: $input) { errors { message } } }`, { input });
  expect(recordCounts.errors).toEqual([]);
}

const later = () => api.clock.set(new Date(api.clock.now().getTime() + 60_000));

async function fileOf(service: { slug: string }, more = '') {
  const address = `${api.address}/export/commitment.csv?service=${service.slug}&commitment=uptime&period=2026-02${more}`;
  const response = await fetch(address, { headers: { cookie: manager.cookie! } });
  return parseCsv((await response.text()).replace(/^\ufeff/, '')) as string[][];
}

it('names in the explanation how much was corrected, and since when', async () => {
  const { service } = await corrected('books');

  const { commitment } = await api.as(manager).run(RESULT, { service: service.slug });
  const at = api.clock.now().toISOString();
  expect(commitment.result.explanation.map(({ rule }: { rule: string }) => rule).slice(0, 2)).toEqual([
    'period',
    'measurements.corrected',
  ]);
  expect(commitment.result.explanation[1]).toEqual({
    rule: 'measurements.corrected',
    inputs: ['from', 'to'].map((name) => ({ name, value: at, unit: 'instant' })),
    result: [{ name: 'count', value: '1' }],
  });
});

it('says of each revision what it knew that the one before did not', async () => {
  const { service, commitment } = await corrected('music');
  await given.closed('2026-02', commitment);
  later();
  await record(service, 0, 100, null, '16');
  later();
  await given.approvedExclusion(commitment, '2026-02-01T00:00:00Z', '2026-02-15T00:00:00Z');

  const { commitment: found } = await api.as(manager).run(RESULT, { service: service.slug });
  expect(found.result.revisions).toMatchObject([
    {
      revision: 2,
      changes: [
        { kind: 'LATE_DATA', count: 1 },
        { kind: 'EXCLUSION', count: 1 },
      ],
    },
    { revision: 1, changes: [{ kind: 'CORRECTION', count: 1 }] },
  ]);
});

it('counts the outages that came late of a revision, and tells nothing of it to a stranger', async () => {
  const service = await given.service({ slug: 'games' });
  const commitment = await given.commitment({ serviceId: service.id });
  await given.closed('2026-02', commitment);
  later();
  await given.outage(service, '2026-02-05T08:00:00Z', '2026-02-05T10:00:00Z', 'Found in an old log.');
  await given.outage(service, '2026-02-07T08:00:00Z', '2026-02-07T10:00:00Z', 'Found in an old log.');
  later();
  const { id } = await given.resultOf(commitment, '2026-02');
  const [, other] = await given.serviceManagers();
  const { restateResult } = await api
    .as(other!)
    .run(`mutation ($id: ID!, $reason: String!) { restateResult(id: $id, reason: $reason) { errors { message } } }`, {
      id,
      reason: 'Found late.',
    });
  expect(restateResult.errors).toEqual([]);

  const { commitment: found } = await api.as(manager).run(RESULT, { service: service.slug });
  expect(found.result.revisions[0]).toMatchObject({
    revision: 2,
    changes: [{ kind: 'LATE_DATA', count: 2 }],
  });
  const stranger = await given.person({ roles: ['requester'] });
  const seen = await api.as(stranger).run(RESULT, { service: service.slug });
  expect((seen.commitment?.result?.revisions ?? []).flatMap(({ changes }: { changes: object[] }) => changes)).toEqual(
    [],
  );
});

it('names in the file of a figure what was corrected, and what changed its revision', async () => {
  const { service } = await corrected('films');

  const at = api.clock.now().toISOString();
  const time = '2026-02-01T00:00:00.000Z to 2026-02-15T00:00:00.000Z';
  const rows = await fileOf(service);
  expect(rows.filter(([name]) => /^(Changed|Corrected)/.test(name!))).toEqual([
    ['Changed by', 'Correction: 1'],
    ['Corrected measurements', '1'],
    [
      'Corrected measurement',
      `${time}: orders: 500 of 1000, now 990 of 1000. “The log was read twice.” (Counted by people; Mona, ${at})`,
    ],
  ]);
});
