import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';
import { ADD_SUBSTITUTE, END_SUBSTITUTE, MY_SUBSTITUTES, STAGES } from './approval-documents.js';
import { APPROVE, ORDERS } from './documents.js';

const { api, given } = await startStory();

const add = async (who: SignedInPerson, input: object) =>
  (await api.as(who).run(ADD_SUBSTITUTE, { input: { from: '2026-03-10', to: '2026-03-20', ...input } })).addSubstitute;
const approve = async (who: SignedInPerson, { id }: { id: string }) =>
  (await api.as(who).run(APPROVE, { id })).approveOrder;

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

  it('whom an administrator named never decides on what that administrator requests', async () => {
    const { place, priya } = await withPriya();
    const admin = await given.person({ name: 'Adam Admin', roles: ['administrator'] });
    await given.role(admin, { role: 'requester', kind: 'unit', id: place.unit.id });
    expect((await add(admin, { personId: place.owner.id, substituteId: priya.id })).errors).toEqual([]);
    const own = await given.order({ ...place, requester: admin }, 'awaitingApproval', { unitId: place.unit.id });

    expect((await approve(priya, own)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const { deciders } = (await api.as(admin).run(STAGES, { id: own.id })).order;
    expect(deciders).toMatchObject([{ name: 'Olga Owner' }]);
    const other = await given.order(place, 'awaitingApproval');
    expect((await approve(priya, other)).order.state).toBe('APPROVED');
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
    expect((await add(admin, forOwner)).errors).toEqual([]);
    expect((await add(place.owner, { substituteId: admin.id })).errors).toMatchObject([
      { code: 'OVERLAPS', field: ['from'] },
    ]);
    expect((await api.as(place.owner).run(MY_SUBSTITUTES)).mySubstitutes).toEqual([
      { person: { name: 'Olga Owner' }, substitute: { name: 'Priya Patel' }, from: '2026-03-10', to: '2026-03-20' },
    ]);
  });
});
