import { Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Parameters } from '../../platform/database/parameters.js';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { CurrentLoaders, defineLoader, type Loaders } from '../../platform/graphql/loaders.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { serviceById } from '../services/service.loader.js';
import { Service } from '../services/service.type.js';
import { visibleServices } from '../services/visible-services.js';

/** Below, it was chance. */
const FEWEST_ORDERS = 3;
const MOST = 8;

@ObjectType({ description: 'A service that goes well with another one.' })
export class RelatedService {
  @Field({ description: 'Whether the owner of the service points to it.' })
  byOwner!: boolean;

  @Field(() => Int, {
    description: 'In how many orders of the last year both stood; 0 where they were fewer than three.',
  })
  together!: number;
}

interface RelatedRow {
  serviceId: string;
  relatedId: string;
  byOwner: boolean;
  together: number;
}

/** Those that the owner named first, then what was ordered together most often. */
const relatedTo = defineLoader<string, RelatedRow[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const [of, at] = [parameters.add(ids), parameters.add(act.at)];
  const rows: RelatedRow[] = await manager.query(
    `SELECT found.service_id AS "serviceId", s.id AS "relatedId", bool_or(by_owner) AS "byOwner", max(together) AS together
       FROM (
         SELECT service_id, related_id, true AS by_owner, 0 AS together FROM related_service
          WHERE service_id = ANY (${of}::uuid[])
         UNION ALL
         SELECT p.service_id, q.service_id, false, count(DISTINCT o.id)::int
           FROM plan p JOIN order_item i ON i.plan_id = p.id AND i.kind = 'subscribe'
           JOIN service_order o ON o.id = i.order_id AND o.submitted_at >= ${at}::timestamptz - interval '365 days'
           JOIN order_item j ON j.order_id = o.id AND j.kind = 'subscribe'
           JOIN plan q ON q.id = j.plan_id AND q.service_id <> p.service_id
          WHERE p.service_id = ANY (${of}::uuid[])
          GROUP BY p.service_id, q.service_id HAVING count(DISTINCT o.id) >= ${FEWEST_ORDERS}
       ) found JOIN service s ON s.id = found.related_id
      WHERE s.lifecycle IN ('live', 'retiring') AND ${visibleServices(act.viewer!, parameters)}
      GROUP BY found.service_id, s.id
      ORDER BY bool_or(by_owner) DESC, max(together) DESC, s.name COLLATE "und-x-icu", s.id`,
    parameters.values,
  );
  return groupedBy(ids, rows, ({ serviceId }) => serviceId).map((related) => related.slice(0, MOST));
});

@Resolver(() => Service)
export class RelatedServicesResolver {
  @ResolveField(() => [RelatedService], { description: 'Eight at most.' })
  relatedServices(@Parent() { id }: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(relatedTo, id);
  }
}

@Resolver(() => RelatedService)
export class RelatedServiceResolver {
  @ResolveField(() => Service)
  service(@Parent() { relatedId }: RelatedRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, relatedId);
  }
}
