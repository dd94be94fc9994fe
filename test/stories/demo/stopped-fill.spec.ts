import { setTimeout as sleep } from 'node:timers/promises';
import { CLIENT_HEADER } from '@accord/api/platform/http/security.js';
import { onServer } from '../../platform/database-server.js';
import { embeddedUrl, ServerProcess, temporaryFolder } from '../../platform/server-process.js';

const SESSION =
  '{ session { needsFirstAdministrator enterprise { name demo } demoPeople { id } demoFill { done total } } }';

const folder = temporaryFolder();
/** The stories follow each other on one installation. */
const environment = { PORT: '0', ACCORD_DATA_DIR: folder, ACCORD_DEMO: 'true' };

afterEach(() => ServerProcess.stopAll());

it('recovers by itself from a kill of every process during the fill, and begins the demo anew', async () => {
  const killed = ServerProcess.start(environment);
  await underWay(await killed.ready());
  await killed.killTree(folder);

  const startedAt = Date.now();
  const server = ServerProcess.start(environment);
  const address = await server.ready();
  expect(Date.now() - startedAt).toBeLessThan(20_000);

  const { enterprise, demoPeople, demoFill } = await underWay(address);
  expect(enterprise).toEqual({ name: 'Halden & Reyes Group', demo: true });
  expect([demoPeople, demoFill]).toEqual([[], { done: expect.any(Number), total: expect.any(Number) }]);
  expect(server.output).not.toContain('fault');
  server.signal('SIGTERM');
  expect(await server.ended).toBe(0);
}, 120_000);

it('removes a demo that was only half made where none is wanted any more, and asks for a first administrator', async () => {
  const server = ServerProcess.start({ ...environment, ACCORD_DEMO: 'false' });
  const address = await server.ready();
  await server.says(/Create the first administrator there with this one-time code: ([0-9A-Z]{5}-){3}[0-9A-Z]{5}/);

  expect(server.output).toContain('ACCORD_DEMO is false: the demo organisation, only half made, was removed.');
  expect(await sessionOn(address)).toEqual({
    needsFirstAdministrator: true,
    enterprise: { name: 'Accord', demo: false },
    demoPeople: [],
    demoFill: null,
  });
  const { rows } = await onServer(embeddedUrl(folder), (client) =>
    client.query('SELECT action, reason FROM audit_entry'),
  );
  expect(rows).toEqual([
    { action: 'enterprise.startedEmpty', reason: 'The demo organisation was half made, and ACCORD_DEMO is false.' },
  ]);
}, 120_000);

/** The session when a twentieth of the demo stands. */
async function underWay(address: string) {
  for (;;) {
    const session = await sessionOn(address);
    if (session.demoFill && session.demoFill.done * 20 > session.demoFill.total) return session;
    await sleep(50);
  }
}

async function sessionOn(address: string) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [CLIENT_HEADER]: 'test' },
    body: JSON.stringify({ query: SESSION }),
  });
  return (await response.json()).data.session;
}
