import { startStory } from '../../../builders/index.js';
import { temporaryFolder } from '../../../platform/server-process.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const mail = await given.service({ slug: 'mail' });
const print = await given.service({ slug: 'print' });
const manager = await given.person({ roles: ['serviceManager'] });
const mailManager = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: mail.id }] });
const auditor = await given.person({ roles: ['auditor'] });
const requester = await given.person({ roles: ['requester'] });

const log = given.eventLog([{ number: 'INC1' }]);
const IMPORTS = '{ imports { totalCount edges { node { id } } } }';
const SAVE = `mutation ($input: SaveImportProfileInput!) { saveImportProfile(input: $input) { profile { slug builtIn } errors { code field message } } }`;
const builtIn = async () =>
  (await api.as(manager).run('{ importProfiles { slug definition } }')).importProfiles[0].definition;

describe('imports', () => {
  it('are a matter of the service manager: of all services, or of the one to which all rows belong', async () => {
    expect(await given.imported(mailManager, log, { serviceId: mail.id })).toMatchObject({
      state: 'DONE',
      rowsStored: 1,
    });
    expect(await given.imported(mailManager, log, { serviceId: print.id })).toMatchObject({
      import: null,
      errors: [{ code: 'FORBIDDEN' }],
    });
    expect(await given.imported(manager, log, { serviceId: print.id })).toMatchObject({ state: 'DONE' });
  });

  it('name the service that a row belongs to, by hand or by the profile', async () => {
    expect(await given.imported(manager, log)).toMatchObject({
      errors: [{ code: 'SERVICE_MISSING', field: ['serviceId'] }],
    });
  });

  it('are seen by those who could have made them, by who did, and by auditors', async () => {
    const seen = async (person: typeof manager) => (await api.as(person).run(IMPORTS)).imports.totalCount;

    expect([await seen(manager), await seen(mailManager), await seen(auditor), await seen(requester)]).toEqual([
      2, 1, 2, 0,
    ]);
    const [{ node }] = (await api.as(manager).run(IMPORTS)).imports.edges;
    expect(await given.report(mailManager, node.id)).toBeNull();
  });

  it('come in pages, newest first', async () => {
    const page = (after: string | null) =>
      api
        .as(manager)
        .run(
          `query ($after: String) { imports(first: 1, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
    const { imports: first } = await page(null);
    const { imports: second } = await page(first.pageInfo.endCursor);

    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(first.edges[0].node.id > second.edges[0].node.id).toBe(true);
  });

  it('follow profiles that managers of all services save, and that say what is wrong with them', async () => {
    const input = { slug: 'ours', name: 'Ours', kind: 'TICKETS', definition: await builtIn() };
    const save = async (person: typeof manager, other: object = {}) =>
      (await api.as(person).run(SAVE, { input: { ...input, ...other } })).saveImportProfile;

    expect(await save(manager)).toMatchObject({ profile: { slug: 'ours', builtIn: false }, errors: [] });
    expect(await save(manager, { name: 'Ours, better' })).toMatchObject({ errors: [] });
    expect(await save(mailManager)).toMatchObject({ profile: null, errors: [{ code: 'FORBIDDEN' }] });
    expect(await save(manager, { slug: 'upptime' })).toMatchObject({
      errors: [{ code: 'SLUG_TAKEN', field: ['slug'] }],
    });
    expect(await save(manager, { definition: '{}' })).toMatchObject({
      errors: [{ code: 'MALFORMED_PROFILE', field: ['definition'] }],
    });
    expect(await save(manager, { kind: 'PROBES' })).toMatchObject({ errors: [{ code: 'WRONG_PROFILE' }] });
  });

  it('can be looked at before: the first rows as they stand, and as they are understood', async () => {
    const content = given.eventLog([{ number: 'INC7' }, { number: 'INC8', opened_at: 'soon' }]);
    const input = {
      uploadId: await given.upload(mailManager, content),
      kind: 'TICKETS',
      profileId: await given.profileId(mailManager, 'servicenow-incident-log'),
      serviceId: mail.id,
    };
    const preview = `query ($input: PreviewImportInput!) { previewImport(input: $input) {
      headers rows mapped { name value unit } problems { line column value reason } } }`;

    const { previewImport } = await api.as(mailManager).run(preview, { input });

    expect(previewImport.headers).toContain('sys_mod_count');
    expect(previewImport.rows).toHaveLength(2);
    expect(previewImport.mapped[0]).toContainEqual({
      name: 'openedAt',
      value: '2026-03-02T09:00:00.000Z',
      unit: 'instant',
    });
    expect(previewImport.mapped[0]).toContainEqual({ name: 'priority', value: '3', unit: 'count' });
    expect(previewImport.mapped[1]).toEqual([]);
    expect(previewImport.problems).toEqual([
      { line: 3, column: 'opened_at', value: 'soon', reason: 'is not a time as the profile writes it' },
    ]);
  });
});

it('lets no import take tickets away from services that are not its own', async () => {
  const sourceName = 'Service desk';
  await given.imported(manager, given.eventLog([{ number: 'INC7' }]), { serviceId: print.id, sourceName });

  const newer = given.eventLog([{ number: 'INC7', sys_mod_count: 99, incident_state: 'Closed' }]);
  expect(await given.imported(mailManager, newer, { serviceId: mail.id, sourceName })).toMatchObject({
    import: null,
    errors: [{ code: 'FOREIGN_SOURCE', field: ['sourceName'] }],
  });
  expect(await given.imported(mailManager, newer, { serviceId: mail.id, sourceName: 'Mail desk' })).toMatchObject({
    state: 'DONE',
  });
  const tickets = await api.dataSource.query(
    `SELECT s.slug FROM ticket t JOIN service s ON s.id = t.service_id WHERE t.number = 'INC7' ORDER BY 1`,
  );
  expect(tickets).toEqual([{ slug: 'mail' }, { slug: 'print' }]);
});

it('says beforehand which terms a vendor manager cannot bring in for want of a service, and what to do', async () => {
  const vendorManager = await given.person({ roles: ['vendorManager'] });
  const office = await given.person({ roles: ['btOffice'] });
  const entry = (id: string, service: string) => ({
    id,
    provider: 'Nimbus Cloud',
    service,
    indicator: 'monthly uptime percentage',
    indicator_definition: 'Minutes up of all minutes',
    unit: 'percent',
    window: 'billing month',
    target: 99.9,
    comparator: '>=',
    credit_tiers: [{ lt: 99.9, gte: null, credit_pct: 10 }],
    credit_base: 'monthly fees',
    credit_cap: null,
    claim: { deadline: '30 days', how: 'ticket', status: 'confirmed' },
    exclusions: [],
    status: 'confirmed',
    source: { type: 'official_page', ref: 'https://example.com/sla' },
    notes: null,
  });
  const terms = JSON.stringify({
    compiled: '2026',
    entries: [entry('nimbus-mail', 'Mail'), entry('nimbus-new', 'New')],
  });
  const problemsFor = async (who: Parameters<typeof given.upload>[0] & { id: string; email: string }) => {
    const input = { uploadId: await given.upload(who, terms, 'terms.json'), kind: 'AGREEMENTS' };
    const preview = `query ($input: PreviewImportInput!) { previewImport(input: $input) { problems { line column reason } } }`;
    return (await api.as(who).run(preview, { input })).previewImport.problems;
  };
  await given.service({ slug: 'nimbus-mail', name: 'Mail of Nimbus' });
  const reason =
    'There is no service nimbus-new yet, and you may not propose one: ask a service owner or the BT office to propose New under this slug, then import again.';

  expect(await problemsFor(office)).toEqual([]);
  expect(await problemsFor(vendorManager)).toEqual([{ line: 2, column: 'service', reason }]);
  const report = await given.imported(vendorManager, terms, { kind: 'AGREEMENTS', name: 'terms.json' });
  expect(report).toMatchObject({ rowsStored: 1, rowsRefused: 1, problems: [{ line: 2, column: 'service', reason }] });
});
