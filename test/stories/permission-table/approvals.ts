import type { OrderPlace } from '../../builders/orders.js';
import { placeOf } from './orders.js';
import { inTurn, type Rows } from './row.js';
import type { World } from './world.js';

/** An order that waits for the owner of the unit in question. */
const orderOf = async (world: World) => (await world.given.order(await placeOf(world), 'awaitingApproval')).id;

let ofProvider: OrderPlace | undefined;

/** A stage in which the provider in question is asked about one of its services. */
async function stageOfProvider(world: World): Promise<string> {
  const { api, given, home } = world;
  if (!ofProvider) {
    const service = await given.service({ providerId: home.provider.id });
    const plan = await given.plan(service);
    await given.management(service, home.team);
    const capacity = { key: 'capacity', name: 'Capacity', need: 'any', from: [{ kind: 'provider' }] };
    await given.offered(service, (now) => ({ ...now, approval: { stages: [capacity], automatic: [] } }));
    ofProvider = { ...(await placeOf(world)), service, plan };
  }
  const { id } = await given.order(ofProvider, 'awaitingApproval');
  return (await api.dataSource.query('SELECT id FROM approval_stage WHERE order_id = $1', [id]))[0].id;
}

const stage = { key: 'law', name: 'Law', need: 'ANY', from: [{ kind: 'BUDGET_OWNER' }] };

/** Nothing of the unit waits for a decision. */
async function withoutProposal({ api, home }: World) {
  await api.dataSource.query(`DELETE FROM unit_approval_rule WHERE unit_id = $1`, [home.unit.id]);
  return { unitId: home.unit.id, stages: [stage], reason: 'Because.' };
}

/** Proposed by somebody else than whoever asks. */
async function proposal(world: World) {
  const { unitId } = await withoutProposal(world);
  const by = await world.given.person();
  const [rule] = await world.api.dataSource.query(
    `INSERT INTO unit_approval_rule (id, unit_id, number, state, stages, reason, proposed_by_id, proposed_at)
     VALUES (gen_random_uuid(), $1, 1, 'proposed', '[]', 'Because.', $2, now()) RETURNING id`,
    [unitId, by.id],
  );
  return { id: rule.id, approved: true };
}

export const approvals: Rows = {
  mySubstitutes: {
    isPersonal: true,
    arguments: async ({ api, given }, asking) => {
      if (!asking) return {};
      const other = await given.person();
      await api.dataSource.query(
        `INSERT INTO approval_substitute (id, person_id, substitute_id, from_date, to_date, state, by_id, at)
         VALUES (gen_random_uuid(), $1, $2, '2026-01-01', '2026-12-31', 'approved', $1, now())`,
        [other.id, asking.id],
      );
      return {};
    },
  },
  addSubstitute: {
    isPersonal: true,
    arguments: async ({ given, api }, asking) => {
      if (asking) await api.dataSource.query('DELETE FROM approval_substitute WHERE person_id = $1', [asking.id]);
      return { input: { substituteId: (await given.person()).id, from: '2026-03-20', to: '2026-03-21' } };
    },
  },
  'addSubstitute.other': {
    arguments: async ({ given }) => {
      const [person, other] = [await given.person(), await given.person()];
      return { input: { personId: person.id, substituteId: other.id, from: '2026-03-20', to: '2026-03-21' } };
    },
  },
  endSubstitute: {
    arguments: async ({ api, given }) => {
      const [person, other] = [await given.person(), await given.person()];
      const [substitute] = await api.dataSource.query(
        `INSERT INTO approval_substitute (id, person_id, substitute_id, from_date, to_date, state, by_id, at)
         VALUES (gen_random_uuid(), $1, $2, '2026-01-01', '2026-12-31', 'approved', $1, now()) RETURNING id`,
        [person.id, other.id],
      );
      return { id: substitute.id };
    },
  },
  decideSubstitute: {
    arguments: async ({ api, given }) => {
      const [person, other, by] = [await given.person(), await given.person(), await given.person()];
      const [substitute] = await api.dataSource.query(
        `INSERT INTO approval_substitute (id, person_id, substitute_id, from_date, to_date, state, by_id, at)
         VALUES (gen_random_uuid(), $1, $2, '2026-01-01', '2026-12-31', 'proposed', $3, now()) RETURNING id`,
        [person.id, other.id, by.id],
      );
      return { id: substitute.id, approved: true };
    },
  },
  undoDecision: {
    arguments: async (world) => ({ id: await orderOf(world) }),
    beyondPermission: ['TOO_LATE'],
  },
  delegateApproval: {
    arguments: async (world) => ({
      id: await orderOf(world),
      personId: (await world.given.person()).id,
      reason: 'Because.',
    }),
  },
  decideOrders: {
    arguments: async (world) => ({ ids: [await orderOf(world)], approved: true }),
    // Each order says for itself who may decide on it, as approveOrder does.
    selection: 'decided { errors { code } } errors { code field message }',
  },
  previewUnitStages: {
    arguments: async (world) => {
      const { unitId, stages } = await withoutProposal(world);
      return { unitId, stages };
    },
    selection: 'key',
  },
  ...inTurn({ proposeUnitStages: { arguments: withoutProposal }, decideUnitStages: { arguments: proposal } }),
  providerApprovals: {
    arguments: async (world) => (await stageOfProvider(world), {}),
    selection: 'id',
  },
  decideForProvider: { arguments: async (world) => ({ id: await stageOfProvider(world), approved: true }) },
};
