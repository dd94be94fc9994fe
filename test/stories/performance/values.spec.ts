import { Rollups } from '@accord/api/performance/rollups/rollups.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const machine = await given.token(manager, ['ingest']);

const HOUR = 3_600_000;
const MARCH = Date.UTC(2026, 2, 1);
const hour = (n: number) => new Date(MARCH + n * HOUR).toISOString();

/** Answers within 300 ms, of a service of its own. */
async function promised(slug: string, more: object = {}) {
  const service = await given.service({ slug });
  const indicator = { percentile: { series: 'answers', limit: 300, unit: 'ms' } } as never;
  const commitment = await given.commitment({ serviceId: service.id, slug: 'quick', indicator, target: '95', ...more });
  return { service, commitment };
}

/** What one hour of answers took. */
const answers = (service: string, n: number, values: readonly number[], more: object = {}) =>
  JSON.stringify({ service, series: 'answers', unit: 'ms', from: hour(n), to: hour(n + 1), values, ...more });

async function send(lines: readonly string[], query = 'source=gateway', type = 'application/x-ndjson') {
  const { status, body } = await api
    .as(machine)
    .post(`/measurements?${query}`)
    .set('content-type', type)
    .send(lines.join('\n'));
  expect({ status, errors: body.errors }).toEqual({ status: 200 });
  await api.get(Jobs).settle();
  return body;
}

const times = (n: number, value: number): number[] => Array.from({ length: n }, () => value);

const RESULT = `query ($service: String!, $period: String!) { commitment(service: $service, slug: "quick") { result(period: $period) {
  verdict figure numerator denominator coverage percentile { value beyond } budget { unit total used }
  explanation { rule inputs { name value } result { name value } }
  contributions { edges { node { evidence { kind label } from to good total
    measurements { edges { node { at to good total up values { unit median p95 greatest } } } } } } } } } }`;

async function resultOf(service: string, period = '2026-03') {
  return (await api.as(manager).run(RESULT, { service, period })).commitment.result;
}

it('judges a percentile by the values of all intervals together, and tells what it came to', async () => {
  await promised('shop');

  // Of each hour the p95 is 200 or 900; of both together it is 200, and no mean of the two.
  await send([answers('shop', 0, times(95, 200)), answers('shop', 1, times(5, 900)), answers('shop', 2, [])]);

  const result = await resultOf('shop');
  expect(result).toMatchObject({
    numerator: '95',
    denominator: '100',
    figure: '95.00',
    budget: { unit: 'events', used: '5' },
    percentile: { beyond: false },
  });
  expect(Math.abs(result.percentile.value - 200)).toBeLessThanOrEqual(2);
  const step = result.explanation.find(({ rule }: { rule: string }) => rule === 'percentile.value');
  expect(step.inputs).toEqual(
    expect.arrayContaining([
      { name: 'limit', value: '300' },
      { name: 'sketches', value: '3' },
    ]),
  );
  expect(step.result).toEqual([{ name: 'value', value: String(result.percentile.value) }]);

  await send([answers('shop', 3, [301.9, 400])]);
  expect(await resultOf('shop')).toMatchObject({ numerator: '95', denominator: '102', verdict: 'AT_RISK' });
});

it('leads from the figure to the intervals, and how the values of each lay', async () => {
  const { edges } = (await resultOf('shop')).contributions;
  expect(edges).toMatchObject([{ node: { evidence: { kind: 'COUNT', label: 'answers' }, good: '95', total: '102' } }]);

  const measured = edges[0].node.measurements.edges.map(({ node }: { node: object }) => node);
  expect(measured).toHaveLength(4);
  expect(measured[0]).toMatchObject({ at: hour(0), to: hour(1), good: null, total: '95', up: null });
  expect(measured[1].values).toMatchObject({
    unit: 'ms',
    median: expect.closeTo(900, -1.5),
    p95: measured[1].values.median,
  });
  expect(measured[2]).toMatchObject({ total: '0', values: { median: null, greatest: null } });
});

