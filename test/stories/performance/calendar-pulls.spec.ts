import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';
import { startWebServer } from '../../platform/web-server.js';

const { api, given } = await startStory([], { ACCORD_WEBHOOK_NETWORKS: '127.0.0.0/8' });
const manager = await given.person({ roles: ['serviceManager'] });
const second = await given.person({ roles: ['serviceManager'] });
const always = await given.alwaysOpen();
const mail = await given.service({ slug: 'mail' });
const ofMail = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: mail.id }] });
await given.commitment({ serviceId: mail.id, calendarId: always.id });

const ADD = `mutation ($input: AddPullInput!) { addPull(input: $input) { pull { id version } errors { code field message } } }`;
const CHANGE = `mutation ($id: ID!, $version: Int!, $input: ChangePullInput!) {
  changePull(id: $id, version: $version, input: $input) { pull { state } errors { code } } }`;
const TRY = `mutation ($input: TryPullInput!) {
  tryPull(input: $input) { trial { reason rows refused newest { at to cause fault outcome } } errors { code message } }
}`;
const PULLS = `query ($slug: String!) { source(slug: $slug) { state lastSeenAt failing pulls {
  series failures authorization asked { kind named } service { slug } calendar { slug }
  attempts { accepted duplicate refused problem }
} } }`;
const PLANNED = `query ($serviceId: ID!) { maintenances(serviceId: $serviceId) {
  edges { node { description from to announcedAt cancelledAt } } } }`;
const HOLIDAYS = `query ($slug: String!) { calendar(slug: $slug) {
  versions { number effectiveFrom holidays } proposedChange { id effectiveFrom holidays reason }
} }`;
const FINDINGS = `{ findings(kind: SILENT_SOURCE, state: OPEN) { edges { node { subject { name } } } } }`;

// Now is Monday, 16 March 2026, 09:00 UTC.
const at = (time: string, date = '16') => `2026-03-${date}T${time}:00.000Z`;

/** As Outlook calls and describes the zone of Berlin. */
const ZONE = `BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`;

