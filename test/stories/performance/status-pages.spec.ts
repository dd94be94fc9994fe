import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';
import { startWebServer } from '../../platform/web-server.js';

const { api, given } = await startStory([], { ACCORD_WEBHOOK_NETWORKS: '127.0.0.0/8' });
const manager = await given.person({ roles: ['serviceManager'] });
const always = await given.alwaysOpen();
const mail = await given.service({ slug: 'mail' });
const uptime = await given.commitment({
  serviceId: mail.id,
  calendarId: always.id,
  indicator: { availability: { source: 'outages', shortestOutageMs: 0, longestHoldMs: null } } as never,
});

const ADD = `mutation ($input: AddPullInput!) { addPull(input: $input) { pull { id } errors { code message } } }`;
const TRY = `mutation ($input: TryPullInput!) {
  tryPull(input: $input) { trial { reason rows refused newest { at to up cause } } errors { code } }
}`;
const PULLS = `query ($slug: String!) { source(slug: $slug) { state lastSeenAt pulls {
  series readTo failures asked { kind component } attempts { accepted duplicate refused problem }
} } }`;

const at = (time: string) => `2026-03-16T${time}:00.000Z`;
const page = await startWebServer();
const address = `http://127.0.0.1:${page.port}`;

/** An incident as the page tells of it; times as of its own zone, as Statuspage writes them. */
const incident = (id: string, began: string, updated: string, resolved: string | null = null, more: object = {}) => ({
  id,
  name: `Incident ${id}`,
  status: resolved ? 'resolved' : 'investigating',
  impact: 'major',
  created_at: `2026-03-16T${began}:00.000+00:00`,
  started_at: `2026-03-16T${began}:00.000+00:00`,
  updated_at: `2026-03-16T${updated}:00.000+00:00`,
  monitoring_at: null,
  resolved_at: resolved && `2026-03-16T${resolved}:00.000+00:00`,
  shortlink: `https://stspg.example/${id}`,
  page_id: 'p1',
  incident_updates: [{ id: `u-${id}`, affected_components: [{ code: 'c1', name: 'Mail' }] }],
  components: [{ id: 'c1', name: 'Mail', status: 'major_outage' }],
  ...more,
});

let told: object[] = [];
let status = 200;
page.answers((path) => {
  if (path !== '/api/v2/incidents.json') return { status: 404, body: 'Not found' };
  return { status, body: JSON.stringify({ page: { id: 'p1', name: 'Page', url: address }, incidents: told }) };
});

const statuspage = { component: 'Mail' };
const pulled = async () => (await api.as(manager).run(PULLS, { slug: 'vendor-page' })).source;

/** What is due by then is read and judged. */
async function comesTo(time: string) {
  api.clock.set(new Date(at(time)));
  await api.get(Jobs).run('pulls');
  await api.get(Jobs).settle();
}

const downMs = async () => {
  const { budgetUsed } = await given.resultOf(uptime, '2026-03');
  return Number(budgetUsed);
};
const MINUTE = 60_000;

it('reads the incidents of a component of a status page by itself: outages that go on, and end', async () => {
  const others = [
    incident('other', '08:00', '08:30', '08:30', { components: [{ name: 'Chat' }], incident_updates: [] }),
    incident('notice', '08:00', '08:30', '08:30', { impact: 'none' }),
  ];
  told = [incident('a', '09:00', '09:05'), ...others];
  api.clock.set(new Date(at('09:10')));
  const { tryPull } = await api.as(manager).run(TRY, { input: { address, asked: { statuspage } } });
  expect(tryPull.trial).toMatchObject({
    rows: 1,
    newest: [{ at: at('09:00'), to: null, up: false, cause: 'Incident a' }],
  });
  const input = { sourceName: 'Vendor page', serviceId: mail.id, address, asked: { statuspage }, everyMinutes: 5 };
  const { addPull } = await api.as(manager).run(ADD, { input: { ...input, since: at('00:00') } });
  expect(addPull.errors).toEqual([]);

  await comesTo('09:20');
  expect(await downMs()).toBe(20 * MINUTE);
  expect(await pulled()).toMatchObject({
    state: 'HEARD',
    pulls: [{ series: 'incidents', readTo: at('09:05'), asked: { kind: 'STATUSPAGE', component: 'Mail' } }],
  });

  told = [incident('a', '09:00', '09:40', '09:40'), ...others];
  await comesTo('09:45');
  expect(await downMs()).toBe(40 * MINUTE);
  await comesTo('09:50');
  expect((await pulled()).pulls[0].attempts[0]).toEqual({ accepted: 0, duplicate: 0, refused: 0, problem: null });
});

