import { AuditEntryEntity } from '@accord/api/platform/audit/audit-entry.entity.js';
import { startStory } from '../../builders/index.js';
import { CHARTER, PUBLISH, SERVICE } from './documents.js';

const { api, given } = await startStory();
const office = await given.person({ roles: ['btOffice'] });
const owner = await given.person();
const requester = await given.person({ roles: ['requester'] });

const publish = async (id: string, who = owner) => (await api.as(who).run(PUBLISH, { id })).publishService;

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

  it('needs an owner, and a plan unless other services rest on it', async () => {
    const planless = await given.service({ lifecycle: 'chartered' });
    const orphan = await given.service({ lifecycle: 'chartered', ownerId: null });
    await given.plan(orphan);
    const ended = await given.service({ lifecycle: 'chartered' });
    await given.plan(ended, { endedAt: new Date('2026-01-01') });

    expect((await publish(planless.id, office)).errors).toMatchObject([{ code: 'NO_PLAN', field: ['plans'] }]);
    expect((await publish(orphan.id, office)).errors).toMatchObject([{ code: 'NO_OWNER', field: ['ownerId'] }]);
    expect((await publish(ended.id, office)).errors).toMatchObject([{ code: 'NO_PLAN' }]);
    await given.service({ supporting: [planless], lifecycle: 'retired' });
    expect((await publish(planless.id, office)).errors).toMatchObject([{ code: 'NO_PLAN' }]);
    await given.service({ supporting: [planless] });
    expect((await publish(planless.id, office)).errors).toEqual([]);
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

  it('shows which moves are open to whom', async () => {
    const service = await given.service({ lifecycle: 'chartered', ownerId: owner.id });
    const moves = async (who: typeof owner) =>
      (await api.as(who).run(SERVICE, { slug: service.slug })).service.viewerCanMoveTo;

    expect(await moves(owner)).toEqual(['LIVE']);
    expect(await moves(await given.person({ roles: ['auditor'] }))).toEqual([]);
  });
});
