import { Passing } from '@accord/api/performance/evaluation/passing.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import type { Actor } from '../../builders/graph-client.js';
import { startStory } from '../../builders/index.js';
import { type Answered, startWebServer } from '../../platform/web-server.js';

const { api, given } = await startStory([], { ACCORD_WEBHOOK_NETWORKS: '127.0.0.0/8' });
const manager = await given.person({ name: 'Maya', roles: ['serviceManager'] });
const always = await given.alwaysOpen();
const zoom = await given.service({ slug: 'zoom' });
const mail = await given.service({ slug: 'mail' });
const logins = await given.commitment({
  serviceId: zoom.id,
  indicator: { goodOfTotal: { series: 'logins' } } as never,
  target: '99',
});
const uptime = await given.commitment({
  serviceId: mail.id,
  calendarId: always.id,
  indicator: { availability: { source: 'probes', shortestOutageMs: 0, longestHoldMs: null } } as never,
});

const ADD = `mutation ($input: AddPullInput!) { addPull(input: $input) { pull { id version } errors { code field message } } }`;
const CHANGE = `mutation ($id: ID!, $version: Int!, $input: ChangePullInput!) {
  changePull(id: $id, version: $version, input: $input) { pull { version state authorization } errors { code field } }
}`;
const TRY = `mutation ($input: TryPullInput!) {
  tryPull(input: $input) { trial { reason rows refused newest { at to good total up fault } } errors { code field } }
}`;
const PULLS = `query ($slug: String!) { source(slug: $slug) { state lastSeenAt failing pulls {
  series address authorization state readTo failures nextAt person { name } asked { kind good }
  attempts { accepted duplicate refused problem }
} } }`;

const MINUTE = 60_000;
const at = (time: string, date = '16') => `2026-03-${date}T${time}:00Z`;
const msOf = (time: string) => Date.parse(at(time));

const json = (body: object, status = 200): Answered => ({ status, body: JSON.stringify(body) });

/** What a Prometheus server that counts four good logins of five each minute answers, since 08:00. */
let isDown = false;
const [prometheus, github, other] = [await startWebServer(), await startWebServer(), await startWebServer()];
const address = `http://127.0.0.1:${prometheus.port}`;
const sent = () => prometheus.received.at(-1)!;
prometheus.answers((path) => {
  const url = new URL(path, address);
  if (isDown) return { status: 503, body: 'no healthy upstream', headers: { 'retry-after': '1800' }, afterMs: 300 };
  const { query, start, end, step } = Object.fromEntries(url.searchParams) as Record<string, string>;
  if (query === 'wrong{') return json({ status: 'error', errorType: 'bad_data', error: 'parse error' }, 400);
  const values: [number, string][] = [];
  for (let s = Number(start); s <= Number(end); s += Number(step)) {
    const minutes = s / 60 - msOf('08:00') / MINUTE;
    if (minutes < 0 || s * 1000 > api.clock.now().getTime()) continue;
    const value = query === 'up' ? (minutes === 10 ? 0 : 1) : minutes * (query!.includes('ok') ? 4 : 5);
    values.push([s, String(value)]);
  }
  return json({ status: 'success', data: { resultType: 'matrix', result: [{ metric: { job: 'api' }, values }] } });
});

const counters = { good: 'logins_total{code="ok"}', total: 'logins_total', stepSeconds: 60 };
const toAdd = {
  sourceName: 'Prometheus',
  serviceId: zoom.id,
  series: 'logins',
  address,
  asked: { prometheusCounts: counters },
  everyMinutes: 5,
  since: at('08:00'),
  authorization: { user: 'accord', password: 'dumbledore' },
};
const add = async (more: object, actor: Actor = manager) =>
  (await api.as(actor).run(ADD, { input: { ...toAdd, ...more } })).addPull;
const pullsOf = async (slug: string) => (await api.as(manager).run(PULLS, { slug })).source;

/** What is due by then is read and judged. */
async function comesTo(time: string, date = '16') {
  api.clock.set(new Date(at(time, date)));
  await api.get(Jobs).run('pulls');
  await api.get(Jobs).settle();
}

