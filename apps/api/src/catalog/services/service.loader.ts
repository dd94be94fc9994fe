import { CUSTOMERS_SEE, isOutsider } from '@accord/domain';
import { In } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader, type LoaderScope } from '../../platform/graphql/loaders.js';
import { asSeenBy } from './as-seen-by.js';
import { markSubscribed } from './entitled-services.js';
import { ServiceEntity } from './service.entity.js';
import { visibleServices } from './visible-services.js';

/** Services as the viewer may see them; by name alone where the catalog is closed to the viewer. */
export const serviceById = defineLoader<string, ServiceEntity | null>(async (ids, { manager, act }) => {
  const services = await manager.findBy(ServiceEntity, { id: In([...ids]) });
  await markSubscribed(manager, act.viewer!, services);
  return inOrderOf(ids, services, ({ id }) => id).map((service) => service && asSeenBy(act.viewer!, service));
});

/** Ids of the services that a service rests on, by name. */
export const supportingOf = defineLoader<string, string[]>((ids, scope) =>
  related(ids, scope, 'service_id', 'supporting_service_id'),
);

/** Ids of the services that rest on a service, by name. */
export const supportedBy = defineLoader<string, string[]>((ids, scope) =>
  related(ids, scope, 'supporting_service_id', 'service_id'),
);

/** Ids of the services that a provider delivers, by name; its own people see those in use. */
export const servicesOfProvider = defineLoader<string, string[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const visible = isOutsider(act.viewer!)
    ? `s.lifecycle = ANY (${parameters.add(CUSTOMERS_SEE)}::text[])`
    : visibleServices(act.viewer!, parameters);
  const rows: Pair[] = await manager.query(
    `SELECT s.provider_id AS "from", s.id AS "to" FROM service s
      WHERE s.provider_id = ANY (${parameters.add(ids)}::uuid[]) AND ${visible}
      ORDER BY s.name COLLATE "und-x-icu", s.id`,
    parameters.values,
  );
  return toLists(ids, rows);
});

interface Pair {
  from: string;
  to: string;
}

type Side = 'service_id' | 'supporting_service_id';

async function related(
  ids: readonly string[],
  { manager, act }: LoaderScope,
  from: Side,
  to: Side,
): Promise<string[][]> {
  const parameters = new Parameters();
  const rows: Pair[] = await manager.query(
    `SELECT support.${from} AS "from", s.id AS "to"
       FROM service_support support JOIN service s ON s.id = support.${to}
      WHERE support.${from} = ANY (${parameters.add(ids)}::uuid[]) AND ${visibleServices(act.viewer!, parameters)}
      ORDER BY s.name COLLATE "und-x-icu", s.id`,
    parameters.values,
  );
  return toLists(ids, rows);
}

function toLists(ids: readonly string[], rows: Pair[]): string[][] {
  return groupedBy(ids, rows, ({ from }) => from).map((group) => group.map(({ to }) => to));
}
