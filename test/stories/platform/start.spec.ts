import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onServer } from '../../platform/database-server.js';
import { cloneTemplate, dropDatabase } from '../../platform/test-databases.js';
import { RUN, SERVER } from '../../platform/test-run.js';
import { ServerProcess, temporaryFolder } from '../../platform/server-process.js';

/** Several starts of a whole server, on a machine that is busy with other stories. */
const STARTS_MS = 120_000;

afterEach(() => ServerProcess.stopAll());

describe('with the embedded database', () => {
  const folder = temporaryFolder();
  const environment = { PORT: '0', ACCORD_DATA_DIR: folder };
  const connection = () =>
    JSON.parse(readFileSync(join(folder, 'connection.json'), 'utf8')) as { url: string; pid: number };

  it(
    'becomes ready, keeps its password to itself, and stops within ten seconds',
    async () => {
      const server = ServerProcess.start(environment);
      const address = await server.ready();

      const ready = await fetch(`${address}/health/ready`);
      expect(await ready.json()).toEqual({ status: 'ok', database: true, migrations: true });
      expect((await fetch(address)).headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(statSync(join(folder, 'connection.json')).mode & 0o777).toBe(0o600);
      expect(new URL(connection().url).hostname).toBe('127.0.0.1');
      await onServer(connection().url, (client) => client.query('CREATE TABLE kept AS SELECT 1'));
      const { url } = connection();

      const askedAt = Date.now();
      server.signal('SIGTERM');
      expect(await server.ended).toBe(0);
      expect(Date.now() - askedAt).toBeLessThan(10_000);
      expect(existsSync(join(folder, 'connection.json'))).toBe(false);
      await expect(onServer(url, async () => {})).rejects.toThrow('ECONNREFUSED');
    },
    STARTS_MS,
  );

  it(
    'stops too when npm is told to, which started it',
    async () => {
      const npm = ServerProcess.startByNpm(environment);
      const address = await npm.ready();
      const { url } = connection();

      npm.signal('SIGTERM');
      // Its output is closed by the last process that writes there.
      await npm.ended;
      await expect(fetch(address)).rejects.toThrow('fetch failed');
      await expect(onServer(url, async () => {})).rejects.toThrow('ECONNREFUSED');
    },
    STARTS_MS,
  );

  it(
    'recovers by itself after it was killed, with all that was committed',
    async () => {
      const killed = ServerProcess.start(environment);
      await killed.ready();
      killed.signal('SIGKILL');
      await killed.ended;

      const server = ServerProcess.start(environment);
      await server.ready();
      const { rowCount } = await onServer(connection().url, (client) => client.query('SELECT * FROM kept'));
      server.signal('SIGINT');
      server.signal('SIGTERM');

      expect(rowCount).toBe(1);
      expect(await server.ended).toBe(0);
    },
    STARTS_MS,
  );

  it(
    'stops as well while it is still starting',
    async () => {
      const server = ServerProcess.start(environment);
      while (!existsSync(join(folder, 'connection.json'))) await sleep(5);
      const { url } = connection();
      server.signal('SIGTERM');

      expect(await server.ended).toBe(0);
      await expect(onServer(url, async () => {})).rejects.toThrow('ECONNREFUSED');
    },
    STARTS_MS,
  );

  it(
    'leaves the database to the process that already uses it',
    async () => {
      const first = ServerProcess.start(environment);
      const address = await first.ready();

      const second = ServerProcess.start(environment);
      expect(await second.ended).toBe(1);
      expect(second.output).toMatch(/^Another Accord process \(\d+\) uses the database in .*; stop it first\.\n$/);

      expect((await fetch(`${address}/health/ready`)).status).toBe(200);
      first.signal('SIGTERM');
      await first.ended;
    },
    STARTS_MS,
  );
});

describe('says in one sentence what is wrong outside', () => {
  const endOf = async (environment: Record<string, string>) => {
    const server = ServerProcess.start(environment);
    return { code: await server.ended, output: server.output };
  };

  it('when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;

    const output = `Port ${port} on 127.0.0.1 is taken; set PORT to another one.\n`;
    expect(await endOf({ PORT: String(port) })).toEqual({ code: 1, output });
    taken.close();
  });

  it('when the database does not answer', async () => {
    const { code, output } = await endOf({ PORT: '0', DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' });

    expect(code).toBe(1);
    expect(output).toMatch(/^The database 127\.0\.0\.1:1\/none cannot be reached \(.*\); check DATABASE_URL\.\n$/);
    expect(output).not.toContain('secret');
  });

  it('when a newer version has changed the database', async () => {
    const url = await cloneTemplate(process.env[SERVER]!, process.env[RUN]!);
    await onServer(url, (client) =>
      client.query(`INSERT INTO schema_migration ("timestamp", name) VALUES (9999999999999, 'Later9999999999999')`),
    );

    const output = 'The database was changed by a newer Accord (Later9999999999999); start that version or newer.\n';
    expect(await endOf({ PORT: '0', DATABASE_URL: url })).toEqual({ code: 1, output });
    await dropDatabase(process.env[SERVER]!, url);
  });

  it('when a variable is malformed', async () => {
    const output = 'PORT must be a whole number from 0 to 65535; it is "abc".\n';
    expect(await endOf({ PORT: 'abc' })).toEqual({ code: 1, output });
  });
});
