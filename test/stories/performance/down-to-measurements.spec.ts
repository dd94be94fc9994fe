import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });

const BEHIND = `query ($service: String!, $period: String!, $first: Int, $after: String) {
  commitment(service: $service, slug: "uptime") { result(period: $period) { contributions(onlyBad: true) { edges { node {
    evidence { kind label } from to countedMs good total outage { cause recordedAt }
    measurements(first: $first, after: $after) {
      edges { node { at to up good total revision source line arrivedAt reason } } pageInfo { hasNextPage endCursor } }
  } } } } } }`;

async function behind(service: { slug: string }, variables: object = {}, who = manager) {
  const { commitment } = await api.as(who).run(BEHIND, { service: service.slug, period: '2026-02', ...variables });
  return commitment.result.contributions.edges.map(({ node }: { node: object }) => node);
}
const nodes = ({ edges }: { edges: { node: Record<string, unknown> }[] }) => edges.map(({ node }) => node);

it('leads from downtime to the probes that found it, the one that ended it too, and who sent them', async () => {
  const service = await given.service();
  await given.commitment({
    serviceId: service.id,
    indicator: { availability: { source: 'probes', shortestOutageMs: 0, longestHoldMs: 3_600_000 } },
  });
  await given.probes(service, [
    ['2026-02-03T10:00:00Z', true],
    ['2026-02-03T10:05:00Z', false],
    ['2026-02-03T10:10:00Z', false],
    ['2026-02-03T10:15:00Z', true],
  ]);

  const [down] = await behind(service);
  expect(down).toMatchObject({ evidence: { kind: 'PROBE' }, countedMs: 600_000, outage: null });
  expect(nodes(down.measurements).map(({ at, up, line }) => [at, up, line])).toEqual([
    ['2026-02-03T10:05:00.000Z', false, 2],
    ['2026-02-03T10:10:00.000Z', false, 3],
    ['2026-02-03T10:15:00.000Z', true, 4],
  ]);
  expect(nodes(down.measurements)[0]).toMatchObject({ revision: 0, source: expect.any(String), reason: null });

  const [page] = await behind(service, { first: 2 });
  expect(page.measurements.pageInfo.hasNextPage).toBe(true);
  const [rest] = await behind(service, { first: 2, after: page.measurements.pageInfo.endCursor });
  expect(nodes(rest.measurements).map(({ at }) => at)).toEqual(['2026-02-03T10:15:00.000Z']);
});

it('leads from counts to the intervals that were counted', async () => {
  const service = await given.service();
  await given.commitment({ serviceId: service.id, indicator: { goodOfTotal: { series: 'mails' } } });
  await given.counts(service, 'mails', '2026-02-03T00:00:00Z', '2026-02-03T12:00:00Z', 8, 10);
  await given.counts(service, 'mails', '2026-02-03T12:00:00Z', '2026-02-04T00:00:00Z', 9, 10);

  const measured = (await behind(service)).flatMap(({ measurements }: { measurements: never }) => nodes(measurements));
  expect(measured).toMatchObject([
    { at: '2026-02-03T00:00:00.000Z', to: '2026-02-03T12:00:00.000Z', good: '8', total: '10', up: null },
    { at: '2026-02-03T12:00:00.000Z', good: '9', total: '10' },
  ]);
});

it('leads from an outage to its record, and shows neither to who is only told the figure', async () => {
  const service = await given.service();
  await given.commitment({ serviceId: service.id });
  await given.outage(service, '2026-02-03T00:00:00Z', '2026-02-03T03:00:00Z', 'A cable.');

  expect(await behind(service)).toMatchObject([{ outage: { cause: 'A cable.' }, measurements: { edges: [] } }]);
  expect(await behind(service, {}, await given.person())).toEqual([]);
});

it('takes as many statements for a page of contributions as for one', async () => {
  const [one, many] = [await given.service(), await given.service()];
  for (const [service, days] of [
    [one, 1],
    [many, 4],
  ] as const) {
    await given.commitment({ serviceId: service.id, indicator: { goodOfTotal: { series: 'mails' } } });
    for (let day = 1; day <= days; day += 1)
      await given.counts(service, 'mails', `2026-02-0${day}T00:00:00Z`, `2026-02-0${day}T01:00:00Z`, 8, 10);
  }
  const few = await api.statementsOf(() => behind(one));
  expect(await api.statementsOf(() => behind(many))).toHaveLength(few.length);
});
