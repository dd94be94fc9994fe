import { ServiceImports } from '@accord/api/catalog/versions/service-imports.js';
import { importCatalog } from '@accord/api/cli/import-catalog.js';
import { NoticeEntity } from '@accord/api/people/notices/notice.entity.js';
import { AuditEntryEntity } from '@accord/api/platform/audit/audit-entry.entity.js';
import { Viewers } from '@accord/api/people/viewers.js';
import { readServiceFile } from '@accord/domain';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStory } from '../../builders/index.js';
import {
  BRING,
  CHANGE_DRAFT,
  DRAFT,
  IMPORT,
  PROPOSE_VERSION,
  PUBLISH_VERSION,
  VERSIONS,
  WITHDRAW_VERSION,
} from './documents.js';

const { api, given } = await startStory();
const { manager } = api.dataSource;
const owner = await given.person({ name: 'Olga Owner' });
const office = await given.person({ name: 'Otto Office', roles: ['btOffice'] });
const requester = await given.person({ roles: ['requester'] });
const auditor = await given.person({ roles: ['auditor'] });

const fee = (amount: string) => ({ kind: 'recurring', label: 'Fee', amount, per: 'month' });
const plan = (other: object = {}) => ({ slug: 'basic', name: 'Basic', currency: 'EUR', prices: [fee('10')], ...other });
const service = () => given.service({ ownerId: owner.id });
const WORDS = `query ($slug: String!, $search: String!) {
  service(slug: $slug) {
    name outcome synonyms supportingServices { slug } relatedServices { service { slug } }
  }
  services(filter: { search: $search }) { totalCount }
}`;
type Version = { id: string; revision: number; definition: { plans: object[] }; diff: { sentence: string }[] };

const run = async (who: typeof owner, document: string, variables: object) =>
  api.as(who).answer<{ version: Version; errors: { code: string }[] }>(document, variables);
const draft = async (id: string, from?: string): Promise<Version> => (await run(owner, DRAFT, { id, from })).version;
const change = ({ id, revision }: Version, definition: object, who = owner) =>
  run(who, CHANGE_DRAFT, { id, revision, definition });
const versionsOf = async (slug: string, who = owner) => (await api.as(who).run(VERSIONS, { slug })).service;

/** Somebody else publishes what the owner proposes. */
async function published(id: string, plans: object[]): Promise<string> {
  const { errors, version } = await change(await draft(id), { plans });
  expect(errors).toEqual([]);
  expect((await run(owner, PROPOSE_VERSION, { id: version.id })).errors).toEqual([]);
  expect((await run(office, PUBLISH_VERSION, { id: version.id })).errors).toEqual([]);
  return version.id;
}

