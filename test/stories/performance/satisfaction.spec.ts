import { createHash } from 'node:crypto';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';
import { CLOSE_PERIOD, COMMITMENT } from './documents.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const machine = await given.token(manager, ['ingest']);

const CSAT = { series: 'requests', lowest: 1, highest: 5, satisfiedFrom: 4, leastAnswers: 5 };

/** A service of its own, whose requesters are promised to be satisfied. */
async function promised(slug: string, more: object = {}) {
  const service = await given.service({ slug });
  const indicator = { satisfaction: { ...CSAT, ...more } } as never;
  return { slug, service, commitment: await given.commitment({ serviceId: service.id, indicator, target: '80' }) };
}

const answer = (service: string, id: string, at: string, score: number, more: object = {}) =>
  JSON.stringify({ service, series: 'requests', answer: id, at, score, scale: '1-5', ...more });

/** Answers of a month, an hour after the other. */
const scored = (service: string, month: string, scores: readonly number[]) =>
  scores.map((score, i) => answer(service, `${month} ${i}`, `${month}-03T${String(i).padStart(2, '0')}:00:00Z`, score));

async function send(lines: readonly string[], source = 'survey-tool', correction = '') {
  const to = `/measurements?source=${source}${correction && `&correction=${encodeURIComponent(correction)}`}`;
  const { status, body } = await api
    .as(machine)
    .post(to)
    .set('content-type', 'application/x-ndjson')
    .send(lines.join('\n'));
  expect({ status, errors: body.errors }).toEqual({ status: 200 });
  await api.get(Jobs).settle();
  return body;
}

const WHAT_IF = `query ($commitmentId: ID!, $variants: [SupposedTermsInput!]!) {
  whatIf(commitmentId: $commitmentId, variants: $variants) {
    asAgreed { results { period verdict } }
    variants { results { period verdict } }
  }
}`;

const DISTRIBUTION = COMMITMENT.replace(
  'burndown {',
  'scores { score answers sharePercent } burnRates { day week } burndown {',
);

async function resultOf(service: string, commitment: { slug: string }, period: string) {
  const found = await api.as(manager).run(DISTRIBUTION, { service, slug: commitment.slug, period });
  return found.commitment.result;
}

it('judges satisfaction by the answers to a survey, and shows how the scores are spread', async () => {
  const { slug, commitment } = await promised('desk');

  expect(await send(scored(slug, '2026-02', [5, 4, 4, 5, 1, 4, 5, 2, 4, 5]))).toMatchObject({
    accepted: 10,
    refused: 0,
  });

  const result = await resultOf(slug, commitment, '2026-02');
  expect(result).toMatchObject({
    verdict: 'MET',
    figure: '80.00',
    numerator: '8',
    denominator: '10',
    coverage: '100.00',
  });
  expect(result.budget).toMatchObject({ unit: 'events', total: '2', used: '2' });
  const percents = ['10.0', '10.0', '0.0', '40.0', '40.0'];
  expect(result.scores).toEqual(
    [1, 1, 0, 4, 4].map((answers, i) => ({ score: i + 1, answers, sharePercent: percents[i] })),
  );
  const [, given, satisfied] = result.explanation;
  expect([given.rule, satisfied.rule]).toEqual(['answers.given', 'answers.satisfied']);
  expect(satisfied.result).toEqual([{ name: 'satisfied', value: '8', unit: 'count' }]);
});

it('leads to stretches of at least five answers, and never to one', async () => {
  const { slug, commitment } = await promised('phones');
  await send(scored(slug, '2026-02', [5, 5, 5, 5, 1, 5, 5, 5, 5, 5, 5, 5]));

  const { contributions } = await resultOf(slug, commitment, '2026-02');
  const groups = contributions.edges.map(({ node }: { node: { good: string; total: string } }) => [
    node.good,
    node.total,
  ]);
  expect(groups).toEqual([
    ['4', '5'],
    ['7', '7'],
  ]);
  expect(contributions.edges[0].node.evidence).toMatchObject({ kind: 'ANSWERS', label: 'requests' });
});

