import type { ArchetypeScores, LineOfService } from '@accord/domain';
import type { ServiceEntity } from './service.entity.js';

export interface ServiceDescription {
  name: string;
  outcome: string;
  description: string;
  synonyms: string[];
  lineOfService: LineOfService;
  scores?: ArchetypeScores | null;
  ownerId?: string | null;
  unitId?: string | null;
  providerId?: string | null;
}

/** Left-out fields stay as they are. */
export interface ServiceChange extends Partial<ServiceDescription> {
  /** The version that was edited; not checked when left out. */
  version?: number | null;
  supportingServiceIds?: string[];
  relatedServiceIds?: string[];
}

/** As it is kept: without blanks around, and no synonym twice. */
export function written<T extends Partial<ServiceDescription>>(words: T): T {
  const { name, outcome, synonyms } = words;
  const distinct = synonyms && [...new Set(synonyms.map((word) => word.trim()).filter(Boolean))];
  return { ...words, ...given({ name: name?.trim(), outcome: outcome?.trim(), synonyms: distinct }) };
}

/** Only the fields that say something; null does. */
export function given<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** What was named already may have ended since; only what is newly named must exist. */
export function newReferences(before: ServiceEntity, after: ServiceEntity) {
  const changed = (field: 'ownerId' | 'unitId' | 'providerId') =>
    after[field] === before[field] ? null : after[field];
  return { ownerId: changed('ownerId'), unitId: changed('unitId'), providerId: changed('providerId') };
}
