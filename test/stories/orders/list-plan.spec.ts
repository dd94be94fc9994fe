import { viewerOfPerson } from '@accord/api/people/viewer-query.js';
import { ordersIn } from '@accord/api/orders/order-reach.js';
import { ORDERS } from '@accord/api/orders/order-rows.js';
import { Parameters } from '@accord/api/platform/database/parameters.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const { manager } = api.dataSource;
const place = await given.orderPlace();
const office = await given.person({ roles: ['btOffice'] });

/** 5,000 orders of 500 requesters, each asked of one of 100 approvers; a hundredth of the work is the team's. */
beforeAll(async () => {
  const others = await given.team();
  await manager.query(
    `WITH people AS (
       INSERT INTO person (id, name, email, added_at)
       SELECT gen_random_uuid(), 'Person ' || i, 'many-' || i || '@example.org', now() FROM generate_series(1, 600) i
       RETURNING id
     ), numbered AS (SELECT id, row_number() OVER () AS n FROM people),
     placed AS (
       INSERT INTO service_order (id, number, state, state_since, unit_id, requester_id, beneficiary_id, reason,
         drafted_at, changes, submitted_at, currency, one_off, monthly, total, budget_id, decided_by_id, decided_at)
       SELECT gen_random_uuid(), 10000 + i, 'rejected', now(), $2, p.id, p.id, '',
         timestamptz '2026-01-01' + i * interval '1 minute', 0, now(), 'EUR', 0, 0, 0, $3, $4, now()
       FROM generate_series(1, 5000) i JOIN numbered p ON p.n = 1 + i % 500 RETURNING id, number
     ), lines AS (
       INSERT INTO order_item (id, order_id, position, kind, plan_id, plan_version, quantity)
       SELECT gen_random_uuid(), id, 0, 'subscribe', $1, 1, 1 FROM placed RETURNING id, order_id
     ), stages AS (
       INSERT INTO approval_stage (id, order_id, position, key, name, need, sources, unit_id, over_budget, state, opened_at, ended_at)
       SELECT gen_random_uuid(), id, 0, 'budget', 'Budget owner', '"any"', '[{"kind": "budgetOwner"}]', $2, false, 'refused',
         now(), now() FROM placed RETURNING id, order_id
     ), asked AS (
       INSERT INTO approval_seat (stage_id, person_id)
       SELECT s.id, p.id FROM stages s JOIN placed o ON o.id = s.order_id JOIN numbered p ON p.n = 501 + o.number % 100
     )
     INSERT INTO fulfilment_task (id, order_id, order_item_id, key, name, is_service_team, team_id, state, created_at)
     SELECT gen_random_uuid(), p.id, l.id, 'deliver', 'Deliver', true, CASE WHEN number % 100 = 0 THEN $5::uuid ELSE $6::uuid END, 'open', now()
       FROM placed p JOIN lines l ON l.order_id = p.id`,
    [place.plan.id, place.unit.id, place.budget.id, place.owner.id, place.team.id, others.id],
  );
  await manager.query('ANALYZE service_order, order_item, approval_stage, approval_seat, fulfilment_task');
});

async function planOf(
  who: { id: string },
  scope: 'mine' | 'toDecide' | 'approvals' | 'work' | 'all',
  teamIds: string[] = [],
) {
  const viewer = (await viewerOfPerson(manager, who.id, api.clock.now()))!;
  const parameters = new Parameters();
  const select = `${ORDERS} WHERE ${ordersIn(scope, { viewer, teamIds }, parameters, api.clock.now())} ORDER BY o.drafted_at DESC, o.id DESC LIMIT 51`;
  const rows: { 'QUERY PLAN': string }[] = await manager.query(`EXPLAIN ${select}`, parameters.values);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  if (process.env.SHOW_PLANS) console.log(`${scope}\n${plan}`);
  return plan;
}

describe('among 5,000 orders', () => {
  it('the own ones come from the indexes of requester and beneficiary', async () => {
    const plan = await planOf(place.requester, 'mine');

    expect(plan).toContain('service_order_requester_index');
    expect(plan).toContain('service_order_beneficiary_index');
    expect(plan).not.toContain('Seq Scan on service_order');
  });

  it.each([
    ['those to decide on', 'approval_seat_person_index', () => planOf(place.owner, 'approvals')],
    ['the work of a team', 'fulfilment_task_team_index', () => planOf(place.member, 'work', [place.team.id])],
  ])('%s are found by %s', async (_, index, plan) => {
    expect(await plan()).toContain(index);
  });

  it('the newest of all come in the order of an index, without sorting all of them', async () => {
    const plan = await planOf(office, 'all');

    expect(plan).toContain('service_order_drafted_index');
    expect(plan).not.toContain('Seq Scan on service_order');
  });
});
