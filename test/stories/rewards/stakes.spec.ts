import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';
import { APPROVE_EXCLUSION, PROPOSE_EXCLUSION } from '../performance/documents.js';
import { APPROVE, CALCULATE, CALCULATION, END_SHARE, REFUSE, RELEASE, SET_SHARE } from './documents.js';

const { api, given } = await startStory();

type Place = Awaited<ReturnType<typeof given.rewardPlace>>;

const ERRORS = 'errors { code message }';
const END_OUTAGE = `mutation ($id: ID!) { endOutage(id: $id, reason: "A mistake.") { ${ERRORS} } }`;
const COUNT = `mutation ($input: RecordCountsInput!) { recordCounts(input: $input) { ${ERRORS} } }`;
const END_MANAGEMENT = `mutation ($id: ID!, $on: Date!) { endServiceManagement(id: $id, on: $on) { ${ERRORS} } }`;
const ASSIGN = `mutation ($input: AssignServiceTeamInput!) { assignServiceTeam(input: $input) { ${ERRORS} } }`;
const END_PLAN = `mutation ($id: ID!) { endRewardPlan(id: $id, reason: "Because.") { ${ERRORS} } }`;
const END_MEMBERSHIP = `mutation ($id: ID!, $on: Date!) { endTeamMembership(id: $id, on: $on) { ${ERRORS} } }`;
const ADD_MEMBER = `mutation ($input: AddTeamMemberInput!) { addTeamMember(input: $input) { ${ERRORS} } }`;
const END_PERSON = `mutation ($id: ID!) { endPerson(id: $id, reason: "Left.") { ${ERRORS} } }`;
const OFFERED = 'query ($id: ID!) { teams { id viewerCanChangeMembers } person(id: $id) { viewerCanEnd } }';
const SEEN = `query ($service: String!, $slug: String!) {
  commitment(service: $service, slug: $slug) {
    viewerCanSeeEvidence
    then: result(period: "2025-Q4") { explanation { rule } contributions { totalCount } }
    later: result(period: "2026-Q1") { explanation { rule } contributions { totalCount } }
  }
}`;
const PLANS = '{ rewardPlans { calculations { period } } }';

/** Errors of the one mutation that was asked for. */
async function errorsOf(
  who: SignedInPerson,
  document: string,
  variables: object,
): Promise<{ code: string; message: string }[]> {
  type Payload = { errors: { code: string; message: string }[] };
  const [payload] = Object.values(await api.as(who).run<Record<string, Payload>>(document, variables));
  return payload!.errors;
}
const codesOf = async (...call: Parameters<typeof errorsOf>) => (await errorsOf(...call)).map(({ code }) => code);

const calculated = async ({ plan, officer }: Place) =>
  (await api.as(officer).run(CALCULATE, { planId: plan.id, period: '2025-Q4' })).calculateReward;
const shown = async ({ officer }: Place, { id }: { id: string }) =>
  (await api.as(officer).run(CALCULATION, { id })).rewardCalculation;
const managesServiceOf = (person: SignedInPerson, { service }: Place) =>
  given.role(person, { role: 'serviceManager', kind: 'service', id: service.id });

