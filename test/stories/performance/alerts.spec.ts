import { AgreementVersions } from '@accord/api/agreements/agreement-versions.js';
import type { ChangeAgreementVersionInput } from '@accord/api/agreements/agreement.input.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';
import type { GivenTerms } from '../../builders/agreements.js';
import type { SignedInPerson } from '../../builders/people.js';

const { api, given } = await startStory();

/** Looks as the job does every five minutes, at the instant. */
async function look(at: string) {
  api.clock.set(at);
  await api.get(Jobs).run('alerts');
}

/** A commitment of 99.9 % in March on a service of one manager; `rules` are of its agreement. */
async function watched(terms: GivenTerms = {}, rules: ChangeAgreementVersionInput = {}) {
  api.clock.set('2026-03-16T08:00:00Z');
  const service = await given.service();
  const { agreement, version } = await given.draftAgreement({ terms: [{ ...terms, serviceId: service.id }] });
  const office = await given.act(await given.person({ roles: ['btOffice'] }));
  await api.get(AgreementVersions).change(office, version.id, rules);
  await given.inForce(version);
  const [{ id }] = await api.dataSource.query('SELECT id FROM commitment WHERE agreement_id = $1', [agreement.id]);
  const manager = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: service.id }] });
  return { service, commitment: { id: id as string }, manager };
}

const HEARD = `{ inbox(first: 50) { edges { node { notices { kind facts { name value } } } } } }`;
async function heard(who: SignedInPerson): Promise<string[][]> {
  interface Notice {
    kind: string;
    facts: { name: string; value: string }[];
  }
  const { inbox } = await api.as(who).run<{ inbox: { edges: { node: { notices: Notice[] } }[] } }>(HEARD);
  const notices = inbox.edges.flatMap(({ node }) => node.notices).reverse();
  return notices.map(({ kind, facts }) => [kind, facts.find(({ name }) => name === 'what')!.value]);
}

const ALERTS = `query ($commitmentId: ID!) { alerts(commitmentId: $commitmentId) { edges { node {
  level what toldAt tellAt endedAt toldTo { id } } } } }`;
const alerts = async (who: SignedInPerson, { id }: { id: string }) =>
  (await api.as(who).run(ALERTS, { commitmentId: id })).alerts.edges.map(({ node }: { node: object }) => node);

const FAST = [
  'ALERT_AT_RISK',
  'over the last hour the budget of March 2026 burnt more than 14.9 times as fast as allowed',
];

it('tells of a budget that burns fast once, to whom it concerns, and when it is over', async () => {
  const { service, commitment, manager } = await watched();
  const team = await given.team();
  const colleague = await given.person();
  await given.membership(team, colleague);
  await given.management(service, team);
  api.clock.set('2026-03-16T09:02:00Z');
  const outage = await given.outage(service, '2026-03-16T09:00:00Z', null);

  api.clock.set('2026-03-16T09:02:00Z');
  await Promise.all([1, 2].map(() => api.get(Jobs).run('alerts')));
  await look('2026-03-16T09:03:00Z');

  expect(await heard(manager)).toEqual([FAST]);
  expect(await alerts(manager, commitment)).toMatchObject([
    { level: 'AT_RISK', toldAt: '2026-03-16T09:02:00.000Z', endedAt: null },
  ]);
  const [{ toldTo }] = await alerts(manager, commitment);
  expect(toldTo.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([manager.id, colleague.id]));
  const [{ audited }] = await api.dataSource.query(
    `SELECT count(*)::int AS audited FROM audit_entry WHERE action = 'alert.raised' AND subject_id = $1`,
    [commitment.id],
  );
  expect(audited).toBe(1);

  const END = `mutation ($id: ID!, $input: ChangeOutageInput!) { changeOutage(id: $id, input: $input) { errors { code } } }`;
  const input = { to: '2026-03-16T09:03:00Z', reason: 'Plugged in again.' };
  expect((await api.as(manager).run(END, { id: outage.id, input })).changeOutage.errors).toEqual([]);
  await look('2026-03-16T09:10:00Z');
  expect(await alerts(manager, commitment)).toMatchObject([{ endedAt: null }]);
  await look('2026-03-16T10:10:00Z');
  expect(await alerts(manager, commitment)).toMatchObject([{ endedAt: '2026-03-16T10:10:00.000Z' }]);

  await given.outage(service, '2026-03-16T10:08:00Z', '2026-03-16T10:10:00Z', 'Again.');
  await look('2026-03-16T10:10:00Z');
  expect((await heard(manager)).filter(([kind]) => kind === 'ALERT_AT_RISK')).toEqual([FAST]);
});

