import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';

/** Twenty weeks that end on Monday, March 16, 2026, which is today. */
const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const HOUR = 3_600_000;
const WEEKS = 20;
const weekStart = (week: number) => Date.UTC(2026, 2, 16) - (WEEKS - week) * 7 * 24 * HOUR;
const iso = (at: number) => new Date(at).toISOString();
const SINCE = { effectiveFrom: '2025-01-01' };

const TREND = 'unit counted limit passesOn weeks { from to value line count good total periods }';
const FINDINGS = `query ($state: FindingState) {
  findings(kind: DRIFT, state: $state) { edges { node { subject { name path } facts { name value unit } trend { ${TREND} } } } }
}`;
interface Week {
  from: string;
  to: string;
  value: number;
  line: number;
  count: number;
  good: number | null;
  total: number | null;
  periods: string[];
}
interface Finding {
  trend: { unit: string; counted: string; limit: number; passesOn: string; weeks: Week[] };
  subject: { name: string; path: string };
  facts: { name: string; value: string; unit: string }[];
}
const found = async (state = 'OPEN'): Promise<Finding[]> => {
  const { findings } = await api.as(manager).run(FINDINGS, { state });
  return findings.edges.map(({ node }: { node: Finding }) => node);
};
const factsOf = ({ facts }: Finding) => Object.fromEntries(facts.map(({ name, value }) => [name, value]));

/** A share of 1,000 mails a week. */
async function mails(name: string, good: (week: number) => number, target = '90') {
  const service = await given.service({ name });
  const indicator = { goodOfTotal: { series: 'mails' } } as never;
  const commitment = await given.commitment(
    { serviceId: service.id, slug: 'delivered', name: 'Delivered', target, credit: null, indicator },
    SINCE,
  );
  for (let week = 0; week < WEEKS; week += 1) {
    const from = weekStart(week) + 24 * HOUR;
    await given.counts(service, 'mails', iso(from), iso(from + HOUR), good(week), 1_000);
  }
  return { service, commitment };
}

const wobble = (week: number) => [0, 3, -2, 1, -3, 2][week % 6]!;

it('is found before the target is missed, with the pace, the day and an interval; what is steady is not', async () => {
  // From 99 % down by 0.3 points a week: 93.3 % now, and 90 % in about eleven weeks.
  const falling = await mails('Post', (week) => 990 - 3 * week + wobble(week));
  await mails('Fax', (week) => 950 + wobble(week));
  await mails('Telex', (week) => 930 + 3 * week + wobble(week));
  // One hour more of downtime every third week, of 168 hours: availability, by the days of its results.
  const portal = await given.service({ name: 'Portal' });
  await given.commitment({ serviceId: portal.id, target: '94', credit: null }, SINCE);
  for (let week = 0; week < WEEKS; week += 1) {
    const from = weekStart(week) + 30 * HOUR;
    await given.outage(portal, iso(from), iso(from + (1 + week / 3) * HOUR));
  }

  await api.get(Jobs).run('drifts');

  const byName = new Map((await found()).map((one) => [one.subject.name, one]));
  expect([...byName.keys()].sort()).toEqual(['Portal: Uptime', 'Post: Delivered']);
  const drift = byName.get('Post: Delivered')!;
  expect(drift.subject).toEqual({
    name: 'Post: Delivered',
    path: `/commitments/${falling.service.slug}/delivered`,
  });
  const { level, target, pace, about, between, weeks, chance } = factsOf(drift);
  expect({ target, pace: Number(pace).toFixed(1), level: Number(level).toFixed(1) }).toEqual({
    target: '90',
    pace: '0.3',
    level: '93.3',
  });
  expect(about! > '2026-05-10' && about! < '2026-06-10').toBe(true);
  expect(between).toMatch(/^2026-\d\d-\d\d to 2026-\d\d-\d\d$/);
  expect([weeks, chance]).toEqual(['20 weeks from 2025-10-27 to 2026-03-15', 'less than 0.1%']);
});

it('shows the week by week values that it was found in, what each is made of, and where', async () => {
  const byName = new Map((await found()).map((one) => [one.subject.name, one]));
  const post = byName.get('Post: Delivered')!;
  const { weeks, ...trend } = post.trend;
  const { about, level, pace } = factsOf(post);
  expect(trend).toEqual({ unit: 'PERCENT', counted: 'MEASUREMENTS', limit: 90, passesOn: about });
  expect(weeks).toHaveLength(WEEKS);
  weeks.forEach((week, i) => {
    const good = 990 - 3 * i + wobble(i);
    expect(week).toMatchObject({ good, total: 1_000, count: 1, value: good / 10 });
  });
  // The line is that of the sentence: it ends at the level, and falls by the pace.
  expect(weeks.at(-1)!.line.toFixed(3)).toBe(Number(level).toFixed(3));
  expect(weeks.at(-2)!.line - weeks.at(-1)!.line).toBeCloseTo(Number(pace), 2);
  expect(weeks[0]).toMatchObject({ from: '2025-10-27', to: '2025-11-02', periods: ['2025-10'] });
  expect(weeks.at(-1)).toMatchObject({ from: '2026-03-09', to: '2026-03-15', periods: ['2026-03'] });

  const uptime = byName.get('Portal: Uptime')!.trend;
  expect(uptime).toMatchObject({ counted: 'OUTAGES', limit: 94 });
  const from = (day: string) => uptime.weeks.find((week) => week.from === day)!;
  // Three hours of 168.
  const week = from('2025-12-08');
  expect(week).toMatchObject({ good: 165 * HOUR, total: 168 * HOUR, count: 1, periods: ['2025-12'] });
  expect(week.value).toBeCloseTo((100 * 165) / 168, 9);
  expect(from('2025-12-29')).toMatchObject({ to: '2026-01-04', periods: ['2025-12', '2026-01'] });
});

