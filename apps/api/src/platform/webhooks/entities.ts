import { WebhookAttemptEntity } from './webhook-attempt.entity.js';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';
import { WebhookEntity } from './webhook.entity.js';

/** The tables of outgoing webhooks. */
export const webhookEntities = [WebhookEntity, WebhookDeliveryEntity, WebhookAttemptEntity];
