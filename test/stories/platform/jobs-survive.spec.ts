import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startMailServer } from '../../platform/mail-server.js';
import { onServer } from '../../platform/database-server.js';
import { embeddedUrl, ServerProcess, temporaryFolder } from '../../platform/server-process.js';

afterEach(() => ServerProcess.stopAll());

const mail = await startMailServer();
const folder = temporaryFolder();

/** A mail server that takes the call and then says nothing. */
const calls: Socket[] = [];
const silent = createServer((socket) => void calls.push(socket.on('error', () => {}))).listen(0, '127.0.0.1');
await new Promise((resolve) => silent.once('listening', resolve));
afterAll(() => (calls.forEach((socket) => socket.destroy()), silent.close()));

const start = (smtp: string) =>
  ServerProcess.start({ PORT: '0', ACCORD_DATA_DIR: folder, SMTP_URL: smtp, MAIL_FROM: 'accord@example.org' });
const silentUrl = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(50);
}

/** Mails that wait, or are under way. */
const leftToDo = () =>
  onServer(embeddedUrl(folder), async (client) => {
    const { rows } = await client.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM pgboss.job WHERE name = 'noticeMail' AND state IN ('created', 'retry', 'active')`,
    );
    return rows[0]!.left;
  });

let cookie = '';

async function run(address: string, query: string): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-accord-client': 'test', cookie };
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
  const { data, errors } = (await response.json()) as { data: Record<string, { errors: [] }>; errors?: object[] };
  expect([errors, Object.values(data)[0]?.errors]).toEqual([undefined, []]);
}

/** Of which a mail tells. */
const makeToken = (address: string, name: string) => {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  return run(
    address,
    `mutation { makeAccessToken(input: { name: "${name}", scopes: [READ], expiresAt: "${expiresAt}" }) { errors { message } } }`,
  );
};

it('does after a kill what was under way and what had not begun', async () => {
  const killed = start(silentUrl);
  const address = await killed.ready();
  const [, code] = await killed.says(/one-time code: (\S+)/);
  await run(
    address,
    `mutation { setUpFirstAdministrator(input: { code: "${code}", enterpriseName: "Ours", timeZone: "UTC", currency: "EUR",
      name: "Ada", email: "ada@example.org", password: "correct horse battery" }) { errors { message } } }`,
  );
  await makeToken(address, 'First');
  await until(() => calls.length > 0);
  await makeToken(address, 'Second');
  killed.signal('SIGKILL');
  await killed.ended;
  expect(mail.received).toEqual([]);

  const server = start(mail.url);
  await server.ready();
  await until(() => mail.received.length === 2);
  const subjects = mail.received.map(({ raw }) => /Access token "(\w+)" was made/.exec(raw)?.[1]);
  expect(subjects.sort()).toEqual(['First', 'Second']);
  // Neither is done twice: nothing of it is left to do.
  while ((await leftToDo()) > 0) await sleep(50);
  expect(mail.received).toHaveLength(2);
  server.signal('SIGTERM');
  expect(await server.ended).toBe(0);
}, 60_000);

it('stops in time while somebody else keeps it waiting, and goes on after the start', async () => {
  mail.received.length = 0;
  const before = calls.length;
  const stopped = start(silentUrl);
  await makeToken(await stopped.ready(), 'Third');
  await until(() => calls.length > before);
  const askedAt = Date.now();
  stopped.signal('SIGTERM');
  expect(await stopped.ended).toBe(0);
  expect(Date.now() - askedAt).toBeLessThan(10_000);

  const server = start(mail.url);
  await server.ready();
  await until(() => mail.received.length === 1);
  server.signal('SIGTERM');
  expect(await server.ended).toBe(0);
}, 60_000);