type Event = Record<string, string>;
const text = (...events: Event[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ZONE,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      ...Object.entries(event).map(([name, value]) => `${name}${value.startsWith(';') ? '' : ':'}${value}`),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .join('\n')
    .replaceAll('\n', '\r\n');

const server = await startWebServer();
const address = `http://127.0.0.1:${server.port}/plan.ics`;
const tells = (...events: Event[]) => server.answers({ status: 200, body: text(...events) });

const disks = {
  UID: 'disks',
  SUMMARY: 'Mail: new disks',
  DTSTART: ';TZID=W. Europe Standard Time:20260320T020000',
  DTEND: ';TZID=W. Europe Standard Time:20260320T040000',
};
const switches = { UID: 'switches', SUMMARY: 'MAIL: switches', DTSTART: '20260326T010000Z', DURATION: 'PT1H' };
const chat = { UID: 'chat', SUMMARY: 'Chat: update', DTSTART: '20260321T010000Z', DURATION: 'PT1H' };
const moved = (event: Event, sequence: string, from: string) => ({
  UID: event.UID!,
  SUMMARY: event.SUMMARY!,
  SEQUENCE: sequence,
  DTSTART: from,
  DURATION: 'PT2H',
});

const add = async (more: object, actor = manager) =>
  (await api.as(actor).run(ADD, { input: { address, everyMinutes: 60, ...more } })).addPull;
const source = async (slug: string) => (await api.as(manager).run(PULLS, { slug })).source;
const attempt = async (slug: string) => (await source(slug)).pulls[0].attempts[0];

/** What is due by then is read. */
async function comesTo(time: string, date = '16') {
  api.clock.set(new Date(at(time, date)));
  await api.get(Jobs).run('pulls');
  await api.get(Jobs).settle();
}

describe('maintenance of a calendar', () => {
  const named = 'mail:';
  const all = async () => {
    const { maintenances } = await api.as(manager).run(PLANNED, { serviceId: mail.id });
    return maintenances.edges.map(({ node }: { node: { from: string; cancelledAt: string | null } }) => node);
  };
  /** What is announced and not cancelled, the earliest first. */
  const planned = async (): Promise<string[]> =>
    (await all())
      .filter(({ cancelledAt }: { cancelledAt: string | null }) => !cancelledAt)
      .map(({ from }: { from: string }) => from)
      .sort();

  it('is announced when it is read: what concerns the service, in the zone that Outlook describes', async () => {
    tells(disks, switches, chat);
    const { tryPull } = await api
      .as(manager)
      .run(TRY, { input: { address, asked: { calendarMaintenance: { named } } } });
    const unsaid = { fault: null, outcome: null };
    expect(tryPull.trial).toEqual({
      reason: null,
      rows: 2,
      refused: 0,
      newest: [
        { at: at('01:00', '20'), to: at('03:00', '20'), cause: 'Mail: new disks', ...unsaid },
        { at: at('01:00', '26'), to: at('02:00', '26'), cause: 'MAIL: switches', ...unsaid },
      ],
    });
    const asked = { calendarMaintenance: { named } };
    const { errors } = await add({ sourceName: 'Plan', serviceId: mail.id, asked, authorization: { bearer: 'key' } });
    expect(errors).toEqual([]);

    await comesTo('09:05');
    expect(server.received.at(-1)).toMatchObject({
      path: '/plan.ics',
      headers: { accept: 'text/calendar', authorization: 'Bearer key' },
    });
    expect(await planned()).toEqual([at('01:00', '20'), at('01:00', '26')]);
    expect((await all())[1]).toMatchObject({ description: 'Mail: new disks', announcedAt: at('09:05') });
    expect(await source('plan')).toMatchObject({
      state: 'HEARD',
      pulls: [
        {
          series: 'maintenance',
          service: { slug: 'mail' },
          calendar: null,
          authorization: 'BEARER',
          asked: { kind: 'CALENDAR_MAINTENANCE', named },
          attempts: [{ accepted: 2, duplicate: 0, refused: 0, problem: null }],
        },
      ],
    });
  });

  it('stays as it is while its calendar tells the same, and is heard also when that is nothing of the service', async () => {
    await comesTo('10:05');
    expect(await attempt('plan')).toEqual({ accepted: 0, duplicate: 2, refused: 0, problem: null });
    expect(await all()).toHaveLength(2);
    expect((await source('plan')).lastSeenAt).toBe(at('10:05'));
  });

  it('moves with its event while there is notice, also where the calendar counts no changes', async () => {
    tells({ ...disks, DTSTART: '20260322T010000Z', DTEND: '20260322T030000Z' }, switches);
    await comesTo('11:05');

    expect(await planned()).toEqual([at('01:00', '22'), at('01:00', '26')]);
    expect(await all()).toContainEqual(expect.objectContaining({ from: at('01:00', '22'), announcedAt: at('11:05') }));
  });

  it('stays as it was promised where the other time is too near, or it has begun', async () => {
    tells(moved(disks, '1', '20260316T200000Z'), switches);
    await comesTo('12:05');
    expect(await attempt('plan')).toMatchObject({
      accepted: 0,
      duplicate: 1,
      refused: 1,
      problem: expect.stringContaining('24 hours ahead'),
    });
    expect(await planned()).toEqual([at('01:00', '22'), at('01:00', '26')]);

    // Longer, while it is worked on.
    tells({ ...moved(disks, '2', '20260322T010000Z'), DURATION: 'PT6H' }, switches);
    await comesTo('02:00', '22');
    expect(await attempt('plan')).toMatchObject({ refused: 1 });
    expect(await all()).toContainEqual(
      expect.objectContaining({ from: at('01:00', '22'), to: at('03:00', '22'), cancelledAt: null }),
    );
  });

  it('is withdrawn when its calendar does not tell of it any more, unless it has begun; told again, it is announced again', async () => {
    tells();
    await comesTo('03:00', '22');
    expect(await attempt('plan')).toEqual({ accepted: 1, duplicate: 0, refused: 0, problem: null });
    expect(await planned()).toEqual([at('01:00', '22')]);
    expect(await all()).toContainEqual(
      expect.objectContaining({ from: at('01:00', '26'), cancelledAt: at('03:00', '22') }),
    );

    tells(switches);
    await comesTo('04:00', '22');
    expect(await planned()).toEqual([at('01:00', '22'), at('01:00', '26')]);
  });

  it('stays when the calendar cannot be read; it is asked later and later, and silence is found', async () => {
    server.answers({ status: 200, body: text(switches).slice(0, -40) });
    await comesTo('06:00', '22');
    expect((await source('plan')).pulls[0].failures).toBe(1);
    expect((await attempt('plan')).problem).toContain('must be an iCalendar text');
    server.answers({ status: 503 });
    await comesTo('08:30', '22');
    expect(await source('plan')).toMatchObject({ state: 'SILENT', failing: 1 });
    await api.get(Jobs).run('silentSources');
    const { findings } = await api.as(ofMail).run(FINDINGS);
    expect(findings.edges).toEqual([{ node: { subject: { name: 'Plan' } } }]);
    expect(await planned()).toEqual([at('01:00', '22'), at('01:00', '26')]);
  });
});

describe('a calendar of which not everything can be followed', () => {
  const soon = { UID: 'soon', SUMMARY: 'Zoom too soon', DTSTART: '20260316T150000Z', DURATION: 'PT1H' };
  const fine = { UID: 'fine', SUMMARY: 'Zoom fine', DTSTART: '20260324T010000Z', DURATION: 'PT1H' };
  const over = { UID: 'over', SUMMARY: 'Zoom over it', DTSTART: '20260324T013000Z', DURATION: 'PT1H' };
  const back = { UID: 'back', SUMMARY: 'Zoom backwards', DTSTART: '20260325T010000Z', DTEND: '20260324T220000Z' };
  const never = { UID: 'never', SUMMARY: 'Zoom never', DTSTART: '20270230T010000Z', DURATION: 'PT1H' };
  const events = [soon, fine, over, back, never];
  const reasons = {
    soon: expect.stringContaining('24 hours ahead'),
    over: expect.any(String),
    back: 'It ends before it begins.',
    never: 'There is no 2027-02-30.',
  };

  it('is tried by the rules by which it is read, and tells why each was refused by its title', async () => {
    api.clock.set(new Date(at('09:00')));
    const zoom = await given.service({ slug: 'zoom' });
    tells(...events);
    const asked = { calendarMaintenance: {} };
    const { tryPull } = await api.as(manager).run(TRY, { input: { address, asked, serviceId: zoom.id } });
    expect(tryPull.trial).toMatchObject({ rows: 5, refused: 4 });
    expect(tryPull.trial.newest).toMatchObject([
      { cause: 'Zoom too soon', outcome: 'REFUSED', fault: reasons.soon },
      { cause: 'Zoom fine', outcome: 'ANNOUNCED', fault: null },
      { cause: 'Zoom over it', outcome: 'REFUSED', fault: reasons.over },
      { cause: 'Zoom backwards', outcome: 'REFUSED', fault: reasons.back },
      { cause: 'Zoom never', outcome: 'REFUSED', fault: reasons.never },
    ]);
    const { maintenances } = await api.as(manager).run(PLANNED, { serviceId: zoom.id });
    expect(maintenances.edges).toEqual([]);

    await add({ sourceName: 'Zoom', serviceId: zoom.id, asked });
    await comesTo('09:05');
    const { problem, ...counts } = await attempt('zoom');
    expect(counts).toEqual({ accepted: 1, duplicate: 0, refused: 4 });
    expect(problem).toMatch(
      /^4 were refused\. “Zoom too soon”: Maintenance .+ “Zoom over it”: .+ “Zoom never”: There is no/,
    );

    const many = Array.from({ length: 7 }, (_, i) => ({ ...soon, UID: `soon${i}` }));
    tells(...many, fine);
    await comesTo('10:05');
    expect((await attempt('zoom')).problem).toMatch(/^7 were refused\. (“Zoom too soon”: [^“]+){5}And 2 more\.$/);
  });

  it('is not told to whom may not bring it', async () => {
    const other = await given.service();
    const input = { address, asked: { calendarMaintenance: {} }, serviceId: other.id };
    expect((await api.as(ofMail).run(TRY, { input })).tryPull.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});

describe('holidays of a calendar', () => {
  const asked = { calendarHolidays: {} };
  const day = (uid: string, date: string, more: Event = {}) => ({
    UID: uid,
    SUMMARY: `Day ${uid}`,
    DTSTART: `;VALUE=DATE:${date.replaceAll('-', '')}`,
    ...more,
  });
  const labour = day('labour', '2020-05-01', { RRULE: 'FREQ=YEARLY' });
  const easter = day('easter', '2026-04-05', { DTEND: ';VALUE=DATE:20260407' });
  const party = { UID: 'party', SUMMARY: 'Summer party', DTSTART: '20260710T140000Z', DURATION: 'PT4H' };
  const years = (date: string) => ['2026', '2027', '2028', '2029'].map((year) => `${year}-${date}`);
  const calendarOf = async (slug: string) => (await api.as(manager).run(HOLIDAYS, { slug })).calendar;

  it('stand in a service calendar from the next day on, each once, beside those that people wrote', async () => {
    const office = await given.calendar();
    tells(labour, easter, party, day('written', '2026-12-25'));
    const { tryPull } = await api.as(manager).run(TRY, { input: { address, asked } });
    expect(tryPull.trial).toMatchObject({
      rows: 7,
      newest: [{ at: '2026-04-05T00:00:00.000Z', to: null, cause: 'Day easter' }, {}, {}, {}, {}, {}, {}],
    });

    api.clock.set(new Date(at('09:00', '23')));
    expect((await add({ sourceName: 'State', calendarId: office.id, asked })).errors).toEqual([]);
    await comesTo('09:05', '23');
    const [newest] = (await calendarOf(office.slug)).versions;
    const written = newest.holidays.filter((date: string) => date.startsWith('--'));
    expect(newest).toMatchObject({ number: 2, effectiveFrom: '2026-03-24' });
    expect(newest.holidays).toEqual([
      ...written,
      ...['2026-04-05', '2026-04-06', ...years('05-01'), '2026-12-25'].sort(),
    ]);
    expect(await source('state')).toMatchObject({
      state: 'HEARD',
      pulls: [{ series: 'holidays', service: null, calendar: { slug: office.slug } }],
    });

    await comesTo('10:05', '23');
    expect(await attempt('state')).toEqual({ accepted: 0, duplicate: 7, refused: 0, problem: null });
    expect((await calendarOf(office.slug)).versions).toHaveLength(2);

    tells(labour, { ...easter, STATUS: 'CANCELLED' }, day('written', '2026-12-28'));
    await comesTo('11:05', '23');
    const [changed] = (await calendarOf(office.slug)).versions;
    expect(changed).toMatchObject({ number: 3, effectiveFrom: '2026-03-25' });
    expect(changed.holidays).toEqual([...written, ...[...years('05-01'), '2026-12-28'].sort()]);
  });

  it('wait for a second person where something is promised by the calendar, and are not asked for again when refused', async () => {
    const office = await given.calendar();
    await given.commitment({ calendarId: office.id });
    tells(labour);
    await add({ sourceName: 'Union', calendarId: office.id, asked });
    await comesTo('12:05', '23');
    const { versions, proposedChange } = await calendarOf(office.slug);
    expect(versions).toHaveLength(1);
    expect(proposedChange).toMatchObject({
      effectiveFrom: '2026-03-24',
      holidays: expect.arrayContaining(years('05-01')),
      reason: 'As “Union” tells: 4 holidays more, 0 fewer.',
    });

    tells(labour, easter);
    await comesTo('13:05', '23');
    expect(await attempt('union')).toMatchObject({
      accepted: 0,
      refused: 2,
      problem: expect.stringContaining('wait for their decision'),
    });

    const REFUSE = `mutation ($id: ID!) { refuseCalendarChange(id: $id, reason: "Not ours.") { errors { code } } }`;
    await api.as(second).run(REFUSE, { id: proposedChange.id });
    await comesTo('14:05', '23');
    expect((await calendarOf(office.slug)).proposedChange).toMatchObject({
      holidays: expect.not.arrayContaining(['2026-05-01']),
      reason: 'As “Union” tells: 2 holidays more, 0 fewer.',
    });
  });

  it('are tried by the rules by which they are read; days that there are not are refused', async () => {
    api.clock.set(new Date(at('09:00', '24')));
    const office = await given.calendar();
    const never = day('never', '2027-02-30');
    const back = day('back', '2026-06-02', { DTEND: ';VALUE=DATE:20260601' });
    tells(day('may', '2026-05-01'), day('same', '2026-05-02', { DTEND: ';VALUE=DATE:20260502' }), never, back);
    const { tryPull } = await api.as(manager).run(TRY, { input: { address, asked, calendarId: office.id } });
    expect(tryPull.trial).toMatchObject({ rows: 4, refused: 2 });
    expect(tryPull.trial.newest).toMatchObject([
      { cause: 'Day may', outcome: 'ANNOUNCED' },
      { cause: 'Day same', outcome: 'ANNOUNCED' },
      { cause: 'Day back', outcome: 'REFUSED', fault: 'It ends before it begins.' },
      { cause: 'Day never', outcome: 'REFUSED', fault: 'There is no 2027-02-30.' },
    ]);
    await add({ sourceName: 'Odd', calendarId: office.id, asked });
    await comesTo('09:05', '24');
    expect(await attempt('odd')).toMatchObject({
      accepted: 2,
      refused: 2,
      problem: expect.stringContaining('“Day never”: There is no 2027-02-30.'),
    });
  });

  it('are not read into the calendar that is always open', async () => {
    const refusal = { code: 'INVALID', message: expect.stringContaining('is always open') };
    expect((await add({ sourceName: 'A', calendarId: always.id, asked })).errors).toMatchObject([
      { ...refusal, field: ['calendarId'] },
    ]);
    const { tryPull } = await api.as(manager).run(TRY, { input: { address, asked, calendarId: always.id } });
    expect(tryPull.errors).toMatchObject([refusal]);

    // One that was added before this was refused.
    const office = await given.calendar();
    const { pull } = await add({ sourceName: 'Before', calendarId: office.id, asked });
    await api.dataSource.query('UPDATE pull SET calendar_id = $1 WHERE id = $2', [always.id, pull.id]);
    await comesTo('10:05', '24');
    expect(await attempt('before')).toMatchObject({ accepted: 0, problem: expect.stringContaining('is always open') });
    expect(await calendarOf('always')).toMatchObject({ versions: [{ holidays: [] }], proposedChange: null });
  });

  it('are read for a service calendar, by who manages all services; maintenance is of a service', async () => {
    const office = await given.calendar();
    expect((await add({ sourceName: 'X', serviceId: mail.id, asked })).errors).toMatchObject([
      { code: 'MISSING', field: ['calendarId'] },
    ]);
    const maintenance = { calendarMaintenance: {} };
    expect((await add({ sourceName: 'X', calendarId: office.id, asked: maintenance })).errors).toMatchObject([
      { code: 'MISSING', field: ['serviceId'] },
    ]);
    expect((await add({ sourceName: 'X', calendarId: office.id, asked }, ofMail)).errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    const both = await add({ sourceName: 'X', calendarId: office.id, serviceId: mail.id, asked });
    expect(both.errors).toMatchObject([{ code: 'INVALID', field: ['calendarId'] }]);
    const two = await add({ sourceName: 'X', calendarId: office.id, asked: { ...asked, ...maintenance } });
    expect(two.errors).toMatchObject([{ code: 'INVALID', field: ['asked'] }]);

    const { pull } = await add({ sourceName: 'X', calendarId: office.id, asked });
    expect((await add({ sourceName: 'X', calendarId: office.id, asked })).errors).toMatchObject([{ code: 'TAKEN' }]);
    const change = (actor: typeof manager, input: object) =>
      api.as(actor).run(CHANGE, { id: pull.id, version: 1, input });
    const EXPECT = 'mutation ($id: ID!) { expectSource(id: $id, quietMinutes: 60) { errors { code } } }';
    const maintained = await add({ sourceName: 'X', serviceId: mail.id, asked: maintenance });
    expect(maintained.errors).toEqual([]);
    const [{ id }] = await api.dataSource.query(`SELECT id FROM source WHERE slug = 'x'`);
    expect((await api.as(ofMail).run(EXPECT, { id })).expectSource.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await change(ofMail, { state: 'PAUSED' })).changePull.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await change(second, { asked: maintenance })).changePull.errors).toMatchObject([{ code: 'INVALID' }]);
    expect((await change(second, { state: 'PAUSED' })).changePull).toMatchObject({ pull: { state: 'PAUSED' } });
  });
});
