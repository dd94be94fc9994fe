import { deepStrictEqual } from 'node:assert';
import autocannon from 'autocannon';
import { startTestCluster } from '../platform/test-cluster.js';
import { cloneTemplate, createTemplate, newRun } from '../platform/test-databases.js';
import { median, printRow } from './bench-row.js';
import { childServer } from './child-server.js';
import { COMMITMENTS_PAGE, SERVICE_PAGE } from './read-documents.js';
import { makeReadWorld } from './read-world.js';

const ROUNDS = 3;
const WARM_SECONDS = 5;
const SECONDS = 4;
const CONNECTIONS = 10;

interface Request {
  url: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Requests a second of a commitments page (50 × 12) and a service page, with a session and all permissions, beside a
 * bare Node server that sends the same JSON from one statement: asked as one would write it down, and kept prepared.
 */
export async function bench(): Promise<void> {
  const cluster = await startTestCluster();
  const stops: (() => void)[] = [];
  try {
    const run = newRun(Date.now());
    await createTemplate(cluster.url, run);
    const database = await cloneTemplate(cluster.url, run);
    const { cookie, service } = await makeReadWorld(database);
    const accord = await childServer('./accord-process.ts', [database], process.env.CPU_PROFILE);
    stops.push(accord.stop);
    const headers = { 'content-type': 'application/json', 'x-accord-client': 'bench', cookie };
    const ask = (query: string, variables: object = {}): Request => ({
      url: `${accord.url}/graphql`,
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const page = ask(COMMITMENTS_PAGE);
    const { data } = await answerOf<{ data: { commitments: { pageInfo: { endCursor: string } } } }>(page);
    const bare = await childServer('./bare-process.ts', [database, data.commitments.pageInfo.endCursor, service]);
    stops.push(bare.stop);
    await compare('commitments-page', page, bare.url, 'commitments');
    await compare('service-page', ask(SERVICE_PAGE, { slug: service }), bare.url, 'service');
  } finally {
    stops.forEach((stop) => stop());
    await cluster.stop();
  }
}

/** @throws {AssertionError} When the two do not send the same. */
async function compare(name: string, ours: Request, bareUrl: string, screen: string): Promise<void> {
  const bare = (way: string): Request => ({ url: `${bareUrl}/${way}/${screen}`, method: 'GET' });
  const requests = { ours, plain: bare('plain'), prepared: bare('prepared') };
  const said = await answerOf(ours);
  const rates: Record<string, number[]> = {};
  for (const [who, request] of Object.entries(requests)) {
    deepStrictEqual(await answerOf(request), said);
    // As they are after a while: compiled by V8, statements planned on every connection.
    await rateOf(request, WARM_SECONDS);
    rates[who] = [];
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [who, request] of Object.entries(requests)) rates[who]!.push(await rateOf(request, SECONDS));
  }
  const rate = (who: keyof typeof requests) => median(rates[who]!);
  const row = { bench: 'read', unit: 'requests/s', ours: rate('ours') };
  printRow({ ...row, name, reference: rate('plain') });
  printRow({ ...row, name: `${name}-beside-prepared`, reference: rate('prepared') });
}

async function rateOf(request: Request, duration: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ ...request, connections: CONNECTIONS, duration });
  if (non2xx + errors > 0) throw new Error(`${request.url}: ${non2xx + errors} requests failed.`);
  return requests.total / duration;
}

async function answerOf<T>({ url, method, headers, body }: Request): Promise<T> {
  const response = await fetch(url, { method, headers, body });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
