import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory([], { ACCORD_KEEP_MEASUREMENTS_MONTHS: '1' });
const manager = await given.person({ roles: ['serviceManager'] });
const machine = await given.token(manager, ['ingest']);
const service = await given.service({ slug: 'desk' });
const indicator = { series: 'requests', lowest: 1, highest: 5, satisfiedFrom: 4, leastAnswers: 5 };
const promised = (slug: string, more: object = {}) =>
  given.commitment({
    serviceId: service.id,
    slug,
    indicator: { satisfaction: { ...indicator, ...more } } as never,
    target: '80',
  });
const content = await promised('content');
const strict = await promised('strict', { satisfiedFrom: 5 });

const DAY = 86_400_000;
const at = (day: number, month = 0) => new Date(Date.UTC(2026, month, day, 10)).toISOString();
const SCORES = [5, 4, 4, 5, 1, 4, 5, 2, 4, 5, 5, 3, 5];

async function send(lines: readonly object[]) {
  const body = lines.map((line) => JSON.stringify({ service: 'desk', series: 'requests', scale: '1-5', ...line }));
  const { status, body: said } = await api
    .as(machine)
    .post('/measurements?source=survey-tool')
    .set('content-type', 'application/x-ndjson')
    .send(body.join('\n'));
  expect(status).toBe(200);
  await api.get(Jobs).settle();
  return said;
}
const answered = SCORES.map((score, i) => ({ answer: `a${i}`, at: at(i + 2), score }));

const drop = () => api.get(Jobs).run('measurementRetention');
const single = async () =>
  (await api.dataSource.query(`SELECT count(*)::int AS n FROM answer WHERE observed_at < '2026-02-01'`))[0].n;

const SHOWN = `query ($slug: String!) { commitment(service: "desk", slug: $slug) { result(period: "2026-01") {
  verdict figure numerator denominator coverage dataAsOf revision hasLateData scores { score answers }
  contributions { edges { node { from to good total evidence { kind } keptRuns { keptUntil runs { from } } } } }
} } }`;
const shown = async (slug: string) => (await api.as(manager).run(SHOWN, { slug })).commitment.result;
/** All that stands of a result, but for what single answers add to it. */
const figures = async () => {
  const results = [];
  for (const slug of ['content', 'strict']) {
    const { contributions, ...result } = await shown(slug);
    const edges = contributions.edges.map(
      ({ node: { keptRuns: _, ...node } }: { node: { keptRuns: unknown } }) => node,
    );
    results.push({ ...result, edges });
  }
  return results;
};

await send([...answered, ...[5, 1, 4].map((score, i) => ({ answer: `later ${i}`, at: at(i + 1, 1), score }))]);
await given.approvedExclusion(content, '2026-01-09T00:00:00Z', '2026-01-10T00:00:00Z');
const before = await figures();

it('keeps the single answers of a period that a promise has not closed', async () => {
  await given.closed('2026-01', content);
  await drop();
  expect(await single()).toBe(13);
});

it('keeps groups of closed periods, by which every result and threshold comes out the same', async () => {
  await given.closed('2026-01', strict);
  await drop();

  expect(await single()).toBe(0);
  const groups: { scores: number[] }[] = await api.dataSource.query('SELECT scores FROM answer_group ORDER BY from_at');
  // Before, on and after the day that is left out.
  expect(groups.map(({ scores }) => scores.reduce((a, b) => a + b))).toEqual([7, 1, 5]);
  // Answers of February stay, as they are younger.
  expect(await api.dataSource.query('SELECT count(*)::int AS n FROM answer')).toEqual([{ n: 3 }]);

  await given.approvedExclusion(strict, '2026-02-01T00:00:00Z', '2026-02-01T01:00:00Z'); // Judges both months again.
  expect(await figures()).toEqual(before);
});

it('says until when there were single answers', async () => {
  const keptUntil = api.clock.now().toISOString();
  const { contributions } = await shown('content');
  expect(contributions.edges.length).toBeGreaterThan(0);
  for (const { node } of contributions.edges) expect(node.keptRuns).toEqual({ keptUntil, runs: [] });
});

it('takes no answer of then any more, also not one that it knew', async () => {
  const reason = 'answers until 2026-01-14 are no longer kept one by one; none can be added to them or corrected';
  const late = { answer: 'late', at: new Date(Date.parse(at(3)) + 1).toISOString(), score: 1 };
  expect(await send([late, answered[0]!])).toMatchObject({
    accepted: 0,
    duplicate: 0,
    refused: 2,
    problems: [
      { line: 1, reason },
      { line: 2, reason },
    ],
  });
  expect(await send([{ answer: 'new', at: at(4, 1), score: 4 }])).toMatchObject({ accepted: 1 });
});

it('leaves out only answers that it can tell apart', async () => {
  await expect(given.exclusion(strict, at(3), at(4))).rejects.toMatchObject({
    code: 'NOT_KEPT',
    message: expect.stringMatching(/^Answers of 2026-01-02 to 2026-01-\d\d are only kept together/),
  });
  await given.approvedExclusion(strict, new Date(Date.parse(at(1)) - DAY).toISOString(), '2026-01-09T00:00:00Z');
  const { numerator, denominator, revision } = await shown('strict');
  // Those from the 9th on: 5 is what counts.
  expect([numerator, denominator, revision]).toEqual(['3', '6', 2]);
});
