import { OrderDays } from '@accord/api/orders/order-days.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';
import type { OrderPlace } from '../../builders/orders.js';
import { ACCEPT, ANSWER, APPROVE, CANCEL, DELIVER, ORDER_PAGE, ORDERS, START } from './documents.js';

const { api, given } = await startStory();
const administrators = [
  await given.person({ name: 'Ada Admin', roles: ['administrator'] }),
  await given.person({ name: 'Alan Admin', roles: ['administrator'] }),
];
const office = await given.person({ name: 'Bea Office', roles: ['btOffice'] });

const END = `mutation ($id: ID!) { endPerson(id: $id, reason: "Left.") { errors { code message } } }`;
const STUCK = `query ($id: ID!) { order(id: $id) { stuckBecause nextActors { name } } }`;

type Who = { cookie: string | null };
const leave = async ({ id }: { id: string }) => {
  const { endPerson } = await api.as(administrators[0]!).run(END, { id });
  expect(endPerson.errors).toEqual([]);
};
const loseRoles = ({ id }: { id: string }) =>
  api.dataSource.query(`UPDATE role_assignment SET ended_at = now() WHERE person_id = $1`, [id]);
const page = async (who: Who, id: string) => (await api.as(who).run(ORDER_PAGE, { id })).order;
const act = async (who: Who, document: string, variables: object) => {
  const [payload] = Object.values(await api.as(who).run(document, variables)) as {
    order: { state: string } | null;
    errors: { code: string; message: string }[];
  }[];
  return payload!;
};
const stuck = async (who: Who, id: string) => (await api.as(who).run(STUCK, { id })).order;
const owning = (place: OrderPlace) => ({ role: 'budgetOwner' as const, kind: 'unit' as const, id: place.unit.id });
const passDays = () => api.get(OrderDays).pass({}, { at: api.clock.now() });

beforeEach(() => api.clock.set(new Date('2026-03-16T09:00:00Z')));

