import { Rollups } from '@accord/api/performance/rollups/rollups.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory([], {
  ACCORD_KEEP_MEASUREMENTS_MONTHS: '1',
  ACCORD_KEEP_HOURS_MONTHS: '1',
});
const manager = await given.person({ roles: ['serviceManager'] });
const machine = await given.token(manager, ['ingest']);
const service = await given.service({ slug: 'shop' });
const terms = { serviceId: service.id, target: '99' };
const orders = await given.commitment({
  ...terms,
  slug: 'orders',
  indicator: { goodOfTotal: { series: 'orders' } } as never,
});
const uptime = await given.commitment({
  ...terms,
  slug: 'uptime',
  indicator: { availability: { source: 'probes', shortestOutageMs: 0, longestHoldMs: 600_000 } } as never,
});

const quick = await given.commitment({
  ...terms,
  slug: 'quick',
  indicator: { percentile: { series: 'answers', limit: 300, unit: 'ms' } } as never,
});

const MINUTE = 60_000;
const JANUARY = Date.UTC(2026, 0, 5);
const at = (minutes: number) => new Date(JANUARY + minutes * MINUTE).toISOString();

const send = async (lines: readonly object[]) => {
  const body = lines.map((line) => JSON.stringify({ service: 'shop', ...line })).join('\n');
  const { status, body: said } = await api
    .as(machine)
    .post('/measurements?source=gateway')
    .set('content-type', 'application/x-ndjson')
    .send(body);
  expect(status).toBe(200);
  return said;
};

/** Every five minutes of three days; one hour of the second is bad, and the probes are silent for one of the third. */
const counted = Array.from({ length: 864 }, (_, i) => {
  const good = i >= 300 && i < 312 ? 5 : 10;
  return { series: 'orders', from: at(i * 5), to: at(i * 5 + 5), good, total: 10 };
});
const probed = Array.from({ length: 864 }, (_, i) => i)
  .filter((i) => i < 600 || i >= 612)
  .map((i) => ({ at: at(i * 5), up: i < 400 || i >= 403 }));

const answered = counted.map(({ from, to }, i) => {
  return { series: 'answers', unit: 'ms', from, to, values: i % 7 === 0 ? [0, 120, 900] : [100 + (i % 50), 250] };
});

const kept = async () => {
  const [row] = await api.dataSource.query(`
    SELECT to_regclass('measurement_2026_01') IS NOT NULL AS measurements,
      (SELECT count(*)::int FROM hour_run WHERE from_at < '2026-02-01') AS hours,
      (SELECT count(*)::int FROM day_run WHERE from_at < '2026-02-01') AS days`);
  return row as { measurements: boolean; hours: number; days: number };
};
const figures = async () => {
  const results = [];
  for (const commitment of [orders, uptime, quick]) results.push(await given.resultOf(commitment, '2026-01'));
  return results.map(({ numerator, denominator, coverage, verdict }) => [numerator, denominator, coverage, verdict]);
};
const drop = () => api.get(Jobs).run('measurementRetention');

await send([...counted, ...probed, ...answered]);
await api.get(Jobs).settle();
// From within an hour to within another one: their intervals have to stay one by one.
await given.approvedExclusion(orders, at(1500 + 12), at(1500 + 100));
await given.approvedExclusion(quick, at(1500 + 12), at(1500 + 100));
const before = await figures();

it('keeps every measurement of a month that is not closed', async () => {
  await drop();

  expect((await kept()).measurements).toBe(true);
});

it('drops measurements and hours of a closed month, and judges it to the same', async () => {
  await given.closed('2026-01', orders, uptime, quick);
  await drop();

  const { measurements, hours, days } = await kept();
  expect(measurements).toBe(false);
  expect(hours).toBeGreaterThan(24); // Of the days that an exclusion, or silence, cuts through.
  expect(hours).toBeLessThan(3 * 72);
  expect(days).toBeGreaterThanOrEqual(9);
  expect(await figures()).toEqual(before);
  expect(await api.dataSource.query('SELECT level, month FROM dropped_month ORDER BY level')).toEqual([
    { level: 'hours', month: '2026-01' },
    { level: 'measurements', month: '2026-01' },
  ]);

  await given.approvedExclusion(orders, '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z'); // Judges both months again.
  expect(await figures()).toEqual(before);
  expect(await given.resultOf(orders, '2026-01')).toMatchObject({ hasLateData: false, revision: 1 });
});

