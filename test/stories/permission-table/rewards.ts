import { RewardStatementEntity } from '@accord/api/rewards/calculations/reward-statement.entity.js';
import { uuidv7 } from '@accord/api/platform/uuid.js';
import type { RewardPlace } from '../../builders/reward-place.js';
import type { Asking, Rows } from './row.js';
import type { World } from './world.js';

let place: Promise<RewardPlace> | undefined;
let released: Promise<{ id: string }> | undefined;
let years = 2030;

/** The team in question, paid for the last quarter; its version in force goes on. */
const placeOf = ({ given, home }: World) => (place ??= given.rewardPlace({ at: home }));
const releasedOf = (world: World) => (released ??= placeOf(world).then((at) => world.given.reward(at)));

/** Another plan for the shares that the team has. */
const calculation = async (world: World, state: 'calculated' | 'approved') => {
  await placeOf(world);
  const { given, home } = world;
  const { id } = await given.reward(await given.rewardPlace({ at: home, weights: [] }), state);
  return { id };
};

const statement = async (world: World, asking: Asking) => {
  const { manager } = world.api.dataSource;
  const { id: calculationId } = await releasedOf(world);
  const [known] = await manager.findBy(RewardStatementEntity, { calculationId });
  if (asking) await manager.insert(RewardStatementEntity, { ...known!, id: uuidv7(), personId: asking.id } as object);
  return known!;
};

const proposed = async (world: World) => {
  const { manager } = world.api.dataSource;
  const at = await placeOf(world);
  const [waits] = await manager.query(`SELECT id FROM reward_plan_version WHERE state = 'proposed' AND plan_id = $1`, [
    at.plan.id,
  ]);
  return { id: waits?.id ?? (await world.given.proposedRewardVersion(at, `${++years}-01-01`)).id };
};

const member = async ({ given, home }: World) => {
  const person = await given.person({ name: 'New Member' });
  await given.membership(home.team, person);
  return { teamId: home.team.id, personId: person.id, weight: '1', from: '2026-01-01' };
};

const isHome = (plans: { team: { id: string } }[], { home }: World) =>
  plans.some(({ team }) => team.id === home.team.id);

export const rewards: Rows = {
  rewardPlans: { arguments: async (world) => (await placeOf(world), {}), selection: 'team { id }', shows: isHome },
  rewardPlan: { arguments: async (world) => ({ slug: (await placeOf(world)).plan.slug }) },
  'rewardPlan.amounts': {
    arguments: async (world) => ({ slug: (await placeOf(world)).plan.slug }),
    selection: 'versions { pool { amount } }',
    shows: (plan) => plan?.versions[0].pool != null,
  },
  rewardCalculation: { arguments: async (world) => ({ id: (await releasedOf(world)).id }) },
  'rewardCalculation.amounts': {
    arguments: async (world) => ({ id: (await releasedOf(world)).id }),
    selection: 'pool { amount } statements { id }',
    shows: (answer) => answer?.pool != null && answer.statements != null,
  },
  rewardStatement: { arguments: async (world) => ({ id: (await statement(world, null)).id }) },
  'teams.shares': {
    arguments: async (world) => (await placeOf(world), {}),
    selection: 'id shares { weight }',
    shows: (teams, { home }) => teams.find(({ id }: { id: string }) => id === home.team.id)?.shares != null,
  },
  myRewardStatements: { arguments: async (world, asking) => (await statement(world, asking), {}), isPersonal: true },
  setShare: { arguments: async (world) => ({ input: await member(world) }) },
  endShare: {
    arguments: async (world) => ({ id: (await world.given.share(await member(world))).id, on: '2026-12-31' }),
  },
  endRewardPlan: {
    arguments: async ({ given, home }) => {
      const { plan } = await given.rewardPlace({ at: home, weights: [] });
      return { id: plan.id, reason: 'Because.' };
    },
  },
  addRewardPlan: { arguments: ({ home }) => ({ input: { teamId: home.team.id, name: 'New', currency: 'EUR' } }) },
  proposeRewardPlanVersion: {
    arguments: async (world) => {
      const { terms } = await placeOf(world);
      const input = { ...terms, effectiveFrom: `${++years}-01-01`, window: 'QUARTER', proration: 'FORFEIT' };
      return { input };
    },
    beyondPermission: ['ALREADY_PROPOSED'],
  },
  approveRewardPlanVersion: { arguments: proposed },
  refuseRewardPlanVersion: {
    isAlone: true,
    arguments: async (world) => ({ ...(await proposed(world)), reason: 'Because.' }),
  },
  calculateReward: {
    arguments: async (world) => ({ planId: (await placeOf(world)).plan.id, period: '2025-Q4' }),
    beyondPermission: ['WAITS', 'NOTHING_CHANGED'],
  },
  approveRewardCalculation: { arguments: (world) => calculation(world, 'calculated') },
  refuseRewardCalculation: {
    arguments: async (world) => ({ ...(await calculation(world, 'calculated')), reason: 'Because.' }),
  },
  releaseRewardCalculation: { arguments: (world) => calculation(world, 'approved') },
};
