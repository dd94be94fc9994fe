import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const owner = await given.person();

const ASSIGN = `mutation ($input: AssignServiceTeamInput!) {
  assignServiceTeam(input: $input) { management { id from to team { name } } errors { code field } }
}`;
const END = `mutation ($id: ID!, $on: Date!) { endServiceManagement(id: $id, on: $on) { management { to } errors { code } } }`;
const SERVICE = `query ($slug: String!) {
  service(slug: $slug) { team { name } managements { from to team { name } } viewerCanOrder orderRefusal }
}`;
const assign = async (service: { id: string }, team: { id: string }, from: string) =>
  (await api.as(owner).run(ASSIGN, { input: { serviceId: service.id, teamId: team.id, from } })).assignServiceTeam;
const page = async ({ slug }: { slug: string }, who: { cookie: string | null } = owner) =>
  (await api.as(who).run(SERVICE, { slug })).service;

describe('the team of a service', () => {
  it('follows another one from a day on, which ends the day before', async () => {
    const service = await given.service({ ownerId: owner.id });
    const [first, second] = [await given.team({ name: 'First' }), await given.team({ name: 'Second' })];
    await assign(service, first, '2026-01-01');

    expect((await assign(service, second, '2026-04-01')).errors).toEqual([]);
    expect(await page(service)).toMatchObject({
      team: { name: 'First' },
      managements: [
        { from: '2026-04-01', to: null, team: { name: 'Second' } },
        { from: '2026-01-01', to: '2026-03-31', team: { name: 'First' } },
      ],
    });
  });

  it('is not set for days that are another team’s already', async () => {
    const service = await given.service({ ownerId: owner.id });
    const [first, second] = [await given.team(), await given.team()];
    await assign(service, first, '2026-01-01');

    expect((await assign(service, second, '2026-01-01')).errors).toMatchObject([{ code: 'OVERLAPS', field: ['from'] }]);
    expect((await assign(service, second, '2025-06-01')).errors).toMatchObject([{ code: 'OVERLAPS' }]);
  });

  it('ends on a day, not before it began', async () => {
    const service = await given.service({ ownerId: owner.id });
    const { management } = await assign(service, await given.team(), '2026-03-01');
    const end = async (on: string) => (await api.as(owner).run(END, { id: management.id, on })).endServiceManagement;

    expect((await end('2026-02-28')).errors).toMatchObject([{ code: 'DATES_REVERSED' }]);
    expect(await end('2026-03-15')).toEqual({ management: { to: '2026-03-15' }, errors: [] });
    expect((await end('2026-03-20')).errors).toMatchObject([{ code: 'ALREADY_ENDED' }]);
    expect((await page(service)).team).toBeNull();
  });
});

describe('whether a service can be ordered', () => {
  it('is said with the reason why not', async () => {
    const { service, requester, team } = await given.orderPlace();
    const lonely = await given.service();
    await given.plan(lonely);
    const planless = await given.service();
    await given.management(planless, team);
    const retiring = await given.service({ lifecycle: 'retiring' });

    expect(await page(service, requester)).toMatchObject({ viewerCanOrder: true, orderRefusal: null });
    expect(await page(service)).toMatchObject({
      viewerCanOrder: false,
      orderRefusal: expect.stringMatching(/^Only requesters order services; ask/),
    });
    expect((await page(lonely, requester)).orderRefusal).toMatch(/^No team manages/);
    expect((await page(planless, requester)).orderRefusal).toMatch(/has no plan/);
    expect((await page(retiring, requester)).orderRefusal).toMatch(/is retiring; only live services/);
  });
});

describe('what still has work to do', () => {
  const END_TEAM = `mutation ($id: ID!) { endTeam(id: $id, reason: "Reorganised.") { errors { code message } } }`;
  const END_UNIT = `mutation ($id: ID!) { endBusinessUnit(id: $id, reason: "Reorganised.") { errors { code message } } }`;

  it('does not end: neither a team with services and orders, nor a unit that pays for open ones', async () => {
    const place = await given.orderPlace();
    const done = await given.order(place, 'completed');
    const open = await given.order(place, 'approved');
    const administrator = await given.person({ roles: ['administrator'] });

    const [team, unit] = [
      (await api.as(administrator).run(END_TEAM, { id: place.team.id })).endTeam.errors[0],
      (await api.as(administrator).run(END_UNIT, { id: place.unit.id })).endBusinessUnit.errors[0],
    ];

    for (const error of [team, unit]) {
      expect(error).toMatchObject({ code: 'IN_USE', message: expect.stringContaining(`A-${open.number} (order)`) });
      expect(error.message).not.toContain(`A-${done.number}`);
    }
    expect(team.message).toContain(`${place.service.name} (service)`);
  });
});
