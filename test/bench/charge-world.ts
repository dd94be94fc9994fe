import type { DataSource } from 'typeorm';

const SUBSCRIPTIONS = 100_000;
const PLANS = 120;
const UNITS = 200;

/** Days of the year before which a subscription began, and others within the month. */
const PRICES = `
  CASE WHEN n % 33 = 0 THEN jsonb_build_array(jsonb_build_object('kind', 'recurring', 'label', 'Licence',
      'amount', (30 + n)::text, 'per', 'quarter', 'unitName', NULL, 'tiers', NULL))
    ELSE jsonb_build_array(jsonb_build_object('kind', 'recurring', 'label', 'Seat', 'amount', (5 + n * 0.17)::text,
      'per', 'month', 'unitName', NULL, 'tiers', NULL)) END
  || CASE WHEN n % 10 = 0 THEN jsonb_build_array(jsonb_build_object('kind', 'metered', 'label', 'Traffic',
      'amount', '0.004', 'per', 'month', 'unitName', 'GB', 'tiers', NULL)) ELSE '[]' END`;

/**
 * A hundred thousand subscriptions to 120 plans, at 1 to 5 seats, as a large enterprise has them in June: most go on as
 * they were, each twentieth begins, changes or is suspended in the month, each tenth plan measures what is used.
 */
export async function fillChargeWorld(dataSource: DataSource): Promise<number> {
  await dataSource.transaction(async (tx) => {
    // People, units and services are not read by what is measured.
    await tx.query(`SET LOCAL session_replication_role = replica`);
    await tx.query(`
      CREATE TEMP TABLE made ON COMMIT DROP AS
        SELECT n, gen_random_uuid() AS plan_id, gen_random_uuid() AS service_id, ${PRICES} AS prices
          FROM generate_series(1, ${PLANS}) n`);
    await tx.query(`
      INSERT INTO plan (id, service_id, slug, name, description, currency, position, version)
      SELECT plan_id, service_id, 'plan-' || n, 'Plan ' || n, '', 'EUR', 0, 1 FROM made`);
    await tx.query(`
      CREATE TEMP TABLE had ON COMMIT DROP AS
        SELECT i, gen_random_uuid() AS id, md5('unit' || i % ${UNITS})::uuid AS unit_id, m.*, 1 + i % 5 AS quantity,
            CASE WHEN i % 40 = 0 THEN date '2026-06-01' + i % 30 ELSE date '2025-06-01' + i % 365 END AS started_on
          FROM generate_series(1, ${SUBSCRIPTIONS}) i JOIN made m ON m.n = 1 + i % ${PLANS}`);
    await tx.query(`
      INSERT INTO subscription (id, service_id, plan_id, plan_version, quantity, unit_id, beneficiary_id, owner_id, state,
        started_at, started_on)
      SELECT id, service_id, plan_id, 1, quantity, unit_id, unit_id, unit_id, 'active', started_on, started_on FROM had`);
    const change = (day: string, quantity: string, state: string, which: string) => `
      INSERT INTO subscription_change (id, subscription_id, at, from_date, plan_id, plan_version, quantity, state, prices)
      SELECT gen_random_uuid(), id, started_on, ${day}, plan_id, 1, ${quantity}, '${state}', prices FROM had WHERE ${which}`;
    await tx.query(change('started_on', 'quantity', 'active', 'true'));
    await tx.query(change(`date '2026-06-05' + i % 20`, 'quantity + 1', 'active', 'i % 40 = 1'));
    await tx.query(change(`date '2026-06-05' + i % 20`, 'quantity', 'suspended', 'i % 80 = 2'));
    await tx.query(`
      INSERT INTO usage_record (id, subscription_id, unit_name, day, quantity, source, external_id, at, by_id)
      SELECT gen_random_uuid(), id, 'GB', '2026-06-30', 100 + i % 900, 'meter', 'm-' || i, '2026-06-30', unit_id
        FROM had WHERE n % 10 = 0 AND started_on <= '2026-06-30'`);
  });
  await dataSource.query('VACUUM ANALYZE subscription, subscription_change, plan, usage_record');
  return SUBSCRIPTIONS;
}
