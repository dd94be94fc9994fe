import { startStory } from '../../builders/index.js';
import {
  ADD_PLAN,
  APPROVE,
  APPROVE_VERSION,
  CALCULATE,
  CALCULATION,
  END_SHARE,
  PLANS,
  PROPOSE,
  REFUSE,
  REFUSE_VERSION,
  RELEASE,
  SET_SHARE,
} from './documents.js';

const { api, given } = await startStory();

type Place = Awaited<ReturnType<typeof given.rewardPlace>>;
type Who = { cookie: string | null };

interface Stated {
  person: { name: string };
  amount: { amount: string };
}

const codesOf = ({ errors }: { errors: { code: string }[] }) => errors.map(({ code }) => code);
const propose = async ({ officer, terms }: Place, differing: object) =>
  (await api.as(officer).run(PROPOSE, { input: { ...enumsOf(terms), ...differing } })).proposeRewardPlanVersion;
const enumsOf = (terms: Place['terms']) => ({ ...terms, window: 'QUARTER', proration: 'WEIGHT_DAYS' });
const calculate = async ({ plan, officer }: Place, period = '2025-Q4', who: Who = officer) =>
  (await api.as(who).run(CALCULATE, { planId: plan.id, period })).calculateReward;
const payee = (place: Place, role: object) => given.role(place.members[0]!, role as never);

describe('a version of a plan', () => {
  it('is decided by neither who proposed it nor who is paid by it', async () => {
    const place = await given.rewardPlace();
    await payee(place, { role: 'rewardOfficer', kind: 'unit', id: place.unit.id });
    const { id } = await given.proposedRewardVersion(place);
    const approve = async (who: Who) => (await api.as(who).run(APPROVE_VERSION, { id })).approveRewardPlanVersion;

    expect(codesOf(await approve(place.officer))).toEqual(['SECOND_PERSON_NEEDED']);
    expect(codesOf(await approve(place.members[0]!))).toEqual(['SECOND_PERSON_NEEDED']);
    expect(await approve(place.second)).toMatchObject({ version: { state: 'APPROVED', number: 2 }, errors: [] });
    expect(codesOf(await approve(place.second))).toEqual(['ALREADY_DECIDED']);

    const { versions } = (await api.as(place.lead).run(PLANS)).rewardPlans[0];
    expect(versions.map(({ number, effectiveTo }: Record<string, unknown>) => [number, effectiveTo])).toEqual([
      [2, null],
      [1, '2026-12-31'],
    ]);
  });

  it('is withdrawn by who proposed it, and refused by a second person, with a reason', async () => {
    const place = await given.rewardPlace();
    const refuse = async (who: Who) => {
      const { id } = await given.proposedRewardVersion(place);
      return (await api.as(who).run(REFUSE_VERSION, { id, reason: 'Too low.' })).refuseRewardPlanVersion;
    };

    expect(await refuse(place.officer)).toMatchObject({ version: { state: 'WITHDRAWN', reason: 'Too low.' } });
    expect(await refuse(place.lead)).toMatchObject({ version: { state: 'REFUSED' } });
  });

  it('is flagged when it is proposed after the period that it first pays for began', async () => {
    const place = await given.rewardPlace();
    const [plan] = (await api.as(place.lead).run(PLANS)).rewardPlans;

    expect(plan.versions).toMatchObject([{ effectiveFrom: '2025-10-01', late: true }]);
    expect((await propose(place, { effectiveFrom: '2026-04-01' })).version).toMatchObject({ late: false });
  });

  it('measures only what the team manages then, and what is judged within its window', async () => {
    const place = await given.rewardPlace();
    const foreign = await given.commitment();
    const measured = { weight: '1', floor: '0', target: '100' };
    const measures = [{ ...measured, commitmentId: foreign.id }];

    expect(await propose(place, { effectiveFrom: '2026-04-01', measures })).toMatchObject({
      version: null,
      errors: [{ code: 'NOT_MANAGED', field: ['measures', '0', 'commitmentId'] }],
    });
    expect(codesOf(await propose(place, { effectiveFrom: '2026-04-01', window: 'MONTH' }))).toEqual([
      'WINDOW_TOO_LONG',
    ]);
    const unknown = [{ ...measured, commitmentId: place.plan.id }];
    expect(codesOf(await propose(place, { effectiveFrom: '2026-04-01', measures: unknown }))).toEqual([
      'UNKNOWN_COMMITMENT',
    ]);
  });

  it('runs from floor to target in the direction of what is promised', async () => {
    const place = await given.rewardPlace();
    const [rising, , falling] = place.commitments;
    const refused = async (commitment: { id: string }, floor: string, target: string) => {
      const measures = [{ commitmentId: commitment.id, weight: '1', floor, target }];
      return (await propose(place, { effectiveFrom: '2026-04-01', measures })).errors;
    };

    expect(await refused(rising!, '90', '80')).toEqual([
      {
        code: 'WRONG_DIRECTION',
        message: `${rising!.name} promises at least its target, so the target of the measure is above its floor.`,
        field: ['measures', '0', 'target'],
      },
    ]);
    expect(await refused(falling!, '80', '90')).toMatchObject([{ code: 'WRONG_DIRECTION' }]);
    expect(await refused(falling!, '90', '80')).toEqual([]);
  });

  it('never begins in a period that has been calculated, and waits alone', async () => {
    const place = await given.rewardPlace();
    await api.dataSource.query(`UPDATE reward_plan_version SET effective_to = '2025-12-31' WHERE plan_id = $1`, [
      place.plan.id,
    ]);
    await given.reward(place);

    expect(codesOf(await propose(place, { effectiveFrom: '2025-10-01' }))).toEqual(['WRONG_PLAN']);
    expect(codesOf(await propose(place, { effectiveFrom: '2026-01-01' }))).toEqual([]);
    expect(codesOf(await propose(place, { effectiveFrom: '2026-04-01' }))).toEqual(['ALREADY_PROPOSED']);
  });
});

