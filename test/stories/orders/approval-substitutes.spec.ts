import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';
import { ADD_SUBSTITUTE, DECIDE_SUBSTITUTE, END_SUBSTITUTE, MY_SUBSTITUTES, STAGES } from './approval-documents.js';
import { APPROVE, ORDERS } from './documents.js';

const { api, given } = await startStory();

const add = async (who: SignedInPerson, input: object) =>
  (await api.as(who).run(ADD_SUBSTITUTE, { input: { from: '2026-03-10', to: '2026-03-20', ...input } })).addSubstitute;
const decide = async (who: SignedInPerson, { id }: { id: string }, approved = true) =>
  (await api.as(who).run(DECIDE_SUBSTITUTE, { id, approved })).decideSubstitute;
const approve = async (who: SignedInPerson, { id }: { id: string }) =>
  (await api.as(who).run(APPROVE, { id })).approveOrder;

async function seatsOf({ id }: { id: string }): Promise<{ substitutes: { name: string }[] }[]> {
  const auditor = await given.person({ roles: ['auditor'] });
  return (await api.as(auditor).run(STAGES, { id })).order.stages[0].seats;
}

async function withPriya() {
  const place = await given.orderPlace();
  return { place, priya: await given.person({ name: 'Priya Patel' }) };
}