it('opens what a result is made of to the hours and days that stand, and says until when there was more', async () => {
  const BEHIND = `query ($slug: String!, $period: String!, $onlyBad: Boolean) { commitment(service: "shop", slug: $slug) { result(period: $period) {
    contributions(onlyBad: $onlyBad) { edges { node { from to measurements { edges { node { id } } }
      keptRuns { keptUntil runs { from to measurements up good total values { unit greatest } } } } } } } } }`;
  const opened = async (slug: string, onlyBad: boolean) => {
    const { commitment } = await api.as(manager).run(BEHIND, { slug, period: '2026-01', onlyBad });
    return commitment.result.contributions.edges.map(({ node }: { node: object }) => node);
  };
  const keptUntil = api.clock.now().toISOString();

  // The first day is clear: its hours are gone too.
  expect(await opened('orders', false)).toContainEqual({
    from: at(0),
    to: at(1440),
    measurements: { edges: [] },
    keptRuns: {
      keptUntil,
      runs: [{ from: at(0), to: at(1440), measurements: 288, up: null, good: '2880', total: '2880', values: null }],
    },
  });
  // 42 of its 288 intervals have three values, the others two.
  const first = (await opened('quick', false)).find(({ from }: { from: string }) => from === at(0));
  const { total, values } = first.keptRuns.runs[0];
  expect({ total, unit: values.unit }).toEqual({ total: '618', unit: 'ms' });
  expect(Math.abs(values.greatest - 900)).toBeLessThanOrEqual(9);
  const [down] = await opened('uptime', true);
  expect(down).toMatchObject({ from: at(2000), to: at(2015), measurements: { edges: [] }, keptRuns: { keptUntil } });
  expect(down.keptRuns.runs).toContainEqual(expect.objectContaining({ from: at(2000), to: at(2010), up: false }));
});

it('draws over time what stands of a series, and says that it is no longer each measurement', async () => {
  const POINTS = `query ($slug: String!) { commitment(service: "shop", slug: $slug) { result(period: "2026-01") {
    points { measurements summed points { at value } } } } }`;
  const drawn = async (slug: string) => (await api.as(manager).run(POINTS, { slug })).commitment.result.points;

  const series = await drawn('orders');
  expect(series).toMatchObject({ measurements: 864, summed: true });
  expect(series.points[0]).toEqual({ at: at(0), value: 100 });
  expect(series.points.some(({ value }: { value: number }) => value < 100)).toBe(true);
  expect(await drawn('quick')).toMatchObject({ measurements: 864, summed: true });
  const probes = await drawn('uptime');
  expect(probes).toMatchObject({ measurements: 852, summed: true });
  expect(probes.points).toContainEqual({ at: at(2000), value: 0 });
});

it('takes nothing more of it, and leaves out only what it can tell apart', async () => {
  const reason = 'measurements of 2026-01 are no longer kept one by one; nothing can be added to them or corrected';
  const late = { series: 'orders', from: at(9000), to: at(9005), good: 1, total: 1 };
  expect(await send([late])).toMatchObject({ accepted: 0, refused: 1, problems: [{ line: 1, reason }] });
  await expect(given.counts(service, 'by hand', at(9000), at(9005), 1, 1)).rejects.toMatchObject({ code: 'NOT_KEPT' });

  await expect(given.exclusion(orders, at(2890), at(3000))).rejects.toMatchObject({
    code: 'NOT_KEPT',
    message: 'Measurements of 2026-01 are kept by the day only; let the time begin and end with a whole day.',
  });
  await given.approvedExclusion(orders, '2026-01-07T00:00:00Z', '2026-01-08T00:00:00Z');
  expect(await given.resultOf(orders, '2026-01')).toMatchObject({
    revision: 2,
    denominator: String(Number(before[0]![1]) - 2_880),
  });
});

it('makes no runs anew of what it has dropped', async () => {
  const [{ days }, results] = [await kept(), await figures()];

  await api.get(Rollups).rebuild();
  await api.get(Jobs).settle();

  expect((await kept()).days).toBe(days);
  expect(await figures()).toEqual(results);
});
