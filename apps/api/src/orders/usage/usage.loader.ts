import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import type { UsageRecordEntity } from './usage-record.entity.js';

const MOST_USAGE = 100;

/** The newest hundred that nothing has taken the place of, the latest day first. */
export const usageOfSubscription = defineLoader<string, UsageRecordEntity[]>(async (ids, { manager }) => {
  const rows: (UsageRecordEntity & { subscriptionId: string })[] = await manager.query(
    `SELECT u.id, u.subscription_id AS "subscriptionId", u.unit_name AS "unitName", u.day::text, u.quantity::text, u.source,
            u.external_id AS "externalId", u.at
       FROM unnest($1::uuid[]) s(id) CROSS JOIN LATERAL (
         SELECT * FROM usage_record o
          WHERE o.subscription_id = s.id AND NOT EXISTS (SELECT FROM usage_record n WHERE n.corrects_id = o.id)
          ORDER BY o.day DESC, o.id DESC LIMIT ${MOST_USAGE}) u
      ORDER BY u.day DESC, u.id DESC`,
    [ids],
  );
  return groupedBy(ids, rows, ({ subscriptionId }) => subscriptionId);
});
