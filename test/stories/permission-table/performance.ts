import { createHash } from 'node:crypto';
import { meetHolders } from '@accord/api/performance/custody/meet-holders.js';
import { Annotations } from '@accord/api/performance/annotations/annotations.js';
import { Exclusions } from '@accord/api/performance/exclusions/exclusions.js';
import { Findings } from '@accord/api/performance/findings/findings.js';
import type { Answer } from '../../builders/graph-client.js';
import type { AgreementKind } from '@accord/domain';
import { providerFigures } from './provider-figures.js';
import type { Row, Rows } from './row.js';
import type { World } from './world.js';

let made = 0;

/** Commitments on the service in question, one of each kind, with an outage in February, which is closed. */
const fixtures = new WeakMap<World, ReturnType<typeof makeFixture>>();
const fixture = (world: World) => fixtures.get(world) ?? fixtures.set(world, makeFixture(world)).get(world)!;

async function makeFixture(world: World) {
  const { given, home } = world;
  await given.outage(home.service, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');
  await given.counts(home.service, 'mails', '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z', 9, 10);
  await given.maintenance(home.service, '2026-05-01T00:00:00Z', '2026-05-01T01:00:00Z');
  const [sla, uc] = [await commitment(world, 'sla'), await commitment(world, 'uc')];
  await given.closed('2026-02', sla, uc);
  const [ticket] = await given.tickets(home.service, [
    { openedAt: '2026-02-03T09:00:00Z', resolvedAt: '2026-02-03T10:00:00Z' },
  ]);
  return { sla, uc, ticket: ticket! };
}

const commitment = ({ given, home }: World, kind: AgreementKind) =>
  given.commitment(
    { serviceId: home.service.id, slug: `promise-${++made}`, name: `${kind} ${made}` },
    { kind, ...(kind !== 'sla' && { providerId: home.provider.id }) },
  );

/** An hour that nothing else was recorded for. */
function hour() {
  const from = Date.UTC(2026, 2, 1, ++made);
  return { from: new Date(from).toISOString(), to: new Date(from + 60_000).toISOString() };
}

async function outage(world: World) {
  const { from, to } = hour();
  return { id: (await world.given.outage(world.home.service, from, to)).id };
}

async function exclusion(world: World) {
  const { from, to } = hour();
  return { id: (await world.given.exclusion((await fixture(world)).sla, from, to)).id };
}

async function annotation(world: World) {
  const { id: commitmentId } = (await fixture(world)).sla;
  const act = await world.given.act((await world.given.serviceManagers())[0]!);
  const from = new Date(hour().from);
  return { id: (await world.api.get(Annotations).write(act, { commitmentId, from, words: 'Here.' })).id };
}

/** A name of a ticket source that nobody knows yet. */
async function holder({ api, given }: World): Promise<string> {
  const [{ id: sourceId }] = await api.dataSource.query(`SELECT id FROM source LIMIT 1`);
  const name = `Queue ${++made}`;
  await meetHolders(
    api.dataSource.manager,
    sourceId,
    new Set([name]),
    (await given.act((await given.serviceManagers())[0]!)).at,
  );
  return (await api.dataSource.query('SELECT id FROM holder WHERE name = $1', [name]))[0].id;
}

/** Proposed by whoever asks, who may have been a service manager then. */
async function ownExclusion(world: World, asking: { id: string } | null) {
  if (!asking) return exclusion(world);
  const [{ from, to }, act] = [hour(), await world.given.act((await world.given.serviceManagers())[0]!)];
  const acting = { ...act, viewer: { ...act.viewer, personId: asking.id } };
  const time = { from: new Date(from), to: new Date(to), category: 'other' as const, reason: 'Because.' };
  return {
    id: (await world.api.get(Exclusions).propose(acting, { commitmentId: (await fixture(world)).sla.id, ...time })).id,
  };
}

/** The revision of results that one sees none of. */
const OF_NOTHING = createHash('md5').update('0:0').digest('hex');
/** About the service in question. */
async function finding({ api, given, home }: World) {
  const { id: subjectId } = await given.source();
  const facts = { since: '2026-03-01T00:00:00.000Z', limit: '60000' };
  await api.dataSource.transaction((tx) =>
    api.get(Findings).open(tx, { viewer: null, at: api.clock.now() }, 'silentSource', {
      subjectId,
      serviceIds: [home.service.id],
      facts,
    }),
  );
}

/** A commitment of whose February people heard. */
async function alerted(world: World) {
  const { id } = (await fixture(world)).sla;
  await world.api.dataSource.query(
    `INSERT INTO alert (id, commitment_id, period, level, what, raised_at, tell_at)
     VALUES (gen_random_uuid(), $1, '2026-02', 'notice', 'it burns', now(), now()) ON CONFLICT DO NOTHING`,
    [id],
  );
  return id;
}

/** The same row for a promise to customers and for one by a company. */
const bothKinds = (name: string, row: (kind: 'sla' | 'uc') => Row): Rows => ({
  [name]: row('sla'),
  [`${name}.uc`]: row('uc'),
});

const address = (kind: 'sla' | 'uc') => async (world: World) => ({
  service: world.home.service.slug,
  slug: (await fixture(world))[kind].slug,
});
const onService = async (world: World) => (await fixture(world), { serviceId: world.home.service.id, first: 50 });
const field = (kind: 'sla' | 'uc', selection: string, shows: (result: Answer) => boolean): Row => ({
  arguments: address(kind),
  selection: `result(period: "2026-02") { ${selection} }`,
  shows: (found) => found?.result != null && shows(found.result),
});

export const performance: Rows = {
  ...bothKinds('commitments', (kind) => ({
    arguments: async (world) => (await fixture(world), { first: 200, periods: 1 }),
    selection: 'edges { node { name } }',
    shows: ({ edges }) => edges.some(({ node }: { node: { name: string } }) => node.name.startsWith(kind)),
  })),
  ...bothKinds('commitment', (kind) => ({ arguments: address(kind), selection: 'id' })),
  ...bothKinds('commitment.result', (kind) => field(kind, 'verdict', ({ verdict }) => verdict === 'MISSED')),
  ...bothKinds('commitment.explanation', (kind) =>
    field(kind, 'explanation { rule }', (r) => r.explanation.length > 0),
  ),
  ...bothKinds('commitment.contributions', (kind) =>
    field(kind, 'contributions { edges { cursor } }', (r) => r.contributions.edges.length > 0),
  ),
  ...bothKinds('commitment.breach', (kind) => field(kind, 'breach { id }', ({ breach }) => breach !== null)),
  ...bothKinds('whatIf', (kind) => ({
    arguments: async (world) => ({ commitmentId: (await fixture(world))[kind].id, variants: [{}] }),
    selection: 'months',
  })),
  performanceRevision: {
    arguments: async (world) => ({ commitmentId: (await fixture(world)).sla.id }),
    selection: '',
    shows: (revision) => revision !== OF_NOTHING,
  },
  ticket: { arguments: async (world) => ({ id: (await fixture(world)).ticket.id }), selection: 'id' },
  outages: { arguments: onService },
  maintenances: { arguments: onService },
  counts: { arguments: onService },
  exclusions: { arguments: async (world) => (await exclusion(world), { state: 'PROPOSED', first: 50 }) },
  usualClosing: {},
  alerts: { arguments: async (world) => ({ commitmentId: await alerted(world), first: 50 }) },
  exclusionEffects: { arguments: exclusion },
  proposedExclusions: { arguments: async (world) => (await exclusion(world), {}) },
  findings: { arguments: async (world) => (await finding(world), { first: 50 }) },
  breaches: { arguments: async (world) => (await fixture(world), { period: '2026-02', first: 50 }) },
  serviceCredits: { arguments: async (world) => (await fixture(world), { period: '2026-02', first: 50 }) },

  recordOutage: { arguments: ({ home }) => ({ input: { serviceId: home.service.id, ...hour(), cause: 'A cable.' } }) },
  changeOutage: {
    arguments: async (world) => ({ ...(await outage(world)), input: { cause: 'A plug.', reason: 'Because.' } }),
  },
  endOutage: { arguments: async (world) => ({ ...(await outage(world)), reason: 'Because.' }) },
  recordCounts: {
    arguments: ({ home }) => ({
      input: { serviceId: home.service.id, series: 'orders', ...hour(), good: 9, total: 10 },
    }),
  },
  announceMaintenance: {
    arguments: ({ home }) => {
      const from = Date.UTC(2026, 5, 1, ++made);
      const time = { from: new Date(from).toISOString(), to: new Date(from + 60_000).toISOString() };
      return { input: { serviceId: home.service.id, ...time, description: 'New disks.' } };
    },
  },
  cancelMaintenance: {
    arguments: async ({ given, home }) => {
      const from = Date.UTC(2026, 6, 1, ++made);
      const time = [from, from + 60_000].map((ms) => new Date(ms).toISOString()) as [string, string];
      return { id: (await given.maintenance(home.service, ...time)).id, reason: 'Because.' };
    },
  },
  ...bothKinds('proposeExclusion', (kind) => ({
    arguments: async (world) => ({
      input: { commitmentId: (await fixture(world))[kind].id, ...hour(), category: 'OTHER', reason: 'Because.' },
    }),
  })),
  ...bothKinds('annotateCommitment', (kind) => ({
    arguments: async (world) => ({
      input: { commitmentId: (await fixture(world))[kind].id, ...hour(), words: 'Here.' },
    }),
  })),
  endAnnotation: { arguments: annotation },
  ticketHolders: {},
  nameHolder: { arguments: async (world) => ({ id: await holder(world), input: {} }) },
  approveExclusion: { arguments: exclusion },
  refuseExclusion: { arguments: async (world) => ({ ...(await exclusion(world)), reason: 'Because.' }) },
  withdrawExclusion: { arguments: exclusion },
  'withdrawExclusion.own': { arguments: ownExclusion, isPersonal: true },
  changeUsualClosing: { arguments: () => ({ days: null }) },
  ...bothKinds('closePeriod', (kind) => ({
    arguments: async (world) => ({ period: '2026-02', commitmentIds: [(await commitment(world, kind)).id] }),
  })),
  ...bothKinds('restateResult', (kind) => ({
    arguments: async (world) => {
      const promise = await commitment(world, kind);
      await world.given.closed('2026-02', promise);
      return { id: (await world.given.resultOf(promise, '2026-02')).id, reason: 'Because.' };
    },
    beyondPermission: ['NOTHING_CHANGED'],
  })),
  ...providerFigures,
};
