import { statSync, utimesSync } from 'node:fs';
import { freePort } from '@accord/api/platform/database/free-port.js';
import { onServer } from '../../platform/database-server.js';
import { embeddedUrl, ServerProcess, temporaryFolder } from '../../platform/server-process.js';

const folder = temporaryFolder();
const source = new URL('../../../apps/api/src/main.ts', import.meta.url);
const { atime, mtime } = statSync(source);

afterAll(async () => {
  await ServerProcess.stopAll();
  utimesSync(source, atime, mtime);
});

it('serves API and client from their sources, restarts the API when one changes, and stops everything', async () => {
  const environment = { PORT: String(await freePort()), ACCORD_DATA_DIR: folder };
  const dev = ServerProcess.start(environment, ['tools/dev.mjs']);
  const [[, client], api] = await Promise.all([dev.says(/Local:\s+(http\S+?)\/\s/), dev.ready()]);
  const database = embeddedUrl(folder);

  expect(await (await fetch(client!)).text()).toContain('/@vite/client');
  expect(await (await fetch(`${client}/health/ready`)).json()).toMatchObject({ status: 'ok' });

  utimesSync(source, new Date(), new Date());
  await dev.says(/ready on [^]* ready on /);
  expect((await fetch(`${api}/health/ready`)).status).toBe(200);

  dev.signal('SIGTERM');
  expect(await dev.ended).toBe(0);
  for (const address of [client!, api]) await expect(fetch(address)).rejects.toThrow('fetch failed');
  await expect(onServer(database, async () => {})).rejects.toThrow('ECONNREFUSED');
}, 120_000);