it('makes a notice of a budget that burns slowly', async () => {
  const { service, commitment, manager } = await watched({
    indicator: { goodOfTotal: { series: 'orders' } } as never,
    target: '99',
  });
  for (let hour = 0; hour < 24; hour++) {
    const from = Date.UTC(2026, 2, 15, 8 + hour);
    const [at, to] = [from, from + 3_600_000].map((ms) => new Date(ms).toISOString()) as [string, string];
    if (to <= '2026-03-16T08:00:00.000Z') await given.counts(service, 'orders', at, to, 960, 1000);
  }
  await look('2026-03-16T08:00:00Z');
  expect(await heard(manager)).toEqual([
    ['ALERT_NOTICE', 'over the last day the budget of March 2026 burnt more than 3.1 times as fast as allowed'],
  ]);
  expect(await alerts(manager, commitment)).toHaveLength(1);
});

it('tells of a breach when a period cannot be kept any more', async () => {
  const { service, manager } = await watched();
  await given.outage(service, '2026-03-10T08:00:00Z', '2026-03-10T09:00:00Z');
  await look('2026-03-16T08:00:00Z');
  await look('2026-03-16T09:00:00Z');

  expect(await heard(manager)).toEqual([['BREACH', 'March 2026 is missed already']]);
});

const EVIDENCE = `query ($service: String!) { commitment(service: $service, slug: "uptime") { result {
  contributions { edges { node { from to countedMs verdict } } } } } }`;
const evidenceOf = async (who: SignedInPerson, { slug }: { slug: string }) =>
  (await api.as(who).run(EVIDENCE, { service: slug })).commitment.result.contributions.edges.map(
    ({ node }: { node: object }) => node,
  );

it('judges an outage on while it lasts, tells of the breach once, and says that it goes on', async () => {
  const { service, commitment, manager } = await watched();
  api.clock.set('2026-03-16T09:02:00Z');
  await given.outage(service, '2026-03-16T09:00:00Z', null);

  // 44 min 38.4 s are allowed in March.
  for (const minute of ['40', '45', '50']) await look(`2026-03-16T09:${minute}:00Z`);

  expect((await heard(manager)).filter(([kind]) => kind === 'BREACH')).toEqual([
    ['BREACH', 'March 2026 is missed already'],
  ]);
  const evaluatedAt = new Date('2026-03-16T09:50:00Z');
  const budgetUsed = String(50 * 60_000);
  expect(await given.resultOf(commitment, '2026-03')).toMatchObject({ verdict: 'missed', budgetUsed, evaluatedAt });
  expect(await evidenceOf(manager, service)).toMatchObject([{ to: null, countedMs: 50 * 60_000, verdict: 'down' }]);
});

it('judges on what a probe saw down as long as that holds, and a clock as it runs out', async () => {
  const probed = await watched({
    indicator: { availability: { source: 'probes', shortestOutageMs: 0, longestHoldMs: 600_000 } } as never,
  });
  api.clock.set('2026-03-16T08:01:00Z');
  await given.probes(probed.service, [
    ['2026-03-16T07:59:00Z', true],
    ['2026-03-16T08:00:00Z', false],
  ]);
  const targets = [{ priority: 3, targetMs: 4 * 3_600_000 }];
  const clocks = await watched({
    indicator: { ticketsInTime: { metric: 'resolution', targets } } as never,
    target: '90',
    credit: null,
  });
  await given.tickets(clocks.service, [{ number: 'INC9', openedAt: '2026-03-16T07:59:00Z' }]);
  const lost = async () => (await given.resultOf(probed.commitment, '2026-03')).budgetUsed;

  expect(await lost()).toBe(String(60_000));
  await look('2026-03-16T08:05:00Z');
  expect(await lost()).toBe(String(5 * 60_000));
  expect(await given.resultOf(clocks.commitment, '2026-03')).not.toMatchObject({ numerator: '0', denominator: '1' });
  await look('2026-03-16T12:01:00Z');

  expect(await lost()).toBe(String(10 * 60_000));
  expect(await given.resultOf(clocks.commitment, '2026-03')).toMatchObject({ numerator: '0', denominator: '1' });
});

it('tells of an outage that a person records without waiting for the next look', async () => {
  const { service, manager } = await watched();
  api.clock.set('2026-03-16T09:02:00Z');
  await given.outage(service, '2026-03-16T09:00:00Z', null);
  await api.get(Jobs).settle();

  expect(await heard(manager)).toEqual([FAST]);
});

it('allows the minutes of maintenance once a period, and not once in every window', async () => {
  const { service, manager } = await watched({}, { maintenanceRules: { mostMinutes: 60 } });
  for (const [day, hour] of [
    ['12', '08'],
    ['16', '09'],
  ] as const) {
    api.clock.set('2026-03-10T08:00:00Z');
    await given.maintenance(service, `2026-03-${day}T${hour}:00:00Z`, `2026-03-${day}T${hour}:50:00Z`);
  }
  api.clock.set('2026-03-16T09:40:00Z');
  await given.outage(service, '2026-03-16T09:00:00Z', null);
  await look('2026-03-16T09:09:00Z');
  expect(await heard(manager)).toEqual([]);
  await look('2026-03-16T09:13:00Z');

  expect(await heard(manager)).toEqual([FAST]);
});