describe('who is paid by a figure', () => {
  it('does not decide on an exclusion of it, nor does the owner of the service', async () => {
    const place = await given.rewardPlace();
    const [ada, ben] = place.members;
    const owner = await given.person({ roles: ['serviceManager'] });
    await api.dataSource.query('UPDATE service SET owner_id = $1 WHERE id = $2', [owner.id, place.service.id]);
    for (const person of [ada!, ben!]) await managesServiceOf(person, place);
    const propose = async (from: string, to: string) => {
      const [manager] = await given.serviceManagers();
      const input = { commitmentId: place.commitments[0]!.id, from, to, category: 'THIRD_PARTY', reason: 'Not ours.' };
      return (await api.as(manager!).run(PROPOSE_EXCLUSION, { input })).proposeExclusion.exclusion as { id: string };
    };
    const { id } = await propose('2025-12-10T00:00:00Z', '2025-12-11T00:00:00Z');

    // Ben left in the middle of the quarter, which is one for whom it pays.
    for (const who of [ada!, ben!, owner]) {
      expect(await codesOf(who, APPROVE_EXCLUSION, { id })).toEqual(['SECOND_PERSON_NEEDED']);
      const { proposedExclusions } = await api.as(who).run('{ proposedExclusions { id viewerCanApprove } }');
      expect(proposedExclusions.filter((exclusion: { id: string }) => exclusion.id === id)).toEqual([
        { id, viewerCanApprove: false },
      ]);
    }
    const later = await propose('2026-02-10T00:00:00Z', '2026-02-11T00:00:00Z');
    expect(await codesOf(ben!, APPROVE_EXCLUSION, { id: later.id })).toEqual([]);
    expect(await codesOf((await given.serviceManagers())[1]!, APPROVE_EXCLUSION, { id })).toEqual([]);
  });

  it('does not better it in a month that is open still', async () => {
    const place = await given.rewardPlace();
    const { service, commitments } = place;
    const [ada] = place.members;
    await managesServiceOf(ada!, place);
    const [from, to] = ['2026-02-10T00:00:00Z', '2026-02-11T00:00:00Z'];
    const { series } = commitments[0]!;
    await given.counts(service, series, from, to, 100, 1000);
    const outage = await given.outage(service, '2026-03-01T00:00:00Z', '2026-03-05T00:00:00Z');

    const message = (what: string) =>
      `You own this service, are paid by what is measured on it, or speak for a provider: another service manager has to ${what}.`;
    const input = { serviceId: service.id, series, from, to, good: 1000, total: 1000, reason: 'Miscounted.' };
    expect(await errorsOf(ada!, COUNT, { input })).toEqual([
      { code: 'MEASURED_BY_IT', message: message('record its counts') },
    ]);
    expect(await errorsOf(ada!, END_OUTAGE, { id: outage.id })).toEqual([
      { code: 'MEASURED_BY_IT', message: message('take downtime away') },
    ]);
    expect(await codesOf((await given.serviceManagers())[1]!, END_OUTAGE, { id: outage.id })).toEqual([]);
  });

  it('moves nobody else’s share of the period, also when their own has ended', async () => {
    const place = await given.rewardPlace();
    const { team, lead, officer, members } = place;
    await given.membership(team, lead);
    const own = { teamId: team.id, personId: lead.id, weight: '3', from: '2025-10-01', to: '2025-10-31' };
    expect(await codesOf(officer, SET_SHARE, { input: own })).toEqual([]);
    const [share] = await api.dataSource.query('SELECT id FROM reward_share WHERE person_id = $1', [members[0]!.id]);

    expect(await codesOf(lead, END_SHARE, { id: share.id, on: '2025-11-30' })).toEqual(['FORBIDDEN']);
    const input = { teamId: team.id, personId: members[2]!.id, weight: '0.01', from: '2025-12-01' };
    expect(await codesOf(lead, SET_SHARE, { input })).toEqual(['FORBIDDEN']);
    expect(await codesOf(lead, SET_SHARE, { input: { ...input, from: '2026-01-01' } })).toEqual([]);
  });

  it('moves none and decides nothing either while their share is put away for a moment', async () => {
    const place = await given.rewardPlace();
    const { team, lead, officer, members, commitments } = place;
    await given.membership(team, lead);
    await managesServiceOf(lead, place);
    const own = { teamId: team.id, personId: lead.id, weight: '3', from: '2025-10-01' };
    expect(await codesOf(officer, SET_SHARE, { input: own })).toEqual([]);
    const [share] = await api.dataSource.query('SELECT id FROM reward_share WHERE person_id = $1', [lead.id]);
    expect(await codesOf(officer, END_SHARE, { id: share.id, on: '2025-09-30' })).toEqual([]);

    const input = { teamId: team.id, personId: members[2]!.id, weight: '0.01', from: '2026-01-01' };
    expect(await codesOf(lead, SET_SHARE, { input })).toEqual(['FORBIDDEN']);
    const { teams } = await api.as(lead).run('{ teams { id viewerCanChangeShares } }');
    expect(teams).toContainEqual({ id: team.id, viewerCanChangeShares: false });
    const excluded = { commitmentId: commitments[0]!.id, from: '2025-12-10T00:00:00Z', to: '2025-12-11T00:00:00Z' };
    const [manager] = await given.serviceManagers();
    const { proposeExclusion } = await api
      .as(manager!)
      .run(PROPOSE_EXCLUSION, { input: { ...excluded, category: 'THIRD_PARTY', reason: 'Not ours.' } });
    expect(await codesOf(lead, APPROVE_EXCLUSION, { id: proposeExclusion.exclusion.id })).toEqual([
      'SECOND_PERSON_NEEDED',
    ]);
    expect(await codesOf(officer, SET_SHARE, { input })).toEqual([]);
  });

  it('reads calculations and evidence of the periods that they were paid for, and of no later one', async () => {
    const place = await given.rewardPlace();
    const [ada, ben] = place.members;
    await given.reward(place);
    const { series, slug } = place.commitments[0]!;
    await given.counts(place.service, series, '2026-02-10T00:00:00Z', '2026-02-11T00:00:00Z', 100, 1000);
    const seen = async (who: SignedInPerson) =>
      (await api.as(who).run(SEEN, { service: place.service.slug, slug })).commitment;
    const read = { explanation: expect.arrayContaining([expect.anything()]), contributions: { totalCount: 1 } };

    expect(await seen(ada!)).toEqual({ viewerCanSeeEvidence: true, then: read, later: read });
    const nothing = { explanation: [], contributions: { totalCount: 0 } };
    expect(await seen(ben!)).toEqual({ viewerCanSeeEvidence: true, then: read, later: nothing });
    expect((await api.as(ben!).run(PLANS)).rewardPlans).toEqual([{ calculations: [{ period: '2025-Q4' }] }]);

    const joined = await given.person();
    await given.membership(place.team, joined);
    const input = { teamId: place.team.id, personId: joined.id, weight: '1', from: '2026-01-01' };
    expect(await codesOf(place.officer, SET_SHARE, { input })).toEqual([]);
    expect((await api.as(joined).run(PLANS)).rewardPlans).toEqual([{ calculations: [] }]);
    expect(await seen(joined)).toEqual({ viewerCanSeeEvidence: true, then: nothing, later: read });
  });

  it('does not change on which days others were in the team, however much of an administrator', async () => {
    const place = await given.rewardPlace();
    const [ada, , cem] = place.members;
    await given.role(ada!, 'administrator');
    const administrator = await given.person({ roles: ['administrator'] });
    const [membership] = await api.dataSource.query(
      'SELECT id FROM team_membership WHERE team_id = $1 AND person_id = $2',
      [place.team.id, cem!.id],
    );
    const end = { id: membership.id, on: '2025-12-05' };

    expect(await errorsOf(ada!, END_MEMBERSHIP, end)).toEqual([
      {
        code: 'SECOND_PERSON_NEEDED',
        message: 'This team pays you: another administrator changes who is in it.',
      },
    ]);
    await given.reward(place, 'calculated');
    expect(await errorsOf(administrator, END_MEMBERSHIP, end)).toEqual([
      { code: 'CALCULATED', message: 'Rewards up to 2025-12-31 have been calculated; memberships change after that.' },
    ]);
    const input = { teamId: place.team.id, personId: place.second.id, from: '2025-12-01' };
    expect(await codesOf(administrator, ADD_MEMBER, { input })).toEqual(['CALCULATED']);
    // Neither for days to come: the running quarter pays her.
    expect(await codesOf(ada!, ADD_MEMBER, { input: { ...input, from: '2026-03-16' } })).toEqual([
      'SECOND_PERSON_NEEDED',
    ]);
    expect(await codesOf(ada!, END_MEMBERSHIP, { ...end, on: '2026-03-31' })).toEqual(['SECOND_PERSON_NEEDED']);

    // Nor by way of saying that one of them has left.
    expect(await errorsOf(ada!, END_PERSON, { id: cem!.id })).toEqual([
      {
        code: 'SECOND_PERSON_NEEDED',
        message: 'A team of this person pays you too: another administrator says that they have left.',
      },
    ]);
    const offered = async (who: SignedInPerson) => {
      const { teams, person } = await api.as(who).run(OFFERED, { id: cem!.id });
      const { viewerCanChangeMembers } = teams.find(({ id }: { id: string }) => id === place.team.id);
      return { viewerCanChangeMembers, ...person };
    };
    expect(await offered(ada!)).toEqual({ viewerCanChangeMembers: false, viewerCanEnd: false });
    expect(await offered(administrator)).toEqual({ viewerCanChangeMembers: true, viewerCanEnd: true });
    expect(await offered(place.lead)).toEqual({ viewerCanChangeMembers: false, viewerCanEnd: false });
    expect(await codesOf(ada!, END_PERSON, { id: place.second.id })).toEqual([]);
    expect(await codesOf(administrator, END_MEMBERSHIP, { ...end, on: '2025-12-31' })).toEqual([]);
    expect(await codesOf(administrator, END_PERSON, { id: cem!.id })).toEqual([]);
  });
});