it('reads what a Prometheus server counted since, to the newest minute, and judges it', async () => {
  const { pull, errors } = await add({});
  expect(errors).toEqual([]);
  await comesTo('09:00');

  // An interval begins each minute from 08:00; the newest is at rest for a minute.
  expect(await given.resultOf(logins, '2026-03')).toMatchObject({ numerator: '236', denominator: '295' });
  const { state, lastSeenAt, pulls } = await pullsOf('prometheus');
  expect({ state, lastSeenAt }).toEqual({ state: 'HEARD', lastSeenAt: '2026-03-16T08:59:00.000Z' });
  expect(pulls).toMatchObject([
    {
      readTo: '2026-03-16T08:59:00.000Z',
      nextAt: '2026-03-16T09:05:00.000Z',
      authorization: 'BASIC',
      asked: { kind: 'PROMETHEUS_COUNTS', good: counters.good },
      attempts: [{ accepted: 59, duplicate: 0, refused: 0, problem: null }],
    },
  ]);
  expect(sent().headers.authorization).toBe(`Basic ${Buffer.from('accord:dumbledore').toString('base64')}`);

  await comesTo('09:03');
  expect((await pullsOf('prometheus')).pulls[0].attempts).toHaveLength(1);
  await comesTo('09:05');
  expect((await pullsOf('prometheus')).pulls[0].attempts[0]).toMatchObject({ accepted: 5 });
  expect(new URL(sent().path, address).searchParams.get('start')).toBe(String(msOf('08:49') / 1000));
  expect(await given.resultOf(logins, '2026-03')).toMatchObject({ numerator: '256', denominator: '320' });
  expect(pull.version).toBe(1);
});

it('takes nothing of an answer that tells of tomorrow', async () => {
  const tomorrow = msOf('09:05') / 1000 + 86_400;
  const result = [{ metric: {}, values: [[tomorrow, '1']] }];
  other.answers(() => json({ status: 'success', data: { resultType: 'matrix', result } }));
  const asked = { prometheusUp: { up: 'up', stepSeconds: 60 } };
  const input = { address: `http://127.0.0.1:${other.port}`, asked };

  expect((await api.as(manager).run(TRY, { input })).tryPull.trial).toMatchObject({
    reason: 'The answer tells of later than was asked, so nothing of it is taken.',
    rows: 0,
  });
});

it('stores once what two servers read at once', async () => {
  api.clock.set(new Date(at('09:10')));
  await api.dataSource.transaction(async (tx) => {
    const [{ id: pullId }] = await tx.query('SELECT id FROM pull');
    await api.get(Jobs).enqueueAll(tx, 'pull', [{ pullId }, { pullId }]);
  });
  await Promise.all([api.get(Jobs).settle(), api.get(Jobs).settle()]);

  expect(await given.resultOf(logins, '2026-03')).toMatchObject({ numerator: '276', denominator: '345' });
});

it('waits longer and longer while a server fails, at least as long as it asks, and reads on where it was', async () => {
  isDown = true;
  await comesTo('09:15');

  const { failing, pulls } = await pullsOf('prometheus');
  expect(failing).toBe(1);
  expect(pulls[0]).toMatchObject({ failures: 1, readTo: '2026-03-16T09:09:00.000Z' });
  // Half an hour from the answer on, which takes a moment to come.
  const waits = Date.parse(pulls[0].nextAt) - msOf('09:45');
  expect(waits).toBeGreaterThanOrEqual(299);
  expect(waits).toBeLessThan(20_000);
  expect(pulls[0].attempts[0]).toMatchObject({ accepted: 0, problem: 'The server answers 503.' });

  isDown = false;
  await comesTo('09:50');
  expect((await pullsOf('prometheus')).pulls[0]).toMatchObject({
    failures: 0,
    attempts: expect.arrayContaining([expect.objectContaining({ accepted: 40 })]),
  });
});

it('is found silent once, told once, and found no longer when it is heard again', async () => {
  isDown = true;
  await comesTo('10:04');
  await api.get(Jobs).run('silentSources');
  expect((await pullsOf('prometheus')).state).toBe('HEARD');
  api.clock.set(new Date(at('10:05')));
  for (let i = 0; i < 2; i += 1) await api.get(Jobs).run('silentSources');

  expect((await pullsOf('prometheus')).state).toBe('SILENT');
  const FINDINGS = `{ findings(kind: SILENT_SOURCE) { edges { node { endedAt subject { name path } facts { value } services { slug } } } } }`;
  const found = async () =>
    (await api.as(manager).run(FINDINGS)).findings.edges.map(({ node }: { node: object }) => node);
  expect(await found()).toEqual([
    {
      endedAt: null,
      subject: { name: 'Prometheus', path: '/sources/prometheus' },
      facts: [{ value: '2026-03-16T09:49:00.000Z' }, { value: '900000' }],
      services: [{ slug: 'zoom' }],
    },
  ]);
  const { inbox } = await api.as(manager).run('{ inbox { edges { node { notices { kind } } } } }');
  const told = inbox.edges.flatMap(({ node }: { node: { notices: { kind: string }[] } }) => node.notices);
  expect(told.filter(({ kind }: { kind: string }) => kind === 'FINDING')).toHaveLength(1);

  isDown = false;
  await comesTo('11:00');
  await api.get(Jobs).run('silentSources');
  expect(await found()).toMatchObject([{ endedAt: '2026-03-16T11:00:00.000Z' }]);
});

