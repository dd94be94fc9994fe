import { RewardStatementEntity } from '@accord/api/rewards/calculations/reward-statement.entity.js';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { startStory } from '../../builders/index.js';
import { makePersonas } from '../permission-table/personas.js';
import { makePlace } from '../permission-table/world.js';
import { APPROVE, CALCULATE, REFUSE, RELEASE, SET_SHARE, END_SHARE, MY_STATEMENTS } from './documents.js';
import { batchesOf, everyQuery } from './reading-walk.js';

const { api, given } = await startStory();
const { schema } = api.get(GraphQLSchemaHost);
const [home, away] = [await makePlace(given), await makePlace(given)];
const weights = ['31.4159', '27.1828', '16.1803'];
const place = await given.rewardPlace({ at: home, version: { pool: '98765.43', cap: '99999.99' }, weights });
const { manager } = api.dataSource;

const calculation = await given.reward(place, 'calculated');
const statements = await manager.find(RewardStatementEntity, {
  where: { calculationId: calculation.id },
  order: { id: 'ASC' },
});
const amounts = statements.map(({ amount }) => amount);
const team = ['98765.43', '99999.99', calculation.pool];
const all = [...amounts, ...weights, ...team];

const [share] = await manager.query('SELECT id FROM reward_share WHERE person_id = $1', [place.members[0]!.id]);
const ids = [
  calculation.id,
  ...statements.map(({ id }) => id),
  share.id,
  place.members[0]!.id,
  place.commitments[0]!.id,
];
const calls = everyQuery(schema, {
  id: ids.map((id) => JSON.stringify(id)),
  slug: [place.plan.slug, place.service.slug, home.provider.slug, place.commitments[0]!.slug].map((slug) =>
    JSON.stringify(slug),
  ),
  key: ['COMMODITY_UTILITY'],
  serviceId: [JSON.stringify(place.service.id)],
  serviceSlug: [JSON.stringify(place.service.slug)],
  service: [JSON.stringify(place.service.slug)],
  webhookId: [JSON.stringify(place.service.id)],
  uploadId: [JSON.stringify(place.service.id)],
  month: ['"2026-03"'],
  commitmentId: [JSON.stringify(place.commitments[0]!.id)],
  variants: ['[{}]'],
  from: ['"2026-01"'],
  to: ['"2026-03"'],
});
/** What is refused without a role may take the answers to others along, so it is asked alone. */
const nobody = await given.person();
const refusable: string[] = [];
for (const call of calls) if (!(await api.as(nobody).ask(`{ ${call} }`)).data) refusable.push(call);
const batches = [
  ...batchesOf(calls.filter((call) => !refusable.includes(call))),
  ...refusable.flatMap((call) => batchesOf([call])),
];

interface Who {
  id: string;
  cookie: string | null;
}

/** Which of the secrets stand anywhere in the answers to everything that somebody can ask. */
async function learned(who: Who | null): Promise<string[]> {
  const client = who ? api.as(who) : api.anonymously();
  const answers: string[] = [];
  for (const batch of batches) {
    const answer = await client.ask(batch.document);
    answers.push(JSON.stringify(answer));
    if (!answer.data && batch.calls.length > 1)
      for (const call of batch.calls) answers.push(JSON.stringify(await client.ask(`{ ${call} }`)));
  }
  return all.filter((secret) => answers.some((answer) => answer.includes(secret)));
}

it('asks every query of the schema, and reads what it asks for', async () => {
  expect(
    Object.keys(schema.getQueryType()!.getFields()).filter(
      (name) => !calls.some((call) => /^\w+/.exec(call)![0] === name),
    ),
  ).toEqual(['bundleOrder', 'previewUnitStages', 'quoteOrder', 'examineUpload', 'previewImport']);
  for (const document of calls.map((call) => `{ ${call} }`)) {
    const { errors = [] } = await api.as(place.officer).ask(document);
    const broken = errors.filter(({ extensions }) => extensions.code !== 'FORBIDDEN');
    expect([document, ...broken.map(({ message }) => message)]).toEqual([document]);
  }
}, 60_000);

it('keeps a statement from its person until it is released', async () => {
  expect(await learned(place.members[0]!)).toEqual([weights[0]]);
}, 60_000);

describe('once it is released', () => {
  beforeAll(async () => {
    await api.as(place.second).run(APPROVE, { id: calculation.id });
    await api.as(place.officer).run(RELEASE, { id: calculation.id });
  });

  it('tells the lead of the team and its reward officer everything', async () => {
    for (const who of [place.lead, place.officer]) expect(await learned(who)).toEqual(all);
  }, 60_000);

  it('tells a member of a small team their own amount and weight, and nothing of which the others’ would follow', async () => {
    for (const [i, who] of place.members.entries()) expect(await learned(who)).toEqual([amounts[i], weights[i]]);
  }, 90_000);

  it('tells nobody else anything, whatever their role, in no query, list or audit entry', async () => {
    const personas = await makePersonas(given, home, away);
    const told: Record<string, string[]> = {};
    for (const { holder, reach, person } of personas) {
      const who = person && { id: person.id, cookie: await given.session(person) };
      const secrets = await learned(who);
      if (secrets.length > 0) told[`${holder} (${reach})`] = secrets;
    }
    expect(told).toEqual({
      'teamLead (own)': all,
      'rewardOfficer (organisation)': all,
      'rewardOfficer (own)': all,
    });
  }, 400_000);

  it('tells nobody anything in a refusal', async () => {
    const auditor = await given.person({ roles: ['auditor', 'administrator', 'btOffice', 'executive'] });
    const input = { teamId: home.team.id, personId: place.members[0]!.id, weight: '1', from: '2026-05-01' };
    const refused: [string, object][] = [
      [CALCULATE, { planId: place.plan.id, period: '2025-Q4' }],
      [APPROVE, { id: calculation.id }],
      [REFUSE, { id: calculation.id, reason: 'No.' }],
      [RELEASE, { id: calculation.id }],
      [SET_SHARE, { input }],
      [END_SHARE, { id: share.id, on: '2026-05-01' }],
    ];
    for (const who of [auditor, place.members[1]!]) {
      for (const [document, variables] of refused) {
        const answer = await api.as(who).run<Record<string, unknown>>(document, variables);
        const [payload] = Object.values(answer) as { errors: { code: string }[] }[];
        expect(['NOT_FOUND', 'FORBIDDEN']).toContain(payload!.errors[0]!.code);
        expect(all.filter((secret) => JSON.stringify(answer).includes(secret))).toEqual([]);
      }
    }
  });

  it('keeps no amount and no weight in the audit', async () => {
    const rows = await manager.query(`SELECT before, after, reason FROM audit_entry`);
    const text = JSON.stringify(rows);

    expect(rows.length).toBeGreaterThan(10);
    expect(all.filter((secret) => text.includes(secret))).toEqual([]);
  });
});

it('tells a member of a team of five and more the pool too', async () => {
  const large = await given.rewardPlace({ weights: ['1', '1', '1', '1', '1'] });
  await given.reward(large);
  const [{ explanation }] = (await api.as(large.members[0]!).run(MY_STATEMENTS)).myRewardStatements;

  expect(explanation.map(({ rule }: { rule: string }) => rule)).toEqual(
    expect.arrayContaining(['reward.pool', 'reward.part']),
  );
});
