import { OPEN_STATES } from '@accord/domain';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';

interface RunRow {
  retirementId: string;
  startedAt: Date;
  finishedAt: Date | null;
  total: number;
  ordered: number;
  refused: number;
}

const NEWEST = `
  SELECT DISTINCT ON (r.retirement_id) r.retirement_id AS "retirementId", r.started_at AS "startedAt",
         r.finished_at AS "finishedAt", n.total, n.ordered, n.refused
    FROM migration_run r, LATERAL (
      SELECT count(*)::int AS total, count(order_id)::int AS ordered, count(refusal)::int AS refused
        FROM migration_row WHERE run_id = r.id) n
   WHERE r.retirement_id = ANY ($1::uuid[]) ORDER BY r.retirement_id, r.id DESC`;

/** The last one; null = nobody was migrated in bulk. */
export const migrationOfRetirement = defineLoader<string, RunRow | null>(async (ids, { manager }) => {
  const rows: RunRow[] = await manager.query(NEWEST, [ids]);
  return inOrderOf(ids, rows, ({ retirementId }) => retirementId);
});

/** Open orders of bulk migrations of retirements. */
export const OPEN_MIGRATIONS = `
  SELECT DISTINCT run.retirement_id AS "retirementId", o.id FROM migration_run run JOIN migration_row r ON r.run_id = run.id
    JOIN service_order o ON o.id = r.order_id
   WHERE run.retirement_id = ANY ($1::uuid[]) AND o.state = ANY ($2) ORDER BY o.id`;

/** How many there are. */
export const openMigrations = defineLoader<string, number>(async (ids, { manager }) => {
  const rows: { retirementId: string }[] = await manager.query(OPEN_MIGRATIONS, [ids, OPEN_STATES]);
  return groupedBy(ids, rows, ({ retirementId }) => retirementId).map(({ length }) => length);
});

interface Answer {
  subscriptionId: string;
  /** The order that is under way. */
  openId: string | null;
  /** The last one that changed it. */
  doneId: string | null;
  /** Why the last run could not order for it. */
  refusal: string | null;
}

const ANSWERS = `
  SELECT b.id AS "subscriptionId", open.id AS "openId", done.id AS "doneId", CASE WHEN open.id IS NULL THEN last.refusal END AS refusal
    FROM subscription b
    LEFT JOIN LATERAL (
      SELECT o.id FROM order_item i JOIN service_order o ON o.id = i.order_id
       WHERE i.subscription_id = b.id AND i.kind <> 'subscribe' AND o.state = ANY ($2) LIMIT 1) open ON true
    LEFT JOIN LATERAL (
      SELECT i.order_id AS id FROM subscription_change c JOIN order_item i ON i.id = c.order_item_id
       WHERE c.subscription_id = b.id AND i.kind IN ('change', 'terminate') ORDER BY c.id DESC LIMIT 1) done ON true
    LEFT JOIN LATERAL (
      SELECT refusal FROM migration_row WHERE subscription_id = b.id ORDER BY run_id DESC LIMIT 1) last ON true
   WHERE b.id = ANY ($1::uuid[])`;

/** What is being ordered for a subscriber of something that retires, or was. */
export const migrationAnswer = defineLoader<string, Answer | null>(async (ids, { manager }) => {
  const rows: Answer[] = await manager.query(ANSWERS, [ids, OPEN_STATES]);
  return inOrderOf(ids, rows, ({ subscriptionId }) => subscriptionId);
});

const TO_MOVE = `
  SELECT b.service_id AS "serviceId", b.id FROM subscription b
   WHERE b.service_id = ANY ($1::uuid[]) AND b.state <> 'ended' AND b.ends_on IS NULL AND $2::uuid IN (b.owner_id, b.beneficiary_id)
     AND EXISTS (
       SELECT FROM retirement_path path JOIN retirement r ON r.id = path.retirement_id AND r.state = 'decided'
        WHERE path.plan_id = b.plan_id)
   ORDER BY b.id`;

/** Ids of the viewer's subscriptions of a service whose plans retire. */
export const subscriptionsToMove = defineLoader<string, string[]>(async (ids, { manager, act }) => {
  const rows: { serviceId: string; id: string }[] = await manager.query(TO_MOVE, [ids, act.viewer!.personId]);
  return groupedBy(ids, rows, ({ serviceId }) => serviceId).map((group) => group.map(({ id }) => id));
});
