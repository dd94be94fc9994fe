import { randomUUID } from 'node:crypto';
import type { Lifecycle } from '@accord/domain';
import { inTurn, type Rows } from './row.js';
import type { World } from './world.js';

let made = 0;

/** The service in question, wherever the row before has left it. */
async function inLifecycle({ api, home: { service } }: World, lifecycle: Lifecycle) {
  await api.dataSource.query('UPDATE service SET lifecycle = $2 WHERE id = $1', [service.id, lifecycle]);
  return service;
}

const id = async (world: World) => ({ id: (await inLifecycle(world, 'live')).id });
const slug = async (world: World) => ({ slug: (await inLifecycle(world, 'live')).slug });
const because = async (world: World) => ({ ...(await id(world)), reason: 'Because.' });

async function plan(world: World) {
  return { id: (await world.given.plan(await inLifecycle(world, 'live'))).id };
}

async function noVersionOpen({ api, home: { service } }: World) {
  await api.dataSource.query(`DELETE FROM service_version WHERE service_id = $1 AND state IN ('draft', 'proposed')`, [
    service.id,
  ]);
}

/** Somebody else's work on the service, not yet proposed. */
async function draft(world: World) {
  await inLifecycle(world, 'live');
  await noVersionOpen(world);
  return { id: (await world.given.draftVersion(world.home.service)).id };
}

async function proposal(world: World) {
  const { id } = await draft(world);
  await world.api.dataSource.query(
    `UPDATE service_version SET state = 'proposed', proposed_at = now(), proposed_by_id = written_by_ids[1] WHERE id = $1`,
    [id],
  );
  return { id };
}

async function noRetirement({ api }: World) {
  for (const table of ['migration_row', 'migration_run', 'retirement_subscriber', 'retirement_path', 'retirement'])
    await api.dataSource.query(`DELETE FROM ${table}`);
}

/** Somebody else's proposal. */
async function retirement(world: World) {
  await noRetirement(world);
  const { service } = world.home;
  await inLifecycle(world, 'live');
  const id = randomUUID();
  await world.api.dataSource.query(
    `INSERT INTO retirement (id, service_id, state, reason, ends_on, proposed_by_id, proposed_at)
     SELECT $1, $2, 'proposed', 'Because.', '2027-12-31', id, now() FROM person ORDER BY added_at, id LIMIT 1`,
    [id, service.id],
  );
  return { id };
}

const SCORES = { operationalDependence: 3, strategicImpact: 3, standardizability: 3, uncertainty: 3 };
const day = () => new Date(Date.UTC(2026, 3, ++made)).toISOString().slice(0, 10);

export const catalog: Rows = {
  archetypes: {},
  archetypeHistory: { arguments: () => ({ key: 'FRONTIER' }) },
  changeArchetype: {
    arguments: () => ({
      key: 'FRONTIER',
      input: {
        effectiveFrom: day(),
        name: 'Frontier',
        summary: 'A bet.',
        commitmentStyle: 'Learning.',
        reviewCadence: 'MONTHLY',
        decisionBody: 'NEEDS_BASED',
        sourcing: 'MIXED',
        costModel: 'CAPPED_VENTURE_FUND',
        firstMeasure: 'Learning',
        rewardMix: { operations: 10, customer: 30, outcome: 60 },
        typicalScores: SCORES,
        reason: 'Because.',
      },
    }),
  },

  services: {
    arguments: async (world) => (await inLifecycle(world, 'live'), { first: 200 }),
    selection: 'edges { node { id } }',
    shows: ({ edges }, { home }) => edges.some(({ node }: { node: { id: string } }) => node.id === home.service.id),
  },
  service: { arguments: slug, selection: 'id' },
  'service.prices': {
    arguments: async (world) => (await plan(world), slug(world)),
    selection: 'plans { prices { amount } }',
    shows: (service) => service?.plans.some(({ prices }: { prices: object[] }) => prices.length > 0) ?? false,
  },
  'service.proposed': {
    isAlone: true,
    arguments: async (world) => ({ slug: (await inLifecycle(world, 'proposed')).slug }),
    selection: 'id',
  },
  proposeService: {
    arguments: ({ home }) => ({
      input: {
        name: 'New',
        slug: `new-service-${++made}`,
        outcome: 'Work gets done.',
        description: '',
        synonyms: [],
        lineOfService: 'SECURITY',
        unitId: home.unit.id,
        providerId: home.provider.id,
      },
    }),
  },
  changeService: { arguments: async (world) => ({ ...(await id(world)), input: { lineOfService: 'SECURITY' } }) },
  setFavourite: { arguments: async (world) => ({ serviceId: (await id(world)).id, favourite: true }) },
  'service.dependencies': { arguments: slug, selection: 'dependencies { impact { units } }' },
  overrideArchetype: {
    arguments: async (world) => ({
      ...(await id(world)),
      input: { archetype: 'FRONTIER', reason: 'Because.', expiresOn: '2026-12-31' },
    }),
  },
  endArchetypeOverride: { arguments: because, beyondPermission: ['NO_OVERRIDE'] },
  // The moves start from other lifecycles; who may not is told so before.
  charterService: { arguments: id, beyondPermission: ['WRONG_LIFECYCLE'] },
  publishService: { arguments: id, beyondPermission: ['WRONG_LIFECYCLE'] },
  ...inTurn({
    'service.retirements': {
      arguments: async (world) => (await retirement(world), slug(world)),
      selection: 'retirements { id }',
      shows: (service) => (service?.retirements.length ?? 0) > 0,
    },
    retirement: { arguments: retirement, selection: 'id' },
    openRetirements: { arguments: async (world) => (await retirement(world), {}), shows: (open) => open.length > 0 },
    proposeRetirement: {
      arguments: async (world) => {
        await noRetirement(world);
        return { input: { serviceId: (await id(world)).id, endsOn: '2027-12-31', reason: 'Because.' } };
      },
    },
    decideRetirement: { arguments: retirement },
    takeBackRetirement: { arguments: async (world) => ({ ...(await retirement(world)), reason: 'Because.' }) },
    migrateSubscribers: { arguments: retirement, beyondPermission: ['NOT_DECIDED'] },
    'service.versions': {
      arguments: async (world) => (await draft(world), slug(world)),
      selection: 'versions { id }',
      shows: (service) => (service?.versions.length ?? 0) > 0,
    },
    proposedServiceVersions: {
      arguments: async (world) => (await proposal(world), {}),
      shows: (versions) => versions.length > 0,
    },
    draftServiceVersion: {
      arguments: async (world) => (await noVersionOpen(world), { serviceId: (await id(world)).id }),
    },
    changeServiceDraft: { arguments: async (world) => ({ ...(await draft(world)), revision: 1, definition: {} }) },
    importServiceDefinition: {
      arguments: async (world) => {
        const service = await inLifecycle(world, 'chartered');
        await noVersionOpen(world);
        return { serviceId: service.id, yaml: `format: accord.service/1\nservice: ${service.slug}\n` };
      },
    },
    bringService: {
      arguments: async (world) => {
        const service = await inLifecycle(world, 'live');
        await noVersionOpen(world);
        return { yaml: `format: accord.service/1\nservice: ${service.slug}\n` };
      },
    },
    // A live service without a plan is refused: who may not is told so before.
    proposeServiceVersion: { arguments: draft, beyondPermission: ['LAST_PLAN'] },
    withdrawServiceVersion: { arguments: async (world) => ({ ...(await draft(world)), reason: 'Because.' }) },
    publishServiceVersion: { arguments: proposal, beyondPermission: ['LAST_PLAN'] },
  }),
};
