import { createServer } from 'node:net';
import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from '../config.js';
import { StartError } from '../start-error.js';

type Address = Pick<Config, 'host' | 'port'>;

const REASONS: Record<string, (address: Address) => string> = {
  EADDRINUSE: ({ host, port }) => `Port ${port} on ${host} is taken; set PORT to another one.`,
  EACCES: ({ port }) => `Port ${port} is not open to this user; set PORT to another one.`,
  EADDRNOTAVAIL: ({ host }) => `HOST ${host} is no address of this machine.`,
  ENOTFOUND: ({ host }) => `HOST ${host} is no address of this machine.`,
};

/** Before anything is started: @throws {StartError} When nobody could listen there. */
export async function assertListenable(address: Address): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(address.port, address.host, () => server.close(() => resolve()));
  }).catch((error: NodeJS.ErrnoException) => refuse(error, address));
}

/** @returns The port that was taken, which is another than asked for only where 0 was. */
export async function listen(app: NestExpressApplication, address: Address): Promise<number> {
  await app.listen(address.port, address.host).catch((error: NodeJS.ErrnoException) => refuse(error, address));
  const bound = (app.getHttpServer() as Server).address();
  return bound !== null && typeof bound === 'object' ? bound.port : address.port;
}

/** Requests under way get a moment to end; then connections are cut, so that the stop ends in time. */
export async function closeApp(app: NestExpressApplication): Promise<void> {
  const server = app.getHttpServer() as Server;
  const cut = setTimeout(() => server.closeAllConnections(), 2_000);
  await app.close();
  clearTimeout(cut);
}

function refuse(error: NodeJS.ErrnoException, address: Address): never {
  const reason = REASONS[error.code ?? ''];
  throw reason ? new StartError(reason(address)) : error;
}