describe('who is paid by a service', () => {
  it('neither takes it away from the team nor gives it to another one, on days that are over or to come', async () => {
    const place = await given.rewardPlace();
    const [ada, ben] = place.members;
    const other = await given.team();
    for (const person of [ada!, ben!]) await given.role(person, 'btOffice');
    const office = await given.person({ roles: ['btOffice'] });
    const [{ id }] = await api.dataSource.query('SELECT id FROM service_management WHERE service_id = $1', [
      place.service.id,
    ]);
    const assign = (from: string) => ({ input: { serviceId: place.service.id, teamId: other.id, from } });

    const offered = async (person: SignedInPerson) =>
      (
        await api
          .as(person)
          .run('query ($slug: String!) { service(slug: $slug) { viewerCanAssignTeam } }', place.service)
      ).service.viewerCanAssignTeam;
    expect([await offered(ada!), await offered(ben!), await offered(office)]).toEqual([false, true, true]);
    const message = `You are paid by what is measured on ${place.service.name}: somebody else changes who manages it.`;
    expect(await errorsOf(ada!, END_MANAGEMENT, { id, on: '2025-09-30' })).toEqual([
      { code: 'SECOND_PERSON_NEEDED', message },
    ]);
    for (const from of ['2025-10-01', '2026-03-20'])
      expect(await codesOf(ada!, ASSIGN, assign(from))).toEqual(['SECOND_PERSON_NEEDED']);
    // Ben left in the middle of the last quarter, so that what changes after it is nothing to him.
    expect(await codesOf(ben!, END_MANAGEMENT, { id, on: '2025-11-30' })).toEqual(['SECOND_PERSON_NEEDED']);
    expect(await codesOf(ben!, END_MANAGEMENT, { id, on: '2026-06-30' })).toEqual([]);
    expect(await codesOf(office, END_MANAGEMENT, { id, on: '2026-03-31' })).toEqual([]);
    expect(await codesOf(office, ASSIGN, assign('2026-04-01'))).toEqual([]);
  });

  it('ends no plan that has something to pay them still, however much of a reward officer', async () => {
    const place = await given.rewardPlace();
    const [ada, ben] = place.members;
    for (const person of [ada!, ben!])
      await given.role(person, { role: 'rewardOfficer', kind: 'unit', id: place.unit.id });
    const end = { id: place.plan.id };

    const offered = async (person: SignedInPerson) =>
      (await api.as(person).run('query ($slug: String!) { rewardPlan(slug: $slug) { viewerCanEnd } }', place.plan))
        .rewardPlan.viewerCanEnd;
    expect(await offered(place.officer)).toBe(true);
    for (const person of [ada!, ben!]) {
      expect(await offered(person)).toBe(false);
      expect(await errorsOf(person, END_PLAN, end)).toEqual([
        { code: 'SECOND_PERSON_NEEDED', message: 'This plan pays you: another reward officer ends it.' },
      ]);
    }
    const waiting = await calculated(place);
    expect(waiting.errors).toEqual([]);
    expect(await offered(place.officer)).toBe(false);
    expect(await codesOf(place.officer, END_PLAN, end)).toEqual(['WAITS']);
    expect(
      (await api.as(place.lead).run(REFUSE, { id: waiting.calculation.id, reason: 'Not so.' })).refuseRewardCalculation
        .errors,
    ).toEqual([]);
    await given.reward(place);
    expect([await offered(ada!), await offered(ben!)]).toEqual([false, true]);
    expect(await codesOf(ada!, END_PLAN, end)).toEqual(['SECOND_PERSON_NEEDED']);
    expect(await codesOf(ben!, END_PLAN, end)).toEqual([]);
    expect(await offered(ben!)).toBe(false);
  });
});