it('lets an incident that is opened again go on, and counts two that overlap once', async () => {
  told = [incident('a', '09:00', '10:00')];
  await comesTo('10:00');
  expect(await downMs()).toBe(60 * MINUTE);

  told = [incident('b', '10:05', '10:30', '10:30'), incident('a', '09:00', '10:20', '10:20')];
  await comesTo('10:40');
  expect(await downMs()).toBe(90 * MINUTE);
});

it('ends the outage of an incident whose page takes its impact back, and lets what was counted stand', async () => {
  told = [incident('e', '10:50', '10:50')];
  await comesTo('11:20');
  expect(await downMs()).toBe(120 * MINUTE);

  told = [
    incident('e', '10:50', '11:10', null, { impact: 'none' }),
    incident('f', '11:00', '11:10', '11:10', { impact: 'none' }),
  ];
  await comesTo('11:30');
  expect(await downMs()).toBe(110 * MINUTE);
  expect((await pulled()).pulls[0].attempts[0]).toEqual({ accepted: 1, duplicate: 0, refused: 0, problem: null });
  told = [incident('e', '10:50', '11:35', '11:35', { impact: 'none' })];
  await comesTo('11:40');
  expect(await downMs()).toBe(110 * MINUTE);
});

it('tells what people recorded by hand from what the page says, and goes on', async () => {
  api.clock.set(new Date(at('12:50')));
  await given.outage(mail, at('12:00'), at('12:10'), 'Seen by us.');
  told = [incident('c', '12:05', '12:30', '12:30'), incident('d', '12:40', '12:45', '12:45')];
  await comesTo('12:50');

  expect((await pulled()).pulls[0].attempts[0]).toMatchObject({
    accepted: 1,
    refused: 1,
    problem: expect.stringContaining('by hand'),
  });
  expect(await downMs()).toBe(125 * MINUTE);
});

it('takes what it can read of a page, and says on the source what it cannot', async () => {
  const before = (await pulled()).pulls[0];
  told = [
    incident('unread', '12:46', '12:50', '12:50', { created_at: 'at noon' }),
    incident('readable', '12:46', '12:50', '12:50'),
  ];
  const { trial } = (await api.as(manager).run(TRY, { input: { address, asked: { statuspage } } })).tryPull;
  expect(trial).toMatchObject({ reason: null, rows: 2, refused: 1 });

  await comesTo('12:56');
  const [pull] = (await pulled()).pulls;
  expect(pull.failures).toBe(0);
  expect(pull.attempts[0]).toMatchObject({
    accepted: 1,
    refused: 1,
    problem: expect.stringContaining('incidents.0.created_at'),
  });
  // What cannot be read now may be read later: nothing is passed over.
  expect(pull.readTo).toBe(before.readTo);
});

it('asks again later and later while the page fails, and says what is wrong with it', async () => {
  status = 502;
  await comesTo('13:00');
  const [failed] = (await pulled()).pulls;
  expect([failed.failures, failed.attempts[0].problem]).toEqual([1, 'The server answers 502.']);
  status = 200;
  told = [{ id: 'odd' }];
  const { tryPull } = await api.as(manager).run(TRY, { input: { address, asked: { statuspage } } });
  expect(tryPull.trial.reason).toBe('The answer is none that Statuspage gives.');
  told = [];
  await comesTo('13:20');
  const { lastSeenAt, pulls } = await pulled();
  expect(pulls[0]).toMatchObject({ failures: 0 });
  expect(pulls[0].attempts[0]).toEqual({ accepted: 0, duplicate: 0, refused: 0, problem: null });
  expect(lastSeenAt).toBe(at('13:20'));
});

it('finds a page that falls silent, though it never measured anything', async () => {
  status = 503;
  await comesTo('14:30');
  await api.get(Jobs).run('silentSources');
  const FINDINGS = '{ findings(kind: SILENT_SOURCE, state: OPEN) { edges { node { subject { name } } } } }';
  const { findings } = await api.as(manager).run(FINDINGS);
  expect(findings.edges).toEqual([{ node: { subject: { name: 'Vendor page' } } }]);
});
