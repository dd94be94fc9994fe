import { viewerOfPerson } from '@accord/api/people/viewer-query.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const administrator = await given.person({ roles: ['administrator'] });

const UNIT = 'businessUnit { id slug name parent { name } } errors { code field }';
const ADD_UNIT = `mutation ($input: AddBusinessUnitInput!) { addBusinessUnit(input: $input) { ${UNIT} } }`;
const CHANGE_UNIT = `mutation ($id: ID!, $input: ChangeBusinessUnitInput!) { changeBusinessUnit(id: $id, input: $input) { ${UNIT} } }`;
const TEAM = 'team { id members { id from to person { name } } } errors { code field }';
const ADD_MEMBER = `mutation ($input: AddTeamMemberInput!) { addTeamMember(input: $input) { ${TEAM} } }`;
const END_MEMBERSHIP = `mutation ($id: ID!, $on: Date!) { endTeamMembership(id: $id, on: $on) { ${TEAM} } }`;

it('builds a tree of units under slugs that are never given twice', async () => {
  const add = (input: object) => api.as(administrator).run(ADD_UNIT, { input });

  const { addBusinessUnit: group } = await add({ name: 'Group', slug: 'group' });
  const { addBusinessUnit: retail } = await add({ name: 'Retail', slug: 'retail', parentId: group.businessUnit.id });

  expect(retail.businessUnit).toMatchObject({ slug: 'retail', parent: { name: 'Group' } });
  expect((await add({ name: 'Other', slug: 'retail' })).addBusinessUnit.errors).toEqual([
    { code: 'SLUG_TAKEN', field: ['slug'] },
  ]);
  expect((await add({ name: 'Other', slug: 'No Slug' })).addBusinessUnit.errors).toMatchObject([{ field: ['slug'] }]);
});

it('lets no unit stand below itself', async () => {
  const top = await given.unit();
  const middle = await given.unit({ parentId: top.id });
  const bottom = await given.unit({ parentId: middle.id });

  const { changeBusinessUnit } = await api
    .as(administrator)
    .run(CHANGE_UNIT, { id: top.id, input: { parentId: bottom.id } });

  expect(changeBusinessUnit.errors).toEqual([{ code: 'UNIT_CYCLE', field: ['parentId'] }]);
  const moved = await api
    .as(administrator)
    .run(CHANGE_UNIT, { id: bottom.id, input: { parentId: null, name: 'Free' } });
  expect(moved.changeBusinessUnit.businessUnit).toMatchObject({ name: 'Free', parent: null });
});

it('closes no circle when two units are moved below each other at the same time', async () => {
  const [one, other] = [await given.unit(), await given.unit()];
  const move = (id: string, parentId: string) => api.as(administrator).run(CHANGE_UNIT, { id, input: { parentId } });

  const answers = await Promise.all([move(one.id, other.id), move(other.id, one.id)]);

  const refused = answers.flatMap(({ changeBusinessUnit }) => changeBusinessUnit.errors);
  expect(refused).toEqual([{ code: 'UNIT_CYCLE', field: ['parentId'] }]);
});

it('lets a role for a unit reach all units below it', async () => {
  const top = await given.unit();
  const middle = await given.unit({ parentId: top.id });
  const bottom = await given.unit({ parentId: middle.id });
  await given.unit();
  const ada = await given.person({ roles: [{ role: 'executive', kind: 'unit', id: middle.id }] });

  const viewer = await viewerOfPerson(api.dataSource.manager, ada.id, api.clock.now());

  expect(viewer?.roles).toEqual([{ role: 'executive', kind: 'unit', ids: [middle.id, bottom.id].sort() }]);
});

it('keeps a former provider contact outside', async () => {
  const ada = await given.person({
    roles: [{ role: 'providerContact', kind: 'provider', id: (await given.provider()).id }],
  });
  await api.dataSource.query(`UPDATE role_assignment SET ended_at = now(), end_reason = 'Over.' WHERE person_id = $1`, [
    ada.id,
  ]);

  const viewer = await viewerOfPerson(api.dataSource.manager, ada.id, api.clock.now());

  expect(viewer?.roles).toEqual([{ role: 'providerContact', kind: 'provider', ids: [] }]);
});

it('has a person in a team once at a time', async () => {
  const team = await given.team();
  const ada = await given.person({ name: 'Ada' });
  const add = async (from: string, to?: string) =>
    (await api.as(administrator).run(ADD_MEMBER, { input: { teamId: team.id, personId: ada.id, from, to } }))
      .addTeamMember;

  const { members } = (await add('2026-01-01')).team;
  expect(members).toMatchObject([{ from: '2026-01-01', to: null, person: { name: 'Ada' } }]);
  expect((await add('2026-06-01')).errors).toEqual([{ code: 'ALREADY_MEMBER', field: ['personId'] }]);
  await expect(given.membership(team, ada, { from: '2026-06-01' })).rejects.toThrow('team_membership_once_excl');

  const { endTeamMembership } = await api
    .as(administrator)
    .run(END_MEMBERSHIP, { id: members[0].id, on: '2026-05-31' });
  expect(endTeamMembership.team.members).toMatchObject([{ to: '2026-05-31' }]);
  expect((await add('2026-06-01', '2026-06-30')).errors).toEqual([]);
});

it('gives a slug, and an address, to one of those who ask at the same moment', async () => {
  const codes = async (mutation: string, name: string) => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => api.as(administrator).run(mutation)));
    return answers.flatMap((answer) => answer[name].errors.map(({ code }: { code: string }) => code));
  };

  expect(
    await codes('mutation { addTeam(input: { name: "Ops", slug: "ops-team" }) { errors { code } } }', 'addTeam'),
  ).toEqual(Array(3).fill('SLUG_TAKEN'));
  expect(
    await codes(
      'mutation { addPerson(input: { name: "Eve", email: "eve@example.org", password: "long enough to do" }) { errors { code } } }',
      'addPerson',
    ),
  ).toEqual(Array(3).fill('EMAIL_TAKEN'));
});