it('says how fast a budget burns, and not how much is gone, which is less when the service has only opened', async () => {
  const { id: calendarId } = await given.calendar();
  const { commitment, manager, service } = await watched({ calendarId, target: '95' });
  api.clock.set('2026-03-17T08:30:00Z');
  await given.outage(service, '2026-03-17T08:00:00Z', null);
  await look('2026-03-17T09:05:00Z');

  const { budgetUsed, budgetTotal } = await given.resultOf(commitment, '2026-03');
  expect(Number(budgetUsed) / Number(budgetTotal)).toBeLessThan(0.01);
  expect(await heard(manager)).toContainEqual(FAST);
});

describe('what comes when the service is closed', () => {
  const offHours = async (rules: ChangeAgreementVersionInput = {}) => {
    const { id: calendarId } = await given.calendar();
    const world = await watched({ calendarId }, rules);
    api.clock.set('2026-03-16T17:05:00Z');
    await given.outage(world.service, '2026-03-16T16:57:00Z', '2026-03-16T17:00:00Z');
    await look('2026-03-16T17:05:00Z');
    return world;
  };

  it('is told when it opens', async () => {
    const { commitment, manager } = await offHours();
    await look('2026-03-17T08:55:00Z');
    expect(await heard(manager)).toEqual([]);
    const waits = { toldAt: null, tellAt: '2026-03-17T09:00:00.000Z' };
    expect(await alerts(manager, commitment)).toMatchObject([waits, waits]);

    await look('2026-03-17T09:00:00Z');

    expect((await heard(manager)).map(([kind]) => kind).sort()).toEqual(['ALERT_AT_RISK', 'ALERT_NOTICE']);
  });

  it('is told at once where the agreement says so of what is urgent', async () => {
    const { manager } = await offHours({ urgentAtAnyHour: true });

    expect((await heard(manager)).map(([kind]) => kind)).toEqual(['ALERT_AT_RISK']);
  });
});

it('tells of a clock at each share of its target that is agreed, once, and that it was missed', async () => {
  const targets = [{ priority: 3, targetMs: 4 * 3_600_000 }];
  const { service, commitment, manager } = await watched(
    { indicator: { ticketsInTime: { metric: 'resolution', targets } } as never, target: '90', credit: null },
    { ticketAlertPercents: [50, 90] },
  );
  api.clock.set('2026-03-16T09:00:00Z');
  await given.tickets(service, [
    { number: 'INC7', openedAt: '2026-03-16T09:00:00Z' },
    { number: 'INC8', openedAt: '2026-03-16T09:00:00Z', resolvedAt: '2026-03-16T09:30:00Z' },
  ]);

  await look('2026-03-16T10:59:00Z');
  expect(await heard(manager)).toEqual([]);
  for (const at of ['11:00', '11:05', '12:36', '12:41', '13:01', '13:06']) await look(`2026-03-16T${at}:00Z`);

  const ofTicket = (await heard(manager)).filter(([, what]) => what!.startsWith('INC'));
  expect(ofTicket).toEqual([
    ['ALERT_NOTICE', 'INC7 has used 50% of its time'],
    ['ALERT_AT_RISK', 'INC7 has used 90% of its time'],
    ['BREACH', 'INC7 has missed its target'],
  ]);
  expect(await alerts(await given.contactOf(await given.provider()), commitment)).toEqual([]);
});

it('tells of the tickets of one commitment that are missed in one look together, and remembers each', async () => {
  const targets = [{ priority: 3, targetMs: 4 * 3_600_000 }];
  const { service, commitment, manager } = await watched(
    { indicator: { ticketsInTime: { metric: 'resolution', targets } } as never, target: '90', credit: null },
    { ticketAlertPercents: [50, 90] },
  );
  api.clock.set('2026-03-16T09:00:00Z');
  const opened = (number: string, time: string) => ({ number, openedAt: `2026-03-16T${time}:00Z` });
  const early = ['INC4', 'INC2', 'INC5', 'INC1', 'INC3'].map((number) => opened(number, '09:00'));
  await given.tickets(service, [...early, opened('INC8', '12:00'), opened('INC9', '12:00')]);

  await look('2026-03-16T14:30:00Z');
  await look('2026-03-16T14:35:00Z');

  expect((await heard(manager)).filter(([, what]) => what!.startsWith('INC')).sort()).toEqual([
    ['ALERT_NOTICE', 'INC8 and INC9 have used 50% of their time'],
    ['BREACH', 'INC1, INC2, INC3 and 2 more have missed their targets'],
  ]);
  const ofTickets = (await alerts(manager, commitment)).filter(({ what }: { what: string }) => what.startsWith('INC'));
  expect(ofTickets).toHaveLength(7);
  expect(ofTickets).toContainEqual(
    expect.objectContaining({ what: 'INC4 has missed its target', toldAt: '2026-03-16T14:30:00.000Z' }),
  );
});
