import { DraftTerms } from '@accord/api/agreements/draft-terms.js';
import { parseAllDocuments } from 'yaml';
import { startStory } from '../../builders/index.js';
import { temporaryFolder } from '../../platform/server-process.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });

const FILE = `apiVersion: openslo/v1
kind: Service
metadata: { name: web-shop, displayName: Web shop }
spec: { description: Sells what we make. }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout, displayName: Checkout }
spec:
  service: web-shop
  indicator:
    metadata: { name: payments }
    spec:
      ratioMetric:
        good: { metricSource: { type: Prometheus, spec: { query: 'sum(rate(paid[5m]))' } } }
        total: { metricSource: { type: Prometheus, spec: { query: 'sum(rate(asked[5m]))' } } }
  timeWindow: [{ duration: 4w, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.995 }]
`;

const AGREEMENT = `{ agreements { edges { node { slug name kind timeZone versions { id state effectiveFrom notesText sourceText
  commitments { name target window windowText indicator { ... on GoodOfTotalIndicator { series } } commitment { slug service { slug name lifecycle } } } } } } } }`;

const parsed = (text: string) => parseAllDocuments(text).map((document) => document.toJS());
const agreementsOf = async (person: Person) =>
  (await api.as(person).run(AGREEMENT)).agreements.edges.map(({ node }: { node: object }) => node);

type Person = Awaited<ReturnType<typeof given.person>>;

const office = await given.person({ roles: ['btOffice'] });
const vendorManager = await given.person({ roles: ['vendorManager'] });
const auditor = await given.person({ roles: ['auditor'] });
const exported = async ({ cookie }: Person, file: string) => {
  const [slug, asked] = file.split('?');
  const response = await fetch(`${api.address}/export/agreements/${slug}.yaml${asked ? `?${asked}` : ''}`, {
    headers: { cookie: cookie! },
  });
  return response.text();
};
const bringIn = (person: Person, text: string) =>
  given.imported(person, text, { kind: 'AGREEMENTS', name: 'shop.yaml' });

describe('a file of OpenSLO', () => {
  it('is looked at before, with everything that is not judged as it says', async () => {
    const input = { uploadId: await given.upload(office, FILE, 'shop.yaml'), kind: 'AGREEMENTS' };
    const preview = `query ($input: PreviewImportInput!) { previewImport(input: $input) { rows mapped { name value } problems { line column reason } } }`;
    const { previewImport } = await api.as(office).run(preview, { input });

    expect(previewImport.rows).toEqual([
      ['Service', 'web-shop'],
      ['SLO', 'checkout'],
    ]);
    expect(previewImport.mapped[1]).toContainEqual({ name: 'target', value: '99.5%' });
    expect(previewImport.problems).toEqual([
      {
        line: 15,
        column: 'SLO checkout: spec.indicator.spec.ratioMetric.good.metricSource',
        reason: expect.any(String),
      },
      {
        line: 16,
        column: 'SLO checkout: spec.indicator.spec.ratioMetric.total.metricSource',
        reason: expect.any(String),
      },
      {
        line: 17,
        column: 'SLO checkout: spec.timeWindow[0]',
        reason: '4 weeks, rolling; judged as a calendar month.',
      },
    ]);
  });

  it('needs somebody who may propose its services and promise on them', async () => {
    expect(await bringIn(vendorManager, FILE)).toMatchObject({
      import: null,
      errors: [{ message: expect.stringContaining('you may not draft one') }],
    });
    expect(await agreementsOf(office)).toEqual([]);
  });

  it('becomes a draft that people propose, and done again changes nothing', async () => {
    expect(await bringIn(office, FILE)).toMatchObject({ state: 'DONE', rowsStored: 2, rowsRefused: 0 });
    const [agreement] = await agreementsOf(office);

    expect(agreement).toMatchObject({ slug: 'shop', kind: 'SLA', name: 'Objectives of Web shop' });
    expect(agreement.versions).toMatchObject([
      {
        state: 'DRAFT',
        effectiveFrom: '2026-04-01',
        sourceText: 'OpenSLO: shop.yaml',
        notesText: 'checkout: 4 weeks, rolling; judged as a calendar month.',
        commitments: [
          {
            name: 'Checkout',
            target: '99.5',
            window: 'MONTH',
            windowText: '4 weeks, rolling; judged as a calendar month',
            indicator: { series: 'payments' },
            commitment: { slug: 'checkout', service: { slug: 'web-shop', name: 'Web shop', lifecycle: 'PROPOSED' } },
          },
        ],
      },
    ]);
    expect(await bringIn(office, FILE)).toMatchObject({ state: 'DONE', rowsStored: 0, rowsKnown: 2 });
    expect(await bringIn(office, FILE.replace('0.995', '0.9'))).toMatchObject({
      state: 'REFUSED',
      refusedReason: expect.stringContaining('stands here in the agreement shop'),
    });
    expect(await agreementsOf(office)).toEqual([agreement]);
  });

  it('is given back as it came, with what was changed here since; to nobody who may not change it', async () => {
    expect(parsed(await exported(office, 'shop'))).toEqual(parsed(FILE));
    expect(await exported(auditor, 'shop')).toContain('There is no such agreement that you may change.');

    const [{ versions }] = await agreementsOf(office);
    const [{ id: serviceId }] = await api.dataSource.query(`SELECT id FROM service WHERE slug = 'web-shop'`);
    const input = await given.termsInput({
      serviceId,
      slug: 'checkout',
      name: 'Checkout',
      target: '99.9',
      indicator: { goodOfTotal: { series: 'payments' } },
      windowText: '4 weeks, rolling; judged as a calendar month',
    });
    await api.get(DraftTerms).put(await given.act(office), versions[0].id, input);
    const expected = parsed(FILE);
    expected[1].spec.objectives[0].target = 0.999;
    expect(parsed(await exported(office, 'shop?version=1'))).toEqual(expected);
  });
});