it('takes histograms as Prometheus keeps them: a limit that is a bound is judged exactly', async () => {
  await promised('mail');
  const histogram = (n: number, buckets: object) =>
    JSON.stringify({ service: 'mail', series: 'answers', unit: 'ms', from: hour(n), to: hour(n + 1), buckets });

  await send([histogram(0, { '100': 20, '300': 80, '1000': 90, '+Inf': 100 }), histogram(1, { '+Inf': 0, '300': 0 })]);
  expect(await resultOf('mail')).toMatchObject({
    numerator: '80',
    denominator: '100',
    percentile: { value: null, beyond: true },
  });

  await send([`service,series,unit,from,to,buckets,values`, `mail,answers,ms,${hour(2)},${hour(3)},300:900 +Inf:900,`,
    `mail,answers,ms,${hour(3)},${hour(4)},,0 12.5 299 310`], 'source=gateway', 'text/csv'); // prettier-ignore
  expect(await resultOf('mail')).toMatchObject({
    numerator: '982',
    denominator: '1004',
    percentile: { beyond: false },
  });
});

it('says what it takes for granted where a histogram has no bound at the limit, on the figure and on the terms', async () => {
  const { service } = await promised('fax');
  const histogram = (n: number, buckets: object) =>
    JSON.stringify({ service: 'fax', series: 'answers', unit: 'ms', from: hour(n), to: hour(n + 1), buckets });
  await send([histogram(0, { '250': 80, '500': 90, '1000': 95, '+Inf': 100 })]);

  const { explanation, numerator } = await resultOf('fax');
  expect(numerator).toBe('80');
  const rules = explanation.map(({ rule }: { rule: string }) => rule);
  expect(explanation[rules.indexOf('percentile.within') + 1]).toEqual({
    rule: 'percentile.bounds',
    inputs: [
      { name: 'limit', value: '300' },
      { name: 'unit', value: 'ms' },
    ],
    result: [
      { name: 'below', value: '250' },
      { name: 'above', value: '500' },
    ],
  });
  const terms = `query ($service: String!) {
    commitment(service: $service, slug: "quick") { terms { aroundLimit { below above } } } }`;
  const aroundLimit = async (slug: string) =>
    (await api.as(manager).run(terms, { service: slug })).commitment.terms.aroundLimit;
  expect(await aroundLimit(service.slug)).toEqual({ below: 250, above: 500 });

  await send([histogram(1, { '300': 90, '500': 90, '+Inf': 100 })]);
  expect(await aroundLimit(service.slug)).toBeNull();
  expect((await resultOf('fax')).explanation.map(({ rule }: { rule: string }) => rule)).toContain('percentile.bounds');
  expect((await resultOf('mail')).explanation.map(({ rule }: { rule: string }) => rule)).not.toContain(
    'percentile.bounds',
  );
});

it('knows values that come again, takes corrections with a reason, and refuses another unit or another source', async () => {
  await promised('chat');
  const row = answers('chat', 0, [100, 500]);

  expect(await send([row])).toMatchObject({ accepted: 1 });
  expect(await send([row, answers('chat', 0, [500, 100])])).toMatchObject({ accepted: 0, duplicate: 2 });
  expect(await send([answers('chat', 0, [100, 100])])).toMatchObject({
    refused: 1,
    problems: [{ reason: 'differs from what is recorded; send it as a correction, with a reason' }],
  });
  expect(await send([answers('chat', 0, [100, 100])], 'source=gateway&correction=Misread.')).toMatchObject({
    corrected: 1,
  });
  expect(await resultOf('chat')).toMatchObject({ numerator: '2', denominator: '2' });

  const refusedAs = (reason: string) => ({ refused: 1, problems: [{ field: 'series', reason }] });
  expect(await send([answers('chat', 1, [1], { unit: 's' })])).toMatchObject(
    refusedAs('is measured in ms so far; give the other unit a name of its own'),
  );
  expect(await send([row], 'source=another')).toMatchObject(
    refusedAs('is measured by another source; give the series a name of its own'),
  );
});

it.each([
  ['s,s,s,ms', 4],
  ['s,ms,s,s', 2],
  ['s,ms,ms,ms', 2],
])('keeps the unit of the first row of a new series, and refuses the others, of %s', async (units, line) => {
  const slug = `gauge-${units.replaceAll(',', '-')}`;
  await promised(slug);
  const rows = units.split(',').map((unit, n) => answers(slug, n, [1], { unit }));
  const kept = units.split(',').filter((unit) => unit === 's').length;

  expect(await send(rows)).toMatchObject({
    accepted: kept,
    refused: 4 - kept,
    problems: expect.arrayContaining([
      expect.objectContaining({ line, reason: 'is measured in s so far; give the other unit a name of its own' }),
    ]),
  });
});

