import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { startStory } from '../../builders/index.js';
import type { Actor } from '../../builders/graph-client.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const machine = await given.token(manager, ['ingest']);
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

const HOUR = 3_600_000;
const MARCH = Date.UTC(2026, 2, 1);
const hour = (n: number) => new Date(MARCH + n * HOUR).toISOString();

/** Counts of the hours of March, one after the other. */
const counts = (from: number, to: number, more: object = {}) =>
  Array.from({ length: to - from }, (_, i) => from + i).map((n) => {
    const row = { service: 'zoom', series: 'logins', from: hour(n), to: hour(n + 1), good: 99, total: 100, ...more };
    return JSON.stringify(row);
  });

const post = (source: string, type = 'application/x-ndjson', actor: Actor = machine) =>
  api.as(actor).post(`/measurements?source=${source}`).set('content-type', type);

async function send(source: string, lines: readonly string[]) {
  const { status, body } = await post(source).send(lines.join('\n'));
  expect({ status, errors: body.errors }).toEqual({ status: 200 });
  return body;
}

const stored = async () => Number((await api.dataSource.query('SELECT count(*) AS n FROM measurement'))[0].n);
const TAKEN = { corrected: 0, duplicate: 0, refused: 0, problems: [] };

it('takes counts of a machine, judges them by a job, and knows them when they come again', async () => {
  expect(await send('gateway', counts(0, 48))).toEqual({ accepted: 48, ...TAKEN });
  expect(await given.resultOf(logins, '2026-03')).toMatchObject({ denominator: '0' });

  await api.get(Jobs).settle();

  expect(await given.resultOf(logins, '2026-03')).toMatchObject({ numerator: '4752', denominator: '4800' });
  expect(await send('gateway', counts(0, 50))).toEqual({ ...TAKEN, accepted: 2, duplicate: 48 });
  const [source] = await api.dataSource.query(`SELECT name, last_seen_at FROM source WHERE slug = 'gateway'`);
  expect(source).toEqual({ name: 'gateway', last_seen_at: new Date(hour(50)) });
});

it('takes probes as gzipped CSV; what one says holds since the one before it', async () => {
  const csv = (rows: string) => gzipSync(`\uFEFFat,service,up\r\n${rows}`);
  const bring = (rows: string) => post('monitor', 'text/csv').set('content-encoding', 'gzip').send(csv(rows));

  expect((await bring('2026-02-02T00:00:00Z,mail,1\r\n2026-02-27T00:00:00Z,mail,false\r\n')).body.accepted).toBe(2);
  await api.get(Jobs).settle();
  expect((await bring('2026-03-02T00:00:00Z,mail,true\n"2026-03-03T00:00:00+01:00",mail,true')).body.accepted).toBe(2);
  await api.get(Jobs).settle();

  // Down from the 27th to the 2nd: two days of February, and one of March.
  const downMs = async (period: string) => {
    const { denominator, numerator } = await given.resultOf(uptime, period);
    return Number(denominator) - Number(numerator);
  };
  expect([await downMs('2026-02'), await downMs('2026-03')]).toEqual([48 * HOUR, 24 * HOUR]);
});

it('corrects with a reason, but nothing that a closed period counted', async () => {
  const fixed = counts(0, 2, { good: 100 }).join('\n');
  const correct = async (reason: string) => (await post(`gateway&correction=${reason}`).send(fixed)).body;

  expect((await correct('%20')).errors).toMatchObject([{ code: 'REASON_MISSING', field: ['correction'] }]);
  expect(await correct('A%20node%20was%20left%20out.')).toEqual({ ...TAKEN, accepted: 0, corrected: 2 });
  expect(await correct('Again.')).toEqual({ ...TAKEN, accepted: 0, duplicate: 2 });
  await api.get(Jobs).settle();
  expect(await given.resultOf(logins, '2026-03')).toMatchObject({ numerator: '4952', denominator: '5000' });
  expect(await api.dataSource.query('SELECT reason FROM batch WHERE reason IS NOT NULL')).toEqual([
    { reason: 'A node was left out.' },
  ]);

  const february = [counts(-48, -47)[0]!, counts(-48, -47, { good: 1 })[0]!];
  await send('gateway', [february[0]!]);
  await api.get(Jobs).settle();
  await given.closed('2026-02', logins);
  const late = (await post('gateway&correction=Late').send(february[1]!)).body;
  expect(late).toMatchObject({ corrected: 0, refused: 1 });
  expect(late.problems[0].reason).toContain('2026-02 is closed');
  const probe = '{"service": "mail", "at": "2026-02-27T00:00:00Z", "up": true}';
  await given.closed('2026-02', uptime);
  expect((await post('monitor&correction=Late').send(probe)).body.problems[0].reason).toContain('2026-02 is closed');
});

