import { startStory } from '../../../builders/index.js';
import { temporaryFolder } from '../../../platform/server-process.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const mail = await given.service({ slug: 'mail' });
const manager = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: mail.id }] });
const other = await given.person({ roles: ['serviceManager'] });
const office = await given.person({ roles: ['btOffice'] });
await given.commitment({ serviceId: mail.id });

type Event = Record<string, string>;
type Person = typeof manager;

const calendar = (...events: Event[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      ...Object.entries(event).map(([name, value]) => `${name}:${value}`),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ].join('\r\n');

const FILE = 'file { past events { summary from outcome reason } }';
const IMPORT = `mutation ($uploadId: ID!, $serviceId: ID!) {
  importMaintenances(uploadId: $uploadId, serviceId: $serviceId) { ${FILE} errors { code message } } }`;
const PREVIEW = `query ($uploadId: ID!, $serviceId: ID!) {
  previewMaintenances(uploadId: $uploadId, serviceId: $serviceId) { past events { summary from outcome reason } } }`;
const PLANNED = `query ($serviceId: ID!) { maintenances(serviceId: $serviceId) { edges { node { description from cancelledAt announcedAt } } } }`;

const asked = async (person: Person, content: string) => ({
  uploadId: await given.upload(person, content, 'mail.ics'),
  serviceId: mail.id,
});
const bringIn = async (person: Person, ...events: Event[]) =>
  (await api.as(person).run(IMPORT, await asked(person, calendar(...events)))).importMaintenances;
const outcomes = async (...events: Event[]) => {
  const { file } = await bringIn(manager, ...events);
  return file.events.map(({ outcome }: { outcome: string }) => outcome);
};
/** What is announced and not cancelled, the earliest first. */
const planned = async () => {
  const { maintenances } = await api.as(manager).run(PLANNED, { serviceId: mail.id });
  return maintenances.edges
    .map(({ node }: { node: { cancelledAt: string | null; from: string } }) => node)
    .filter(({ cancelledAt }: { cancelledAt: string | null }) => !cancelledAt)
    .map(({ from }: { from: string }) => from)
    .sort();
};

// Now is Monday, 16 March 2026, 09:00 UTC.
const disks = { UID: 'disks', SUMMARY: 'New disks', DTSTART: '20260320T010000Z', DTEND: '20260320T030000Z' };
const tonight = { UID: 'tonight', SUMMARY: 'Urgent', DTSTART: '20260316T220000Z', DTEND: '20260316T230000Z' };
const past = { UID: 'past', SUMMARY: 'Past', DTSTART: '20260301T010000Z', DTEND: '20260301T030000Z' };

describe('a calendar file of maintenance', () => {
  it('is looked at before: what would be announced, and what would be refused and why', async () => {
    const { previewMaintenances } = await api
      .as(manager)
      .run(PREVIEW, await asked(manager, calendar(disks, tonight, past)));

    expect(previewMaintenances).toEqual({
      past: 1,
      events: [
        {
          summary: 'Urgent',
          from: '2026-03-16T22:00:00.000Z',
          outcome: 'REFUSED',
          reason: expect.stringContaining('24 hours ahead'),
        },
        { summary: 'New disks', from: '2026-03-20T01:00:00.000Z', outcome: 'ANNOUNCED', reason: null },
      ],
    });
    expect(await planned()).toEqual([]);
  });

  it('announces each event once, when the file arrives', async () => {
    expect(await outcomes(disks, tonight, past)).toEqual(['REFUSED', 'ANNOUNCED']);
    expect(await outcomes(disks, past)).toEqual(['KNOWN']);
    const { maintenances } = await api.as(manager).run(PLANNED, { serviceId: mail.id });
    expect(maintenances.edges).toEqual([
      {
        node: {
          description: 'New disks',
          from: '2026-03-20T01:00:00.000Z',
          cancelledAt: null,
          announcedAt: '2026-03-16T09:00:00.000Z',
        },
      },
    ]);
  });

  it('moves it when the event moved, but not to a time too near; and cancels it when the event is cancelled', async () => {
    const moved = { ...disks, SEQUENCE: '1', DTSTART: '20260321T010000Z', DTEND: '20260321T030000Z' };
    expect(await outcomes({ ...moved, DTSTART: '20260316T200000Z', DTEND: '20260316T210000Z' })).toEqual(['REFUSED']);
    expect(await planned()).toEqual(['2026-03-20T01:00:00.000Z']);

    expect(await outcomes(moved)).toEqual(['CHANGED']);
    expect(await outcomes(disks)).toEqual(['KNOWN']);
    expect(await planned()).toEqual(['2026-03-21T01:00:00.000Z']);

    const cancelled = { ...moved, SEQUENCE: '2', STATUS: 'CANCELLED' };
    expect(await outcomes(cancelled)).toEqual(['CANCELLED']);
    expect(await outcomes(cancelled)).toEqual(['KNOWN']);
    expect(await planned()).toEqual([]);
  });

  it('announces the times of a recurring event, and cancels one that is taken out of it', async () => {
    const weekly = { UID: 'patches', SUMMARY: 'Patches', DTSTART: '20260401T010000Z', DURATION: 'PT1H' };
    const rule = { ...weekly, RRULE: 'FREQ=WEEKLY;COUNT=3' };
    expect(await outcomes(rule)).toEqual(['ANNOUNCED', 'ANNOUNCED', 'ANNOUNCED']);
    expect(await outcomes({ ...rule, SEQUENCE: '1', EXDATE: '20260408T010000Z' })).toEqual([
      'KNOWN',
      'CANCELLED',
      'KNOWN',
    ]);
    expect(await planned()).toEqual(['2026-04-01T01:00:00.000Z', '2026-04-15T01:00:00.000Z']);
  });

  it('refuses one event without keeping others back, and what is no calendar as a whole', async () => {
    const overlapping = { ...disks, UID: 'again', DTSTART: '20260401T003000Z', DTEND: '20260401T013000Z' };
    const fine = { ...disks, UID: 'fine', DTSTART: '20260420T010000Z', DTEND: '20260420T020000Z' };
    expect((await bringIn(manager, overlapping, fine)).file.events).toMatchObject([
      {
        outcome: 'REFUSED',
        reason: 'It overlaps maintenance recorded from 2026-04-01 01:00 UTC to 2026-04-01 02:00 UTC.',
      },
      { outcome: 'ANNOUNCED' },
    ]);

    const refusal = async (content: string) => {
      const { importMaintenances } = await api.as(manager).run(IMPORT, await asked(manager, content));
      const { file, errors } = importMaintenances;
      return { file, ...errors[0] };
    };
    expect(await refusal('not a calendar')).toEqual({
      file: null,
      code: 'UNFIT_FILE',
      message: 'This calendar cannot be read: it must be an iCalendar text of one VCALENDAR.',
    });
    const { UID: _, ...nameless } = disks;
    expect((await refusal(calendar(fine, nameless))).message).toBe(
      'This calendar cannot be read: in its event 2, UID must be given.',
    );
    const mars = calendar(disks).replace('DTSTART:20260320T010000Z', 'DTSTART;TZID=Mars/Base:20260320T010000');
    expect((await refusal(mars)).message).toBe(
      'This calendar cannot be read: in its event 1, DTSTART.TZID must be an IANA time zone such as Europe/Berlin, but it is "Mars/Base".',
    );
  });

  it('is brought in by those who announce maintenance of the service, never by whom it measures', async () => {
    expect(await bringIn(office, disks)).toMatchObject({ file: null, errors: [{ code: 'FORBIDDEN' }] });
    const owned = await given.service({ ownerId: other.id });
    const uploadId = await given.upload(other, calendar(disks), 'own.ics');
    const { importMaintenances } = await api.as(other).run(IMPORT, { uploadId, serviceId: owned.id });
    expect(importMaintenances.file.events).toMatchObject([{ outcome: 'REFUSED' }]);
  });
});
