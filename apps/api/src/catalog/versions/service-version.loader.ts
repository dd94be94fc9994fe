import { OFFERS_NOTHING, parseServiceDefinition, type ServiceDefinition } from '@accord/domain';
import { In } from 'typeorm';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { liveDefinitions } from './live-definition.js';
import { priceChangesOf, type PlanPriceChangeRow } from './price-changes.js';
import { ServiceVersionEntity } from './service-version.entity.js';
import { wordsOfServices } from './service-words.js';

/** A version without what it says, which is long. */
export type ServiceVersionRow = Omit<ServiceVersionEntity, 'definition'>;

const COLUMNS = [
  'id',
  'serviceId',
  'number',
  'state',
  'revision',
  'basedOn',
  'writtenByIds',
  'draftedAt',
  'proposedById',
  'proposedAt',
  'decidedById',
  'decidedAt',
  'reason',
  'bootstrap',
] as const satisfies (keyof ServiceVersionRow)[];

/** Newest first. */
export const versionsOfService = defineLoader<string, ServiceVersionRow[]>(async (ids, { manager }) => {
  const select = Object.fromEntries(COLUMNS.map((column) => [column, true]));
  const where = { serviceId: In([...ids]) };
  const versions = await manager.find(ServiceVersionEntity, { select, where, order: { number: 'DESC' } });
  return groupedBy(ids, versions, ({ serviceId }) => serviceId);
});

export const definitionOfVersion = defineLoader<string, ServiceDefinition>(async (ids, { manager }) => {
  const rows: { id: string; definition: unknown }[] = await manager.query(
    'SELECT id, definition FROM service_version WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  return inOrderOf(ids, rows, ({ id }) => id).map((row) => parseServiceDefinition(row!.definition));
});

/** What a service is offered by now; before the first publication what is read of it, and nothing offered. */
export const definitionNow = defineLoader<string, ServiceDefinition>(async (ids, { manager }) => {
  const live = await liveDefinitions(manager, ids);
  const words = await wordsOfServices(manager, ids);
  return ids.map((id) => live.get(id) ?? { ...words.get(id)!, ...OFFERS_NOTHING });
});

/** What publishing a version today would do to the prices of its plans. */
export const priceChangesOfVersion = defineLoader<string, PlanPriceChangeRow[]>((ids, { manager, act }) =>
  priceChangesOf(manager, ids, act.at),
);