it('says nothing of four answers, and judges when the fifth comes', async () => {
  const { slug, commitment } = await promised('printers');
  await send(scored(slug, '2026-02', [1, 1, 1, 1]));

  const few = await resultOf(slug, commitment, '2026-02');
  expect(few).toMatchObject({
    verdict: 'INSUFFICIENT_DATA',
    figure: null,
    numerator: '0',
    denominator: '0',
    scores: [],
  });
  expect(few.contributions.totalCount).toBe(0);
  expect(few.explanation.map(({ rule }: { rule: string }) => rule)).toContain('answers.tooFew');

  await send([answer(slug, 'the fifth', '2026-02-20T00:00:00Z', 5)]);
  expect(await resultOf(slug, commitment, '2026-02')).toMatchObject({
    verdict: 'MISSED',
    numerator: '1',
    denominator: '5',
  });
});

it('knows an answer again, corrects it with a reason, and keeps neither its name nor another scale', async () => {
  const { slug, commitment } = await promised('badges');
  const lines = scored(slug, '2026-02', [4, 4, 4, 4, 1]);
  await send(lines);

  expect(await send(lines)).toMatchObject({ accepted: 0, duplicate: 5 });
  const changed = answer(slug, '2026-02 4', '2026-02-03T04:00:00Z', 5);
  expect((await send([changed])).problems).toMatchObject([{ reason: /^differs from what is recorded/ }].map(matching));
  expect(await send([changed], 'survey-tool', 'They pressed the wrong key.')).toMatchObject({ corrected: 1 });
  expect(await resultOf(slug, commitment, '2026-02')).toMatchObject({ numerator: '5', denominator: '5' });

  const refused = await send([
    answer(slug, '2026-02 4', '2026-02-09T04:00:00Z', 5),
    answer(slug, 'ten', '2026-02-03T05:00:00Z', 9, { scale: '0-10' }),
  ]);
  expect(refused.problems).toMatchObject(
    [{ reason: /^is told otherwise, as given 2026-02-03T04:00:00.000Z/ }, { reason: /^is answered on 1-5 so far/ }].map(
      matching,
    ),
  );
  expect((await send([changed], 'another-tool')).problems).toMatchObject(
    [{ reason: /^is brought by another source/ }].map(matching),
  );
  const [{ kept }] = await api.dataSource.query(`SELECT string_agg(a::text, ' ') AS kept FROM answer a`);
  expect(kept).not.toContain('2026-02 4');
});

const CORRECTED = `query ($service: String!, $slug: String!) { commitment(service: $service, slug: $slug) {
  result(period: "2026-02") {
    correctedMeasurements { totalCount newest {
      kind series from to measurements goodBefore totalBefore good total reason source correctedBy { id } } }
    explanation { rule result { name value } }
  } } }`;

it('tells on the figure how many answers were corrected, by whom and why, and what they say from five on', async () => {
  const { slug, commitment } = await promised('chairs');
  await send(scored(slug, '2026-02', [4, 1, 1, 1, 1, 1, 5]));
  const corrected = (n: number, score: number) => answer(slug, `2026-02 ${n}`, `2026-02-03T0${n}:00:00Z`, score);
  await send([corrected(0, 5)], 'survey-tool', 'They pressed the wrong key.');
  await send(
    [1, 2, 3, 4, 5].map((n) => corrected(n, n === 5 ? 2 : 5)),
    'survey-tool',
    'The scale was read upside down.',
  );

  const { commitment: found } = await api.as(manager).run(CORRECTED, { service: slug, slug: commitment.slug });
  const month = { from: '2026-02-01T00:00:00.000Z', to: '2026-03-01T00:00:00.000Z' };
  const told = {
    kind: 'ANSWERS',
    series: 'requests',
    ...month,
    source: 'survey-tool',
    correctedBy: { id: manager.id },
  };
  expect(found.result.correctedMeasurements).toEqual({
    totalCount: 6,
    newest: [
      {
        ...told,
        measurements: 5,
        ...{ goodBefore: '0', totalBefore: '5', good: '4', total: '5' },
        reason: 'The scale was read upside down.',
      },
      {
        ...told,
        measurements: 1,
        ...{ goodBefore: null, totalBefore: '1', good: null, total: '1' },
        reason: 'They pressed the wrong key.',
      },
    ],
  });
  expect(found.result.explanation).toContainEqual({
    rule: 'measurements.corrected',
    result: [{ name: 'count', value: '6' }],
  });
});

it('tells of no corrected answer where there are too few to say anything of them', async () => {
  const { slug, commitment } = await promised('desks');
  await send(scored(slug, '2026-02', [1, 1, 1, 1]));
  await send([answer(slug, '2026-02 0', '2026-02-03T00:00:00Z', 5)], 'survey-tool', 'They pressed the wrong key.');

  const { commitment: found } = await api.as(manager).run(CORRECTED, { service: slug, slug: commitment.slug });
  expect(found.result.correctedMeasurements).toEqual({ totalCount: 0, newest: [] });
});