describe('the end of a unit', () => {
  const END_UNIT =
    'mutation ($id: ID!) { endBusinessUnit(id: $id, reason: "Sold.") { businessUnit { endedAt } errors { code message } } }';
  const end = async (id: string) => (await api.as(administrator).run(END_UNIT, { id })).endBusinessUnit;

  it('waits until nothing belongs to it any more, and says what still does', async () => {
    const unit = await given.unit({ name: 'Retail' });
    const below = await given.unit({ name: 'Returns', parentId: unit.id });
    await given.team({ name: 'Desk', unitId: unit.id });
    await given.person({ name: 'Ada', unitId: unit.id });
    await given.service({ name: 'Tills', unitId: unit.id });
    const lead = await given.person({ name: 'Eli' });
    await given.role(lead, { role: 'executive', kind: 'unit', id: unit.id });

    expect(await end(unit.id)).toEqual({
      businessUnit: null,
      errors: [
        {
          code: 'IN_USE',
          message:
            'Retail cannot end while these belong to it: ' +
            'Ada (person), Eli (role), Tills (service), Desk (team), Returns (unit).',
        },
      ],
    });
    expect((await end(below.id)).errors).toEqual([]);
    expect((await end(unit.id)).errors).toMatchObject([{ message: expect.not.stringContaining('Returns') }]);
  });

  it('is audited with its reason; nothing is put into the unit afterwards', async () => {
    const unit = await given.unit({ name: 'Wholesale' });

    expect(await end(unit.id)).toEqual({ businessUnit: { endedAt: '2026-03-16T09:00:00.000Z' }, errors: [] });
    const [entry] = await api.dataSource.query(
      `SELECT reason, after->>'name' AS name FROM audit_entry WHERE action = 'businessUnit.ended' AND subject_id = $1`,
      [unit.id],
    );
    expect(entry).toEqual({ reason: 'Sold.', name: 'Wholesale' });
    expect((await end(unit.id)).errors).toMatchObject([{ code: 'ALREADY_ENDED' }]);
    const added = await api
      .as(administrator)
      .run(ADD_UNIT, { input: { name: 'Below', slug: 'below-wholesale', parentId: unit.id } });
    expect(added.addBusinessUnit.errors).toEqual([{ code: 'UNKNOWN_UNIT', field: ['parentId'] }]);
  });
});

it('keeps a team that rewards are planned for, until the plan has ended too', async () => {
  const place = await given.rewardPlace();
  const END_TEAM = 'mutation ($id: ID!) { endTeam(id: $id, reason: "Merged.") { errors { message } } }';
  const END_PLAN =
    'mutation ($id: ID!) { endRewardPlan(id: $id, reason: "Merged.") { plan { endedAt viewerCanChange } errors { code } } }';
  const kept = async () =>
    (await api.as(administrator).run(END_TEAM, { id: place.team.id })).endTeam.errors[0].message as string;
  await api.dataSource.query(`UPDATE team_membership SET to_date = '2026-03-16' WHERE team_id = $1`, [place.team.id]);
  expect(await kept()).toContain(`Ada (share), Cem (share)`);
  await api.dataSource.query(`UPDATE reward_share SET to_date = '2026-03-16' WHERE team_id = $1 AND to_date IS NULL`, [
    place.team.id,
  ]);
  expect(await kept()).toContain(`${place.plan.name} (reward plan)`);

  const endPlan = async (person: typeof place.lead) =>
    (await api.as(person).run(END_PLAN, { id: place.plan.id })).endRewardPlan;
  await given.reward(place, 'approved');
  expect((await endPlan(place.lead)).errors).toEqual([{ code: 'FORBIDDEN' }]);
  expect((await endPlan(place.officer)).errors).toEqual([{ code: 'WAITS' }]);
  const waiting = await api.dataSource.query('SELECT id FROM reward_calculation WHERE plan_id = $1', [place.plan.id]);
  const release = 'mutation ($id: ID!) { releaseRewardCalculation(id: $id) { errors { code } } }';
  await api.as(place.officer).run(release, { id: waiting[0].id });
  expect(await endPlan(place.officer)).toEqual({
    plan: { endedAt: '2026-03-16T09:00:00.000Z', viewerCanChange: false },
    errors: [],
  });
  expect((await endPlan(place.officer)).errors).toEqual([{ code: 'ALREADY_ENDED' }]);
  expect(await kept()).not.toContain('reward plan');
});

it('ends a team that has no members and is no provider', async () => {
  const END_TEAM =
    'mutation ($id: ID!) { endTeam(id: $id, reason: "Merged.") { team { endedAt } errors { code message } } }';
  const end = async (id: string) => (await api.as(administrator).run(END_TEAM, { id })).endTeam;
  const team = await given.team({ name: 'Night desk' });
  const { id } = await given.membership(team, await given.person({ name: 'Bea' }));
  await given.provider({ kind: 'internal', name: 'Desk by night', teamId: team.id });

  expect((await end(team.id)).errors).toEqual([
    {
      code: 'IN_USE',
      message: 'Night desk cannot end while these belong to it: Bea (member), Desk by night (provider).',
    },
  ]);
  await api.as(administrator).run(END_MEMBERSHIP, { id, on: '2026-03-16' });
  await api.dataSource.query('UPDATE provider SET ended_at = now() WHERE team_id = $1', [team.id]);
  expect(await end(team.id)).toEqual({ team: { endedAt: '2026-03-16T09:00:00.000Z' }, errors: [] });
});