describe('a plan', () => {
  it('gets a slug of its name that no other plan has', async () => {
    const place = await given.rewardPlace();
    const input = { teamId: place.team.id, name: 'Für das Team', currency: 'EUR' };
    const add = async () => (await api.as(place.officer).run(ADD_PLAN, { input })).addRewardPlan.plan.slug;

    expect([await add(), await add()]).toEqual(['fur-das-team', 'fur-das-team-2']);
    const yen = { ...input, currency: 'XXL' };
    expect(codesOf((await api.as(place.officer).run(ADD_PLAN, { input: yen })).addRewardPlan)).toEqual([
      'UNKNOWN_CURRENCY',
    ]);
  });
});

describe('a calculation', () => {
  it('names the first result that is not closed', async () => {
    const place = await given.rewardPlace();
    api.clock.set(new Date('2026-04-02T09:00:00Z'));
    await given.counts(place.service, 'nothing', '2026-03-31T00:00:00Z', '2026-04-01T00:00:00Z', 1, 1);

    const { calculation, errors } = await calculate(place, '2026-Q1');
    expect(calculation).toBeNull();
    expect(errors).toMatchObject([
      {
        code: 'NOT_CLOSED',
        message: `${place.service.name}: ${place.commitments[0]!.name} is not closed for 2026-Q1 yet.`,
      },
    ]);
    api.clock.set(new Date('2026-03-16T09:00:00Z'));
  });

  it('is refused for a period that runs, that the plan does not pay for, or that is none', async () => {
    const place = await given.rewardPlace();

    expect(codesOf(await calculate(place, '2026-Q1'))).toEqual(['PERIOD_RUNS']);
    expect(codesOf(await calculate(place, '2025-Q3'))).toEqual(['NO_VERSION']);
    expect(codesOf(await calculate(place, '2025-12'))).toEqual(['UNKNOWN_PERIOD']);
  });

  it('is refused where the team did not manage the service in the period, or nobody had a share', async () => {
    const place = await given.rewardPlace();
    await api.dataSource.query(`UPDATE service_management SET from_date = '2026-01-01' WHERE service_id = $1`, [
      place.service.id,
    ]);
    expect(codesOf(await calculate(place))).toEqual(['NOT_MANAGED']);

    expect(codesOf(await calculate(await given.rewardPlace({ weights: [] })))).toEqual(['NO_SHARES']);
  });

  it('counts a member only on days in the team', async () => {
    const place = await given.rewardPlace();
    await api.dataSource.query(`UPDATE team_membership SET from_date = '2025-12-01' WHERE person_id = $1`, [
      place.members[2]!.id,
    ]);
    const { id } = (await calculate(place)).calculation;
    const { statements } = (await api.as(place.lead).run(CALCULATION, { id })).rewardCalculation;

    expect(statements.map(({ days }: { days: number }) => days)).toEqual([92, 46, 31]);
  });

  it('is approved and released by nobody whom it pays', async () => {
    const place = await given.rewardPlace();
    await payee(place, { role: 'rewardOfficer', kind: 'unit', id: place.unit.id });
    const [ada] = place.members;
    const { id } = await given.reward(place, 'calculated');

    expect(codesOf((await api.as(ada!).run(APPROVE, { id })).approveRewardCalculation)).toEqual([
      'SECOND_PERSON_NEEDED',
    ]);
    await api.as(place.second).run(APPROVE, { id });
    expect(codesOf((await api.as(ada!).run(RELEASE, { id })).releaseRewardCalculation)).toEqual([
      'SECOND_PERSON_NEEDED',
    ]);
  });

  it('happens once, however often it is asked for at the same time', async () => {
    const place = await given.rewardPlace();
    const answers = await Promise.all(Array.from({ length: 4 }, () => calculate(place)));

    expect(answers.flatMap(codesOf)).toEqual(['WAITS', 'WAITS', 'WAITS']);
  });
});

