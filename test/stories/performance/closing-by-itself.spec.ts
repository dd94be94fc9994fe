import { AgreementVersions } from '@accord/api/agreements/agreement-versions.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';

const { api, given } = await startStory();
const office = await given.person({ name: 'Olga Office', roles: ['btOffice'] });

/** Runs what the job does, at the instant. */
async function look(at: string) {
  api.clock.set(at);
  await api.get(Jobs).run('closePeriods');
}

/**
 * An agreement that closes five days after the end of a month in Berlin, with two commitments on services of one manager;
 * the first one was down for an hour of February.
 */
async function closingAgreement(terms: object = { closing: 'byItself', closingDays: 5 }) {
  api.clock.set('2026-02-20T09:00:00Z');
  const services = [await given.service(), await given.service()];
  const { agreement, version } = await given.draftAgreement({
    timeZone: 'Europe/Berlin',
    monthlyCharge: '1000.00',
    effectiveFrom: '2026-02-01',
    terms: services.map(({ id: serviceId }) => ({ serviceId })),
  });
  const act = await given.act(await given.person({ roles: ['btOffice'] }));
  await api.get(AgreementVersions).change(act, version.id, terms);
  await given.inForce(version);
  const commitments: { id: string }[] = await api.dataSource.query(
    'SELECT id FROM commitment WHERE agreement_id = $1 ORDER BY id',
    [agreement.id],
  );
  const scopes = services.map(({ id }) => ({ role: 'serviceManager', kind: 'service', id }) as const);
  const manager = await given.person({ name: 'Sue Pervisor', roles: scopes });
  await given.outage(services[0]!, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');
  const [down, up] = commitments as [{ id: string }, { id: string }];
  return { agreement, services, down, up, manager };
}

const told = async (who: SignedInPerson) => {
  const { inbox } = await api
    .as(who)
    .run('{ inbox(first: 50) { edges { node { subjectType notices { kind facts { name value } } } } } }');
  const notices: { kind: string; facts: { name: string; value: string }[] }[] = inbox.edges.flatMap(
    ({ node }: { node: { notices: object[] } }) => node.notices,
  );
  return notices.map(({ kind, facts }) => ({
    kind,
    ...Object.fromEntries(facts.map(({ name, value }) => [name, value])),
  }));
};

const CLOSING = `query ($service: String!) { commitment(service: $service, slug: "uptime") { result(period: "2026-02") {
  state frozenBy { name } closing { at heldUntil exclusions unjudged silentSources } } } }`;
const standing = async (who: SignedInPerson, { slug }: { slug: string }) =>
  (await api.as(who).run(CLOSING, { service: slug })).commitment.result;

it('closes on its day in the zone of the agreement, says so ahead and after, and each once', async () => {
  const { services, down, manager } = await closingAgreement();

  await look('2026-03-02T22:59:00Z');
  expect(await told(manager)).toEqual([]);
  expect(await standing(manager, services[0]!)).toMatchObject({
    state: 'OPEN',
    closing: { at: '2026-03-05T23:00:00.000Z', heldUntil: '2026-03-19T23:00:00.000Z', exclusions: 0 },
  });
  await look('2026-03-02T23:00:00Z');
  await look('2026-03-03T09:00:00Z');
  expect(await told(manager)).toMatchObject([{ kind: 'CLOSING_AHEAD', period: 'February 2026', on: '2026-03-06' }]);

  await look('2026-03-05T22:59:00Z');
  expect(await given.resultOf(down, '2026-02')).toMatchObject({ state: 'open' });
  api.clock.set('2026-03-05T23:00:00Z');
  await Promise.all([1, 2].map(() => api.get(Jobs).run('closePeriods')));

  expect(await standing(manager, services[0]!)).toEqual({ state: 'FROZEN', frozenBy: null, closing: null });
  const [{ breaches, credits }] = await api.dataSource.query(
    `SELECT count(*)::int AS breaches, count(k.id)::int AS credits FROM breach b
     JOIN period_result r ON r.id = b.result_id LEFT JOIN service_credit k ON k.result_id = r.id WHERE r.commitment_id = $1`,
    [down.id],
  );
  expect({ breaches, credits }).toEqual({ breaches: 1, credits: 1 });
  expect(await told(manager)).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'PERIOD_CLOSED', closed: '2', missed: '1' })]),
  );
  await look('2026-03-06T09:00:00Z');
  expect((await told(manager)).filter(({ kind }) => kind === 'PERIOD_CLOSED')).toHaveLength(1);
});