describe('an adjustment', () => {
  it('takes back what was paid also when the team manages the service no longer', async () => {
    const place = await given.rewardPlace();
    await given.reward(place);
    await given.restated(place, 0, 0);
    const owner = await given.person({ roles: [{ role: 'serviceOwner', kind: 'service', id: place.service.id }] });
    const [management] = await api.dataSource.query('SELECT id FROM service_management WHERE service_id = $1', [
      place.service.id,
    ]);
    expect(await codesOf(owner, END_MANAGEMENT, { id: management.id, on: '2025-06-30' })).toEqual([]);

    const { calculation, errors } = await calculated(place);
    expect(errors).toEqual([]);
    expect(await shown(place, calculation)).toMatchObject({ factor: '37.50', pool: { amount: '3750.00' } });
  });

  it('takes back everything when no measure has data any longer, and says so', async () => {
    const place = await given.rewardPlace();
    await given.reward(place);
    for (const commitment of place.commitments)
      await given.approvedExclusion(commitment, '2025-10-01T00:00:00Z', '2026-01-01T00:00:00Z', 'All excluded.');

    const { calculation, errors } = await calculated(place);
    expect(errors).toEqual([]);
    const { factor, pool, statements, explanation } = await shown(place, calculation);
    expect({ factor, pool: pool.amount }).toEqual({ factor: '0.00', pool: '0.00' });
    expect(
      statements.map(({ amount, total }: Record<'amount' | 'total', { amount: string }>) => [
        amount.amount,
        total.amount,
      ]),
    ).toEqual([
      ['-4125.00', '0.00'],
      ['-1375.00', '0.00'],
      ['-2750.00', '0.00'],
    ]);
    expect(explanation.map(({ rule }: { rule: string }) => rule)).toEqual([
      ...place.commitments.map(() => 'reward.leftOut'),
      'reward.noData',
      'reward.pool',
    ]);
  });
});

