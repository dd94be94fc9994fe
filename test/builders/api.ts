import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AppModule } from '@accord/api/app.module.js';
import { SettableClock } from '@accord/api/platform/clock.js';
import { readConfig } from '@accord/api/platform/config.js';
import { createDataSource } from '@accord/api/platform/database/data-source.js';
import { createApp } from '@accord/api/platform/http/create-app.js';
import { atRest } from '../platform/at-rest.js';
import { cloneTemplate, dropDatabase } from '../platform/test-databases.js';
import { RUN, SERVER } from '../platform/test-run.js';
import { cheapPasswords } from './cheap-passwords.js';
import { GraphClient, type Actor } from './graph-client.js';
import { StatementCounter } from './statement-counter.js';

/** When every story begins: a Monday morning. `api.clock.set(…)` moves on. */
const BEGINNING = new Date('2026-03-16T09:00:00.000Z');

export type Api = Awaited<ReturnType<typeof startApi>>;

/**
 * The whole server in this process, on a database of its own that is gone when the test file ends.
 *
 * @param modules Nest modules that only this story needs.
 * @param environment Variables that differ from the defaults.
 * @param place A database server, and the name of the template there; those of the run when left out.
 */
export async function startApi(
  modules: DynamicModule[] = [],
  environment: NodeJS.ProcessEnv = {},
  { server, run } = { server: process.env[SERVER]!, run: process.env[RUN]! },
) {
  const url = await cloneTemplate(server, run);
  const config = readConfig({ NODE_ENV: 'test', ACCORD_DEMO: 'false', DATABASE_URL: url, ...environment });
  const counter = new StatementCounter();
  const clock = new SettableClock(BEGINNING);
  const dataSource = await createDataSource(url, counter).initialize();
  const app = await createApp(AppModule.with({ config, dataSource, clock }, cheapPasswords, ...modules), config);
  await app.listen(0, '127.0.0.1');
  const http = app.getHttpServer() as Server;
  // A connection kept by a story is not closed while it asks again.
  http.keepAliveTimeout = 0;
  const { port } = http.address() as AddressInfo;

  // The modules of a test file stay in their worker for good; what they hold of the server goes when the file ends.
  let running: { app: typeof app; http: Server; dataSource: DataSource } | null = { app, http, dataSource };
  afterAll(async () => {
    // What a page had asked for is still being answered when nobody looks at it any longer.
    await atRest(running!.dataSource);
    await running!.app.close();
    await running!.dataSource.destroy();
    running = null;
    await dropDatabase(server, url);
  });

  return {
    /** What the command line works with. */
    get app() {
      return running!.app;
    },
    clock,
    get dataSource() {
      return running!.dataSource;
    },
    url,
    /** Where a browser reaches it. */
    address: `http://127.0.0.1:${port}`,
    as: (actor: Actor) => new GraphClient(running!.http, actor),
    anonymously: () => new GraphClient(running!.http, { cookie: null }),
    /** A use case, or another provider of the application. */
    get: <T>(token: abstract new (...args: never[]) => T): T => running!.app.get<T>(token, { strict: false }),
    /** The SQL statements that `work` causes, sessions and permissions included. */
    statementsOf: async (work: () => Promise<unknown>): Promise<string[]> => {
      const before = counter.statements.length;
      await work();
      return counter.statements.slice(before);
    },
  };
}