describe('a version of a service', () => {
  it('has no effect before a second person publishes it, whole', async () => {
    const { id, slug } = await service();
    const { version } = await change(await draft(id), { plans: [plan()] });

    expect((await run(office, PUBLISH_VERSION, { id: version.id })).errors).toMatchObject([{ code: 'NOT_PROPOSED' }]);
    await run(owner, PROPOSE_VERSION, { id: version.id });
    expect((await versionsOf(slug)).plans).toEqual([]);
    expect((await run(owner, PUBLISH_VERSION, { id: version.id })).errors).toMatchObject([
      { code: 'SECOND_PERSON_NEEDED' },
    ]);
    expect((await change(version, { plans: [] })).errors).toMatchObject([{ code: 'NOT_A_DRAFT' }]);

    expect(await run(office, PUBLISH_VERSION, { id: version.id })).toMatchObject({
      version: { state: 'PUBLISHED' },
      errors: [],
    });
    expect((await versionsOf(slug)).plans).toMatchObject([{ slug: 'basic', version: 1 }]);
    const told = await manager.findBy(NoticeEntity, { subjectId: id });
    expect(told.map(({ kind, personId }) => [kind, personId]).sort()).toEqual([
      ['versionDecided', owner.id],
      ['versionProposed', office.id],
    ]);
    const entries = await manager.find(AuditEntryEntity, { where: { subjectId: id }, order: { id: 'ASC' } });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['service.versionDrafted', 'service.versionProposed', 'service.versionPublished']),
    );
  });

  it('is nothing that one of its writers publishes, whoever proposed it', async () => {
    const { id } = await service();
    const first = await draft(id);
    const { version } = await change(first, { plans: [plan()] }, office);
    await run(owner, PROPOSE_VERSION, { id: version.id });

    expect((await run(office, PUBLISH_VERSION, { id: version.id })).errors).toMatchObject([
      { code: 'SECOND_PERSON_NEEDED' },
    ]);
  });

  it('shows what it changes of the live one', async () => {
    const { id } = await service();
    await published(id, [plan()]);

    const { version } = await change(await draft(id), { plans: [plan({ name: 'Plus', prices: [fee('12')] })] });

    expect(version.diff.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'The name of the plan "basic" changed from "Basic" to "Plus".',
      'The price "Fee" of the plan "basic" rises from 10.00 to 12.00 EUR.',
    ]);
  });

  it('is the whole item: what customers read changes when it is published, and comes back with an older one', async () => {
    const [network, phone] = [await given.service({ slug: 'net' }), await given.service({ slug: 'phone' })];
    const { id, slug } = await given.service({ ownerId: owner.id, name: 'Mail', supporting: [network] });
    const first = await published(id, [plan()]);
    const read = async () => (await api.as(requester).run(WORDS, { slug, search: 'zebra' })) as object;
    const asBefore = await read();
    expect(asBefore).toEqual({
      service: {
        name: 'Mail',
        outcome: 'Work gets done.',
        synonyms: [],
        supportingServices: [{ slug: 'net' }],
        relatedServices: [],
      },
      services: { totalCount: 0 },
    });

    const wish = { name: 'Post', outcome: 'You get a pony.', synonyms: ['zebra'], supportingServices: [] };
    const { version } = await change(await draft(id), { ...wish, relatedServices: ['phone'], plans: [plan()] });
    expect(version.diff.map(({ sentence }) => sentence)).toEqual([
      'The name changed from "Mail" to "Post".',
      'The outcome changed from "Work gets done." to "You get a pony.".',
      'The synonyms are now zebra.',
      'The supporting services are left out (they were net).',
      'The related services are now phone.',
    ]);
    await run(owner, PROPOSE_VERSION, { id: version.id });
    expect(await read()).toEqual(asBefore);
    expect((await run(office, PUBLISH_VERSION, { id: version.id })).errors).toEqual([]);
    expect(await read()).toEqual({
      service: {
        name: 'Post',
        outcome: 'You get a pony.',
        synonyms: ['zebra'],
        supportingServices: [],
        relatedServices: [{ service: { slug: phone.slug } }],
      },
      services: { totalCount: 1 },
    });

    const { id: again } = await draft(id, first);
    await run(owner, PROPOSE_VERSION, { id: again });
    expect((await run(office, PUBLISH_VERSION, { id: again })).errors).toEqual([]);
    expect(await read()).toEqual(asBefore);
  });

  it('names no service that is not there, that its author does not see, or that rests on it', async () => {
    const { id, slug } = await service();
    const secret = await given.service({ lifecycle: 'proposed' });
    const above = await given.service({ supporting: [{ id }] });
    let { version } = await change(await draft(id), { plans: [plan()] });
    const proposing = async (words: object) => {
      ({ version } = await change(version, { plans: [plan()], supportingServices: [], relatedServices: [], ...words }));
      return (await run(owner, PROPOSE_VERSION, { id: version.id })).errors;
    };
    const unknown = (field: string) => [{ code: 'UNKNOWN_SERVICE', field: ['definition', field, '0'] }];

    expect(await proposing({ supportingServices: ['nowhere'] })).toMatchObject(unknown('supportingServices'));
    expect(await proposing({ relatedServices: [secret.slug] })).toMatchObject(unknown('relatedServices'));
    expect(await proposing({ relatedServices: [slug] })).toMatchObject(unknown('relatedServices'));
    expect(await proposing({ supportingServices: [above.slug] })).toMatchObject([{ code: 'CYCLE' }]);
    expect(await proposing({})).toEqual([]);
  });

  it('holds what its SLAs promise, says when that changed, and is reviewed again then', async () => {
    const { id } = await service();
    const { agreement } = await given.agreement({ terms: [{ serviceId: id, target: '99' }] });
    const plans = [plan({ agreement: agreement.slug })];
    await published(id, plans);
    const { id: proposed, definition } = await draft(id);
    const promise = (target: string) => ({
      name: 'Uptime',
      promise: `Available for at least ${target}% of the service time, every month.`,
    });
    expect(definition.plans).toMatchObject([{ commitments: [promise('99')] }]);
    await run(owner, PROPOSE_VERSION, { id: proposed });

    await given.inForce(await given.nextVersion(agreement, '2026-02-01', [{ serviceId: id, target: '95' }]));
    expect((await run(office, PUBLISH_VERSION, { id: proposed })).errors).toMatchObject([
      { code: 'COMMITMENTS_CHANGED', field: ['definition', 'plans', '0', 'commitments'] },
    ]);
    await run(office, WITHDRAW_VERSION, { id: proposed });
    const { diff } = await draft(id);
    expect(diff).toMatchObject([{ before: promise('99').promise, after: promise('95').promise }]);
  });

  it('is the only one in the making, and an edit of something older is noticed', async () => {
    const { id } = await service();
    const version = await draft(id);
    await change(version, { plans: [plan()] });

    expect((await run(office, DRAFT, { id })).errors).toMatchObject([{ code: 'VERSION_OPEN' }]);
    expect((await change(version, { plans: [] })).errors).toMatchObject([{ code: 'STALE' }]);
    const both = await Promise.all([1, 2].map(() => change({ ...version, revision: 2 }, { plans: [] })));
    expect(both.map(({ errors }) => errors.map(({ code }) => code)).sort()).toEqual([[], ['STALE']]);
  });

  it('is published once, however many press the button', async () => {
    const { id, slug } = await service();
    const { version } = await change(await draft(id), { plans: [plan()] });
    await run(owner, PROPOSE_VERSION, { id: version.id });

    const both = await Promise.all([1, 2].map(() => run(office, PUBLISH_VERSION, { id: version.id })));

    expect(both.map(({ errors }) => errors.map(({ code }) => code)).sort()).toEqual([[], ['NOT_PROPOSED']]);
    expect((await versionsOf(slug)).plans).toHaveLength(1);
  });

  it('comes back: an older one is drafted and published again', async () => {
    const { id, slug } = await service();
    const first = await published(id, [plan()]);
    await published(id, [plan({ name: 'Plus' }), plan({ slug: 'second' })]);

    const { id: again, definition } = await draft(id, first);
    expect(definition.plans).toMatchObject([{ name: 'Basic' }]);
    await run(owner, PROPOSE_VERSION, { id: again });
    expect((await run(office, PUBLISH_VERSION, { id: again })).errors).toEqual([]);

    const { plans, versions } = await versionsOf(slug);
    expect(plans).toMatchObject([
      { slug: 'basic', name: 'Basic', endedAt: null },
      { slug: 'second', endedAt: expect.any(String) },
    ]);
    expect(versions).toMatchObject([
      { number: 3, state: 'PUBLISHED', basedOn: 1, decidedBy: { name: 'Otto Office' } },
      { number: 2, state: 'REPLACED' },
      { number: 1, state: 'REPLACED', writtenBy: [{ name: 'Olga Owner' }] },
    ]);
    for (const from of [(await service()).id, 'x'])
      expect((await run(owner, DRAFT, { id, from })).errors).toMatchObject([{ code: 'NOT_FOUND', field: ['from'] }]);
  });

  it('is taken back for good, with a reason', async () => {
    const { id, slug } = await service();
    const version = await draft(id);

    expect((await run(office, WITHDRAW_VERSION, { id: version.id })).errors).toEqual([]);

    expect((await versionsOf(slug)).versions).toMatchObject([{ state: 'WITHDRAWN', reason: 'Not now.' }]);
    expect((await run(owner, WITHDRAW_VERSION, { id: version.id })).errors).toMatchObject([{ code: 'NOT_OPEN' }]);
    expect((await draft(id)).id).not.toBe(version.id);
  });

  it('is for the owner and the BT office to write, for insiders to read, and for nobody else', async () => {
    const { id, slug } = await service();
    await published(id, [plan()]);
    const version = await draft(id);

    expect((await run(requester, DRAFT, { id })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await change(version, {}, auditor)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await versionsOf(slug, requester)).versions).toEqual([]);
    expect((await versionsOf(slug, requester)).draft).toBeNull();
    expect((await versionsOf(slug, auditor)).versions).toHaveLength(2);
    const can = (await versionsOf(slug, auditor)).versions[0];
    expect([can.viewerCanChange, can.viewerCanWithdraw, can.viewerCanPublish]).toEqual([false, false, false]);
  });
});

