import { Starts } from '@accord/api/orders/starts.js';
import { PersonEntity } from '@accord/api/people/person.entity.js';
import type { Audience } from '@accord/domain';
import { startStory } from '../../builders/index.js';
import { CHANGE_DRAFT, DRAFT, PROPOSE_VERSION, SERVICES } from './documents.js';

const { api, given } = await startStory();
const { manager } = api.dataSource;
const place = await given.orderPlace();
const inside = await given.unit({ name: 'Inside Sales', parentId: place.unit.id });
const other = await given.unit({ name: 'Other' });
const as = (unit: { id: string }, location: string | null = null, name?: string) =>
  given.person({ name, unitId: unit.id, location, roles: ['requester'] });
const clerk = await as(inside, 'Berlin');
const roman = await as(inside, 'Rome');
const stranger = await as(other, 'Berlin', 'Sten Stranger');
const auditor = await given.person({ roles: ['auditor'] });
const owner = await given.person({ name: 'Olga Owner' });

const INSIDE: Audience = { units: [place.unit.slug] };

/** A service that only some see or order, with a plan and a team. */
async function restricted(entitlement: { see?: Audience; order?: Audience }, name = 'Hush Mail') {
  const service = await given.service({ name, ownerId: owner.id });
  const plan = await given.plan(service);
  await given.management(service, place.team);
  await given.offered(service, (now) => ({ ...now, entitlement: { ...now.entitlement, ...entitlement } }));
  return { service, plan };
}

const SERVICE = 'query ($slug: String!) { service(slug: $slug) { name viewerCanOrder orderRefusal } }';
const DRAFT_ORDER =
  'mutation ($input: DraftOrderInput!) { draftOrder(input: $input) { order { id version } errors { code field message } } }';
const SUBMIT =
  'mutation ($id: ID!, $version: Int!) { submitOrder(id: $id, version: $version) { order { id } errors { code message } } }';
const QUOTE = 'query ($input: DraftOrderInput!) { quoteOrder(input: $input) { refusals { code field } } }';
type Who = Parameters<typeof api.as>[0];
type Delivering = { services: { service: { slug: string } }[] };
const page = async (who: Who, slug: string) => (await api.as(who).run(SERVICE, { slug })).service;
const input = (planId: string, more: object = {}) => ({
  reason: 'Work.',
  unitId: place.unit.id,
  items: [{ planId }],
  ...more,
});
const draft = async (who: Who, planId: string, more?: object) =>
  (await api.as(who).run(DRAFT_ORDER, { input: input(planId, more) })).draftOrder;
const submit = async (who: Who, { id, version }: { id: string; version: number }) =>
  (await api.as(who).run(SUBMIT, { id, version })).submitOrder;
const moved = ({ id }: { id: string }, unitId: string) => manager.update(PersonEntity, { id }, { unitId });

describe('who sees a service', () => {
  it('are those whom it names, who oversees it and who has it; for anybody else it does not exist, wherever they look', async () => {
    const { service, plan } = await restricted({ see: { ...INSIDE, locations: ['Berlin'] } });
    await given.commitment({ serviceId: service.id });
    const seen = async (who: Who) => {
      const { services } = await api.as(who).run(SERVICES, { filter: { search: 'Hush' } });
      const { commitments } = await api.as(who).run('{ commitments { edges { node { service { slug } } } } }');
      const counts = services.facets.find(({ name }: { name: string }) => name === 'owner').values;
      const { teams }: { teams: Delivering[] } = await api.as(who).run('{ teams { services { service { slug } } } }');
      return {
        page: (await page(who, service.slug))?.name ?? null,
        found: [services.totalCount, services.edges.length, counts.length],
        suggested: services.suggestions.length,
        promised: commitments.edges.length,
        ofTeams: teams.flatMap((team) => team.services).filter((one) => one.service.slug === service.slug).length,
      };
    };
    const all = { page: 'Hush Mail', found: [1, 1, 1], suggested: 0, promised: 1, ofTeams: 1 };
    const nothing = { page: null, found: [0, 0, 0], suggested: 0, promised: 0, ofTeams: 0 };

    expect(await seen(clerk)).toEqual(all);
    expect(await seen(owner)).toEqual(all);
    expect(await seen(auditor)).toEqual(all);
    expect(await seen(place.member)).toEqual(all);
    expect(await seen(roman)).toEqual(nothing);
    expect(await seen(stranger)).toEqual(nothing);
    expect((await draft(stranger, plan.id)).errors).toEqual((await draft(stranger, other.id)).errors);

    const order = await given.order({ ...place, plan, requester: clerk }, 'completed', { unitId: place.unit.id });
    await moved(clerk, other.id);
    expect(await page(clerk, service.slug)).toMatchObject({ name: 'Hush Mail' });
    const [{ id: subscriptionId }] = await manager.query(
      'SELECT subscription_id AS id FROM order_item WHERE order_id = $1',
      [order.id],
    );
    const suspension = await draft(clerk, plan.id, { items: [{ kind: 'SUSPEND', subscriptionId }] });
    expect(suspension.errors).toEqual([]);
    expect((await submit(clerk, suspension.order)).errors).toEqual([]);
    await moved(clerk, inside.id);
  });

  it('takes the same statements, however many are hidden', async () => {
    const list = (who: Who) => api.statementsOf(() => api.as(who).run(SERVICES));
    const before = [await list(clerk), await list(stranger)].map(({ length }) => length);
    for (let i = 0; i < 3; i++) await restricted({ see: INSIDE, order: INSIDE });
    expect([await list(clerk), await list(stranger)].map(({ length }) => length)).toEqual(before);
  });
});

