import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const HOUR = 3_600_000;
const MARCH = Date.UTC(2026, 2, 1);
const at = (ms: number) => new Date(MARCH + ms).toISOString();

const POINTS = `query ($service: String!, $from: Date, $to: Date, $most: Int) {
  commitment(service: $service, slug: "uptime") { result(period: "2026-03") { points(from: $from, to: $to, most: $most) {
    series unit line above measurements summed points { at value }
  } } } }`;
const pointsOf = async (service: { slug: string }, asked: object = {}, who = manager) =>
  (await api.as(who).run(POINTS, { service: service.slug, ...asked })).commitment.result.points;

/** A hundred thousand counts, one every 25 seconds; of each a tenth more or less is good, but of two. */
async function longSeries() {
  const service = await given.service();
  const indicator = { goodOfTotal: { series: 'mails' } } as never;
  await given.commitment({ serviceId: service.id, target: '90', indicator });
  await given.counts(service, 'mails', at(0), at(25_000), 95, 100);
  await api.dataSource.query(
    `INSERT INTO measurement (series_id, observed_at, revision, to_at, good, total, batch_id)
     SELECT m.series_id, m.observed_at + n * interval '25 seconds', 0, m.to_at + n * interval '25 seconds',
       CASE n WHEN 43210 THEN 7 WHEN 77777 THEN 100 ELSE 92 + n % 5 END, 100, m.batch_id
     FROM measurement m CROSS JOIN generate_series(1, 99999) n WHERE m.series_id = (SELECT id FROM series WHERE service_id = $1)`,
    [service.id],
  );
  return service;
}

it('sends of a hundred thousand measurements two thousand points at most, and loses neither the worst nor the best', async () => {
  const service = await longSeries();

  const { points, ...told } = await pointsOf(service);

  expect(told).toEqual({
    series: 'mails',
    unit: 'percent',
    line: 90,
    above: true,
    measurements: 100_000,
    summed: false,
  });
  expect(points.length).toBeGreaterThan(1_800);
  expect(points.length).toBeLessThanOrEqual(2_000);
  expect(points.filter(({ value }: { value: number }) => value < 92)).toEqual([{ at: at(43_210 * 25_000), value: 7 }]);
  expect(points.filter(({ value }: { value: number }) => value > 96)).toEqual([
    { at: at(77_777 * 25_000), value: 100 },
  ]);
  const instants = points.map((point: { at: string }) => point.at);
  expect(instants).toEqual(instants.toSorted());
  expect((await pointsOf(service, { most: 1_000_000 })).points.length).toBeLessThanOrEqual(2_000);
  expect((await pointsOf(service, { most: 20 })).points.length).toBeLessThanOrEqual(20);
});

it('sends every measurement of the days that were asked for, where there are few enough', async () => {
  const service = await given.service();
  const indicator = { goodOfTotal: { series: 'mails' } } as never;
  await given.commitment({ serviceId: service.id, target: '90', indicator });
  for (const [hour, good] of [[0, 95], [1, 40], [24, 99], [50, 98]] as const)
    await given.counts(service, 'mails', at(hour * HOUR), at((hour + 1) * HOUR), good, 100); // prettier-ignore
  // A correction takes the place of what was there; nothing was counted in another hour.
  await given.counts(service, 'mails', at(HOUR), at(2 * HOUR), 80, 100, 'Counted twice.');
  await given.counts(service, 'mails', at(30 * HOUR), at(31 * HOUR), 0, 0);

  expect(await pointsOf(service)).toMatchObject({
    measurements: 4,
    points: [
      { at: at(0), value: 95 },
      { at: at(HOUR), value: 80 },
      { at: at(24 * HOUR), value: 99 },
      { at: at(50 * HOUR), value: 98 },
    ],
  });
  const second = await pointsOf(service, { from: '2026-03-02', to: '2026-03-02' });
  expect(second.points).toEqual([{ at: at(24 * HOUR), value: 99 }]);
  expect((await pointsOf(service, { from: '2025-01-01', to: '2027-01-01' })).measurements).toBe(4);
});

it('tells of values the percentile that was promised, beside its limit', async () => {
  const service = await given.service();
  const indicator = { percentile: { series: 'answers', limit: 300, unit: 'ms' } } as never;
  await given.commitment({ serviceId: service.id, target: '90', indicator });
  const machine = await given.token(manager, ['ingest']);
  const row = (hour: number, told: object) =>
    JSON.stringify({ service: service.slug, series: 'answers', unit: 'ms', from: at(hour * HOUR), to: at((hour + 1) * HOUR), ...told }); // prettier-ignore
  const nine = Array.from({ length: 9 }, () => 200);
  const rows = [
    row(0, { values: [...nine, 900] }),
    row(1, { values: [...nine.slice(1), 900, 900] }),
    row(2, { values: [] }),
    row(3, { values: [0, 0] }),
    row(4, { buckets: { '100': 1, '+Inf': 10 } }),
  ];
  const sent = api.as(machine).post('/measurements?source=gate').set('content-type', 'application/x-ndjson');
  expect((await sent.send(rows.join('\n'))).body).toMatchObject({ accepted: 5 });

  const { points, ...told } = await pointsOf(service);
  expect(told).toMatchObject({ series: 'answers', unit: 'ms', line: 300, above: false, measurements: 4 });
  expect(points).toEqual([
    { at: at(0), value: expect.closeTo(200, -1) },
    { at: at(HOUR), value: expect.closeTo(900, -1.5) },
    { at: at(3 * HOUR), value: 0 },
    { at: at(4 * HOUR), value: null },
  ]);
});

it('tells of probes when they saw the service down', async () => {
  const service = await given.service();
  const availability = { source: 'probes', shortestOutageMs: 0, longestHoldMs: null } as never;
  await given.commitment({ serviceId: service.id, indicator: { availability } });
  await given.probes(service, [
    [at(0), true],
    [at(HOUR), false],
    [at(2 * HOUR), true],
  ]);

  expect(await pointsOf(service)).toMatchObject({
    series: service.name,
    above: true,
    points: [{ value: 100 }, { value: 0 }, { value: 100 }],
  });
});

it('has none of outages that people recorded, and none for who does not see behind the figure', async () => {
  const [recorded, counted] = [await given.service(), await given.service()];
  await given.commitment({ serviceId: recorded.id });
  await given.commitment({ serviceId: counted.id, indicator: { goodOfTotal: { series: 'mails' } } as never });
  await given.counts(counted, 'mails', at(0), at(HOUR), 9, 10);
  await given.outage(recorded, at(0), at(HOUR));

  expect(await pointsOf(recorded)).toBeNull();
  expect(await pointsOf(counted, {}, await given.person())).toBeNull();
  expect(await pointsOf(counted, {}, await given.person({ roles: ['requester'] }))).toBeNull();
  expect(await pointsOf(counted, {}, await given.person({ roles: ['auditor'] }))).toMatchObject({ measurements: 1 });
});
