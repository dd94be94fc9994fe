import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const START = Date.UTC(2026, 2, 16, 9);
const always = await given.alwaysOpen();
const office = await given.person({ roles: ['btOffice'] });
const DELIVER = 'mutation ($id: ID!) { deliverOrder(id: $id) { errors { code } } }';
const FINDINGS = `{ findings(kind: DELIVERY_DRIFT) { edges { node { subject { name } facts { name value }
  trend { unit counted limit passesOn weeks { from to value line count periods } } } } } }`;

/** A delivery each week, promised within 20 hours. @param hours How long each took. */
async function delivered(hours: (week: number) => number) {
  api.clock.set(new Date(START));
  const place = await given.orderPlace({ plan: { delivery: { targetHours: '20', calendarId: always.id } } });
  for (let week = 0; week < 14; week += 1) {
    api.clock.set(new Date(START + week * WEEK));
    const order = await given.order(place, 'fulfilling');
    api.clock.set(new Date(START + week * WEEK + hours(week) * HOUR));
    const { deliverOrder } = await api.as(place.member).run(DELIVER, { id: order.id });
    expect(deliverOrder.errors).toEqual([]);
  }
  return place.service;
}

it('finds deliveries that take longer and longer before they come too late, and none that are steady', async () => {
  await delivered((week) => 12 + (week % 3));
  // Half an hour more each week: 6 to 12.5 of 20 hours, 2.5 points of the promised time a week.
  const slower = await delivered((week) => 6 + week / 2 + (week % 2) / 10);
  api.clock.set(new Date(START + 14 * WEEK));

  await api.get(Jobs).run('deliveryDrifts');

  const { findings } = await api.as(office).run(FINDINGS);
  expect(findings.edges).toHaveLength(1);
  const { subject, facts } = findings.edges[0].node;
  const values = Object.fromEntries(facts.map(({ name, value }: { name: string; value: string }) => [name, value]));
  expect(subject.name).toBe(slower.name);
  expect({ level: Math.round(Number(values.level)), pace: values.pace }).toEqual({ level: 63, pace: '2.5' });
  const { weeks, ...trend } = findings.edges[0].node.trend;
  expect(trend).toEqual({ unit: 'PERCENT', counted: 'DELIVERIES', limit: 100, passesOn: values.about });
  expect(weeks).toHaveLength(14);
  // 7 of 20 hours in the third week, which is whole days.
  expect(weeks[2]).toMatchObject({ from: '2026-03-30', to: '2026-04-05', value: 35, count: 1, periods: [] });
  const ORDERS = `query ($delivered: DeliveredInput) { orders(scope: ALL, delivered: $delivered) {
    totalCount edges { node { state items { plan { service { name } } } } } } }`;
  const behind = async (delivered: object, who = office) => (await api.as(who).run(ORDERS, { delivered })).orders;
  const { from, to } = weeks[2];
  expect(await behind({ serviceId: slower.id, from, to })).toMatchObject({
    totalCount: weeks[2].count,
    edges: [{ node: { items: [{ plan: { service: { name: slower.name } } }] } }],
  });
  expect((await behind({ serviceId: slower.id, from })).totalCount).toBe(12);
  expect((await behind({ serviceId: 'rubbish' })).totalCount).toBe(0);
  expect((await behind({ serviceId: slower.id }, await given.person())).totalCount).toBe(0);
  // The 37 points that are left take fifteen weeks from the middle of June.
  expect(values.about > '2026-09-10' && values.about < '2026-10-10').toBe(true);
});
