import type { Rows } from './row.js';
import type { World } from './world.js';

let made = 0;

const webhookInput = () => ({ slug: `hook-${++made}`, url: 'https://hooks.example.org/', events: ['ORDER_SUBMITTED'] });

const ADD = `mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { webhook { id version } } }`;

async function webhook({ api, given }: World): Promise<{ id: string; version: number }> {
  const administrator = await given.person({ roles: ['administrator'] });
  return (await api.as(administrator).run(ADD, { input: webhookInput() })).addWebhook.webhook;
}

/** One that was given up. */
async function delivery(world: World): Promise<{ id: string; webhookId: string }> {
  const { id: webhookId } = await webhook(world);
  const [{ id }] = await world.api.dataSource.query(
    `INSERT INTO webhook_delivery (id, webhook_id, event, subject_type, subject_id, body, made_at, state, attempts)
     VALUES (gen_random_uuid(), $1, 'order.submitted', 'order', '1', '{}', now(), 'dead', 0) RETURNING id`,
    [webhookId],
  );
  return { id, webhookId };
}

export const platform: Rows = {
  webhooks: { arguments: async (world) => (await webhook(world), {}) },
  webhookDeliveries: {
    arguments: async (world) => ({ webhookId: (await delivery(world)).webhookId }),
    selection: 'edges { cursor }',
  },
  mailServer: {},
  addWebhook: { arguments: () => ({ input: webhookInput() }) },
  changeWebhook: { arguments: async (world) => ({ ...(await webhook(world)), input: { state: 'PAUSED' } }) },
  renewWebhookSecret: { arguments: webhook },
  redeliverWebhook: { arguments: async (world) => ({ id: (await delivery(world)).id }) },
};