describe('a share', () => {
  const set = async (who: Who, input: object) => (await api.as(who).run(SET_SHARE, { input })).setShare;
  const shareOf = async ({ id }: { id: string }): Promise<{ id: string }> =>
    (await api.dataSource.query('SELECT id FROM reward_share WHERE person_id = $1', [id]))[0];

  it('ends the former one the day before', async () => {
    const { team, officer, members } = await given.rewardPlace();
    const input = { teamId: team.id, personId: members[0]!.id, weight: '4', from: '2026-04-01' };

    expect(await set(officer, input)).toMatchObject({
      share: { weight: '4', from: '2026-04-01', to: null },
      errors: [],
    });
    const document = `{ teams { id shares { person { name } weight from to } viewerCanChangeShares } }`;
    const { teams } = await api.as(officer).run(document);
    const { shares, viewerCanChangeShares } = teams.find(({ id }: { id: string }) => id === team.id);
    expect(viewerCanChangeShares).toBe(true);
    expect(shares.filter(({ person }: Stated) => person.name === 'Ada')).toEqual([
      { person: { name: 'Ada' }, weight: '3', from: '2025-01-01', to: '2026-03-31' },
      { person: { name: 'Ada' }, weight: '4', from: '2026-04-01', to: null },
    ]);
    expect(codesOf(await set(officer, { ...input, from: '2026-03-31' }))).toEqual(['OVERLAPS']);
  });

  it('belongs to a member, weighs something, and is set by nobody who has one', async () => {
    const place = await given.rewardPlace();
    const { team, officer, second, members } = place;
    const input = { teamId: team.id, personId: second.id, weight: '4', from: '2026-04-01' };
    await payee(place, { role: 'teamLead', kind: 'team', id: team.id });

    expect(codesOf(await set(officer, input))).toEqual(['NO_MEMBER']);
    expect(codesOf(await set(officer, { ...input, personId: members[0]!.id, weight: '0' }))).toEqual(['WRONG_WEIGHT']);
    expect(codesOf(await set(members[0]!, { ...input, personId: members[2]!.id }))).toEqual(['FORBIDDEN']);
  });

  it('is neither given to oneself nor ended by oneself', async () => {
    const { team, lead, officer } = await given.rewardPlace();
    await given.membership(team, lead);
    const own = { teamId: team.id, personId: lead.id, weight: '9', from: '2026-03-20' };

    expect(codesOf(await set(lead, own))).toEqual(['SECOND_PERSON_NEEDED']);
    const { share } = await set(officer, { ...own, to: '2026-03-31' });
    await api.dataSource.query(
      `UPDATE reward_share SET to_date = '2026-03-10', from_date = '2026-03-01' WHERE id = $1`,
      [share.id],
    );
    const end = { id: share.id, on: '2026-03-05' };
    expect(codesOf((await api.as(lead).run(END_SHARE, end)).endShare)).toEqual(['FORBIDDEN']);
  });

  it('changes nothing in a period whose calculation stands', async () => {
    const place = await given.rewardPlace();
    const { team, lead, officer, members } = place;
    await given.reward(place, 'calculated');
    const input = { teamId: team.id, personId: members[1]!.id, weight: '4' };

    expect(await set(lead, { ...input, from: '2025-12-31' })).toMatchObject({
      errors: [
        { code: 'CALCULATED', message: 'Rewards up to 2025-12-31 have been calculated; shares change after that.' },
      ],
    });
    const { id } = await shareOf(members[0]!);
    const end = async (on: string) => (await api.as(officer).run(END_SHARE, { id, on })).endShare;
    expect(codesOf(await end('2025-12-30'))).toEqual(['CALCULATED']);
    expect(codesOf(await end('2025-12-31'))).toEqual([]);
    expect(codesOf(await set(lead, { ...input, from: '2026-01-01' }))).toEqual([]);
  });

  it('is corrected after a refusal by somebody else than who refused, and then the period comes out right', async () => {
    const place = await given.rewardPlace();
    const { team, lead, officer, second, members } = place;
    const { id } = await given.reward(place, 'calculated');
    await api.as(lead).run(REFUSE, { id, reason: 'Ben has too little, and Cem had no share yet.' });
    const input = { teamId: team.id, personId: members[0]!.id, weight: '4', from: '2025-10-01' };

    expect(await set(lead, input)).toMatchObject({
      share: null,
      errors: [
        {
          code: 'SECOND_PERSON_NEEDED',
          message: 'You refused the rewards of 2025-Q4; another lead or reward officer corrects its shares.',
        },
      ],
    });
    expect(codesOf(await set(officer, input))).toEqual([]);
    expect(codesOf(await set(officer, { ...input, weight: '6' }))).toEqual([]);
    const wrong = { id: (await shareOf(members[2]!)).id, on: '2024-12-31' };
    expect(codesOf((await api.as(lead).run(END_SHARE, wrong)).endShare)).toEqual(['SECOND_PERSON_NEEDED']);
    expect(codesOf((await api.as(second).run(END_SHARE, wrong)).endShare)).toEqual([]);

    const { calculation } = await calculate(place);
    const { statements } = (await api.as(lead).run(CALCULATION, { id: calculation.id })).rewardCalculation;
    // 6 on 92 days beside 2 on 46, of 8,250.00.
    expect(statements.map(({ person, amount }: Stated) => [person.name, amount.amount])).toEqual([
      ['Ben', '1178.57'],
      ['Ada', '7071.43'],
    ]);
    expect(codesOf((await api.as(lead).run(APPROVE, { id: calculation.id })).approveRewardCalculation)).toEqual([]);
    expect(codesOf(await set(officer, input))).toEqual(['CALCULATED']);
    const actions = await api.dataSource.query(
      `SELECT action FROM audit_entry WHERE subject_id = $1 AND action LIKE 'team.share%' AND actor_id = ANY ($2) ORDER BY id DESC LIMIT 5`,
      [team.id, [officer.id, second.id]],
    );
    expect(actions.map(({ action }: { action: string }) => action)).toEqual([
      'team.shareWithdrawn',
      'team.shareSet',
      'team.shareWithdrawn',
      'team.shareSet',
      'team.shareEnded',
    ]);
  });

  it('is not corrected by whoever it paid in the refused period, also when they have none any longer', async () => {
    const place = await given.rewardPlace();
    const [, ben, cem] = place.members;
    await given.role(ben!, { role: 'teamLead', kind: 'team', id: place.team.id });
    const { id } = await given.reward(place, 'calculated');
    await api.as(place.second).run(REFUSE, { id, reason: 'Once more.' });

    const input = { teamId: place.team.id, personId: cem!.id, weight: '1' };
    expect(codesOf(await set(ben!, { ...input, from: '2025-10-01' }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await set(ben!, { ...input, from: '2026-04-01' }))).toEqual([]);
  });

  it('ends on a day', async () => {
    const { team, lead, members } = await given.rewardPlace();
    const { share } = await set(lead, { teamId: team.id, personId: members[0]!.id, weight: '4', from: '2026-04-01' });
    const end = async (on: string) => (await api.as(lead).run(END_SHARE, { id: share.id, on })).endShare;

    expect(codesOf(await end('2026-03-30'))).toEqual(['DATES_REVERSED']);
    expect((await end('2026-06-30')).share).toEqual({ to: '2026-06-30' });
    expect(codesOf(await end('2026-07-31'))).toEqual(['ALREADY_ENDED']);
  });
});