it('finds what is missing of the rhythm of a series, and no longer once it was brought', async () => {
  const send = (from: number, to: number) => {
    const rows = Array.from({ length: to - from }, (_, i) => at(`08:${String(from + i).padStart(2, '0')}`));
    const lines = rows.map((instant) => JSON.stringify({ service: 'mail', at: instant, up: true }));
    return given
      .token(manager, ['ingest'])
      .then((machine) =>
        api
          .as(machine)
          .post('/measurements?source=monitor')
          .set('content-type', 'application/x-ndjson')
          .send(lines.join('\n')),
      );
  };
  await send(0, 20);
  await send(30, 40);
  await api.get(Jobs).run('gaps');
  const GAPS = `{ findings(kind: GAP, state: OPEN) { edges { node { subject { name path } facts { name value } } } } }`;
  expect((await api.as(manager).run(GAPS)).findings.edges).toEqual([
    {
      node: {
        subject: { name: `up of ${mail.name}`, path: '/sources/monitor' },
        facts: [
          { name: 'gaps', value: '1' },
          { name: 'from', value: '2026-03-16T08:19:00.000Z' },
          { name: 'to', value: '2026-03-16T08:30:00.000Z' },
          { name: 'missing', value: String(10 * MINUTE) },
        ],
      },
    },
  ]);

  await send(20, 30);
  await api.get(Jobs).run('gaps');
  expect((await api.as(manager).run(GAPS)).findings.edges).toEqual([]);
});

it('finds what is missing of what is counted, promised or not', async () => {
  await given.service({ slug: 'unpromised' });
  const machine = await given.token(manager, ['ingest']);
  const counted = Array.from({ length: 200 }, (_, i) => i)
    .filter((i) => i < 40 || i >= 43)
    .map((i) => {
      const [from, to] = [i, i + 1].map((n) => new Date(Date.UTC(2026, 2, 14) + n * 300_000).toISOString());
      return JSON.stringify({ service: 'unpromised', series: 'calls', from, to, good: 9, total: 10 });
    });
  await api
    .as(machine)
    .post('/measurements?source=counter')
    .set('content-type', 'application/x-ndjson')
    .send(counted.join('\n'));
  await api.get(Jobs).run('gaps');

  const GAPS = `{ findings(kind: GAP, state: OPEN) { edges { node { subject { path } facts { name value } } } } }`;
  const found = (await api.as(manager).run(GAPS)).findings.edges;
  expect(found).toContainEqual({
    node: {
      subject: { path: '/sources/counter' },
      facts: [
        { name: 'gaps', value: '1' },
        { name: 'from', value: '2026-03-14T03:20:00.000Z' },
        { name: 'to', value: '2026-03-14T03:35:00.000Z' },
        { name: 'missing', value: String(15 * MINUTE) },
      ],
    },
  });
});

const SILENT = { rhythm: '300000', open: 1 };
const IS_SILENT = `
  SELECT min(h.rhythm_ms) AS rhythm, (SELECT count(*)::int FROM finding f
    WHERE f.kind = 'silentSource' AND f.subject_id = o.id::text AND f.ended_at IS NULL) AS open
  FROM source o JOIN series n ON n.source_id = o.id JOIN series_rhythm h ON h.series_id = n.id
  WHERE o.slug = 'counter' GROUP BY o.id`;

it('does not forget a source that has been silent for longer than its rhythm is looked for', async () => {
  const now = api.clock.now();
  const stateAfter = async (days: number) => {
    api.clock.set(new Date(now.getTime() + days * 86_400_000));
    for (const job of ['gaps', 'silentSources']) await api.get(Jobs).run(job);
    const [row] = await api.dataSource.query(IS_SILENT);
    return row;
  };
  expect([await stateAfter(0), await stateAfter(40)]).toEqual([SILENT, SILENT]);
  api.clock.set(now);
});

