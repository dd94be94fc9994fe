import { Audit } from '@accord/api/platform/audit/audit.js';
import { Database } from '@accord/api/platform/database/database.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { insideOf } from '@accord/api/platform/outgoing/inside.js';
import { post } from '@accord/api/platform/webhooks/post.js';
import { Webhooks, type WebhookOutcome } from '@accord/api/platform/webhooks/webhooks.js';
import { Webhook } from 'standardwebhooks';
import { startStory } from '../../builders/index.js';
import { startWebServer } from '../../platform/web-server.js';

const others = await startWebServer();
const { api, given } = await startStory([], { ACCORD_WEBHOOK_NETWORKS: '127.0.0.0/8' });
const [jobs, database, webhooks, audit] = [api.get(Jobs), api.get(Database), api.get(Webhooks), api.get(Audit)];
const ada = await given.person({ name: 'Ada', roles: ['administrator'] });
const began = api.clock.now();
let made = 0;

beforeEach(() => {
  api.clock.set(began);
  others.received.length = 0;
  others.answers({ status: 204 });
});

const ADD = `mutation ($input: AddWebhookInput!) {
  addWebhook(input: $input) { webhook { id slug version state events } secret errors { code field message } } }`;
const DELIVERIES = `query ($webhookId: ID!) { webhookDeliveries(webhookId: $webhookId) { edges { node {
  id event state body nextAt attempts { number status error } } } } }`;

async function added(input: object = {}) {
  const slug = `hook-${++made}`;
  const { addWebhook } = await api.as(ada).run(ADD, { input: { slug, url: others.url, events: [], ...input } });
  expect(addWebhook.errors).toEqual([]);
  return addWebhook as { webhook: { id: string; slug: string; version: number }; secret: string };
}

const deliveriesOf = async ({ id }: { id: string }) =>
  (await api.as(ada).run(DELIVERIES, { webhookId: id })).webhookDeliveries.edges.map(
    ({ node }: { node: object }) => node,
  );

const call = async (webhook: string, data: object = {}) =>
  database.transaction(async (tx) =>
    webhooks.call(tx, await given.act(ada), {
      webhook,
      event: 'task.started',
      subject: { type: 'task', id: '7' },
      data,
    }),
  );

async function hoursLater(hours: number) {
  api.clock.set(new Date(began.getTime() + hours * 3_600_000));
  await jobs.settle();
}

it('tells of events as CloudEvents, signed so that the library of the scheme accepts it', async () => {
  // The library compares with the clock of the machine.
  const now = new Date();
  api.clock.set(now);
  const { webhook, secret } = await added({ events: ['PROVIDER_ADDED'] });

  await database.transaction(async (tx) => {
    await audit.record(tx, await given.act(ada), 'provider.added', { type: 'provider', id: 'p-1' }, null, {
      secret: 1,
    });
    await audit.record(tx, await given.act(ada), 'person.added', { type: 'person', id: 'p-2' }, null, {});
  });
  await jobs.settle();

  const [{ headers, body }] = others.received as [(typeof others.received)[number]];
  expect(others.received).toHaveLength(1);
  expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
  expect(JSON.parse(body)).toEqual({
    specversion: '1.0',
    id: headers['webhook-id'],
    source: 'http://localhost:3000',
    type: 'accord.provider.added',
    subject: 'provider/p-1',
    time: now.toISOString(),
    datacontenttype: 'application/json',
    data: { subject: { type: 'provider', id: 'p-1' }, actorId: ada.id },
  });
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body));
  expect(() => new Webhook(secret).verify(body.replace('p-1', 'p-9'), headers as Record<string, string>)).toThrow();
  expect(await deliveriesOf(webhook)).toMatchObject([{ event: 'provider.added', state: 'DELIVERED' }]);
});

