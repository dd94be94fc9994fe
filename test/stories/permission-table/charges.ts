import { placeOf } from './orders.js';
import { inTurn, type Rows } from './row.js';
import type { World } from './world.js';

const MONTH = { from: '2026-02-01', to: '2026-02-28' };
const STATES = { open: 'NULL, NULL, NULL, NULL', proposed: '$2, now(), NULL, NULL', closed: '$2, now(), $3, now()' };
type State = keyof typeof STATES;

/** The only month there is, as far as said. */
async function runOf({ api, given }: World, state: State): Promise<string> {
  const { dataSource } = api;
  const people = [(await given.person()).id, (await given.person()).id].slice(
    0,
    { open: 0, proposed: 1, closed: 2 }[state],
  );
  await dataSource.query('TRUNCATE charge_line, charge_case, charge_dispute, charge_run');
  const [run] = await dataSource.query(
    `INSERT INTO charge_run (id, from_date, to_date, state, opened_at, reckoned_at,
       proposed_by_id, proposed_at, closed_by_id, closed_at)
     VALUES (gen_random_uuid(), '${MONTH.from}', '${MONTH.to}', $1, now(), '2026-03-10', ${STATES[state]}) RETURNING id`,
    [state, ...people],
  );
  return run.id;
}

interface Subscribed {
  id: string;
  unitId: string;
  serviceId: string;
  planId: string;
}

let subscribed: Promise<Subscribed> | undefined;

/** What somebody in the unit in question has. */
const subscriptionOf = (world: World) => (subscribed ??= subscribe(world));

async function subscribe(world: World): Promise<Subscribed> {
  const place = await placeOf(world);
  const { dataSource } = world.api;
  const order = await world.given.order(place, 'completed');
  const [found] = await dataSource.query(
    `SELECT s.id, s.unit_id AS "unitId", s.service_id AS "serviceId", s.plan_id AS "planId" FROM subscription s
      JOIN order_item i ON i.subscription_id = s.id WHERE i.order_id = $1`,
    [order.id],
  );
  // The service in question is what it is of, so that the roles for it reach it.
  await dataSource.query('UPDATE subscription SET service_id = $2 WHERE id = $1', [found.id, world.home.service.id]);
  return { ...found, serviceId: world.home.service.id };
}

/** A line of a closed month. */
async function lineOf(world: World): Promise<string> {
  const { id, unitId, serviceId, planId } = await subscriptionOf(world);
  const runId = await runOf(world, 'open');
  const { dataSource } = world.api;
  const [line] = await dataSource.query(
    `INSERT INTO charge_case (id, run_id, origin, plan_id, plan_version, kind, label, per, from_date, to_date, quantity,
         unit_price, amount, currency, explanation)
       VALUES (gen_random_uuid(), $1, 'charge', $2, 1, 'recurring', 'Seat', 'month', '${MONTH.from}', '${MONTH.to}', 1, 10, 10,
         'EUR', '[]') RETURNING id`,
    [runId, planId],
  );
  await dataSource.query(
    `INSERT INTO charge_line (run_id, unit_id, subscription_id, case_id, service_id) VALUES ($1, $2, $3, $4, $5)`,
    [runId, unitId, id, line.id, serviceId],
  );
  const [one, other] = [await world.given.person(), await world.given.person()];
  await dataSource.query(
    `UPDATE charge_run SET state = 'closed', proposed_by_id = $2, proposed_at = now(), closed_by_id = $3, closed_at = now()
      WHERE id = $1`,
    [runId, one.id, other.id],
  );
  return `${line.id}.${id}`;
}

async function disputeOf(world: World, byId?: string): Promise<string> {
  const lineId = await lineOf(world);
  const by = byId ?? (await world.given.person()).id;
  const [dispute] = await world.api.dataSource.query(
    `INSERT INTO charge_dispute (id, run_id, unit_id, subscription_id, case_id, state, reason, by_id, at)
     SELECT gen_random_uuid(), run_id, unit_id, subscription_id, case_id, 'open', 'Too much.', $2, now() FROM bill_line
      WHERE id = $1 RETURNING id`,
    [lineId, by],
  );
  return dispute.id;
}

let told = 0;

export const charges: Rows = {
  ...inTurn({
    openChargeRun: {
      arguments: async ({ api }) => {
        await api.dataSource.query('TRUNCATE charge_line, charge_case, charge_dispute, charge_run');
        return { month: '2026-02' };
      },
    },
    reckonChargeRun: { arguments: async (world) => ({ id: await runOf(world, 'open') }) },
    proposeChargeRun: { arguments: async (world) => ({ id: await runOf(world, 'open'), version: 1 }) },
    reopenChargeRun: { arguments: async (world) => ({ id: await runOf(world, 'proposed'), reason: 'Because.' }) },
    closeChargeRun: { arguments: async (world) => ({ id: await runOf(world, 'proposed'), version: 1 }) },
    chargeRuns: { arguments: async (world) => (await runOf(world, 'open'), {}) },
    viewerCanRunCharges: { shows: (answer) => answer === true },
    bill: {
      arguments: async (world) => (await lineOf(world), { month: '2026-02' }),
      selection: 'lines { totalCount }',
      shows: (answer) => answer.lines.totalCount > 0,
    },
    billFiles: {
      arguments: async ({ api, given }, asking) => {
        await api.dataSource.query(
          `INSERT INTO bill_file (id, person_id, month, "grouping", format, state, lines, asked_at, expires_at)
           VALUES (gen_random_uuid(), $1, '2026-02', 'service', 'csv', 'making', 1, now(), '2999-01-01')`,
          [asking?.id ?? (await given.person()).id],
        );
        return { month: '2026-02' };
      },
      isPersonal: true,
    },
    makeBillFile: {
      arguments: async (world) => (await lineOf(world), { input: { month: '2026-02', format: 'CSV' } }),
    },
    disputeCharge: { arguments: async (world) => ({ lineId: await lineOf(world), reason: 'Too much.' }) },
    chargeDisputes: { arguments: async (world) => (await disputeOf(world), {}) },
    answerChargeDispute: {
      arguments: async (world) => ({ id: await disputeOf(world), accepted: true, answer: 'You are right.' }),
    },
    withdrawChargeDispute: {
      arguments: async (world, asking) => ({ id: await disputeOf(world, asking?.id) }),
      isPersonal: true,
    },
  }),
  recordUsage: {
    arguments: async (world) => {
      const { id: subscriptionId } = await subscriptionOf(world);
      const externalId = `told-${++told}`;
      return {
        input: { subscriptionId, unitName: 'GB', day: '2026-03-16', quantity: '1', source: 'meter', externalId },
      };
    },
    beyondPermission: ['NOT_MEASURED'],
  },
  importUsage: {
    arguments: async ({ api, given }, asking) => {
      const by = asking?.id ?? (await given.person()).id;
      const [upload] = await api.dataSource.query(
        `INSERT INTO upload (id, person_id, file_name, bytes, received_at, expires_at, removed_at)
         VALUES (gen_random_uuid(), $1, 'use.csv', 1, '2026-01-01', '2026-01-08', '2026-01-08') RETURNING id`,
        [by],
      );
      return { uploadId: upload.id, source: 'meter' };
    },
    isPersonal: true,
    beyondPermission: ['FILE_GONE'],
  },
};