describe('an order whose requester has left', () => {
  it('waits for who receives it, who accepts, answers and cancels in their stead', async () => {
    const place = await given.orderPlace();
    const ben = await given.person({ name: 'Ben Beneficiary' });
    const received = { beneficiaryId: ben.id, unitId: place.unit.id };
    const delivered = await given.order(place, 'delivered', received);
    const asked = await given.order(place, 'needsInformation', received);
    const waiting = await given.order(place, 'awaitingApproval', received);
    expect((await act(ben, ACCEPT, delivered)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    await leave(place.requester);

    expect(await page(ben, delivered.id)).toMatchObject({
      nextActors: [{ name: 'Ben Beneficiary' }],
      viewerCanAccept: true,
    });
    expect((await page(ben, asked.id)).nextActors).toEqual([{ name: 'Ben Beneficiary' }]);
    expect((await act(ben, ACCEPT, delivered)).order).toMatchObject({ state: 'COMPLETED' });
    expect((await act(ben, ANSWER, { id: asked.id, answer: 'For me.' })).errors).toEqual([]);
    expect((await act(ben, CANCEL, { id: waiting.id, reason: 'Not needed.' })).order).toMatchObject({
      state: 'CANCELLED',
    });
    expect((await page(ben, delivered.id)).events.at(-1)).toMatchObject({
      move: 'ACCEPT',
      by: { name: 'Ben Beneficiary' },
    });
  });

  it('waits for the budget owner of its unit where nobody else is left, and the BT office may as well', async () => {
    const place = await given.orderPlace();
    const ids = [];
    for (const state of ['delivered', 'delivered', 'approved', 'awaitingApproval'] as const)
      ids.push((await given.order(place, state)).id);
    const [first, second, approved, waiting] = ids as [string, string, string, string];
    const draft = await given.order(place);
    await leave(place.requester);

    expect(await stuck(place.owner, first)).toEqual({ stuckBecause: null, nextActors: [{ name: 'Olga Owner' }] });
    expect((await act(place.owner, ACCEPT, { id: first })).order).toMatchObject({ state: 'COMPLETED' });
    expect((await act(office, ACCEPT, { id: second })).order).toMatchObject({ state: 'COMPLETED' });
    const reason = 'She has left.';
    expect((await act(place.member, CANCEL, { id: approved, reason })).errors).toMatchObject([
      { code: 'FORBIDDEN', message: expect.stringContaining('since the requester has left') },
    ]);
    expect((await act(place.owner, CANCEL, { id: approved, reason })).order).toMatchObject({ state: 'CANCELLED' });
    expect((await act(office, CANCEL, { id: waiting, reason })).order).toMatchObject({ state: 'CANCELLED' });
    expect((await act(office, CANCEL, { id: draft.id, reason })).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('is accepted by silence all the same, and names the BT office where no budget owner is left', async () => {
    const place = await given.orderPlace();
    const { id } = await given.order(place, 'delivered');
    await leave(place.requester);
    await loseRoles(place.owner);

    expect(await stuck(office, id)).toEqual({ stuckBecause: null, nextActors: [{ name: 'Bea Office' }] });
    api.clock.set(new Date('2026-03-24T00:00:00Z'));
    await passDays();
    expect((await page(office, id)).state).toBe('COMPLETED');
  });

  it('stays its requester’s alone while they are here', async () => {
    const place = await given.orderPlace();
    const { id } = await given.order(place, 'delivered');

    for (const who of [place.owner, office])
      expect((await act(who, ACCEPT, { id })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});

describe('work', () => {
  it('of somebody who left is the team’s again, of whom somebody takes over', async () => {
    const place = await given.orderPlace();
    const { id } = await given.order(place, 'fulfilling');
    const colleague = await given.person({ name: 'Nina New' });
    await given.membership(place.team, colleague);
    expect(await page(colleague, id)).toMatchObject({ viewerCanStart: false });
    expect((await act(colleague, START, { id })).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    await leave(place.member);

    const free = await api.as(colleague).run(ORDERS, { scope: 'WORK', assigned: 'NOBODY' });
    expect(free.orders.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([id]);
    expect(await page(colleague, id)).toMatchObject({
      nextActors: [],
      nextTeams: [{ name: place.team.name }],
      viewerCanStart: true,
    });
    expect((await act(colleague, START, { id })).errors).toEqual([]);
    expect(await page(colleague, id)).toMatchObject({
      state: 'FULFILLING',
      nextActors: [{ name: 'Nina New' }],
      items: [{ tasks: [{ state: 'STARTED', assignee: { name: 'Nina New' } }] }],
    });
    expect((await act(colleague, DELIVER, { id })).errors).toEqual([]);
  });

  it('that began by its day is taken by who delivers it', async () => {
    const place = await given.orderPlace();
    const { id } = await given.order(place, 'scheduled', { startOn: '2026-03-19' });
    api.clock.set(new Date('2026-03-19T09:00:00Z'));
    await passDays();

    expect((await page(place.member, id)).viewerCanStart).toBe(true);
    expect((await act(place.member, DELIVER, { id })).errors).toEqual([]);
    expect((await page(place.member, id)).items[0].tasks).toMatchObject([
      { state: 'DONE', assignee: { name: 'Tia Team' } },
    ]);
  });

  it('that nobody has begun goes to the new team of its service, and what was begun stays', async () => {
    const place = await given.orderPlace();
    const approved = await given.order(place, 'approved');
    const begun = await given.order(place, 'fulfilling');
    const other = await given.team({ name: 'The new team' });
    const nina = await given.person({ name: 'Nina New' });
    await given.membership(other, nina);
    const document = `mutation ($input: AssignServiceTeamInput!) { assignServiceTeam(input: $input) { errors { code } } }`;
    const input = { serviceId: place.service.id, teamId: other.id, from: '2026-03-16' };
    expect((await api.as(office).run(document, { input })).assignServiceTeam.errors).toEqual([]);
    await api.get(Jobs).settle();

    expect(await page(nina, approved.id)).toMatchObject({
      nextTeams: [{ name: 'The new team' }],
      viewerCanStart: true,
      items: [{ tasks: [{ state: 'OPEN', team: { name: 'The new team' } }] }],
    });
    expect(await page(place.member, approved.id)).toBeNull();
    expect(await page(nina, begun.id)).toBeNull();
    const audited = await api.dataSource.query(
      `SELECT actor_id, before, after FROM audit_entry WHERE subject_id = $1 AND action = 'order.handedOver'`,
      [approved.id],
    );
    expect(audited).toEqual([{ actor_id: null, before: { teamId: place.team.id }, after: { teamId: other.id } }]);
    expect((await act(nina, START, { id: approved.id })).errors).toEqual([]);
  });
});

describe('an approval that nobody is left to give', () => {
  it('says so, and is read no longer by who lost the role', async () => {
    const place = await given.orderPlace();
    const { id } = await given.order(place, 'awaitingApproval');
    await loseRoles(place.owner);

    expect(await stuck(place.requester, id)).toEqual({
      stuckBecause: 'Nobody can decide; the BT office names a budget owner.',
      nextActors: [],
    });
    expect(await page(place.owner, id)).toBeNull();
    for (const scope of ['APPROVALS', 'TO_DECIDE', 'ALL'])
      expect((await api.as(place.owner).run(ORDERS, { scope })).orders.totalCount).toBe(0);
    expect((await act(place.owner, APPROVE, { id })).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('is theirs again once they hold the role again, or somebody else’s who is named', async () => {
    const place = await given.orderPlace();
    const [first, second] = [
      await given.order(place, 'awaitingApproval'),
      await given.order(place, 'awaitingApproval'),
    ] as const;
    await loseRoles(place.owner);
    expect((await stuck(place.requester, first.id)).nextActors).toEqual([]);
    await given.role(place.owner, owning(place));

    expect((await stuck(place.requester, first.id)).nextActors).toEqual([{ name: 'Olga Owner' }]);
    expect((await act(place.owner, APPROVE, first)).errors).toEqual([]);

    await loseRoles(place.owner);
    expect((await stuck(place.requester, second.id)).nextActors).toEqual([]);
    const named = await given.person({ name: 'Nora Named', roles: [owning(place)] });
    expect(await stuck(place.requester, second.id)).toEqual({
      stuckBecause: null,
      nextActors: [{ name: 'Nora Named' }],
    });
    expect((await act(named, APPROVE, second)).errors).toEqual([]);
  });
});