it('is what an agreement made here is exported as, too', async () => {
  const service = await given.service({ slug: 'mail', name: 'Mail' });
  await given.agreement({ slug: 'mail-sla', terms: [{ serviceId: service.id, target: '99.5' }] });

  expect(parsed(await exported(office, 'mail-sla'))).toMatchObject([
    { kind: 'Service', metadata: { name: 'mail', displayName: 'Mail' } },
    {
      kind: 'SLO',
      metadata: { name: 'mail-uptime', annotations: { 'accord/agreement': 'mail-sla', 'accord/calendar': 'always' } },
      spec: {
        service: 'mail',
        indicator: {
          spec: { ratioMetric: { total: { metricSource: { spec: { indicator: { kind: 'availability' } } } } } },
        },
        timeWindow: [{ duration: '1M', calendar: { startTime: '2026-01-01 00:00:00', timeZone: 'UTC' } }],
        objectives: [{ target: 0.995 }],
      },
    },
  ]);
});

it('refuses a file that cannot be held, whole and with the place', async () => {
  const refused = async (text: string) => (await bringIn(office, text)).refusedReason;

  expect(await refused(FILE.replace('0.995', '99.5'))).toMatch(/^document 2\.spec\.objectives\.0\.target/);
  expect(await refused(FILE.split('---')[0]!)).toMatch(/holds no SLO/);
  expect(await refused(FILE.replaceAll('openslo/v1', 'openslo/v1alpha'))).toMatch(/must be openslo\/v1/);
});

it('says before it is started that whoever drafts no SLA, or may not propose its services, cannot bring it in', async () => {
  const manager = await given.person({ roles: ['vendorManager', 'serviceManager'] });
  const text = FILE.replaceAll('web-shop', 'not-here').replaceAll('name: checkout', 'name: paying');
  const preview = `query ($input: PreviewImportInput!) { previewImport(input: $input) { nothingUnderstood } }`;
  const start = `mutation ($input: StartImportInput!) { startImport(input: $input) { import { id } errors { code message } } }`;
  for (const [person, sentence] of [
    [vendorManager, /becomes a draft of an SLA, and you may not draft one: ask the BT office/],
    [manager, /no service not-here yet, and you may not propose one/],
  ] as const) {
    const input = { uploadId: await given.upload(person, text, 'shop.yaml'), kind: 'AGREEMENTS' };
    const { previewImport } = await api.as(person).run(preview, { input });
    expect(previewImport.nothingUnderstood).toMatch(sentence);
    const { startImport } = await api.as(person).run(start, { input });
    expect(startImport).toMatchObject({ import: null, errors: [{ message: expect.stringMatching(sentence) }] });
  }
  const input = { uploadId: await given.upload(office, text, 'shop.yaml'), kind: 'AGREEMENTS' };
  expect((await api.as(office).run(preview, { input })).previewImport.nothingUnderstood).toBeNull();
});

it('says of a file that is none of what is known what it has to be', async () => {
  const imported = await bringIn(office, 'kind: SLO\nspec: {}\n');
  expect(imported.refusedReason).toMatch(/neither JSON of published terms nor OpenSLO/);
});
