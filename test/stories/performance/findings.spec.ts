import { Findings } from '@accord/api/performance/findings/findings.js';
import type { Actor } from '../../builders/graph-client.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const owner = await given.person();
const [zoom, mail] = [await given.service({ name: 'Zoom', ownerId: owner.id }), await given.service()];
const manager = await given.person({ roles: ['serviceManager'] });
const ofZoom = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: zoom.id }] });
const stranger = await given.person({ roles: ['requester'] });
const source = await given.source('measurements');

const findings = api.get(Findings);
const now = () => ({ viewer: null, at: api.clock.now() });
const silent = (since: string, serviceIds = [zoom.id, mail.id]) => ({
  subjectId: source.id,
  serviceIds,
  facts: { since, limit: '900000' },
});
const open = (found: ReturnType<typeof silent>) =>
  api.dataSource.transaction((tx) => findings.open(tx, now(), 'silentSource', found));

const FINDINGS = `query ($state: FindingState, $serviceId: ID, $first: Int) {
  findings(kind: SILENT_SOURCE, state: $state, serviceId: $serviceId, first: $first) {
    totalCount
    edges { node { kind openedAt lastSeenAt endedAt subject { name path } services { name } facts { name value unit } } }
  }
}`;
const seen = async (actor: Actor, args: object = {}) => {
  const { totalCount, edges } = (await api.as(actor).run(FINDINGS, args)).findings;
  const nodes = edges.map(({ node }: { node: object }) => node);
  expect(nodes).toHaveLength(Math.min(totalCount, 50));
  return nodes;
};
const INBOX = '{ inbox { edges { node { subject { name path } notices { kind facts { value } } } } } }';
const told = async (actor: Actor) => (await api.as(actor).run(INBOX)).inbox.edges;

it('opens a finding once, keeps it with its newest facts, and tells owners and managers of its services once', async () => {
  await open(silent('2026-03-16T08:00:00.000Z'));
  api.clock.set(new Date('2026-03-16T09:05:00Z'));
  await open(silent('2026-03-16T08:30:00.000Z'));

  expect(await seen(manager, { state: 'OPEN' })).toEqual([
    {
      kind: 'SILENT_SOURCE',
      openedAt: '2026-03-16T09:00:00.000Z',
      lastSeenAt: '2026-03-16T09:05:00.000Z',
      endedAt: null,
      subject: { name: source.name, path: `/sources/${source.slug}` },
      services: expect.arrayContaining([{ name: 'Zoom' }, { name: mail.name }]),
      facts: [
        { name: 'since', value: '2026-03-16T08:30:00.000Z', unit: 'instant' },
        { name: 'limit', value: '900000', unit: 'ms' },
      ],
    },
  ]);
  for (const actor of [owner, manager, ofZoom]) {
    const [{ node }, ...others] = await told(actor);
    expect(others).toEqual([]);
    expect(node.notices).toHaveLength(1);
  }
  expect((await told(ofZoom))[0].node).toMatchObject({
    subject: { path: '/commitments/findings?kind=SILENT_SOURCE' },
    notices: [{ kind: 'FINDING', facts: [{ value: expect.stringContaining('nothing since 2026-03-16 08:00 UTC') }] }],
  });
  expect(await told(stranger)).toEqual([]);
});

it('shows of it only the services behind whose figures somebody sees, and nothing to strangers', async () => {
  expect(await seen(ofZoom)).toMatchObject([{ services: [{ name: 'Zoom' }] }]);
  expect(await seen(ofZoom, { serviceId: mail.id })).toEqual([]);
  expect(await seen(manager, { serviceId: mail.id })).toHaveLength(1);
  expect(await seen(stranger)).toEqual([]);
});

it('ends what is found no longer, and opens it anew when it comes back', async () => {
  const settle = (found: ReturnType<typeof silent>[], among: string[] | null) =>
    api.dataSource.transaction((tx) => findings.settle(tx, now(), 'silentSource', found, among));
  await settle([], [zoom.id]);
  expect(await seen(manager, { state: 'OPEN' })).toHaveLength(1);
  await settle([], [source.id]);
  expect(await seen(manager, { state: 'OPEN' })).toEqual([]);
  expect(await seen(manager, { state: 'ENDED' })).toMatchObject([{ endedAt: '2026-03-16T09:05:00.000Z' }]);

  await settle([silent('2026-03-16T09:00:00.000Z')], null);

  expect(await seen(manager)).toHaveLength(2);
  const actions: { action: string }[] = await api.dataSource.query(
    `SELECT action FROM audit_entry WHERE subject_type = 'finding' ORDER BY id`,
  );
  expect(actions.map(({ action }) => action)).toEqual(['finding.opened', 'finding.ended', 'finding.opened']);
});

it('tells each person once of all that one run finds, of what they look after', async () => {
  const sources = [await given.source('measurements'), await given.source('measurements')];
  const since = '2026-03-16T08:00:00.000Z';
  await api.dataSource.transaction((tx) =>
    findings.settle(
      tx,
      now(),
      'silentSource',
      sources.map(({ id }, i) => ({ ...silent(since, i === 0 ? [zoom.id, mail.id] : [mail.id]), subjectId: id })),
      [],
    ),
  );

  const newest = async (actor: Actor) => (await told(actor))[0].node.notices.map(sayings)[0];
  const sayings = ({ facts }: { facts: { value: string }[] }) => facts[0]!.value;
  expect(await newest(manager)).toMatch(/^2 findings on 2 services: sources have fallen silent, among them /);
  expect(await newest(ofZoom)).toContain(`${sources[0]!.name} has said nothing`);
  expect((await told(manager)).length).toBe((await told(ofZoom)).length);
  await api.dataSource.transaction((tx) =>
    findings.settle(
      tx,
      now(),
      'silentSource',
      [],
      sources.map(({ id }) => id),
    ),
  );
});

it('opens one finding when two find the same at once', async () => {
  const { id } = await given.source('measurements');
  await Promise.all(Array.from({ length: 4 }, () => open({ ...silent('2026-03-16T09:00:00.000Z'), subjectId: id })));

  expect(await seen(manager, { state: 'OPEN' })).toHaveLength(2);
});

it('reads a page of findings with the same number of statements, however many there are', async () => {
  const count = (first: number) => api.statementsOf(() => api.as(manager).run(FINDINGS, { first }));

  expect((await count(3)).length).toBe((await count(1)).length);
});