it('reads of a server whether a service is up, and an Upptime history on from where it was', async () => {
  expect(
    (
      await add({
        sourceName: 'Up',
        serviceId: mail.id,
        series: null,
        asked: { prometheusUp: { up: 'up', stepSeconds: 60 } },
      })
    ).errors,
  ).toEqual([]);
  await comesTo('11:05');
  await comesTo('11:06'); // Judged then.
  const { numerator, denominator } = await given.resultOf(uptime, '2026-03');
  expect(Number(denominator) - Number(numerator)).toBe(MINUTE);

  // What nobody looked at is not known to be up.
  isDown = true;
  await comesTo('11:08');
  await api.get(Passing).judge(new Date(at('12:30')));
  const evaluatedAt = new Date(at('12:30'));
  expect(await given.resultOf(uptime, '2026-03')).toMatchObject({ numerator, evaluatedAt });
  isDown = false;

  const said = (status: string, date: string) => ({
    commit: { message: `🟩 Mail is ${status} (200 in 1 ms) [skip ci] [upptime]`, committer: { date } },
  });
  const commits = [
    said('down', '2026-03-01T00:00:00Z'),
    said('up', '2026-03-02T00:00:00Z'),
    said('up', '2026-03-16T00:00:00Z'),
  ];
  github.answers((path) => {
    const url = new URL(path, github.url);
    if (url.pathname !== '/repos/acme/status/commits' || url.searchParams.get('path') !== 'history/mail.yml')
      return json({ message: 'Not Found' }, 404);
    const [since, until] = [url.searchParams.get('since')!, url.searchParams.get('until')!];
    const within = commits.filter(({ commit: { committer } }) => {
      const date = new Date(committer.date).toISOString();
      return since <= date && date <= until;
    });
    return json(within.toReversed());
  });
  const history = {
    sourceName: 'Upptime',
    serviceId: mail.id,
    series: 'history',
    address: `http://127.0.0.1:${github.port}/repos/acme/status`,
    asked: { upptime: { site: 'mail' } },
    since: '2026-01-01T00:00:00Z',
    authorization: null,
  };
  await add(history);
  await comesTo('11:10');
  const { pulls } = await pullsOf('upptime');
  expect(pulls).toMatchObject([{ readTo: '2026-03-16T00:00:00.000Z', failures: 0 }]);
  expect(pulls[0].attempts.map(({ accepted }: { accepted: number }) => accepted)).toEqual([1, 2, 0]);

  await add({ ...history, series: 'other', asked: { upptime: { site: 'fax' } } });
  await comesTo('11:15');
  expect((await pullsOf('upptime')).pulls[1].attempts[0].problem).toContain('no history of fax');
});

it('shows what a server answers before anything is kept, with the stored authorization at its own address only', async () => {
  const tried = async (input: object) =>
    (await api.as(manager).run(TRY, { input: { address, asked: toAdd.asked, ...input } })).tryPull.trial;
  expect(await tried({})).toMatchObject({
    reason: null,
    rows: 59,
    newest: [
      { at: '2026-03-16T11:13:00.000Z', to: '2026-03-16T11:14:00.000Z', good: '4', total: '5' },
      ...Array<unknown>(9).fill(expect.anything()),
    ],
  });
  expect(sent().headers.authorization).toBeUndefined();
  const wrong = { prometheusUp: { up: 'wrong{', stepSeconds: 60 } };
  expect(await tried({ asked: wrong })).toMatchObject({
    reason: 'Prometheus refuses the question: bad_data: parse error',
    rows: 0,
  });

  const [{ id, version }] = await api.dataSource.query(`SELECT id, version FROM pull WHERE series = 'logins'`);
  await tried({ id });
  expect(sent().headers.authorization).toContain('Basic ');
  await tried({ id, address: `${address}/elsewhere` });
  expect(sent().headers.authorization).toBeUndefined();

  const change = { id, version, input: { address: `${address}/elsewhere` } };
  expect((await api.as(manager).run(CHANGE, change)).changePull.pull).toEqual({
    version: 2,
    state: 'ACTIVE',
    authorization: 'NONE',
  });
  const everything = JSON.stringify(await api.dataSource.query('SELECT * FROM audit_entry'));
  expect(everything).not.toContain('dumbledore');
  expect(everything).not.toContain(Buffer.from('accord:dumbledore').toString('base64'));
});

