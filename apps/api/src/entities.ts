import { peopleEntities } from './people/entities.js';
import { AuditEntryEntity } from './platform/audit/audit-entry.entity.js';

/** Every table of the product. */
export const entities = [AuditEntryEntity, ...peopleEntities];