describe('a service as a file', () => {
  const fileOf = async (slug: string, who = owner, version?: number | string) => {
    const response = await fetch(`${api.address}/export/services/${slug}.yaml${version ? `?version=${version}` : ''}`, {
      headers: { cookie: who.cookie! },
    });
    return { status: response.status, text: await response.text(), name: response.headers.get('content-disposition') };
  };

  it('is exported and imported again, the same byte for byte', async () => {
    const { id, slug } = await service();
    const tiers = [{ upTo: '10', amount: '5.00' }, { amount: '4.125' }];
    const metered = { kind: 'metered', label: 'Calls: all', per: 'month', unitName: 'call', tiers };
    await published(id, [plan({ description: 'One.\nTwo, "three".\n', prices: [fee('10.50'), metered] })]);
    const file = await fileOf(slug);
    expect(file).toMatchObject({ status: 200, name: `attachment; filename=${slug}-1.yaml` });

    const { version, errors } = await run(owner, IMPORT, { id, yaml: file.text });

    expect(errors).toEqual([]);
    expect(version).toMatchObject({ number: 2, state: 'DRAFT', diff: [] });
    expect((await fileOf(slug, owner, 2)).text).toBe(file.text);
    expect((await fileOf(slug, owner, 'newest')).status).toBe(404);
    const dearer = file.text.replace('"10.50"', '12');
    const changed = await run(owner, IMPORT, { id, yaml: dearer, revision: version.revision });
    expect(changed.version.diff).toMatchObject([{ before: '10.50', after: '12' }]);
    expect((await run(owner, IMPORT, { id, yaml: dearer, revision: version.revision })).errors).toMatchObject([
      { code: 'STALE' },
    ]);
  });

  it('makes a service that is not here, says what it names in vain, and waits for a second person', async () => {
    const file = `format: accord.service/1
service: carried
placement: { lineOfService: softwareSupport, provider: nobody, unit: elsewhere }
name: Carried
outcome: It came from another installation.
supportingServices: [far-away]
approval: { stages: [{ key: first, name: First, need: any, from: [{ kind: team, team: no-team }] }] }
plans:
  - { slug: a, name: A, currency: EUR, agreement: gold, prices: [] }
  - { slug: b, name: B, currency: EUR, priceOnRequest: true, prices: [] }
`;
    expect((await run(requester, BRING, { yaml: file })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await run(office, BRING, { yaml: file.replace(/placement.*\n/, '') })).errors).toMatchObject([
      { code: 'NO_PLACEMENT' },
    ]);
    const brought = await run(office, BRING, { yaml: file });
    expect(brought).toMatchObject({
      errors: [],
      version: { number: 1, state: 'DRAFT', definition: { name: 'Carried', supportingServices: ['far-away'] } },
      missing: [
        'There is no agreement "gold", or it has ended.',
        'There is no team "no-team", or it has ended.',
        'There is no service "far-away".',
        'There is no provider "nobody"; the service has none until somebody names one.',
        'There is no unit "elsewhere"; the service belongs to none until somebody names one.',
      ],
    });
    expect((await run(office, PROPOSE_VERSION, { id: brought.version.id })).errors).toMatchObject([
      { code: 'UNKNOWN_TEAM', field: ['definition', 'approval', 'stages', '0', 'from', '0', 'team'] },
    ]);
    const staffed = await run(office, BRING, { yaml: file.replace(/approval.*\n/, '') });
    expect((await run(office, PROPOSE_VERSION, { id: staffed.version.id })).errors).toMatchObject([
      { code: 'UNKNOWN_SERVICE' },
    ]);
    const here = file
      .replace(/approval.*\n/, '')
      .replace('agreement: gold, ', '')
      .replace('[far-away]', '[]');
    const again = await run(office, BRING, { yaml: here });
    expect(again).toMatchObject({ errors: [], missing: [], version: { number: 1, revision: 3 } });
    // The same once more changes nothing, and what another one wrote is not written over unseen.
    expect((await run(office, BRING, { yaml: here })).version).toMatchObject({ revision: 3 });
    const ruth = await given.person({ name: 'Ruth Writer', roles: ['btOffice'] });
    await change(again.version, { ...again.version.definition, outcome: 'Ruth knows better.' }, ruth);
    expect((await run(office, BRING, { yaml: here })).errors).toMatchObject([
      { code: 'DRAFT_OF_ANOTHER', message: expect.stringMatching(/^Ruth Writer has worked on version 1 of Carried;/) },
    ]);
    await run(office, PROPOSE_VERSION, { id: again.version.id });
    const other = await given.person({ roles: ['btOffice'] });
    expect((await run(other, PUBLISH_VERSION, { id: again.version.id })).errors).toEqual([]);
    expect((await versionsOf('carried', office)).plans).toMatchObject([{ slug: 'a' }, { slug: 'b' }]);
    // What the same folder brings is not missing.
    const at = api.clock.now();
    const act = { viewer: await api.get(Viewers).ofEmail(office.email, at), at };
    const { missing } = await api.get(ServiceImports).preview(act, readServiceFile(file), new Set(['far-away']));
    expect(missing).toEqual([
      'There is no agreement "gold", or it has ended.',
      'There is no team "no-team", or it has ended.',
    ]);
  });

  it('comes as a preview says it will: a service twice in one run, or over a proposal, is refused in both', async () => {
    const { id, slug, name } = await service();
    const drafted = (await change(await draft(id), { plans: [plan()] })).version;
    await run(owner, PROPOSE_VERSION, { id: drafted.id });
    const file = (named: string, outcome: string) =>
      `format: accord.service/1\nservice: ${named}\nname: ${name}\noutcome: ${outcome}\n` +
      'placement: { lineOfService: softwareSupport }\nplans: []\n';
    const folder = await mkdtemp(join(tmpdir(), 'accord-'));
    await writeFile(join(folder, 'over.yaml'), file(slug, 'Over a proposal.'));
    await writeFile(
      join(folder, 'twice.yaml'),
      [file('comes-twice', 'First.'), file('comes-twice', 'Second.')].join('---\n'),
    );
    const said: string[] = [];
    const { log, error } = console;
    const listen = (line: string) => void said.push(line.replace(`${folder}/`, ''));
    const bring = async (preview: boolean) => {
      said.length = 0;
      Object.assign(console, { log: listen, error: listen });
      const code = await importCatalog(api.app, folder, { as: office.email, preview }).finally(() =>
        Object.assign(console, { log, error }),
      );
      return [code, ...said];
    };
    const refused = [
      'over.yaml, SLUG: refused: Version 1 is proposed; draft a new version to change the service.'.replace(
        'SLUG',
        slug,
      ),
      'twice.yaml, comes-twice: refused: "comes-twice" came in this run already; publish that version first, then bring the next one.',
    ];

    const first = await bring(true);
    expect(await versionsOf('comes-twice', office)).toBeNull();
    const then = await bring(false);

    await rm(folder, { recursive: true });
    const isNew = (done: string) => expect.stringContaining(`comes-twice (new): ${done}, `);
    expect(first).toEqual([1, refused[0], isNew('would be proposed'), refused[1]]);
    expect(then).toEqual([1, refused[0], isNew('draft of version 1'), refused[1]]);
    expect((await versionsOf('comes-twice', office)).versions).toHaveLength(1);
  });

  it('is refused when it cannot be read, with the place', async () => {
    const { id, slug } = await service();
    const file = (rest: string, named = slug) => `format: accord.service/1\nservice: ${named}\n${rest}`;
    const codeOf = async (yaml: string) => (await run(owner, IMPORT, { id, yaml })).errors[0];

    expect(await codeOf('a: [')).toMatchObject({ code: 'MALFORMED_YAML', field: ['yaml'] });
    expect(await codeOf(file('a: &x [1]\nb: *x\n'))).toMatchObject({ code: 'MALFORMED_YAML' });
    expect(await codeOf(file('', 'another'))).toMatchObject({ code: 'OTHER_SERVICE' });
    expect(await codeOf(file('plans:\n  - slug: a\n    name: A\n    currency: EUR\n'))).toMatchObject({
      code: 'MALFORMED_PLAN',
      field: ['yaml', 'plans', '0', 'prices'],
    });
    expect((await versionsOf(slug)).versions).toEqual([]);
  });

  it('is for insiders', async () => {
    const { id, slug } = await service();
    await published(id, [plan()]);

    expect((await fileOf(slug, requester)).status).toBe(404);
    expect((await fileOf(slug, auditor)).status).toBe(200);
    expect((await fileOf(slug, owner, 9)).status).toBe(404);
    expect((await fileOf('no-such-service')).status).toBe(404);
    expect((await fetch(`${api.address}/export/services/${slug}.yaml`)).status).toBe(401);
  });
});
