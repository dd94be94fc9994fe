import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Answered {
  status: number;
  body?: string;
  headers?: Record<string, string>;
  afterMs?: number;
}

/** A server of others: keeps what it is sent, and answers as it is told. */
export async function startWebServer() {
  const received: Received[] = [];
  let answer: Answered | ((path: string) => Answered) = { status: 204 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() });
      const { status, body, headers, afterMs = 0 } = typeof answer === 'function' ? answer(request.url!) : answer;
      void sleep(afterMs, undefined, { ref: false }).then(() => response.writeHead(status, headers).end(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  afterAll(() => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve()))));
  return {
    port,
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answers: (next: typeof answer) => void (answer = next),
  };
}
