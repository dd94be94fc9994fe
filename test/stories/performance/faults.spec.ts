import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedCluster } from '@accord/api/platform/database/embedded-cluster.js';
import { AgreementVersions } from '@accord/api/agreements/agreement-versions.js';
import { Evaluation } from '@accord/api/performance/evaluation/evaluation.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import type { Answer } from '../../builders/graph-client.js';
import { startStory } from '../../builders/index.js';
import { Cable } from '../../platform/cable.js';
import { scratch } from '../../platform/scratch.js';
import { killDatabase, ServerProcess } from '../../platform/server-process.js';
import { createTemplate, newRun } from '../../platform/test-databases.js';

// A database that waits for the disk, as real ones do, behind a network that can be cut.
const folder = mkdtempSync(join(scratch(), 'accord-data-'));
chmodSync(folder, 0o755); // The account that the database server runs as must get in.
let cluster = await EmbeddedCluster.start(join(folder, 'postgres'));
const cable = await Cable.lay(portOf(cluster.url()));
const server = throughCable(cluster.url());
const run = newRun(Date.now());
await createTemplate(server, run);

const { api, given } = await startStory([], {}, { server, run });
afterAll(async () => {
  await ServerProcess.stopAll();
  await cable.remove();
  await cluster.stop();
  rmSync(folder, { recursive: true });
});
const NOW = new Date();
api.clock.set(NOW);

const manager = await given.person({ roles: ['serviceManager'] });
const { token } = await given.token(manager, ['ingest']);
const mail = await given.service({ slug: 'mail' });
const logins = await given.commitment(
  { serviceId: mail.id, indicator: { goodOfTotal: { series: 'logins' } } as never, target: '99' },
  { effectiveFrom: '2026-01-01' },
);

/** Every story measures minutes of its own, one after the other. */
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const BEGINNING = Date.UTC(NOW.getUTCFullYear(), NOW.getUTCMonth() - 2, 1);
let measuredUntil = BEGINNING;

/** Rows of as many minutes as nobody has measured yet, 99 of 100 good. */
function minutes(count: number): string[] {
  const from = measuredUntil;
  measuredUntil += count * MINUTE;
  return Array.from({ length: count }, (_, i) => {
    const [at, to] = [from + i * MINUTE, from + (i + 1) * MINUTE].map((instant) => new Date(instant).toISOString());
    return JSON.stringify({ service: 'mail', series: 'logins', from: at, to, good: 99, total: 100 });
  });
}

/** A server that has begun whatever it begins with. */
async function start() {
  const accord = ServerProcess.start({ PORT: '0', DATABASE_URL: api.url, ACCORD_DATA_DIR: folder });
  const address = await accord.ready();
  await accord.says(/Sign in with/);
  return { accord, address };
}

/** One for all stories, unless one of them kills it. */
let { accord, address } = await start();
afterEach(() => cable.mend());

function portOf(url: string): number {
  return Number(new URL(url).port);
}

function throughCable(url: string): string {
  const address = new URL(url);
  address.port = String(cable.port);
  return address.href;
}

/** A batch on its way: what is written is sent at once. */
function sending(address: string): { request: ClientRequest; answer: Promise<{ status: number; body: Answer }> } {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' };
  const request = httpRequest(`${address}/measurements?source=gateway`, { method: 'POST', headers, agent: false });
  const answer = once(request, 'response').then(async ([response]: IncomingMessage[]) => {
    const body = await text(response!);
    return { status: response!.statusCode!, body: body.startsWith('{') ? JSON.parse(body) : body };
  });
  answer.catch(() => {});
  return { request, answer };
}

async function send(address: string, rows: readonly string[]) {
  const { request, answer } = sending(address);
  request.end(rows.join('\n'));
  return answer;
}

/** More than what is read at once, so that a part of it stands in a transaction that waits for the rest. */
async function begun(address: string, rows: readonly string[]) {
  await until(isJudged); // Which holds a transaction too.
  const { request, answer } = sending(address);
  request.write(`${rows.slice(0, -1).join('\n')}\n`);
  let pid: number | undefined;
  await until(async () => (pid = await inTransaction()) !== undefined);
  return { request, answer, pid: pid! };
}