it('keeps values of another unit, or of another name, out of the figure', async () => {
  const { service } = await promised('wiki');
  await send([answers('wiki', 0, [1, 2], { unit: 's' }), answers('wiki', 0, [1], { series: 'others' })]);

  expect(await resultOf('wiki')).toMatchObject({ denominator: '0', figure: null, percentile: { value: null } });
  expect(service.slug).toBe('wiki');
});

it('leaves out what lies in an exclusion, and opens the days and hours that it cuts through', async () => {
  const { commitment } = await promised('lan');
  const quarters = Array.from({ length: 96 }, (_, i) => {
    const [from, to] = [MARCH + (i * HOUR) / 4, MARCH + ((i + 1) * HOUR) / 4].map((at) => new Date(at).toISOString());
    return answers('lan', 0, i === 41 ? [900, 900] : [100, 200], { from, to });
  });
  await send(quarters);
  expect(await resultOf('lan')).toMatchObject({ numerator: '190', denominator: '192' });

  await given.approvedExclusion(commitment, '2026-03-01T10:15:00Z', '2026-03-01T10:30:00Z');
  expect(await resultOf('lan')).toMatchObject({ numerator: '190', denominator: '190', figure: '100.00' });
  const [row] = await api.dataSource.query(`
    SELECT (SELECT count(*)::int FROM day_run d WHERE d.series_id = s.id) AS days,
      (SELECT count(*)::int FROM hour_run h WHERE h.series_id = s.id) AS hours
    FROM series s JOIN service v ON v.id = s.service_id WHERE v.slug = 'lan'`);
  expect(row).toEqual({ days: 1, hours: 24 });
});

it('says how much of the time was measured, and judges too little of it as the terms say', async () => {
  await promised('vpn', { coverageFloor: '50' });
  await send([answers('vpn', 0, times(10, 100))]);

  expect(await resultOf('vpn')).toMatchObject({ verdict: 'INSUFFICIENT_DATA' });
});

it('makes the same runs when it makes all of them anew', async () => {
  const runs = () =>
    api.dataSource.query(`
      SELECT r.*, NULL AS time_zone FROM hour_run r UNION ALL SELECT * FROM day_run ORDER BY series_id, time_zone, from_at`);
  const before = await runs();
  expect(before.length).toBeGreaterThan(30);

  await api.get(Rollups).rebuild();

  expect(await runs()).toEqual(before);
});

it('judges the past under another limit', async () => {
  const { commitment } = await promised('crm', { target: '50' });
  await send([answers('crm', -700, [100, 250, 280, 900])]);

  const { whatIf } = await api.as(manager).run(
    `query ($id: ID!) { whatIf(commitmentId: $id, variants: [{ limit: 260 }, { limit: 150 }]) {
       variants { results { period figure verdict } } } }`,
    { id: commitment.id },
  );

  const january = whatIf.variants.map(({ results }: { results: { period: string }[] }) =>
    results.find(({ period }) => period === '2026-01'),
  );
  expect(january).toMatchObject([
    { figure: '50.00', verdict: 'MET' },
    { figure: '25.00', verdict: 'MISSED' },
  ]);
});

it.each([
  [{ limit: 0 }, 'WRONG_INDICATOR', ['indicator', 'limit']],
  [{ series: ' ' }, 'WRONG_INDICATOR', ['indicator', 'series']],
  [{ unit: '=ms' }, 'WRONG_INDICATOR', ['indicator', 'unit']],
])('promises no percentile with %j', async (odd, code, field) => {
  const service = await given.service();
  const indicator = { percentile: { series: 'answers', limit: 300, unit: 'ms', ...odd } } as never;

  await expect(given.commitment({ serviceId: service.id, indicator })).rejects.toMatchObject({ code, field });
});

it('promises how many values at least keep the limit, not how many at most', async () => {
  await expect(promised('erp', { comparator: 'atMost' })).rejects.toMatchObject({ code: 'WRONG_TERMS' });
});
