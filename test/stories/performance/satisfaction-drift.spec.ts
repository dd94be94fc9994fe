import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';

/** Twenty weeks that end on Monday, March 16, 2026, which is today. */
const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const machine = await given.token(manager, ['ingest']);
const HOUR = 3_600_000;
const WEEKS = 20;
const weekStart = (week: number) => Date.UTC(2026, 2, 16) - (WEEKS - week) * 7 * 24 * HOUR;

const FOUND = `{ findings(kind: DRIFT) { edges { node {
  subject { name path }
  facts { name value }
  trend { unit counted limit passesOn weeks { from to value line count good total periods } }
} } } }`;
interface Week {
  from: string;
  to: string;
  value: number;
  count: number;
  good: number;
  total: number;
  periods: string[];
}
interface Finding {
  subject: { name: string; path: string };
  facts: { name: string; value: string }[];
  trend: { unit: string; counted: string; limit: number; passesOn: string; weeks: Week[] };
}
const found = async (): Promise<Finding[]> => {
  const { findings } = await api.as(manager).run(FOUND);
  return findings.edges.map(({ node }: { node: Finding }) => node);
};

/** Of what is asked after each request, 75 % are promised to be satisfied; so many a week are satisfied of so many. */
async function asked(name: string, answers: number, satisfied: (week: number) => number) {
  const service = await given.service({ name });
  const indicator = {
    satisfaction: { series: 'requests', lowest: 1, highest: 5, satisfiedFrom: 4, leastAnswers: 5 },
  } as never;
  await given.commitment(
    { serviceId: service.id, slug: 'satisfied', name: 'Satisfied', target: '75', credit: null, indicator },
    { effectiveFrom: '2025-01-01' },
  );
  const lines = Array.from({ length: WEEKS * answers }, (_, i) => {
    const [week, n] = [Math.floor(i / answers), i % answers];
    // Whoever is not satisfied answers anywhere in the week.
    const score = (n * 7) % answers < satisfied(week) ? 5 : 2;
    const at = new Date(weekStart(week) + ((n + 0.5) / answers) * 7 * 24 * HOUR).toISOString();
    return JSON.stringify({ service: service.slug, series: 'requests', answer: `${i}`, at, score, scale: '1-5' });
  });
  const sent = api.as(machine).post(`/measurements?source=${service.slug}`).set('content-type', 'application/x-ndjson');
  expect((await sent.send(lines.join('\n'))).body).toMatchObject({ accepted: lines.length });
  await api.get(Jobs).settle();
}

const wobble = (week: number) => [0, 1, 0, -1][week % 4]!;

it('finds satisfaction that slowly falls before it is missed; what is steady, and what too few answer, is not found', async () => {
  // From 20 of 20 to 16 and a half of 20: 82 %, of which 75 are promised.
  await asked('Desk', 20, (week) => Math.min(20, Math.round(20 - week / 5.5) + wobble(week)));
  await asked('Phones', 20, (week) => 17 + wobble(week));
  // All that it shows is two groups of five each month.
  await asked('Chairs', 2, (week) => (week < 12 ? 2 : 1));

  await api.get(Jobs).run('drifts');

  const [desk, ...others] = await found();
  expect(others).toEqual([]);
  expect(desk!.subject.name).toBe('Desk: Satisfied');
  const facts = Object.fromEntries(desk!.facts.map(({ name, value }) => [name, value]));
  expect(facts).toMatchObject({ target: '75', weeks: '20 weeks from 2025-10-27 to 2026-03-15' });
  expect(Math.abs(Number(facts.level) - 83)).toBeLessThan(3);
  expect(desk!.trend).toMatchObject({ unit: 'PERCENT', counted: 'ANSWERS', limit: 75, passesOn: facts.about });
});

it('shows of each week whole groups of at least five answers, and leads to just these', async () => {
  const BEHIND = `query ($service: String!, $period: String!, $from: Date, $to: Date) {
    commitment(service: $service, slug: "satisfied") { result(period: $period) { contributions(from: $from, to: $to) {
      edges { node { from good total } } } } } }`;
  const [{ subject, trend }] = (await found()) as [Finding];
  const service = subject.path.split('/')[2];
  let all = 0;
  for (const { from, to, good, total, count, value, periods } of trend.weeks) {
    const pages = await Promise.all(
      periods.map((period) => api.as(manager).run(BEHIND, { service, period, from, to })),
    );
    const groups = pages.flatMap(({ commitment }) => commitment.result.contributions.edges);
    const sumOf = (name: 'good' | 'total') =>
      groups.reduce((sum: number, { node }: { node: Record<typeof name, string> }) => sum + Number(node[name]), 0);
    for (const { node } of groups) expect(Number(node.total)).toBeGreaterThanOrEqual(5);
    expect({ good, total, count }).toEqual({ good: sumOf('good'), total: sumOf('total'), count: sumOf('total') });
    expect(value).toBeCloseTo((100 * good) / total, 9);
    all += total;
  }
  // The newest ones are of a group that has not ended.
  expect(all).toBeLessThanOrEqual(WEEKS * 20);
  expect(all).toBeGreaterThan(WEEKS * 20 - 10);
});
