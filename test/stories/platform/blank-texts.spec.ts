import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const ada = await given.person({ roles: ['btOffice', 'serviceManager', 'vendorManager'] });
const service = await given.service();
const { version } = await given.draftAgreement({ kind: 'sla', terms: [] });
const calendar = await given.calendar();
const hours = {
  weekly: [{ day: 'mon', hours: [{ from: '09:00', to: '17:00' }] }],
  holidays: [],
  overrides: [],
  breaks: [],
};
const { importProfiles } = await api.as(ada).run('{ importProfiles { slug definition } }');
const { definition } = importProfiles.find(({ slug }: { slug: string }) => slug === 'servicenow-incident-log');
const terms = {
  serviceId: service.id,
  slug: 'uptime',
  indicator: { availability: { source: 'OUTAGES', shortestOutageMs: 0 } },
  target: '99',
  comparator: 'AT_LEAST',
  window: 'MONTH',
  calendarId: calendar.id,
  missingData: 'IGNORE',
  coverageFloor: '0',
  providerOwesData: false,
  excludedTime: 'REMOVED',
};
const time = { serviceId: service.id, from: '2026-02-10T08:00:00Z', to: '2026-02-10T09:00:00Z' };

/** The mutation, the class of its input, the field that is blank, the rest of the input, and other arguments. */
const cases: [string, string, string, object, Record<string, string>?][] = [
  [
    'draftAgreement',
    'DraftAgreementInput',
    'name',
    { slug: 'new', kind: 'SLA', timeZone: 'UTC', currency: 'EUR', effectiveFrom: '2026-04-01' },
  ],
  ['putCommitment', 'CommitmentTermsInput', 'name', terms, { versionId: version.id }],
  ['addCalendar', 'AddCalendarInput', 'name', { slug: 'new-one', timeZone: 'UTC', effectiveFrom: '2026-04-01', hours }],
  [
    'changeCalendar',
    'ChangeCalendarInput',
    'name',
    { effectiveFrom: '2026-04-01', hours, reason: 'Because.' },
    { id: calendar.id },
  ],
  ['saveImportProfile', 'SaveImportProfileInput', 'name', { slug: 'new', kind: 'TICKETS', definition }],
  ['startImport', 'StartImportInput', 'sourceName', { uploadId: service.id, kind: 'TICKETS' }],
  ['recordOutage', 'RecordOutageInput', 'cause', time],
  ['annotateCommitment', 'AnnotateCommitmentInput', 'words', { commitmentId: service.id, from: time.from }],
  ['recordCounts', 'RecordCountsInput', 'series', { ...time, good: 1, total: 1 }],
  [
    'announceMaintenance',
    'AnnounceMaintenanceInput',
    'description',
    { ...time, from: '2026-05-01T00:00:00Z', to: '2026-05-01T01:00:00Z' },
  ],
];

it.each(cases)('%s refuses a text of blanks', async (mutation, input, field, rest, others = {}) => {
  const [declared, passed] = [
    Object.keys(others).map((name) => `$${name}: ID!`),
    Object.keys(others).map((name) => `${name}: $${name}`),
  ];
  const document = `mutation (${[`$input: ${input}!`, ...declared].join(', ')}) {
    ${mutation}(${['input: $input', ...passed].join(', ')}) { errors { code field message } } }`;

  const answer = await api.as(ada).run(document, { input: { ...rest, [field]: '   ' }, ...others });

  const message = `${field.charAt(0).toUpperCase()}${field.slice(1)} must say something.`;
  expect(answer[mutation].errors).toEqual([{ code: 'INVALID', field: [field], message }]);
});