/** The database's process that holds a transaction of the server in which rows were copied. */
const inTransaction = async (): Promise<number | undefined> => {
  const [row]: { pid: number }[] = await api.dataSource.query(
    `SELECT pid FROM pg_stat_activity a WHERE application_name = 'accord' AND pid <> pg_backend_pid()
       AND state = 'idle in transaction' AND EXISTS (
         SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.relation = 'batch'::regclass AND l.mode = 'RowExclusiveLock'
       )`,
  );
  return row?.pid;
};

/** By the account of the database itself: no file that the process writes may grow above so many bytes. */
function limitFiles(pid: number, bytes: string): void {
  const { uid, gid } = statSync(join(folder, 'postgres/data'));
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`], { uid, gid, stdio: 'pipe' });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo().catch(() => false))) await sleep(25);
}

const isJudged = async (): Promise<boolean> => {
  const [{ left }] = await api.dataSource.query(
    `SELECT (SELECT count(*) FROM unjudged)::int + (SELECT count(*) FROM pgboss.job
       WHERE data ->> 'queue' = 'judgeMeasurements' AND state < 'completed')::int AS left`,
  );
  return left === 0;
};

const isWaitingForLock = async (): Promise<boolean> => {
  const [{ n }] = await api.dataSource.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'accord' AND wait_event_type = 'Lock'`,
  );
  return n > 0;
};

/** Of each ended period of an agreement how it stands, and how often each trace of its closing is there. */
const CLOSED = `
  SELECT r.state,
    (SELECT count(*)::int FROM audit_entry a WHERE a.subject_id = r.id::text AND a.action = 'result.closed') AS audits,
    (SELECT count(*)::int FROM breach b WHERE b.result_id = r.id) AS breaches,
    (SELECT count(*)::int FROM service_credit k WHERE k.result_id = r.id) AS credits
  FROM period_result r JOIN commitment c ON c.id = r.commitment_id
  WHERE c.agreement_id = $1 AND r.to_at <= $2 ORDER BY r.from_at`;

/** Every row that was acknowledged is there once, and each result is what judging everything anew comes to. */
async function expectNothingLost(): Promise<void> {
  const stored: { n: number; total: number }[] = await api.dataSource.query(
    'SELECT count(*)::int AS n, count(DISTINCT (series_id, observed_at))::int AS total FROM measurement',
  );
  const measured = (measuredUntil - BEGINNING) / MINUTE;
  expect(stored).toEqual([{ n: measured, total: measured }]);
  const results = (tx: { query: typeof api.dataSource.query }): Promise<{ n: string; d: string }[]> =>
    tx.query(
      `SELECT period, verdict, numerator AS n, denominator AS d FROM period_result WHERE commitment_id = $1 ORDER BY period`,
      [logins.id],
    );
  const before = await results(api.dataSource);
  expect(before.reduce((sum, { d }) => sum + Number(d), 0)).toBe(measured * 100);
  expect(before.reduce((sum, { n }) => sum + Number(n), 0)).toBe(measured * 99);
  await api.dataSource
    .transaction(async (tx) => {
      await tx.query(`DELETE FROM period_result WHERE commitment_id = $1`, [logins.id]);
      await api.get(Evaluation).reevaluate(tx, { commitmentIds: [logins.id], from: new Date(0), to: NOW }, NOW);
      expect(await results(tx)).toEqual(before);
      throw new Error('enough');
    })
    .catch((error: Error) => expect(error.message).toBe('enough'));
}

it('stores nothing of a batch in whose middle the server is killed, and every row once when it is sent again', async () => {
  const kept = minutes(1_000);
  expect(await send(address, kept)).toMatchObject({ status: 200, body: { accepted: 1_000 } });
  const lost = minutes(21_000);
  await begun(address, lost);
  accord.signal('SIGKILL');
  await accord.ended;

  ({ accord, address } = await start());
  expect(await send(address, [...kept, ...lost])).toMatchObject({
    status: 200,
    body: { accepted: 21_000, duplicate: 1_000, refused: 0 },
  });
  await until(isJudged);
  await expectNothingLost();
}, 60_000);

