import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const HOUR = 3_600_000;

const PICTURES = `query ($service: String!, $period: String) { commitment(service: $service, slug: "uptime") { result(period: $period) {
  lastDays { date downMs } rolling { date since totalMs usedMs leftPercent }
  budgetShares { kind label amount sharePercent contributions }
} } }`;
const pictures = async (service: { slug: string }, period: string, who = manager) =>
  (await api.as(who).run(PICTURES, { service: service.slug, period })).commitment.result;

const service = await given.service();
await given.commitment({ serviceId: service.id, target: '99.9' }, { effectiveFrom: '2025-06-01' });
await given.outage(service, '2026-01-25T00:00:00Z', '2026-01-25T01:00:00Z', 'A cable.');
await given.outage(service, '2026-02-10T00:00:00Z', '2026-02-10T02:00:00Z', 'A cable.');
await given.outage(service, '2026-02-12T00:00:00Z', '2026-02-12T01:00:00Z', 'A plug.');

it('shows ninety days whatever the period is, the months before included', async () => {
  const { lastDays } = await pictures(service, '2026-02');

  expect(lastDays).toHaveLength(90);
  expect([lastDays[0].date, lastDays.at(-1).date]).toEqual(['2025-12-01', '2026-02-28']);
  expect(lastDays.filter(({ downMs }: { downMs: number }) => downMs > 0)).toEqual([
    { date: '2026-01-25', downMs: HOUR },
    { date: '2026-02-10', downMs: 2 * HOUR },
    { date: '2026-02-12', downMs: HOUR },
  ]);
});

it('tells the budget of the last thirty days at the end of each day of the period', async () => {
  const { rolling } = await pictures(service, '2026-02');
  const on = (day: string) => rolling.find(({ date }: { date: string }) => date === day);

  expect(rolling).toHaveLength(28);
  // 0.1 % of 720 hours are 43 min 12 s.
  expect(on('2026-02-10')).toMatchObject({ since: '2026-01-12', totalMs: 2_592_000, usedMs: 3 * HOUR });
  expect(on('2026-02-24')).toMatchObject({ since: '2026-01-26', usedMs: 3 * HOUR, leftPercent: '-316.67' });
});

it('says the same of thirty days, rolling or of a month that has thirty, whatever was left out of them', async () => {
  const shop = await given.service();
  const uptime = await given.commitment({ serviceId: shop.id, target: '99.9' }, { effectiveFrom: '2025-06-01' });
  await given.outage(shop, '2025-11-10T00:00:00Z', '2025-11-10T02:00:00Z', 'A cable.');
  await given.maintenance(shop, '2025-11-12T00:00:00Z', '2025-11-12T06:00:00Z');
  await given.approvedExclusion(uptime, '2025-11-10T01:00:00Z', '2025-11-10T02:00:00Z');
  const BOTH = `query ($service: String!) { commitment(service: $service, slug: "uptime") { result(period: "2025-11") {
    budget { total used leftPercent } burndown { leftPercent } rolling { since totalMs usedMs leftPercent } } } }`;
  const { budget, burndown, rolling } = (await api.as(manager).run(BOTH, { service: shop.slug })).commitment.result;

  // 0.1 % of 713 hours: six were maintenance, one was excluded.
  expect(budget).toMatchObject({ total: '2566800', used: String(HOUR) });
  expect(rolling.at(-1)).toEqual({
    since: '2025-11-01',
    totalMs: Number(budget.total),
    usedMs: Number(budget.used),
    leftPercent: budget.leftPercent,
  });
  expect(burndown.at(-1)).toEqual({ leftPercent: budget.leftPercent });
});

it('sums what cost budget by cause, the largest first, for who sees behind the figure', async () => {
  const { budgetShares } = await pictures(service, '2026-02');

  expect(budgetShares).toEqual([
    { kind: 'OUTAGE', label: 'A cable.', amount: String(2 * HOUR), sharePercent: '66.7', contributions: 1 },
    { kind: 'OUTAGE', label: 'A plug.', amount: String(HOUR), sharePercent: '33.3', contributions: 1 },
  ]);
  const colleague = await pictures(service, '2026-02', await given.person());
  expect(colleague.budgetShares).toEqual([]);
  expect(colleague.rolling).toHaveLength(28);
});

it('shares what cost budget among the causes without losing or adding any', async () => {
  const thirds = await given.service();
  await given.commitment({ serviceId: thirds.id, target: '99.9' }, { effectiveFrom: '2025-06-01' });
  for (const [i, cause] of ['A cable.', 'A plug.', 'A switch.'].entries())
    await given.outage(thirds, `2026-02-1${i}T00:00:00Z`, `2026-02-1${i}T01:00:00Z`, cause);

  const { budgetShares } = await pictures(thirds, '2026-02');

  expect(budgetShares.map((share: { sharePercent: string }) => share.sharePercent)).toEqual(['33.4', '33.3', '33.3']);
});

it('has no days of tickets, and sums the late ones by priority', async () => {
  const desk = await given.service();
  const targets = [1, 2].map((priority) => ({ priority, targetMs: HOUR }));
  const indicator = { ticketsInTime: { metric: 'resolution', targets, lowVolumeUnder: null, allowedFailures: null } };
  await given.commitment({ serviceId: desk.id, credit: null, indicator: indicator as never });
  const late = (priority: number, day: number) => ({
    priority,
    openedAt: `2026-02-0${day}T00:00:00Z`,
    resolvedAt: `2026-02-0${day}T03:00:00Z`,
  });
  await given.tickets(desk, [late(2, 1), late(2, 2), late(1, 3)]);

  expect(await pictures(desk, '2026-02')).toEqual({
    lastDays: [],
    rolling: [],
    budgetShares: [
      { kind: 'TICKET', label: '2', amount: '2', sharePercent: '66.7', contributions: 2 },
      { kind: 'TICKET', label: '1', amount: '1', sharePercent: '33.3', contributions: 1 },
    ],
  });
});

it('draws the budget of a month with thousands of outages by a point a day, from its whole to what is left', async () => {
  const flapping = await given.service();
  const availability = { source: 'probes', shortestOutageMs: 0, longestHoldMs: null };
  await given.commitment(
    { serviceId: flapping.id, target: '99.9', indicator: { availability } as never },
    { effectiveFrom: '2026-02-01' },
  );
  const MINUTE = 60_000;
  const begins = Date.parse('2026-02-01T00:00:00Z');
  const probes = Array.from({ length: 6_000 }, (_, i): [string, boolean] => {
    return [new Date(begins + i * 5 * MINUTE).toISOString(), i % 2 === 0];
  });
  await given.probes(flapping, probes);
  const DRAWN = `query ($service: String!) { commitment(service: $service, slug: "uptime") { result(period: "2026-02") {
    budget { leftPercent } burndown { at leftPercent } contributions(first: 1) { totalCount } } } }`;
  const { budget, burndown, contributions } = (await api.as(manager).run(DRAWN, { service: flapping.slug })).commitment
    .result;

  expect(contributions.totalCount).toBe(2_999); // What the last probe saw did not end.
  expect(burndown).toHaveLength(29);
  expect(burndown[0]).toEqual({ at: '2026-02-01T00:00:00.000Z', leftPercent: '100.00' });
  expect(burndown.at(-1).leftPercent).toBe(budget.leftPercent);
});
