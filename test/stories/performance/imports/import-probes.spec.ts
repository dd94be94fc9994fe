import { startStory } from '../../../builders/index.js';
import { temporaryFolder } from '../../../platform/server-process.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const manager = await given.person({ roles: ['serviceManager'] });
const zoom = await given.service({ slug: 'zoom' });
const canvas = await given.service({ slug: 'canvas-lms' });
const always = await given.alwaysOpen();
for (const { id: serviceId } of [zoom, canvas]) {
  await given.commitment({
    serviceId,
    calendarId: always.id,
    indicator: { availability: { source: 'probes', shortestOutageMs: 0, longestHoldMs: null } },
  });
}

const LOG = `slug,ts,status,http_code,msg
zoom,2026-02-02T00:00:00.000Z,up,200,🟩 Zoom is up
zoom,2026-02-03T00:00:00Z,down,0,🟥 Zoom is down
zoom,2026-02-03T12:00:00+00:00,up,200,🟩 Zoom is up
zoom,2026-02-04T00:00:00Z,degraded,200,slow
zoom,2026-02-12T00:00:00Z,up,200,fine
google,2026-02-02T00:00:00Z,up,200,template
canvas-lms,2026-02-02T00:00:00Z,sideways,200,what
`;

it('reads probes of the services that the slugs name; a status holds until the next row', async () => {
  const report = await given.imported(manager, LOG, { profile: 'upptime', kind: 'PROBES', name: 'probes.csv' });

  expect(report).toMatchObject({
    state: 'DONE',
    rowsRead: 7,
    rowsStored: 5,
    rowsUnmapped: 1,
    unmapped: [{ column: 'slug', value: 'google', count: 1 }],
    problems: [{ line: 8, column: 'status', value: 'sideways', reason: 'is not a value that the profile knows' }],
  });
  const [february] = await api.dataSource.query(
    `SELECT r.numerator, r.denominator FROM period_result r JOIN commitment c ON c.id = r.commitment_id
     WHERE c.service_id = $1 AND r.period = '2026-02'`,
    [zoom.id],
  );
  expect(Number(february.denominator) - Number(february.numerator)).toBe(12 * 3_600_000);
});

it('knows the probes when they come again', async () => {
  const report = await given.imported(manager, LOG, { profile: 'upptime', kind: 'PROBES' });

  expect(report).toMatchObject({ rowsStored: 0, rowsKnown: 5, judged: 0 });
});

it('counts probes that differ from those known', async () => {
  const other = LOG.replace(/\bup\b/, 'down');
  const report = await given.imported(manager, other, { profile: 'upptime', kind: 'PROBES' });

  expect(other).not.toBe(LOG);
  expect(report).toMatchObject({ rowsStored: 0, rowsKnown: 4, rowsDiffering: 1, judged: 0 });
  expect(report.problems).toContainEqual({
    line: 2,
    column: null,
    value: null,
    reason: 'differs from what is known of the same time, which stays',
  });
});

it('judges anew what the last probe of a month comes to when the next one is brought', async () => {
  const mail = await given.service({ slug: 'mail' });
  const { id } = await given.commitment({
    serviceId: mail.id,
    calendarId: always.id,
    indicator: { availability: { source: 'probes', shortestOutageMs: 0, longestHoldMs: null } },
  });
  const log = (row: string) => `slug,ts,status,http_code,msg\n${row}\n`;
  const options = { profile: 'upptime', kind: 'PROBES' } as const;
  await given.imported(manager, log('mail,2026-02-27T00:00:00Z,down,0,gone'), options);
  await given.imported(manager, log('mail,2026-03-02T00:00:00Z,up,200,here'), options);

  // Down for the last two days of February.
  const { denominator, numerator } = await given.resultOf({ id }, '2026-02');
  expect(Number(denominator) - Number(numerator)).toBe(48 * 3_600_000);
});

it('keeps the sources of tickets and of probes apart', async () => {
  const { errors } = await given.imported(manager, given.eventLog([]), {
    serviceId: zoom.id,
    sourceName: 'Upptime probes',
  });

  expect(errors).toMatchObject([{ code: 'OTHER_SOURCE', field: ['sourceName'] }]);
});