it('goes on after the database was killed in the middle of an evaluation, and judges what was acknowledged', async () => {
  const hold = api.dataSource.createQueryRunner();
  await hold.startTransaction();
  await hold.query('SELECT FROM commitment WHERE id = $1 FOR UPDATE', [logins.id]);
  expect(await send(address, minutes(500))).toMatchObject({ body: { accepted: 500 } });
  await until(isWaitingForLock);
  killDatabase(join(folder, 'postgres'));
  cable.cut();
  await hold.release().catch(() => {});

  const { status } = await send(address, minutes(1));
  measuredUntil -= MINUTE;
  expect(status).toBe(503);
  cluster = await EmbeddedCluster.start(join(folder, 'postgres'));
  cable.mend(portOf(cluster.url()));
  await until(isJudged);
  expect(await send(address, minutes(500))).toMatchObject({ body: { accepted: 500 } });
  await until(isJudged);
  await expectNothingLost();
}, 60_000);

it('says that a batch was not stored when the network to the database breaks, and takes it when it is mended', async () => {
  const rows = minutes(21_000);
  const { request, answer } = await begun(address, rows);
  cable.cut();
  request.end(rows.at(-1));
  expect(await answer).toMatchObject({
    status: 503,
    body: { errors: [{ code: 'UNAVAILABLE', message: expect.stringContaining('nothing was confirmed') }] },
  });
  cable.mend();
  expect(await send(address, rows)).toMatchObject({ body: { accepted: 21_000, duplicate: 0 } });
  await until(isJudged);
  await expectNothingLost();
}, 60_000);

it('says so when the disk refuses a write, keeps what it has, and takes the batch when there is room', async () => {
  const rows = minutes(22_000);
  const { request, answer, pid } = await begun(address, rows.slice(0, 20_500));
  // No file may grow above a size that the ledger's has already.
  limitFiles(pid, '1000000');
  request.end(rows.slice(20_499).join('\n'));
  expect(await answer).toMatchObject({ status: 503 });

  try {
    limitFiles(pid, 'unlimited');
  } catch {
    // It ended by what it could not write.
    await until(async () => !existsSync(`/proc/${pid}`));
  }
  let taken: Awaited<ReturnType<typeof send>> | undefined;
  await until(async () => (taken = await send(address, rows)).status === 200);
  expect(taken).toMatchObject({ body: { accepted: 22_000, duplicate: 0 } });
  await until(isJudged);
  await expectNothingLost();
}, 60_000);

it('closes nothing of a period in whose closing the server is killed, and every period once when it is back', async () => {
  const desk = await given.service();
  const { agreement, version } = await given.draftAgreement({
    effectiveFrom: '2026-01-01',
    monthlyCharge: '1000.00',
    terms: [{ serviceId: desk.id }],
  });
  const act = await given.act(await given.person({ roles: ['btOffice'] }));
  await api.get(AgreementVersions).change(act, version.id, { closing: 'byItself', closingDays: 1 });
  await given.inForce(version);
  await given.outage(desk, '2026-01-10T00:00:00Z', '2026-01-20T00:00:00Z');
  const closed = (): Promise<object[]> => api.dataSource.query(CLOSED, [agreement.id, new Date(NOW.getTime() - DAY)]);
  const open = (await closed()).length;

  const hold = api.dataSource.createQueryRunner();
  await hold.startTransaction();
  await hold.query('LOCK TABLE period_closing IN SHARE MODE'); // Written last.
  await api.dataSource.transaction((tx) => api.get(Jobs).enqueue(tx, 'closePeriods', {}));
  await until(isWaitingForLock);
  accord.signal('SIGKILL');
  await accord.ended;
  await hold.rollbackTransaction();
  await hold.release();
  expect(await closed()).toEqual(
    Array.from({ length: open }, () => ({ state: 'open', audits: 0, breaches: 0, credits: 0 })),
  );

  ({ accord, address } = await start());
  await until(async () => (await closed()).every((row) => (row as { state: string }).state === 'frozen'));
  const once = { state: 'frozen', audits: 1, breaches: 0, credits: 0 };
  expect(await closed()).toEqual([
    { ...once, breaches: 1, credits: 1 },
    ...Array.from({ length: open - 1 }, () => once),
  ]);
}, 60_000);

it('judges the same whatever the clock of the server does', async () => {
  const HOUR = 60 * MINUTE;
  for (const jump of [20 * HOUR, -40 * HOUR, 0]) {
    api.clock.set(new Date(NOW.getTime() + jump));
    const { status } = await api
      .as({ cookie: null, token })
      .post('/measurements?source=gateway')
      .set('content-type', 'application/x-ndjson')
      .send(minutes(300).join('\n'));
    expect(status).toBe(200);
    await api.get(Jobs).settle();
  }
  await expectNothingLost();
}, 60_000);