describe('who orders a service', () => {
  it('are those whom it names; others see it, and read why not and whom to ask', async () => {
    const { service, plan } = await restricted({ order: INSIDE }, 'Sales Mail');
    const why = `Only people of ${place.unit.name} order Sales Mail; ask Olga Owner, who owns it.`;

    expect(await page(clerk, service.slug)).toMatchObject({ viewerCanOrder: true, orderRefusal: null });
    expect(await page(stranger, service.slug)).toMatchObject({ viewerCanOrder: false, orderRefusal: why });
    expect((await draft(stranger, plan.id)).errors).toEqual([
      { code: 'NOT_ENTITLED', field: ['items', '0', 'planId'], message: why },
    ]);
    expect((await api.as(stranger).run(QUOTE, { input: input(plan.id) })).quoteOrder.refusals).toMatchObject([
      { code: 'NOT_ENTITLED', field: ['items', '0', 'planId'] },
    ]);
    expect((await draft(clerk, plan.id, { beneficiaryId: stranger.id })).errors).toMatchObject([
      { message: expect.stringContaining('and Sten Stranger is none of them') },
    ]);
  });

  it('is asked again at submission, at the approval and when a scheduled order starts', async () => {
    const { plan } = await restricted({ order: INSIDE });
    const requester = await as(inside);
    const there = { ...place, plan, requester };
    const unsent = await given.order(there, 'draft');
    const waiting = await given.order(there, 'awaitingApproval');
    const scheduled = await given.order(there, 'scheduled');
    const APPROVE = 'mutation ($id: ID!) { approveOrder(id: $id) { errors { code message } } }';
    const start = () => api.get(Starts).startScheduled({ viewer: null, at: new Date('2026-06-01T10:00:00Z') });

    await moved(requester, other.id);
    expect((await submit(requester, unsent)).errors).toMatchObject([{ code: 'NOT_ENTITLED' }]);
    expect((await api.as(place.owner).run(APPROVE, { id: waiting.id })).approveOrder.errors).toMatchObject([
      { code: 'NOT_ENTITLED' },
    ]);
    await moved(requester, inside.id);
    expect((await submit(requester, unsent)).errors).toEqual([]);
    expect((await api.as(place.owner).run(APPROVE, { id: waiting.id })).approveOrder.errors).toEqual([]);
    expect(await start()).toEqual({ started: 1, refused: 0, waiting: 0 });
    expect(scheduled.state).toBe('scheduled');
  });

  it('is asked once more on the day of a scheduled order, which is rejected where it is not for them any more', async () => {
    const { plan } = await restricted({ order: INSIDE }, 'Day Mail');
    const requester = await as(inside, null, 'Rea Requester');
    const beneficiary = await as(inside, null, 'Bo Beneficiary');
    const there = { ...place, plan, requester };
    const held = async () => (await given.budgetNow(place.budget)).committed;
    const before = await held();
    const order = await given.order(there, 'scheduled', { beneficiaryId: beneficiary.id, unitId: place.unit.id });
    expect(await held()).not.toBe(before);
    await moved(requester, other.id);

    const at = new Date('2026-06-01T10:00:00Z');
    expect(await api.get(Starts).startScheduled({ viewer: null, at })).toEqual({ started: 0, refused: 1, waiting: 0 });
    const document = 'query ($id: ID!) { order(id: $id) { state events { move party reason } } }';
    const page = (await api.as(requester).run(document, { id: order.id })).order;
    expect(page).toMatchObject({ state: 'REJECTED' });
    const reason = `Only people of ${place.unit.name} order Day Mail; ask Olga Owner, who owns it. What was reserved is free again; order it anew once that is settled.`;
    expect(page.events.at(-1)).toEqual({ move: 'REFUSE_AT_START', party: 'NOBODY', reason });
    expect(await held()).toBe(before);
    const told = await manager.query(
      `SELECT p.name, n.facts->>'reason' AS reason FROM notice n JOIN person p ON p.id = n.person_id
        WHERE n.subject_id = $1 AND n.kind = 'orderChanged' AND n.facts->>'state' = 'rejected' ORDER BY p.name`,
      [order.id],
    );
    expect(told).toEqual([
      { name: 'Bo Beneficiary', reason },
      { name: 'Olga Owner', reason },
      { name: 'Rea Requester', reason },
    ]);
  });
});

it('names only units and locations that there are', async () => {
  const { service } = await restricted({});
  const propose = async (see: Audience) => {
    const { version } = (await api.as(owner).run(DRAFT, { id: service.id })).draftServiceVersion;
    const definition = { ...version.definition, entitlement: { see, order: 'requesters' } };
    const { changeServiceDraft } = await api.as(owner).run(CHANGE_DRAFT, { ...version, definition });
    const { proposeServiceVersion } = await api.as(owner).run(PROPOSE_VERSION, { id: version.id });
    await manager.query('DELETE FROM service_version WHERE id = $1', [version.id]);
    return [...changeServiceDraft.errors, ...proposeServiceVersion.errors];
  };

  const under = ['definition', 'entitlement', 'see'];
  expect(await propose({ units: ['nowhere'] })).toMatchObject([
    { code: 'UNKNOWN_UNIT', field: [...under, 'units', '0'] },
  ]);
  expect(await propose({ locations: ['Berlin', 'Atlantis'] })).toMatchObject([
    { code: 'UNKNOWN_LOCATION', field: [...under, 'locations', '1'] },
  ]);
  expect(await propose({ locations: ['Berlin'] })).toEqual([]);
});
