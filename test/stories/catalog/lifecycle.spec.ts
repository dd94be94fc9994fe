import { AuditEntryEntity } from '@accord/api/platform/audit/audit-entry.entity.js';
import { startStory } from '../../builders/index.js';
import { APPROVE, CANCEL, RETRY } from '../orders/documents.js';
import { CHARTER, PUBLISH, RETIRE, SERVICE, START_RETIRING } from './documents.js';

const { api, given } = await startStory();
const office = await given.person({ roles: ['btOffice'] });
const owner = await given.person();
const requester = await given.person({ roles: ['requester'] });

const reason = 'Nobody uses it any more.';
const publish = async (id: string, who = owner) => (await api.as(who).run(PUBLISH, { id })).publishService;
const retire = async (id: string, who = owner) => (await api.as(who).run(RETIRE, { id, reason })).retireService;

/** Chartered, owned, with a plan whose SLA promises something on it from a day on. */
async function readyService({ effectiveFrom = '2026-01-01' } = {}) {
  const service = await given.service({ lifecycle: 'chartered', ownerId: owner.id });
  const { agreement } = await given.agreement({ effectiveFrom, terms: [{ serviceId: service.id }] });
  await given.plan(service, { agreementId: agreement.id });
  return service;
}

describe('publishing a service', () => {
  it('makes a chartered service with a plan, an owner and a promise visible to everybody', async () => {
    const service = await readyService();
    expect((await api.as(requester).run(SERVICE, { slug: service.slug })).service).toBeNull();

    expect(await publish(service.id)).toEqual({ service: { lifecycle: 'LIVE' }, errors: [] });

    expect((await api.as(requester).run(SERVICE, { slug: service.slug })).service).toMatchObject({ lifecycle: 'LIVE' });
    const [entry] = await api.dataSource.manager.findBy(AuditEntryEntity, {
      subjectId: service.id,
      action: 'service.published',
    });
    expect(entry).toMatchObject({
      actorId: owner.id,
      before: { lifecycle: 'chartered' },
      after: { lifecycle: 'live' },
    });
  });

  it('keeps a service without a commitment in the pipeline, and says why', async () => {
    const service = await given.service({ lifecycle: 'chartered', ownerId: owner.id });
    await given.plan(service);

    const { errors } = await publish(service.id);

    expect(errors).toMatchObject([{ code: 'NO_COMMITMENT', field: ['commitments'] }]);
    expect(errors[0].message).toContain(`${service.name} promises nothing yet`);
    expect(await given.lifecycleOf(service)).toBe('chartered');
  });

  it('counts no promise that is not in force yet, on another service, or of another plan', async () => {
    const early = await readyService({ effectiveFrom: '2026-04-01' });
    const other = await given.service({ lifecycle: 'chartered', ownerId: owner.id });
    const { agreement } = await given.agreement();
    await given.plan(other, { agreementId: agreement.id });
    await given.commitment({ serviceId: other.id });

    expect((await publish(early.id)).errors).toMatchObject([{ code: 'NO_COMMITMENT' }]);
    expect((await publish(other.id)).errors).toMatchObject([{ code: 'NO_COMMITMENT' }]);
    api.clock.set('2026-04-01T00:00:00Z');
    expect((await publish(early.id)).errors).toEqual([]);
    api.clock.set('2026-03-16T09:00:00Z');
  });

  it('needs a plan and an owner', async () => {
    const planless = await given.service({ lifecycle: 'chartered' });
    const orphan = await given.service({ lifecycle: 'chartered', ownerId: null });
    await given.plan(orphan);
    const ended = await given.service({ lifecycle: 'chartered' });
    await given.plan(ended, { endedAt: new Date('2026-01-01') });

    expect((await publish(planless.id, office)).errors).toMatchObject([{ code: 'NO_PLAN', field: ['plans'] }]);
    expect((await publish(orphan.id, office)).errors).toMatchObject([{ code: 'NO_OWNER', field: ['ownerId'] }]);
    expect((await publish(ended.id, office)).errors).toMatchObject([{ code: 'NO_PLAN' }]);
  });

  it('happens once, however many press the button', async () => {
    const service = await readyService();

    const both = await Promise.all([publish(service.id), publish(service.id, office)]);

    expect(both.map(({ errors }) => errors.map(({ code }: { code: string }) => code)).sort()).toEqual([
      [],
      ['WRONG_LIFECYCLE'],
    ]);
  });

  it('is for the owner, not for everybody', async () => {
    const service = await given.service({ lifecycle: 'live' });

    expect((await publish(service.id, requester)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});

describe('the life of a service', () => {
  it('is chartered by the BT office alone', async () => {
    const service = await given.service({ lifecycle: 'proposed', ownerId: owner.id });
    const charter = async (who: typeof owner) => (await api.as(who).run(CHARTER, { id: service.id })).charterService;

    expect((await charter(owner)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await charter(office)).toEqual({ service: { lifecycle: 'CHARTERED' }, errors: [] });
  });

  it('ends in two steps, with reasons, and not while services in use rest on it', async () => {
    const base = await given.service({ name: 'Network', ownerId: owner.id });
    const shop = await given.service({ name: 'Shop', supporting: [base] });
    const start = async (why: string) =>
      (await api.as(owner).run(START_RETIRING, { id: base.id, reason: why })).startRetiringService;

    expect((await retire(base.id)).errors).toMatchObject([{ code: 'WRONG_LIFECYCLE' }]);
    expect((await start('  ')).errors).toMatchObject([{ code: 'REASON_MISSING', field: ['reason'] }]);
    expect((await start(reason)).service).toEqual({ lifecycle: 'RETIRING' });
    expect((await retire(base.id)).errors).toMatchObject([{ code: 'IN_USE', message: 'Network still supports Shop.' }]);
    await api.dataSource.query(`UPDATE service SET lifecycle = 'retired' WHERE id = $1`, [shop.id]);
    expect((await retire(base.id)).service).toEqual({ lifecycle: 'RETIRED' });
    const [entry] = await api.dataSource.manager.findBy(AuditEntryEntity, {
      subjectId: base.id,
      action: 'service.retired',
    });
    expect(entry).toMatchObject({ reason });
  });

  it('does not end while orders wait or are worked on, which go on while it is retiring', async () => {
    const place = await given.orderPlace();
    const { service } = place;
    const order = await given.order(place, 'awaitingApproval');
    const failed = await given.order(place, 'failed');
    const act = { id: service.id, reason };
    expect((await api.as(office).run(START_RETIRING, act)).startRetiringService.errors).toEqual([]);

    expect((await retire(service.id, office)).errors).toMatchObject([
      {
        code: 'ORDERS_OPEN',
        message: expect.stringContaining(`${service.name} still has open orders: A-${order.number}.`),
      },
    ]);
    expect((await api.as(place.owner).run(APPROVE, order)).approveOrder.errors).toEqual([]);
    expect((await api.as(place.requester).run(CANCEL, { id: order.id, reason })).cancelOrder.errors).toEqual([]);
    expect((await retire(service.id, office)).service).toEqual({ lifecycle: 'RETIRED' });
    expect((await api.as(place.member).run(RETRY, failed)).retryOrder.errors).toMatchObject([
      { code: 'SERVICE_NOT_LIVE', message: `${service.name} is retired and serves nobody.` },
    ]);
  });

  it('shows which moves are open to whom', async () => {
    const service = await given.service({ lifecycle: 'chartered', ownerId: owner.id });
    const moves = async (who: typeof owner) =>
      (await api.as(who).run(SERVICE, { slug: service.slug })).service.viewerCanMoveTo;

    expect(await moves(owner)).toEqual(['LIVE']);
    expect(await moves(await given.person({ roles: ['auditor'] }))).toEqual([]);
  });
});
