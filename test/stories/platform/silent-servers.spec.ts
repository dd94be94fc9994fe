import { askServer } from '@accord/api/platform/outgoing/ask-server.js';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Answers as told, and is asked with so little patience; garbage is collected meanwhile. */
async function asked(answers: RequestListener): Promise<unknown> {
  const server = createServer(answers).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const collecting = setInterval(collectGarbage, 20);
  const { port } = server.address() as AddressInfo;
  const answer = askServer({
    method: 'GET',
    url: `http://127.0.0.1:${port}/`,
    headers: {},
    isInside: () => false,
    signal: new AbortController().signal,
    timeoutMs: 250,
    largestBytes: 1_024,
  });
  return answer.catch(String).finally(() => {
    clearInterval(collecting);
    server.closeAllConnections();
    server.close();
  });
}

it('gives up a server that takes the question and never answers', async () => {
  expect(await asked(() => {})).toBe('Error: There was no answer within 0.25 seconds.');
});

it('gives up a server that answers a blank at a time', async () => {
  const drip: RequestListener = (_, response) => {
    response.writeHead(200);
    const dripping = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(dripping));
  };
  expect(await asked(drip)).toBe('Error: There was no answer within 0.25 seconds.');
});