describe('a substitute', () => {
  it('decides in the place of who is away, on these days, and it is seen in whose', async () => {
    const { place, priya } = await withPriya();
    const order = await given.order(place, 'awaitingApproval');
    const waiting = async () =>
      (await api.as(priya).run(ORDERS, { scope: 'TO_DECIDE' })).orders.edges.map(
        ({ node }: { node: { id: string } }) => node.id,
      );

    expect((await approve(priya, order)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const { substitute, errors } = await add(place.owner, { substituteId: priya.id });
    expect(errors).toEqual([]);
    expect(substitute).toMatchObject({
      person: { name: 'Olga Owner' },
      substitute: { name: 'Priya Patel' },
      by: { name: 'Olga Owner' },
      viewerCanEnd: true,
    });
    expect(await waiting()).toEqual([order.id]);
    const before = (await api.as(place.requester).run(STAGES, { id: order.id })).order;
    expect(before.deciders.map(({ name }: { name: string }) => name).sort()).toEqual(['Olga Owner', 'Priya Patel']);
    expect(before.stages[0].seats).toMatchObject([
      { person: { name: 'Olga Owner' }, substitutes: [{ name: 'Priya Patel' }] },
    ]);

    expect((await approve(priya, order)).order.state).toBe('APPROVED');
    const { stages } = (await api.as(place.requester).run(STAGES, { id: order.id })).order;
    expect(stages[0].seats).toMatchObject([
      { person: { name: 'Olga Owner' }, by: { name: 'Priya Patel' }, verdict: 'APPROVED' },
    ]);
    const [audited] = await api.dataSource.query(
      `SELECT actor_id, after FROM audit_entry WHERE subject_id = $1 AND action = 'order.stageDecided'`,
      [order.id],
    );
    expect(audited).toMatchObject({ actor_id: priya.id, after: { insteadOf: place.owner.id } });
  });

  it('does not decide before or after these days, nor once it has ended', async () => {
    const { place, priya } = await withPriya();
    const order = await given.order(place, 'awaitingApproval');
    const { substitute } = await add(place.owner, { substituteId: priya.id, from: '2026-03-17' });

    expect((await approve(priya, order)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    api.clock.set(new Date('2026-03-21T09:00:00.000Z'));
    expect((await approve(priya, order)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    api.clock.set(new Date('2026-03-17T09:00:00.000Z'));
    expect((await api.as(place.owner).run(END_SUBSTITUTE, { id: substitute.id })).endSubstitute.errors).toEqual([]);
    expect((await approve(priya, order)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    api.clock.set(new Date('2026-03-16T09:00:00.000Z'));
  });

  it('never decides on what they request or receive, and substitutes of substitutes do not decide', async () => {
    const { place, priya } = await withPriya();
    const chained = await given.person({ name: 'Quinn' });
    await given.role(priya, { role: 'requester', kind: 'unit', id: place.unit.id });
    await add(place.owner, { substituteId: priya.id });
    await add(priya, { substituteId: chained.id });
    const own = await given.order({ ...place, requester: priya }, 'awaitingApproval', { unitId: place.unit.id });
    const received = await given.order(place, 'awaitingApproval', { beneficiaryId: priya.id, unitId: place.unit.id });

    for (const order of [own, received])
      expect((await approve(priya, order)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const other = await given.order(place, 'awaitingApproval');
    expect((await approve(chained, other)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('whom an administrator proposes decides nothing before a second person said yes, and never for those two', async () => {
    const { place, priya } = await withPriya();
    const admin = await given.person({ name: 'Adam Admin', roles: ['administrator'] });
    const office = await given.person({ name: 'Bea Office', roles: ['btOffice'] });
    for (const who of [admin, office]) await given.role(who, { role: 'requester', kind: 'unit', id: place.unit.id });
    const { substitute, errors } = await add(admin, { personId: place.owner.id, substituteId: priya.id });
    expect(errors).toEqual([]);
    expect(substitute).toMatchObject({ state: 'PROPOSED', by: { name: 'Adam Admin' }, viewerCanEnd: true });
    const order = await given.order(place, 'awaitingApproval');

    expect((await approve(priya, order)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await seatsOf(order)).map(({ substitutes }) => substitutes)).toEqual([[]]);
    for (const who of [admin, priya])
      expect((await decide(who, substitute)).errors).toMatchObject([
        { code: who === admin ? 'SECOND_PERSON_NEEDED' : 'FORBIDDEN' },
      ]);
    for (const who of [place.owner, office])
      expect((await api.as(who).run(MY_SUBSTITUTES)).mySubstitutes).toMatchObject([
        { state: 'PROPOSED', viewerCanDecide: true },
      ]);
    expect(await decide(office, substitute)).toMatchObject({
      errors: [],
      substitute: { state: 'APPROVED', decidedBy: { name: 'Bea Office' }, viewerCanDecide: false },
    });
    expect((await decide(place.owner, substitute)).errors).toMatchObject([{ code: 'ALREADY_DECIDED' }]);

    for (const requester of [admin, office]) {
      const own = await given.order({ ...place, requester }, 'awaitingApproval', { unitId: place.unit.id });
      expect((await approve(priya, own)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect(await seatsOf(own)).toMatchObject([{ person: { name: 'Olga Owner' }, substitutes: [] }]);
    }
    expect((await approve(priya, order)).order.state).toBe('APPROVED');
    const told = await api.dataSource.query(
      `SELECT p.name, n.kind FROM notice n JOIN person p ON p.id = n.person_id
        WHERE n.subject_id = $1 ORDER BY n.id, p.name`,
      [substitute.id],
    );
    const toldOf = (kind: string) =>
      told.filter((one: { kind: string }) => one.kind === kind).map(({ name }: { name: string }) => name);
    expect(toldOf('substituteProposed')).toEqual(expect.arrayContaining(['Olga Owner', 'Bea Office']));
    expect(toldOf('substituteProposed')).not.toContain('Adam Admin');
    expect(toldOf('substituteDecided')).toEqual(['Adam Admin']);
    expect(toldOf('substitution').sort()).toEqual(['Olga Owner', 'Priya Patel']);
  });

  it('is refused by who is away, or withdrawn by who proposed it, and may then be named anew', async () => {
    const { place, priya } = await withPriya();
    const admin = await given.person({ roles: ['administrator'] });
    const propose = async () => (await add(admin, { personId: place.owner.id, substituteId: priya.id })).substitute;
    const refused = await propose();
    expect((await decide(place.owner, refused, false)).substitute).toMatchObject({ state: 'REFUSED' });
    const withdrawn = await propose();
    expect((await api.as(place.owner).run(END_SUBSTITUTE, withdrawn)).endSubstitute.errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await api.as(admin).run(END_SUBSTITUTE, withdrawn)).endSubstitute.errors).toEqual([]);
    expect((await decide(place.owner, withdrawn)).errors).toMatchObject([{ code: 'ALREADY_DECIDED' }]);
    const kept = await propose();
    const own = await given.person();
    expect((await add(place.owner, { substituteId: own.id })).errors).toEqual([]);
    expect((await decide(place.owner, kept)).errors).toMatchObject([{ code: 'OVERLAPS' }]);
  });

  it('is told, with who is away', async () => {
    const { place, priya } = await withPriya();
    await add(place.owner, { substituteId: priya.id });
    await given.order(place, 'awaitingApproval');

    const told = await api.dataSource.query(`SELECT kind, facts FROM notice WHERE person_id = $1 ORDER BY id`, [
      priya.id,
    ]);
    expect(told).toMatchObject([
      { kind: 'substitution', facts: { person: 'Olga Owner', from: '2026-03-10', to: '2026-03-20' } },
      { kind: 'approvalNeeded', facts: { requester: 'Rita Requester', standsInFor: 'Olga Owner' } },
    ]);
  });

  it('is named by who is away, or by an administrator, who never names themselves', async () => {
    const { place, priya } = await withPriya();
    const admin = await given.person({ roles: ['administrator'] });
    const contact = await given.contactOf(await given.provider());
    const forOwner = { personId: place.owner.id, substituteId: priya.id };

    expect((await add(priya, forOwner)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await add(admin, { ...forOwner, substituteId: admin.id })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await add(place.owner, { substituteId: contact.id })).errors).toMatchObject([{ code: 'UNKNOWN_PERSON' }]);
    expect((await add(place.owner, { substituteId: place.owner.id })).errors).toMatchObject([
      { code: 'OWN_SUBSTITUTE' },
    ]);
    expect((await add(admin, { ...forOwner, to: '2026-03-09' })).errors).toMatchObject([{ code: 'DATES_REVERSED' }]);
    expect((await add(admin, { ...forOwner, from: '2026-03-01', to: '2026-03-15' })).errors).toMatchObject([
      { code: 'IN_THE_PAST' },
    ]);
    expect((await add(place.owner, { substituteId: priya.id })).errors).toEqual([]);
    expect((await add(place.owner, { substituteId: admin.id })).errors).toMatchObject([
      { code: 'OVERLAPS', field: ['from'] },
    ]);
    expect((await api.as(place.owner).run(MY_SUBSTITUTES)).mySubstitutes).toMatchObject([
      { person: { name: 'Olga Owner' }, substitute: { name: 'Priya Patel' }, from: '2026-03-10', to: '2026-03-20' },
    ]);
  });
});
