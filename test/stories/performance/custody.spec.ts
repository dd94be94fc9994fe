import { startStory } from '../../builders/index.js';
import { temporaryFolder } from '../../platform/server-process.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const manager = await given.person({ roles: ['serviceManager'] });
const mail = await given.service({ slug: 'mail', name: 'Mail' });
await given.team({ name: 'Service Desk' });
const netco = await given.provider({ name: 'Netco' });
const otherco = await given.provider({ name: 'Otherco' });
const contact = await given.contactOf(netco);
const indicator = {
  ticketsInTime: { metric: 'resolution' as const, targets: [{ priority: 3, targetMs: 4 * 3_600_000 }] },
};
const always = await given.alwaysOpen();
const promise = { serviceId: mail.id, calendarId: always.id, indicator };
const sla = await given.commitment({ ...promise, slug: 'resolved-in-time' });
const uc = await given.commitment({ ...promise, slug: 'underpinned' }, { kind: 'uc', providerId: netco.id });

const DEFINITION = JSON.stringify({
  kind: 'tickets',
  time: { format: 'yyyy-MM-dd HH:mm', zone: 'Etc/UTC' },
  identity: { number: 'number', observedAt: 'at' },
  clock: { openedAt: 'opened', resolvedAt: 'resolved' },
  state: {
    column: 'state',
    values: { new: 'new', active: 'active', waiting: 'paused', done: 'resolved' },
    otherwise: 'refuse',
  },
  priority: { column: 'priority', values: { 3: 3 } },
  holder: 'group',
});

/** What happened to a ticket of 2 March: at which time it was in which state, with whom. */
function log(number: string, ...events: [time: string, state: string, group: string][]) {
  const at = (time: string) => `2026-03-02 ${time}`;
  return events.map(([time, state, group]) =>
    [number, at(time), at(events[0]![0]), state === 'done' ? at(time) : '', state, 3, group].join(','),
  );
}
const FILE = [
  'number,at,opened,resolved,state,priority,group',
  // Eight hours, one of them waiting: three at the desk, then four with the network, where the time ran out.
  ...log(
    'T1',
    ['08:00', 'new', 'service desk'],
    ['11:00', 'active', 'NETCO L2'],
    ['12:00', 'waiting', 'NETCO L2'],
    ['13:00', 'active', 'NETCO L2'],
    ['16:00', 'done', 'NETCO L2'],
  ),
  ...log('T2', ['08:00', 'new', 'Otherco'], ['13:00', 'active', 'NETCO L2'], ['14:00', 'done', 'NETCO L2']),
  ...log('T3', ['08:00', 'new', ''], ['12:30', 'active', 'service desk'], ['13:00', 'done', 'service desk']),
  ...log('T5', ['08:00', 'new', ''], ['14:00', 'done', '']),
  ...log('T4', ['08:00', 'new', 'service desk'], ['09:00', 'done', 'service desk']),
].join('\n');
await given.imported(manager, FILE, { definition: DEFINITION, serviceId: mail.id, sourceName: 'Desk tool' });

const HOLDERS = `query ($unnamed: Boolean) { ticketHolders(unnamed: $unnamed) { totalCount edges { node {
  id name namedAt source { name } team { name } provider { name } namedBy { id } } } } }`;
const NAME = `mutation ($id: ID!, $input: NameHolderInput!) { nameHolder(id: $id, input: $input) {
  holder { name team { name } provider { name } namedBy { id } } errors { code field } } }`;
const TICKET = `query ($id: ID!) { ticket(id: $id) { number clocks { commitment { slug } elapsedMs verdict custody {
  handovers ranOutWith { kind name }
  stretches { from to runningMs holder { kind name } } shares { runningMs holder { kind name } } } } } }`;
const MISSES = `query ($slug: String!) { commitment(service: "mail", slug: $slug) { result(period: "2026-03") {
  numerator denominator missesByHolder { misses runningMs holder { kind name } } } } }`;
const HOUR = 3_600_000;

const idOf = async (number: string): Promise<string> =>
  (await api.dataSource.query('SELECT id FROM ticket WHERE number = $1', [number]))[0].id;
const custodyOf = async (who: typeof manager, number: string, slug: string) => {
  const { ticket } = await api.as(who).run(TICKET, { id: await idOf(number) });
  return ticket.clocks.find(({ commitment }: { commitment: { slug: string } }) => commitment.slug === slug);
};
const missesOf = async (who: typeof manager, slug: string) =>
  (await api.as(who).run(MISSES, { slug })).commitment.result.missesByHolder;