it('refuses what leads inside, redirects, partial answers, and answers that are too large', async () => {
  const answers = async (answer: Answered) => {
    other.answers(answer);
    const input = { address: `http://127.0.0.1:${other.port}`, asked: toAdd.asked };
    return (await api.as(manager).run(TRY, { input })).tryPull.trial.reason;
  };
  expect(await answers({ status: 302, headers: { location: 'http://127.0.0.1/' } })).toContain('not followed');
  expect(await answers({ status: 401 })).toBe('The server does not let us in (401).');
  const nothing = { resultType: 'matrix', result: [] };
  expect(await answers(json({ status: 'success', warnings: ['store is away'], data: nothing }))).toContain(
    'only a part',
  );
  expect(await answers({ status: 200, body: 'x'.repeat(33 * 1_048_576) })).toContain('larger than');
  const { errors } = await add({ address: 'http://10.0.0.1:9090', series: 'inside' });
  expect(errors).toEqual([]);
  await comesTo('11:20');
  const inside = (await pullsOf('prometheus')).pulls.find(({ series }: { series: string }) => series === 'inside');
  expect(inside.attempts[0].problem).toBe('10.0.0.1 is an address inside.');
});

it('is added by those who measure the service, and reads no longer once they may not', async () => {
  const owner = await given.person({ roles: ['serviceManager'] });
  const own = await given.service({ ownerId: owner.id });
  expect((await add({ serviceId: own.id }, owner)).errors).toMatchObject([{ code: 'MEASURED_BY_IT' }]);
  const requester = await given.person({ roles: ['requester'] });
  expect((await add({ series: 'mine' }, requester)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect((await add({ series: 'elsewhere' })).errors).toEqual([]);
  expect((await add({ series: 'elsewhere' })).errors).toMatchObject([{ code: 'TAKEN', field: ['series'] }]);
  expect((await api.as(requester).run(PULLS, { slug: 'prometheus' })).source).toBeNull();

  const ofZoom = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: zoom.id }] });
  expect((await add({ sourceName: 'Own', series: 'own' }, ofZoom)).errors).toEqual([]);
  expect((await api.as(ofZoom).run(PULLS, { slug: 'upptime' })).source).toBeNull();
  await api.dataSource.query(`UPDATE role_assignment SET ended_at = now() WHERE person_id = $1`, [ofZoom.id]);
  await comesTo('11:25');
  expect((await pullsOf('own')).pulls[0].attempts[0].problem).toContain('may not bring what it reads');
});

it('asks in each minute that it is to, also when asking begins some seconds late', async () => {
  const { pull } = await add({ sourceName: 'Minutely', series: 'minutely', everyMinutes: 1 });
  await comesTo('11:25');
  const second = (time: string) => new Date(`2026-03-16T11:${time}Z`);
  for (const minute of ['26', '27', '28']) {
    api.clock.set(second(`${minute}:03`));
    await api.get(Jobs).run('pulls');
    api.clock.set(second(`${minute}:09`));
    await api.get(Jobs).settle();
  }
  const asked = await api.dataSource.query('SELECT at FROM pull_attempt WHERE pull_id = $1 ORDER BY at', [pull.id]);
  expect(asked.map(({ at: when }: { at: Date }) => when.toISOString().slice(14, 19))).toEqual([
    '25:00',
    '26:09',
    '27:09',
    '28:09',
  ]);
});

it('goes on as planned after a failure, and not from when it asked again', async () => {
  await comesTo('11:40');
  const { pull } = await add({ sourceName: 'Sevens', series: 'sevens', everyMinutes: 7 });
  const next = async () =>
    (await pullsOf('sevens')).pulls.find(({ series }: { series: string }) => series === 'sevens').nextAt;
  await comesTo('11:40');
  const planned = await next();
  const minutesLater = (minutes: number) => new Date(Date.parse(planned) + minutes * MINUTE).toISOString();
  isDown = true;
  await comesTo(planned.slice(11, 16));
  expect(Date.parse(await next()) - Date.parse(minutesLater(30))).toBeLessThan(20_000);

  isDown = false;
  await comesTo(minutesLater(31).slice(11, 16));
  expect(await next()).toBe(minutesLater(35));
  const asked = await api.dataSource.query('SELECT count(*)::int AS n FROM pull_attempt WHERE pull_id = $1', [pull.id]);
  expect(asked).toEqual([{ n: 3 }]);
});