it('sends nothing of a transaction that did not happen', async () => {
  const { webhook } = await added();
  const undone = database.transaction(async (tx) => {
    await webhooks.call(tx, await given.act(ada), {
      webhook: webhook.slug,
      event: 'task.started',
      subject: { type: 'task', id: '1' },
      data: {},
    });
    throw new Error('No, after all.');
  });
  await expect(undone).rejects.toThrow('No, after all.');
  await jobs.settle();

  expect(others.received).toEqual([]);
});

it('tries again under the same id, and keeps how each try ended', async () => {
  const { webhook } = await added();
  others.answers({ status: 500, body: 'secret of theirs' });
  const id = await call(webhook.slug);
  await jobs.settle();
  others.answers({ status: 429, headers: { 'retry-after': '1800' }, afterMs: 300 });
  await hoursLater(1);
  // Half an hour from the answer on, which takes a moment to come.
  const [{ nextAt }] = await deliveriesOf(webhook);
  expect(Date.parse(nextAt) - api.clock.now().getTime()).toBeGreaterThanOrEqual(1_800_299);
  others.answers({ status: 200 });
  await hoursLater(1.49);
  expect(others.received).toHaveLength(2);
  await hoursLater(1.6);

  expect(new Set(others.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]));
  const [delivery] = await deliveriesOf(webhook);
  expect(delivery).toMatchObject({
    state: 'DELIVERED',
    nextAt: null,
    attempts: [
      { number: 1, status: 500, error: null },
      { number: 2, status: 429, error: null },
      { number: 3, status: 200, error: null },
    ],
  });
  expect(JSON.stringify(delivery)).not.toContain('secret of theirs');
});

it('gives up after fourteen tries, tells administrators, and sends once more by hand', async () => {
  const { webhook } = await added();
  const outcomes: WebhookOutcome[] = [];
  webhooks.listen(async (_tx, outcome) => void outcomes.push(outcome));
  others.answers({ status: 503 });
  const id = await call(webhook.slug);
  for (let hour = 0; hour < 20; hour++) await hoursLater(hour);

  expect(others.received).toHaveLength(14);
  expect(outcomes).toMatchObject([{ deliveryId: id, state: 'dead', status: 503, error: 'It answered 503.' }]);
  expect(await deliveriesOf(webhook)).toMatchObject([{ state: 'DEAD', nextAt: null }]);
  const { inbox } = await api
    .as(ada)
    .run('{ inbox { edges { node { subject { name } notices { kind facts { name value } } } } } }');
  expect(inbox.edges[0].node).toMatchObject({ subject: { name: webhook.slug }, notices: [{ kind: 'WEBHOOK_DEAD' }] });

  others.answers({ status: 200, body: '{"done":true}' });
  const { redeliverWebhook } = await api
    .as(ada)
    .run('mutation ($id: ID!) { redeliverWebhook(id: $id) { delivery { state } errors { code } } }', { id });
  expect(redeliverWebhook).toEqual({ delivery: { state: 'WAITING' }, errors: [] });
  await hoursLater(21);
  expect(outcomes.at(-1)).toMatchObject({ deliveryId: id, state: 'delivered', body: '{"done":true}', error: null });
});

it('gives up at once what is gone, and what is paused', async () => {
  const { webhook } = await added();
  others.answers({ status: 410 });
  await call(webhook.slug);
  await jobs.settle();
  await call(webhook.slug);
  await api
    .as(ada)
    .run(
      `mutation ($id: ID!, $version: Int!) { changeWebhook(id: $id, version: $version, input: { state: PAUSED }) { errors { code } } }`,
      webhook,
    );
  await jobs.settle();

  expect(await deliveriesOf(webhook)).toMatchObject([
    { state: 'DEAD', attempts: [{ status: null, error: 'The webhook is paused.' }] },
    { state: 'DEAD', attempts: [{ status: 410 }] },
  ]);
  await expect(call(webhook.slug)).rejects.toThrow(`There is no webhook ${webhook.slug} that is active.`);
});

