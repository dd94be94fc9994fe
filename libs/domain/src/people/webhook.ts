import { DomainError } from '../domain-error.js';
import { holdsEverywhere, type Viewer } from './viewer.js';

/** What servers of others can be told of: the names by which the audit keeps what happened. */
export const WEBHOOK_EVENTS = [
  'service.proposed',
  'service.changed',
  'serviceVersion.proposed',
  'serviceVersion.published',
  'serviceVersion.withdrawn',
  'agreement.versionApproved',
  'agreement.ended',
  'order.submitted',
  'order.approved',
  'order.rejected',
  'order.asked',
  'order.answered',
  'order.scheduled',
  'order.started',
  'order.held',
  'order.released',
  'order.delivered',
  'order.completed',
  'order.failed',
  'order.cancelled',
  'budget.changed',
  'outage.recorded',
  'outage.ended',
  'maintenance.announced',
  'maintenance.cancelled',
  'alert.raised',
  'alert.ended',
  'result.closed',
  'result.restated',
  'review.planned',
  'review.closed',
  'provider.added',
  'provider.changed',
  'provider.ended',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export function isWebhookEvent(action: string): action is WebhookEvent {
  return (WEBHOOK_EVENTS as readonly string[]).includes(action);
}

/** What leaves the house is configuration. */
export function canManageWebhooks(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, ['administrator']);
}

/** @throws {DomainError} When the viewer is no administrator. */
export function assertCanManageWebhooks(viewer: Viewer): void {
  if (canManageWebhooks(viewer)) return;
  throw new DomainError('FORBIDDEN', 'Only an administrator may manage webhooks.');
}

const LONGEST_URL = 2_000;

/**
 * The address of a webhook in its usual form.
 *
 * @param plain Whether http without encryption is allowed, such as in a network of one's own.
 * @throws {DomainError} When it is no such address, or carries a password or a fragment.
 */
export function webhookUrlOf(text: string, plain: boolean): string {
  const refuse = (why: string): never => {
    throw new DomainError('INVALID', why, ['url']);
  };
  if (text.length > LONGEST_URL) refuse(`The address has more than ${LONGEST_URL} characters.`);
  if (!URL.canParse(text)) refuse('The address is no web address.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(plain && url.protocol === 'http:'))
    refuse('The address must begin with https://.');
  if (url.username || url.password) refuse('The address must not carry a name or a password.');
  if (url.hash) refuse('The address must not have a part after #.');
  return url.href;
}
