import { setTimeout as sleep } from 'node:timers/promises';
import { startStory } from '../../builders/index.js';
import { ServerProcess, temporaryFolder } from '../../platform/server-process.js';
import { startWebServer } from '../../platform/web-server.js';
import { WORK } from './fulfilment-documents.js';

const others = await startWebServer();
const networks = { ACCORD_WEBHOOK_NETWORKS: '127.0.0.0/8' };
const { api, given } = await startStory([], networks);
const folder = temporaryFolder();
afterEach(() => ServerProcess.stopAll());

const start = () => ServerProcess.start({ PORT: '0', DATABASE_URL: api.url, ACCORD_DATA_DIR: folder, ...networks });
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(50);
}

it('goes on after a kill in the middle of a call: the same call again, and every task is found and done', async () => {
  api.clock.set(new Date());
  const ada = await given.person({ name: 'Ada', roles: ['administrator'] });
  const add = `mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { errors { message } } }`;
  await api.as(ada).run(add, { input: { slug: 'identity', url: others.url, events: [] } });
  const year = new Date().getUTCFullYear();
  const place = await given.orderPlace({ budget: { from: `${year}-01-01`, to: `${year + 1}-12-31` } });
  const webhook = 'identity';
  const tasks = [
    { key: 'account', name: 'Make the account', webhook },
    { key: 'mailbox', name: 'Make the mailbox', webhook, after: ['account'] },
  ];
  await given.offered(place.service, (now) => ({ ...now, fulfilment: { tasks } }), new Date('2000-01-02T00:00:00Z'));
  const orders = [await given.order(place, 'approved'), await given.order(place, 'approved')];
  const states = async () => {
    const read = await Promise.all(orders.map(({ id }) => api.as(place.requester).run(WORK, { id })));
    return read.map(({ order }) => [order.state, ...order.items[0].tasks.map(({ state }: { state: string }) => state)]);
  };

  // It takes the calls, and says nothing before the server is dead.
  others.answers({ status: 200, body: '{"state":"done"}', afterMs: 600_000 });
  const killed = start();
  await killed.ready();
  await until(() => others.received.length === 2);
  killed.signal('SIGKILL');
  await killed.ended;
  expect(await states()).toEqual([
    ['FULFILLING', 'STARTED', 'WAITING'],
    ['FULFILLING', 'STARTED', 'WAITING'],
  ]);

  others.answers({ status: 200, body: '{"state":"done"}' });
  const server = start();
  await server.ready();
  await until(async () => (await states()).every(([state]) => state === 'DELIVERED'));
  expect((await states()).flat()).toEqual(['DELIVERED', 'DONE', 'DONE', 'DELIVERED', 'DONE', 'DONE']);
  const ids = others.received.map(({ headers }) => headers['webhook-id']);
  // Two calls came twice, under the same ids; then two more once each.
  expect([ids.length, new Set(ids).size]).toEqual([6, 4]);
  for (const id of ids.slice(0, 2)) expect(ids.filter((other) => other === id)).toHaveLength(2);
  server.signal('SIGTERM');
  expect(await server.ended).toBe(0);
}, 60_000);