it('says line by line what it refuses and why, and takes the rest', async () => {
  const receipt = await send('gateway', [
    ...counts(60, 61),
    '{"service": "zoom", "series": "logins", "from": "yesterday"}',
    '',
    ...counts(0, 1, { good: 98 }),
    ...counts(49, 50, { to: hour(51) }),
    ...counts(60, 61, { from: new Date(MARCH + 60.5 * HOUR).toISOString() }),
    ...counts(61, 62, { service: 'fax' }),
  ]);

  expect(receipt).toMatchObject({ accepted: 1, duplicate: 0, refused: 5 });
  expect(receipt.problems).toEqual([
    {
      line: 2,
      field: 'from',
      value: 'yesterday',
      reason: 'is not an instant with its zone, such as 2026-03-16T09:00:00Z',
    },
    {
      line: 4,
      field: null,
      value: null,
      reason: 'differs from what is recorded; send it as a correction, with a reason',
    },
    {
      line: 5,
      field: null,
      value: null,
      reason: 'differs from what is recorded; send it as a correction, with a reason',
    },
    {
      line: 6,
      field: null,
      value: null,
      reason: `shares time with the interval recorded from ${hour(60)} to ${hour(61)}`,
    },
    { line: 7, field: 'service', value: 'fax', reason: 'is no service that you may bring measurements of' },
  ]);
});

it('lists the first hundred of what it refuses, and counts the rest', async () => {
  const { refused, problems } = await send('gateway', Array<string>(150).fill('{}'));

  expect([refused, problems.length]).toEqual([150, 100]);
});

it('lets one source count under a name of a service', async () => {
  const { problems } = await send('other-gateway', counts(100, 101));
  expect(problems).toMatchObject([{ field: 'series', reason: expect.stringContaining('by another source') }]);

  const input = { serviceId: zoom.id, series: 'logins', from: hour(100), to: hour(101), good: 1, total: 1 };
  const { recordCounts } = await api
    .as(manager)
    .run(`mutation ($input: RecordCountsInput!) { recordCounts(input: $input) { errors { code field } } }`, { input });
  expect(recordCounts.errors).toEqual([{ code: 'OTHER_SOURCE', field: ['series'] }]);
});

it('takes nothing from strangers, from tokens for something else, and from who measures nothing', async () => {
  const requester = await given.person({ roles: ['requester'] });
  const actors: Actor[] = [
    { cookie: null },
    await given.token(manager, ['read']),
    await given.token(requester, ['ingest']),
  ];
  const statuses = [];
  for (const actor of actors)
    statuses.push((await post('gateway', 'application/x-ndjson', actor).send(counts(200, 201)[0])).status);

  expect(statuses).toEqual([401, 403, 403]);
});

it('takes nothing about a service from who is measured by it', async () => {
  const owner = await given.person({ roles: ['serviceManager', 'serviceOwner'] });
  const own = await given.service({ ownerId: owner.id });
  const token = await given.token(owner, ['ingest']);

  const lines = [...counts(0, 1, { service: own.slug, series: 'a' }), ...counts(0, 1, { series: 'b' })];
  const { body } = await post('gateway', 'application/x-ndjson', token).send(lines.join('\n'));

  expect(body).toMatchObject({ accepted: 1, refused: 1, problems: [{ line: 1 }] });
  expect(body.problems[0].reason).toContain('another service manager');
});