it('lets go of a server that does not answer, and does not follow where it sends us', async () => {
  const { webhook } = await added();
  others.answers({ status: 302, headers: { location: others.url } });
  await call(webhook.slug);
  await jobs.settle();
  expect(others.received).toHaveLength(1);

  others.answers({ status: 200, afterMs: 60_000 });
  await call(webhook.slug);
  await jobs.settle();
  const [delivery] = await deliveriesOf(webhook);
  expect(delivery).toMatchObject({
    state: 'WAITING',
    attempts: [{ status: null, error: 'There was no answer within 10 seconds.' }],
  });
}, 90_000);

describe('addresses inside', () => {
  const { signal } = new AbortController();
  const send = (url: string) => post({ url, body: '{}', headers: {}, isInside: insideOf([]), signal });

  it.each([
    '127.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '10.1.2.3',
    '169.254.169.254',
    '[fd00::1]',
    '0.0.0.0',
    '2130706433',
  ])('are not reached where they are written out: %s', async (host) => {
    await expect(send(`http://${host}:${others.port}/`)).rejects.toThrow('is an address inside.');
    expect(others.received).toEqual([]);
  });

  it('are not reached by a name that leads there', async () => {
    await expect(send(`http://localhost:${others.port}/`)).rejects.toThrow('localhost is an address inside.');
    expect(others.received).toEqual([]);
  });

  it.each([
    ['https://10.0.0.1/', 'INSIDE'],
    ['https://localhost/', 'INSIDE'],
    ['https://[::1]/', 'INSIDE'],
    ['ftp://example.org/', 'INVALID'],
    ['https://ada:secret@example.org/', 'INVALID'],
    ['no address', 'INVALID'],
  ])('are refused when they are typed in: %s', async (url, code) => {
    const { addWebhook } = await api.as(ada).run(ADD, { input: { slug: `bad-${++made}`, url, events: [] } });
    expect(addWebhook).toMatchObject({ webhook: null, secret: null, errors: [{ code, field: ['url'] }] });
  });
});

it('shows the secret once, keeps it out of the audit, and signs with both for a day after it was renewed', async () => {
  const { webhook, secret } = await added();
  const { renewWebhookSecret } = await api
    .as(ada)
    .run(
      `mutation ($id: ID!, $version: Int!) { renewWebhookSecret(id: $id, version: $version) { secret webhook { version } errors { code } } }`,
      webhook,
    );
  expect(renewWebhookSecret).toMatchObject({ webhook: { version: 2 }, errors: [] });
  expect(renewWebhookSecret.secret).not.toBe(secret);
  const signaturesOf = async () => {
    const mark = `signed-${++made}`;
    await call(webhook.slug, { mark });
    await jobs.settle();
    const { headers, body } = others.received.find((message) => message.body.includes(mark))!;
    const [id, at] = [headers['webhook-id'] as string, new Date(Number(headers['webhook-timestamp']) * 1000)];
    const signed = [renewWebhookSecret.secret, secret].map((by: string) => new Webhook(by).sign(id, at, body));
    return (headers['webhook-signature'] as string).split(' ').map((signature) => signed.indexOf(signature));
  };
  const renewedAt = api.clock.now().getTime();
  api.clock.set(new Date(renewedAt + 86_399_000));
  expect(await signaturesOf()).toEqual([0, 1]);
  api.clock.set(new Date(renewedAt + 86_400_000));
  expect(await signaturesOf()).toEqual([0]);

  const rows = await api.dataSource.query(
    `SELECT action, before::text || after::text AS kept FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
    [webhook.id],
  );
  expect(rows.map(({ action }: { action: string }) => action)).toEqual(['webhook.added', 'webhook.secretRenewed']);
  expect(JSON.stringify(rows)).not.toContain('whsec_');
});

it('lists deliveries in as many statements for many as for one', async () => {
  const { webhook } = await added();
  const count = async () => (await api.statementsOf(() => deliveriesOf(webhook))).length;
  await call(webhook.slug);
  await jobs.settle();
  const few = await count();
  for (let n = 0; n < 5; n++) await call(webhook.slug);
  await jobs.settle();

  expect(await count()).toBe(few);
});