it('approves nothing that was calculated of a figure that no longer stands', async () => {
  const place = await given.rewardPlace();
  const { id } = await given.reward(place, 'calculated');
  await given.restated(place, 0, 0);

  expect((await api.as(place.lead).run(CALCULATION, { id })).rewardCalculation.viewerCanApprove).toBe(false);
  expect(await errorsOf(place.lead, APPROVE, { id })).toEqual([
    expect.objectContaining({
      code: 'OUT_OF_DATE',
      message: expect.stringMatching(/ was restated for 2025-Q4 since; calculate again\.$/),
    }),
  ]);
  expect(await codesOf(place.lead, REFUSE, { id, reason: 'Restated.' })).toEqual([]);
  const { calculation } = await calculated(place);
  expect(await codesOf(place.lead, APPROVE, { id: calculation.id })).toEqual([]);
});

it('releases nothing that was approved of a figure that no longer stands; calculated again it pays the whole', async () => {
  const place = await given.rewardPlace();
  const { officer, lead } = place;
  const { id } = await given.reward(place, 'approved');
  await given.restated(place, 0, 0);

  expect(await shown(place, { id })).toMatchObject({ viewerCanRelease: false, viewerCanRecalculate: true });
  expect(await errorsOf(officer, RELEASE, { id })).toEqual([
    expect.objectContaining({ code: 'OUT_OF_DATE', message: expect.stringMatching(/; calculate again\.$/) }),
  ]);
  const { calculation, errors } = await calculated(place);
  expect(errors).toEqual([]);
  const former = await shown(place, { id });
  expect(former).toMatchObject({ state: 'REFUSED', viewerCanRecalculate: false });
  expect(former.statements[0].entries).toMatchObject([
    { kind: 'EARNED', amount: { amount: '4125.00' } },
    { kind: 'ADJUSTED', amount: { amount: '-4125.00' } },
  ]);
  for (const [who, move] of [
    [lead, APPROVE],
    [officer, RELEASE],
  ] as const)
    expect(await codesOf(who, move, { id: calculation.id })).toEqual([]);
  const { factor, statements } = await shown(place, calculation);
  expect(factor).toBe('37.50');
  for (const { amount, total } of statements) expect(amount.amount).toBe(total.amount);
});

