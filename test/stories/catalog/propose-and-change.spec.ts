import { AuditEntryEntity } from '@accord/api/platform/audit/audit-entry.entity.js';
import { startStory } from '../../builders/index.js';
import { CHANGE, PROPOSE, SERVICE } from './documents.js';

const { api, given } = await startStory();
const office = await given.person({ name: 'Olga Office', roles: ['btOffice'] });
const requester = await given.person({ roles: ['requester'] });
const unit = await given.unit({ name: 'Sales' });
const owner = await given.person({ name: 'Otto Owner', roles: [{ role: 'serviceOwner', kind: 'unit', id: unit.id }] });

const mail = {
  name: ' Mail ',
  slug: 'mail',
  outcome: 'Everybody can write to everybody.',
  description: 'Mailboxes with calendars.',
  synonyms: ['E-mail', ' Outlook ', 'E-mail', ''],
  lineOfService: 'SOFTWARE_SUPPORT',
};
const propose = async (input: object, who = office) =>
  (await api.as(who).run(PROPOSE, { input: { ...mail, ...input } })).proposeService;
const change = async (id: string, input: object, who = office) =>
  (await api.as(who).run(CHANGE, { id, input })).changeService;

describe('proposing a service', () => {
  it('brings it into the pipeline, words tidied', async () => {
    const { service, errors } = await propose({});

    expect(errors).toEqual([]);
    expect(service).toMatchObject({ slug: 'mail', lifecycle: 'proposed'.toUpperCase(), version: 1, owner: null });
    expect(service.synonyms).toEqual(['E-mail', 'Outlook']);
    const [entry] = await api.dataSource.manager.findBy(AuditEntryEntity, { subjectId: service.id });
    expect(entry).toMatchObject({
      action: 'service.proposed',
      actorId: office.id,
      before: null,
      after: { name: 'Mail' },
    });
  });

  it('makes a service owner the owner of what they propose', async () => {
    const { service } = await propose({ slug: 'crm', name: 'CRM' }, owner);

    expect(service.owner).toEqual({ name: 'Otto Owner' });
  });

  it('keeps within the scope of a service owner', async () => {
    const elsewhere = await propose({ slug: 'payroll', ownerId: office.id }, owner);
    const within = await propose({ slug: 'quotes', ownerId: office.id, unitId: unit.id }, owner);

    expect(elsewhere.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(within.errors).toEqual([]);
  });

  it.each([
    ['a slug that is taken', { slug: 'mail' }, 'SLUG_TAKEN', ['slug']],
    ['a slug that is none', { slug: 'Mail!' }, 'INVALID_SLUG', ['slug']],
    [
      'a score of 6',
      { slug: 'a', scores: { operationalDependence: 6, strategicImpact: 1, standardizability: 1, uncertainty: 1 } },
      'SCORE_OUT_OF_RANGE',
      ['scores', 'operationalDependence'],
    ],
    [
      'an unknown provider',
      { slug: 'a', providerId: '019a0000-0000-7000-8000-000000000001' },
      'UNKNOWN_PROVIDER',
      ['providerId'],
    ],
    [
      'an owner who is nobody',
      { slug: 'a', ownerId: '019a0000-0000-7000-8000-000000000001' },
      'UNKNOWN_PERSON',
      ['ownerId'],
    ],
    ['a unit that is no id', { slug: 'a', unitId: 'sales' }, 'INVALID', ['unitId']],
    ['an outcome of blanks', { slug: 'a', outcome: ' ' }, 'INVALID', ['outcome']],
  ])('refuses %s, on its field', async (_, input, code, field) => {
    const { service, errors } = await propose(input);

    expect(service).toBeNull();
    expect(errors).toMatchObject([{ code, field }]);
  });

  it('is not for everybody', async () => {
    expect((await propose({ slug: 'b' }, requester)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const { errors } = await api.anonymously().ask(PROPOSE, { input: mail });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('lets one of two proposals of the same slug through', async () => {
    const both = await Promise.all([propose({ slug: 'twin' }), propose({ slug: 'twin' })]);

    expect(both.map(({ errors }) => errors.map(({ code }: { code: string }) => code)).sort()).toEqual([
      [],
      ['SLUG_TAKEN'],
    ]);
  });
});

describe('changing a service', () => {
  it('changes what is named, clears what is null, and keeps before and after', async () => {
    const provider = await given.provider({ name: 'Acme' });
    const service = await given.service({
      lifecycle: 'chartered',
      name: 'Phone',
      providerId: provider.id,
      unitId: unit.id,
    });
    const scores = { operationalDependence: 3, strategicImpact: 1, standardizability: 5, uncertainty: 1 };

    const first = await change(service.id, { name: 'Telephony', scores });
    const second = await change(service.id, { providerId: null, scores: null, version: 2 });

    expect(first).toMatchObject({
      errors: [],
      service: { name: 'Telephony', version: 2, provider: { name: 'Acme' }, scores: { uncertainty: 1 } },
    });
    expect(second).toMatchObject({ errors: [], service: { name: 'Telephony', provider: null, scores: null } });
    const entries = await api.dataSource.manager.find(AuditEntryEntity, {
      where: { subjectId: service.id },
      order: { id: 'ASC' },
    });
    expect(entries.map(({ action }) => action)).toEqual(['service.proposed', 'service.changed', 'service.changed']);
    expect(entries[1]).toMatchObject({
      before: { name: 'Phone', uncertainty: null },
      after: { name: 'Telephony', uncertainty: 1 },
    });
  });

  it('refuses an edit of something older', async () => {
    const service = await given.service({ lifecycle: 'chartered' });
    await change(service.id, { name: 'Newer', version: 1 });

    expect((await change(service.id, { name: 'Stale', version: 1 })).errors).toMatchObject([
      { code: 'STALE', field: ['version'] },
    ]);
  });

  it('lets services rest on each other, but never on themselves', async () => {
    const [network, database] = [
      await given.service({ lifecycle: 'chartered', name: 'Network' }),
      await given.service({ lifecycle: 'chartered', name: 'Database' }),
    ];
    const shop = await given.service({ lifecycle: 'chartered', name: 'Shop' });
    await change(database.id, { supportingServiceIds: [network.id] });

    const fine = await change(shop.id, { supportingServiceIds: [network.id, database.id, network.id] });
    const cycle = await change(network.id, { supportingServiceIds: [shop.id] });
    const itself = await change(network.id, { supportingServiceIds: [network.id] });
    const unknown = await change(network.id, { supportingServiceIds: ['019a0000-0000-7000-8000-000000000001'] });

    expect(fine.service.supportingServices).toEqual([{ name: 'Database' }, { name: 'Network' }]);
    expect(cycle.errors).toMatchObject([{ code: 'CYCLE', field: ['supportingServiceIds'] }]);
    expect(cycle.errors[0].message).toMatch(/Network → Shop → .*Network/);
    expect(itself.errors).toMatchObject([{ code: 'CYCLE' }]);
    expect(unknown.errors).toMatchObject([{ code: 'UNKNOWN_SERVICE' }]);
    const { service } = await api.as(office).run(SERVICE, { slug: network.slug });
    expect(service.supportedServices).toEqual([{ name: 'Database' }, { name: 'Shop' }]);
  });

  it('lets no two edits at once make a cycle together', async () => {
    const [one, other] = [
      await given.service({ lifecycle: 'chartered' }),
      await given.service({ lifecycle: 'chartered' }),
    ];

    const both = await Promise.all([
      change(one.id, { supportingServiceIds: [other.id] }),
      change(other.id, { supportingServiceIds: [one.id] }),
    ]);

    expect(both.map(({ errors }) => errors.map(({ code }: { code: string }) => code)).sort()).toEqual([[], ['CYCLE']]);
  });

  it('leaves a live service its owner and its name', async () => {
    const service = await given.service();

    expect((await change(service.id, { ownerId: null })).errors).toMatchObject([
      { code: 'NO_OWNER', field: ['ownerId'] },
    ]);
    expect((await change(service.id, { name: null })).errors).toMatchObject([{ field: ['name'] }, { field: ['name'] }]);
  });

  it('leaves to its versions what customers read of it, once it is live or has one', async () => {
    const [live, drafted] = [await given.service({ name: 'Mail' }), await given.service({ lifecycle: 'chartered' })];
    await given.draftVersion(drafted);
    const refusalOf = async (id: string, input: object) => (await change(id, input)).errors;

    expect(await refusalOf(live.id, { outcome: 'You get a pony.' })).toEqual([
      {
        code: 'IN_VERSION',
        field: ['outcome'],
        message:
          'What customers read of Mail is part of its versions; change it in a draft, which a second person publishes.',
      },
    ]);
    for (const { id } of [live, drafted]) {
      expect(await refusalOf(id, { synonyms: ['pony'] })).toMatchObject([{ code: 'IN_VERSION', field: ['synonyms'] }]);
      const supportingServiceIds = [(await given.service()).id];
      expect(await refusalOf(id, { supportingServiceIds })).toMatchObject([{ field: ['supportingServiceIds'] }]);
    }
    // As it is, and who stands for it.
    expect(await refusalOf(live.id, { name: 'Mail', unitId: unit.id, supportingServiceIds: [] })).toEqual([]);
  });

  it('is for its owner and the BT office', async () => {
    const service = await given.service({ lifecycle: 'chartered', unitId: unit.id });
    const foreign = await given.service();
    const hidden = await given.service({ lifecycle: 'proposed' });

    expect((await change(service.id, { name: 'Mine' }, owner)).errors).toEqual([]);
    expect((await change(foreign.id, { name: 'Mine' }, owner)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await change(hidden.id, { name: 'Mine' }, owner)).errors).toMatchObject([
      { code: 'NOT_FOUND', field: ['id'] },
    ]);
    expect((await change('mail', { name: 'Mine' })).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