it('is held back by an exclusion that waits, alone, says who acts next, and not for ever', async () => {
  const { down, up, services, manager } = await closingAgreement();
  await given.exclusion(down, '2026-02-10T08:00:00Z', '2026-02-10T08:30:00Z');

  await look('2026-03-04T09:00:00Z');
  await look('2026-03-06T09:00:00Z');
  await look('2026-03-07T09:00:00Z');

  expect(await given.resultOf(up, '2026-02')).toMatchObject({ state: 'frozen' });
  expect(await given.resultOf(down, '2026-02')).toMatchObject({ state: 'open' });
  expect(await standing(manager, services[0]!)).toMatchObject({ closing: { exclusions: 1 } });
  const notices = await told(manager);
  expect(notices.filter(({ kind }) => kind === 'CLOSING_HELD')).toEqual([
    expect.objectContaining({ waits: 'an exclusion waits for a second person', until: '2026-03-20' }),
  ]);
  expect(notices).toContainEqual(
    expect.objectContaining({ kind: 'CLOSING_AHEAD', waits: 'an exclusion waits for a second person' }),
  );

  await look('2026-03-19T23:00:00Z');
  expect(await given.resultOf(down, '2026-02')).toMatchObject({ state: 'frozen', verdict: 'missed' });
});

it('closes at once when what held it back is decided', async () => {
  const { down } = await closingAgreement();
  const { id } = await given.exclusion(down, '2026-02-10T08:00:00Z', '2026-02-10T08:45:00Z');
  await look('2026-03-06T09:00:00Z');
  const [, second] = await given.serviceManagers();
  const APPROVE = `mutation ($id: ID!) { approveExclusion(id: $id) { errors { code } } }`;
  expect((await api.as(second!).run(APPROVE, { id })).approveExclusion.errors).toEqual([]);

  await look('2026-03-06T10:00:00Z');

  expect(await given.resultOf(down, '2026-02')).toMatchObject({ state: 'frozen', verdict: 'met', revision: 1 });
});

describe('the days of the organisation', () => {
  const CHANGE = `mutation ($days: Int) { changeUsualClosing(days: $days) { usualClosing { days } errors { code field } } }`;
  const change = async (who: SignedInPerson, days: number | null) =>
    (await api.as(who).run(CHANGE, { days })).changeUsualClosing;

  it('hold for agreements that say nothing, and not for those that close by hand', async () => {
    const [silent, byHand] = [await closingAgreement({}), await closingAgreement({ closing: 'byHand' })];
    await look('2026-03-12T09:00:00Z');
    expect(await given.resultOf(silent.down, '2026-02')).toMatchObject({ state: 'open' });

    expect(await change(office, 10)).toEqual({ usualClosing: { days: 10 }, errors: [] });
    await look('2026-03-12T09:00:00Z');

    expect(await given.resultOf(silent.down, '2026-02')).toMatchObject({ state: 'frozen' });
    expect(await given.resultOf(byHand.down, '2026-02')).toMatchObject({ state: 'open' });
    expect((await api.as(silent.manager).run('{ usualClosing { days viewerCanChange } }')).usualClosing).toEqual({
      days: 10,
      viewerCanChange: false,
    });
    expect(await change(silent.manager, 1)).toMatchObject({ usualClosing: null, errors: [{ code: 'FORBIDDEN' }] });
    expect(await change(office, 91)).toMatchObject({
      usualClosing: null,
      errors: [{ code: 'WRONG_CLOSING', field: ['days'] }],
    });
  });
});