it('keeps nothing of a name that could be found again by trying names', async () => {
  const { slug } = await promised('parking');
  await send(scored(slug, '2026-02', [4, 4, 4, 4, 4]));

  const kept: { answer: string; series_id: number }[] = await api.dataSource.query(
    `SELECT a.answer, a.series_id FROM answer a JOIN series s ON s.id = a.series_id
       JOIN service v ON v.id = s.service_id WHERE v.slug = $1`,
    [slug],
  );
  expect(kept).toHaveLength(5);
  const guesses = kept.flatMap(({ series_id }, i) =>
    [`${series_id}\n2026-02 ${i}`, `2026-02 ${i}`].map((text) => createHash('sha256').update(text).digest('hex')),
  );
  // The first eight digits are those of the hash.
  for (const { answer: key } of kept) expect(guesses.map((hash) => hash.slice(0, 8))).not.toContain(key.slice(0, 8));
});

it('leaves out answers of time that both sides agreed to leave out, and corrects nothing that a closed period counted', async () => {
  const { slug, commitment } = await promised('rooms');
  await send(scored(slug, '2026-02', [1, 1, 5, 5, 5, 5, 5]));
  await given.approvedExclusion(commitment, '2026-02-03T00:00:00Z', '2026-02-03T02:00:00Z');

  expect(await resultOf(slug, commitment, '2026-02')).toMatchObject({
    verdict: 'MET',
    numerator: '5',
    denominator: '5',
  });
  const { closePeriod } = await api
    .as(manager)
    .run(CLOSE_PERIOD, { period: '2026-02', commitmentIds: [commitment.id] });
  expect(closePeriod.errors).toEqual([]);
  const changed = answer(slug, '2026-02 6', '2026-02-03T06:00:00Z', 1);
  expect((await send([changed], 'survey-tool', 'A second thought.')).problems).toMatchObject(
    [{ reason: /^2026-02 is closed and counted what is recorded/ }].map(matching),
  );
});

it('takes answers as CSV, and says what is wrong with the others', async () => {
  const { slug, commitment } = await promised('doors');
  const rows = ['5', '4', '3', '5', '4', '6', '4.5', 'good', ''].map(
    (score, i) => `${slug},requests,C-${i},2026-02-03T0${i}:00:00Z,${score},1-5`,
  );
  const odd = [`${slug},requests,C-9,2026-02-03T10:00:00Z,3,5-1`, `${slug},,C-9,2026-02-03T10:00:00Z,3,1-5`];
  const { body } = await api
    .as(machine)
    .post('/measurements?source=survey-tool')
    .set('content-type', 'text/csv')
    .send(['service,series,answer,at,score,scale', ...rows, ...odd].join('\n'));

  expect(body).toMatchObject({ accepted: 5, refused: 6 });
  expect(body.problems.map(({ field }: { field: string }) => field)).toEqual([
    'score',
    'score',
    'score',
    'score',
    'scale',
    'series',
  ]);
  await api.get(Jobs).settle();
  expect(await resultOf(slug, commitment, '2026-02')).toMatchObject({ numerator: '4', denominator: '5' });
});

it('says what another target would have come to, and refuses a promise that cannot be judged', async () => {
  const { slug, commitment } = await promised('lamps');
  await send(scored(slug, '2026-02', [5, 5, 5, 5, 1, 1, 5, 5, 5, 5]));
  const { whatIf } = await api.as(manager).run(WHAT_IF, { commitmentId: commitment.id, variants: [{ target: '90' }] });
  const february = ({ results }: { results: { period: string }[] }) =>
    results.find(({ period }) => period === '2026-02');
  expect(february(whatIf.asAgreed)).toMatchObject({ verdict: 'MET' });
  expect(february(whatIf.variants[0])).toMatchObject({ verdict: 'MISSED' });

  for (const [i, [wrong, sentence]] of (
    [
      [{ leastAnswers: 4 }, 'Nothing is said of fewer than 5 answers'],
      [{ satisfiedFrom: 6 }, 'lies on the scale'],
      [{ highest: 1 }, 'runs from a whole number to a higher one'],
    ] as const
  ).entries())
    await expect(promised(`wrong-${i}`, wrong)).rejects.toThrow(sentence);
});

/** Matches the reason by its beginning. */
function matching({ reason }: { reason: RegExp }) {
  return { reason: expect.stringMatching(reason) };
}