describe('of a batch of many chunks', () => {
  const rows = Array.from({ length: 120_000 }, (_, i) => {
    const at = new Date(Date.UTC(2025, 0, 1) + i * 60_000).toISOString();
    return `{"service":"mail","series":"many","at":"${at}","up":true}`;
  }).join('\n');

  it('nothing is stored when it ends early', async () => {
    const before = await stored();
    const whole = gzipSync(rows);
    const cut = await post('many')
      .set('content-encoding', 'gzip')
      .send(whole.subarray(0, whole.length - 1_000));
    expect(cut.status).toBe(422);
    expect(cut.body.errors).toMatchObject([{ code: 'UNFIT', message: expect.stringContaining('ends early') }]);

    await sendAndHangUp(rows.slice(0, -1_000), rows.length);

    expect(await stored()).toBe(before);
  });

  it('all is stored once, though it is sent twice at the same time', async () => {
    const before = await stored();
    const answers = await Promise.all([post('many').send(rows), post('many').send(rows)]);

    expect(answers.map(({ body }) => body.accepted).sort()).toEqual([0, 120_000]);
    expect(await stored()).toBe(before + 120_000);
    await api.get(Jobs).settle();
    expect(await api.dataSource.query('SELECT FROM unjudged')).toEqual([]);
  });
});

/** Promises more than it sends. */
function sendAndHangUp(body: string, promised: number): Promise<void> {
  const headers = {
    authorization: `Bearer ${machine.token}`,
    'content-type': 'application/x-ndjson',
    'content-length': promised,
  };
  return new Promise((resolve) => {
    const sent = httpRequest(`${api.address}/measurements?source=many`, { method: 'POST', headers });
    sent.on('error', () => {}).on('close', () => resolve());
    sent.write(body, () => sent.destroy());
  });
}

describe('what comes late', () => {
  const shop = { slug: 'shop' };
  const late: { id: string }[] = [];
  beforeAll(async () => {
    const { id: serviceId } = await given.service(shop);
    const since = { effectiveFrom: '2025-01-01' };
    const indicators = {
      orders: { goodOfTotal: { series: 'orders' } },
      up: { availability: { source: 'probes', shortestOutageMs: 0, longestHoldMs: null } },
    };
    for (const [slug, indicator] of Object.entries(indicators))
      late.push(await given.commitment({ serviceId, slug, indicator: indicator as never, target: '99' }, since));
    const probes = ['2025-10-30', '2025-11-03', '2025-12-24', '2026-02-05'].map((day) =>
      JSON.stringify({ service: 'shop', at: `${day}T00:00:00Z`, up: day !== '2025-12-24' }),
    );
    await send('monitor', probes);
    await api.get(Jobs).settle();
  });

  /** Periods that were judged of each commitment once something was sent. */
  async function judgedBy(source: string, row: object): Promise<string[][]> {
    const at = new Date(api.clock.now().getTime() + 60_000);
    api.clock.set(at);
    expect(await send(source, [JSON.stringify({ service: 'shop', ...row })])).toMatchObject({ accepted: 1 });
    await api.get(Jobs).settle();
    const rows: { id: string; period: string }[] = await api.dataSource.query(
      'SELECT commitment_id AS id, period FROM period_result WHERE evaluated_at = $1 ORDER BY period',
      [at],
    );
    expect(rows.every(({ id }) => late.some((commitment) => commitment.id === id))).toBe(true);
    return late.map(({ id }) => rows.filter((row) => row.id === id).map(({ period }) => period));
  }

  it('is judged in the one period that it is of, of the fifteen of its service, and of no other service', async () => {
    const day = { series: 'orders', from: '2025-05-06T10:00:00Z', to: '2025-05-06T10:05:00Z', good: 9, total: 10 };

    expect(await judgedBy('counter', day)).toEqual([['2025-05'], ['2025-05']]);
  });

  it('is judged, when it is a probe, from the last that found the service up to the next', async () => {
    // Down from Christmas Eve to February, and now from the 20th on.
    const down = ['2025-11', '2025-12', '2026-01', '2026-02'];
    expect(await judgedBy('monitor', { at: '2025-12-20T00:00:00Z', up: false })).toEqual([down, down]);
    expect(await given.resultOf(late[1]!, '2025-12')).toMatchObject({ numerator: String(19 * 24 * HOUR) });

    const ended = ['2025-11'];
    expect(await judgedBy('monitor', { at: '2025-11-02T00:00:00Z', up: false })).toEqual([
      ['2025-10', ...ended],
      ['2025-10', ...ended],
    ]);
    expect(await judgedBy('monitor', { at: '2026-03-01T00:00:00Z', up: false })).toEqual([
      ['2026-02', '2026-03'],
      ['2026-02', '2026-03'],
    ]);
  });
});
