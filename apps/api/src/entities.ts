import { agreementEntities } from './agreements/entities.js';
import { catalogEntities } from './catalog/entities.js';
import { governanceEntities } from './governance/entities.js';
import { orderEntities } from './orders/entities.js';
import { peopleEntities } from './people/entities.js';
import { importEntities } from './performance/imports/entities.js';
import { performanceEntities } from './performance/entities.js';
import { AuditEntryEntity } from './platform/audit/audit-entry.entity.js';
import { MailServerEntity } from './platform/mail/mail-server.entity.js';
import { webhookEntities } from './platform/webhooks/entities.js';
import { providerEntities } from './providers/entities.js';
import { rewardEntities } from './rewards/entities.js';

/** Every table of the product. */
export const entities = [
  AuditEntryEntity,
  MailServerEntity,
  ...webhookEntities,
  ...peopleEntities,
  ...providerEntities,
  ...catalogEntities,
  ...agreementEntities,
  ...orderEntities,
  ...performanceEntities,
  ...importEntities,
  ...rewardEntities,
  ...governanceEntities,
];