it('pays for a service also when its management was ended after the first calculation had been refused', async () => {
  const place = await given.rewardPlace();
  const { id } = await given.reward(place, 'calculated');
  expect(await codesOf(place.lead, REFUSE, { id, reason: 'A share is wrong.' })).toEqual([]);
  const owner = await given.person({ roles: [{ role: 'serviceOwner', kind: 'service', id: place.service.id }] });
  const [management] = await api.dataSource.query('SELECT id FROM service_management WHERE service_id = $1', [
    place.service.id,
  ]);
  expect(await codesOf(owner, END_MANAGEMENT, { id: management.id, on: '2025-06-30' })).toEqual([]);

  expect((await calculated(place)).errors).toEqual([]);
});

it('gives nobody a share from the day on which they left', async () => {
  const place = await given.rewardPlace();
  const [administrator, ada] = [await given.person({ roles: ['administrator'] }), place.members[0]!];
  await given.person({ roles: ['administrator'] });
  expect(await codesOf(administrator, END_PERSON, { id: ada.id })).toEqual([]);

  const input = { teamId: place.team.id, personId: ada.id, weight: '9', from: '2026-03-16' };
  expect(await codesOf(place.officer, SET_SHARE, { input })).toEqual(['LEFT']);
  const shares = () =>
    api.dataSource.query(
      'SELECT from_date::text AS from, to_date::text AS to FROM reward_share WHERE person_id = $1 ORDER BY from_date',
      [ada.id],
    );
  expect(await shares()).toEqual([{ from: '2025-01-01', to: '2026-03-16' }]);
  const [share] = await api.dataSource.query('SELECT id FROM reward_share WHERE person_id = $1', [ada.id]);
  expect(await codesOf(place.officer, END_SHARE, { id: share.id, on: '2026-03-14' })).toEqual([]);
  expect(
    await codesOf(place.officer, SET_SHARE, { input: { ...input, from: '2026-03-15', to: '2026-12-31' } }),
  ).toEqual([]);
  expect((await shares())[1]).toEqual({ from: '2026-03-15', to: '2026-03-16' });
});
