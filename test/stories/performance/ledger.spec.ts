import { measurementId } from '@accord/domain';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const always = await given.alwaysOpen();
const series = { goodOfTotal: { series: 'orders' } } as never;
const probes = { availability: { source: 'probes', shortestOutageMs: 0, longestHoldMs: null } } as never;
const DAYS = { from: '2026-02-01T00:00:00Z', to: '2026-02-15T00:00:00Z' };
const query = (sql: string, ...values: unknown[]) => api.dataSource.query(sql, values);

const MEASUREMENTS = `
  SELECT measurement_id(m.series_id, m.observed_at, m.revision) AS id, m.* FROM measurement m
  JOIN series s ON s.id = m.series_id WHERE s.service_id = $1 ORDER BY m.observed_at, m.revision`;

const BEHIND = `query ($service: String!) { commitment(service: $service, slug: "uptime") { result(period: "2026-02") {
  contributions { edges { node { evidence { kind id label } from } } }
  explanation { rule evidence { kind id label } } } } }`;

/** What stands behind February. */
async function behind({ slug }: { slug: string }) {
  const { commitment } = await api.as(manager).run(BEHIND, { service: slug });
  const { contributions, explanation } = commitment.result;
  return { contributions: contributions.edges.map(({ node }: { node: object }) => node), explanation };
}

it('corrects by a further revision, and keeps what was said before', async () => {
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id, indicator: series });
  await given.counts(service, 'orders', DAYS.from, DAYS.to, 500, 1000);
  await given.counts(service, 'orders', DAYS.from, DAYS.to, 700, 1000, 'The log was read twice.');
  await given.counts(service, 'orders', DAYS.from, DAYS.to, 800, 1000, 'And once more.');
  await given.counts(service, 'orders', DAYS.from, DAYS.to, 800, 1000);

  const rows = await query(MEASUREMENTS, service.id);
  expect(rows.map(({ good, revision }: { good: string; revision: number }) => [good, revision])).toEqual([
    ['500', 0],
    ['700', 1],
    ['800', 2],
  ]);
  expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ numerator: '800', denominator: '1000' });
  const { counts } = await api
    .as(manager)
    .run(`query ($id: ID!) { counts(serviceId: $id) { totalCount edges { node { id good } } } }`, { id: service.id });
  expect(counts).toEqual({ totalCount: 1, edges: [{ node: { id: rows[2].id, good: 800 } }] });
});

it('changes and removes nothing, by no name of the table', async () => {
  const service = await given.service();
  await given.counts(service, 'orders', DAYS.from, DAYS.to, 1, 1);

  for (const table of ['measurement', 'measurement_2026_02']) {
    for (const change of [`UPDATE ${table} SET good = 0`, `DELETE FROM ${table}`])
      await expect(query(change)).rejects.toThrow('append-only');
  }
  for (const table of ['series', 'batch']) await expect(query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
});

it('leads from a figure to the measurement that it counted', async () => {
  const service = await given.service();
  await given.commitment({ serviceId: service.id, slug: 'uptime', indicator: series });
  await given.counts(service, 'orders', DAYS.from, DAYS.to, 500, 1000);

  const [row] = await query(MEASUREMENTS, service.id);
  expect(row.id).toBe(measurementId({ seriesId: row.series_id, at: Date.parse(DAYS.from), revision: 0 }));
  const { contributions } = await behind(service);
  expect(contributions).toMatchObject([{ evidence: { kind: 'COUNT', id: row.id, label: 'orders' } }]);
});

it('leads from downtime to the probe that found it', async () => {
  const service = await given.service({ name: 'Zoom' });
  const of = { serviceId: service.id, slug: 'uptime', calendarId: always.id, indicator: probes };
  await given.commitment(of);
  await given.probes(service, [
    ['2026-02-02T00:00:00Z', true],
    ['2026-02-03T00:00:00Z', false],
    ['2026-02-03T01:00:00Z', false],
    ['2026-02-03T02:00:00Z', true],
    ['2026-03-02T00:00:00Z', true],
  ]);

  const [, down] = await query(MEASUREMENTS, service.id);
  const { contributions, explanation } = await behind(service);
  expect(contributions).toMatchObject([
    { evidence: { kind: 'PROBE', id: down.id, label: 'Zoom' }, from: '2026-02-03T00:00:00.000Z' },
  ]);
  const evidence = explanation.flatMap((step: { evidence: object[] }) => step.evidence);
  expect(evidence).toContainEqual({ kind: 'PROBE', id: down.id, label: 'Zoom' });
});

it('takes no counts of a year that is hardly meant', async () => {
  const service = await given.service();
  const input = { serviceId: service.id, series: 'orders', good: 1, total: 1 };
  const { recordCounts } = await api
    .as(manager)
    .run(`mutation ($input: RecordCountsInput!) { recordCounts(input: $input) { errors { code field } } }`, {
      input: { ...input, from: '1926-02-01T00:00:00Z', to: '1926-02-02T00:00:00Z' },
    });
  expect(recordCounts.errors).toEqual([{ code: 'TOO_OLD', field: ['from'] }]);
});