describe('the names by which a source calls who has a ticket', () => {
  it('mean whoever of ours has that name, and wait for somebody to say so where nobody has', async () => {
    const { edges } = (await api.as(manager).run(HOLDERS, { unnamed: false })).ticketHolders;
    const nodes = edges.map(({ node }: { node: object }) => node);
    expect(nodes).toHaveLength(3);
    expect(nodes).toContainEqual(
      expect.objectContaining({ name: 'service desk', team: { name: 'Service Desk' }, namedBy: null }),
    );
    expect(nodes).toContainEqual(expect.objectContaining({ name: 'Otherco', provider: { name: 'Otherco' } }));

    const { ticketHolders } = await api.as(manager).run(HOLDERS, { unnamed: true });
    expect(ticketHolders.edges).toMatchObject([
      { node: { name: 'NETCO L2', source: { name: 'Desk tool' }, namedAt: null } },
    ]);
    const { id } = ticketHolders.edges[0].node;
    expect(await missesOf(manager, sla.slug)).toContainEqual(
      expect.objectContaining({ holder: { kind: 'NAMED', name: 'NETCO L2' } }),
    );

    const both = { teamId: id, providerId: netco.id };
    expect((await api.as(manager).run(NAME, { id, input: both })).nameHolder.errors).toEqual([
      { code: 'TWO_HOLDERS', field: ['teamId'] },
    ]);
    expect((await api.as(manager).run(NAME, { id, input: { teamId: id } })).nameHolder.errors).toEqual([
      { code: 'NOT_FOUND', field: ['teamId'] },
    ]);
    const { nameHolder } = await api.as(manager).run(NAME, { id, input: { providerId: netco.id } });
    expect(nameHolder).toEqual({
      holder: { name: 'NETCO L2', team: null, provider: { name: 'Netco' }, namedBy: { id: manager.id } },
      errors: [],
    });
    expect((await api.as(manager).run(HOLDERS, { unnamed: true })).ticketHolders.totalCount).toBe(0);
  });

  it('are no business of a provider', async () => {
    expect((await api.as(contact).ask(HOLDERS)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('custody of a ticket', () => {
  it('tells for each minute of the clock who had it, and with whom the time ran out', async () => {
    const { elapsedMs, verdict, custody } = await custodyOf(manager, 'T1', sla.slug);
    const desk = { kind: 'TEAM', name: 'Service Desk' };
    const network = { kind: 'PROVIDER', name: 'Netco' };
    expect({ elapsedMs, verdict }).toEqual({ elapsedMs: 7 * HOUR, verdict: 'missed' });
    expect(custody).toEqual({
      handovers: 1,
      ranOutWith: network,
      stretches: [
        { from: '2026-03-02T08:00:00.000Z', to: '2026-03-02T11:00:00.000Z', runningMs: 3 * HOUR, holder: desk },
        { from: '2026-03-02T11:00:00.000Z', to: '2026-03-02T16:00:00.000Z', runningMs: 4 * HOUR, holder: network },
      ],
      shares: [
        { runningMs: 4 * HOUR, holder: network },
        { runningMs: 3 * HOUR, holder: desk },
      ],
    });
  });

  it('says where nobody is named, and of what is in time that it ran out with nobody', async () => {
    expect((await custodyOf(manager, 'T3', sla.slug)).custody).toMatchObject({
      handovers: 0,
      ranOutWith: { kind: 'UNKNOWN', name: null },
    });
    expect((await custodyOf(manager, 'T4', sla.slug)).custody).toMatchObject({ ranOutWith: null });
  });

  it('attributes the missed tickets of a month', async () => {
    expect(await missesOf(manager, sla.slug)).toEqual([
      { misses: 2, runningMs: 10.5 * HOUR, holder: { kind: 'UNKNOWN', name: null } },
      { misses: 1, runningMs: 5 * HOUR, holder: { kind: 'PROVIDER', name: 'Netco' } },
      { misses: 1, runningMs: 5 * HOUR, holder: { kind: 'PROVIDER', name: 'Otherco' } },
      { misses: 0, runningMs: 3.5 * HOUR, holder: { kind: 'TEAM', name: 'Service Desk' } },
    ]);
  });

  it('shows a provider itself, and everybody else as another party', async () => {
    const { custody } = await custodyOf(contact, 'T2', uc.slug);
    const another = { kind: 'ANOTHER_PARTY', name: null };
    expect(custody.stretches).toMatchObject([{ holder: another }, { holder: { kind: 'PROVIDER', name: 'Netco' } }]);
    expect(custody.ranOutWith).toEqual(another);
    const misses = await missesOf(contact, uc.slug);
    expect(misses.map(({ holder }: { holder: object }) => holder)).toEqual([
      { kind: 'UNKNOWN', name: null },
      another,
      { kind: 'PROVIDER', name: 'Netco' },
    ]);
    expect(JSON.stringify([custody, misses])).not.toContain(otherco.name);
  });
});