it('leads from a week to what was measured in it, and to nothing else', async () => {
  const BEHIND = `query ($service: String!, $slug: String!, $period: String!, $from: Date, $to: Date) {
    commitment(service: $service, slug: $slug) { result(period: $period) { contributions(from: $from, to: $to) {
      totalCount edges { node { from good total countedMs } } } } } }`;
  for (const { subject, trend } of await found()) {
    const [service, slug] = subject.path.split('/').slice(2);
    for (const { from, to, periods, count } of trend.weeks.slice(6, 10)) {
      const pages = await Promise.all(
        periods.map((period) => api.as(manager).run(BEHIND, { service, slug, period, from, to })),
      );
      const found = pages.map(({ commitment }) => commitment.result.contributions);
      expect(found.reduce((sum, { totalCount }) => sum + totalCount, 0)).toBe(count);
      expect(found.flatMap(({ edges }) => edges)).toHaveLength(count);
    }
  }
});

it('is read with its weeks by as many statements for many drifts as for one', async () => {
  const read = (first: number) =>
    api.statementsOf(() =>
      api.as(manager).run(
        `query ($first: Int) { findings(kind: DRIFT, first: $first) {
        edges { node { subject { name } services { name } trend { ${TREND} } } } } }`,
        { first },
      ),
    );
  expect((await read(2)).length).toBe((await read(1)).length);
});

it('shows its weeks to nobody who does not see behind the figures', async () => {
  const { findings } = await api.as(await given.person({ roles: ['requester'] })).run(FINDINGS);
  expect(findings.edges).toEqual([]);
});

it('ends once the series has stopped to fall', async () => {
  const [service] = await api.dataSource.query(`SELECT id FROM service WHERE name = 'Post'`);
  for (let week = 8; week < WEEKS; week += 1) {
    const from = weekStart(week) + 24 * HOUR;
    await given.counts(service, 'mails', iso(from), iso(from + HOUR), 990 + wobble(week), 1_000, 'Counted twice.');
  }
  await api.get(Jobs).run('drifts');

  expect((await found()).map(({ subject }) => subject.name)).toEqual(['Portal: Uptime']);
  expect((await found('ENDED')).map(({ subject }) => subject.name)).toEqual(['Post: Delivered']);
});

it('is found in a source whose data comes later and later, before it is taken for silent', async () => {
  const gauge = await given.service({ name: 'Gauge', slug: 'gauge' });
  const send = async (source: string, from: number, late: number) => {
    api.clock.set(new Date(from + HOUR + late));
    const machine = await given.token(manager, ['ingest']);
    const row = { service: gauge.slug, series: source, from: iso(from), to: iso(from + HOUR), good: 1, total: 1 };
    const sent = api.as(machine).post(`/measurements?source=${source}`).set('content-type', 'application/x-ndjson');
    expect((await sent.send(JSON.stringify(row))).body).toMatchObject({ accepted: 1 });
  };
  for (let week = 0; week < 14; week += 1) {
    const from = weekStart(WEEKS + week) + HOUR;
    // Five minutes more each week; the other one is always as late.
    await send('slow', from, (10 + 5 * week + (week % 2)) * 60_000);
    await send('steady', from, (80 + (week % 3)) * 60_000);
  }
  await api.dataSource.query(`UPDATE source SET quiet_minutes = 120 WHERE slug IN ('slow', 'steady')`);
  api.clock.set(new Date(weekStart(WEEKS + 14)));
  await api.get(Jobs).run('drifts');

  const late = `{ findings(kind: ARRIVAL_DRIFT) { edges { node { subject { name } facts { name value } trend { ${TREND} } } } } }`;
  const { findings } = await api.as(manager).run(late);
  expect(findings.edges).toHaveLength(1);
  expect(findings.edges[0].node.subject.name).toBe('slow');
  const values = factsOf(findings.edges[0].node);
  // 10 and 13 times 5 minutes; the 45 that are left take nine weeks.
  expect(Math.abs(Number(values.level) / 60_000 - 75)).toBeLessThan(2);
  expect(values.limit).toBe('7200000');
  const { weeks, ...trend } = findings.edges[0].node.trend;
  expect(trend).toEqual({ unit: 'MS', counted: 'SERIES', limit: 7_200_000, passesOn: values.about });
  expect(weeks[3]).toMatchObject({ value: 26 * 60_000, count: 1, good: null, total: null, periods: [] });
  expect(values.about! > '2026-07-30' && values.about! < '2026-08-30').toBe(true);
});
