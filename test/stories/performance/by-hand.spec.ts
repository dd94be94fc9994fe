import { startStory } from '../../builders/index.js';
import { COMMITMENT } from './documents.js';

/** Figures as somebody works them out on paper; each sum stands above what it comes to. */
const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });

const HOUR = 3_600_000;
const BERLIN = { timeZone: 'Europe/Berlin', effectiveFrom: '2025-01-01', monthlyCharge: '1000.05' };
const hours = (count: number) => String(count * HOUR);

async function judged(service: { slug: string }, period: string) {
  const { commitment } = await api.as(manager).run(COMMITMENT, { service: service.slug, slug: 'uptime', period });
  return commitment.result;
}

describe('October 2025 in Berlin, which has 31 × 24 + 1 = 745 hours, maintained 0–2 and down 1–4 UTC on the 26th', () => {
  const october = async (excludedTime: 'removed' | 'countsAsUp') => {
    const service = await given.service();
    const commitment = await given.commitment({ serviceId: service.id, excludedTime }, BERLIN);
    await given.maintenance(service, '2025-10-26T00:00:00Z', '2025-10-26T02:00:00Z');
    await given.outage(service, '2025-10-26T01:00:00Z', '2025-10-26T04:00:00Z');
    return { service, commitment };
  };

  it('was good for 741 of 743 hours where maintenance is removed: 99.7308 %, 10 % of 1,000.05 are 100.01', async () => {
    const { service, commitment } = await october('removed');
    await given.closed('2025-10', commitment);

    expect(await judged(service, '2025-10')).toMatchObject({
      from: '2025-09-30T22:00:00.000Z',
      to: '2025-10-31T23:00:00.000Z',
      numerator: hours(741),
      denominator: hours(743),
      figure: '99.73',
      verdict: 'MISSED',
      breach: { credit: { percent: '10', amount: { amount: '100.01', currency: 'EUR' } } },
    });
  });

  it('was good for 743 of 745 hours where maintenance counts as up: 99.7315 %', async () => {
    const { service } = await october('countsAsUp');

    expect(await judged(service, '2025-10')).toMatchObject({
      numerator: hours(743),
      denominator: hours(745),
      figure: '99.73',
    });
  });
});

it('counts tickets in the month in which they are decided', async () => {
  const service = await given.service();
  const eightHours = {
    metric: 'resolution',
    targets: [{ priority: 1, targetMs: 8 * HOUR }],
    lowVolumeUnder: null,
    allowedFailures: null,
  };
  await given.commitment({
    serviceId: service.id,
    target: '90',
    credit: null,
    indicator: { ticketsInTime: eightHours } as never,
  });
  await given.tickets(service, [
    // Due on January 31 at 18:00, before it was resolved: missed in January.
    { priority: 1, openedAt: '2026-01-31T10:00:00Z', resolvedAt: '2026-02-01T12:00:00Z' },
    // Resolved after 7 hours, in February.
    { priority: 1, openedAt: '2026-01-31T20:00:00Z', resolvedAt: '2026-02-01T03:00:00Z' },
    // Due on February 1 at 04:00, and resolved much later: missed in February, not in March.
    { priority: 1, openedAt: '2026-01-31T20:00:00Z', resolvedAt: '2026-03-05T00:00:00Z' },
    // Waiting for 10 of 17 hours: met, on the last millisecond but an hour.
    {
      priority: 1,
      openedAt: '2026-02-28T12:00:00Z',
      paused: [['2026-02-28T14:00:00Z', '2026-03-01T00:00:00Z']],
      resolvedAt: '2026-03-01T05:00:00Z',
    },
  ]);

  expect(await judged(service, '2026-01')).toMatchObject({ numerator: '0', denominator: '1', verdict: 'MISSED' });
  expect(await judged(service, '2026-02')).toMatchObject({ numerator: '1', denominator: '2', figure: '50.00' });
  expect(await judged(service, '2026-03')).toMatchObject({ numerator: '1', denominator: '1', figure: '100.00' });
});

it('leaves out a count that lies wholly in time taken out, and keeps one that does not', async () => {
  const service = await given.service();
  const indicator = { goodOfTotal: { series: 'mails' } } as never;
  const commitment = await given.commitment({ serviceId: service.id, target: '95', credit: null, indicator });
  await given.counts(service, 'mails', '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z', 96, 100);
  await given.counts(service, 'mails', '2026-02-02T00:00:00Z', '2026-02-03T00:00:00Z', 10, 100);
  await given.counts(service, 'mails', '2026-02-03T00:00:00Z', '2026-02-04T00:00:00Z', 194, 200);

  // (96 + 10 + 194) ÷ 400
  expect(await judged(service, '2026-02')).toMatchObject({ numerator: '300', denominator: '400', figure: '75.00' });
  await given.approvedExclusion(commitment, '2026-02-02T00:00:00Z', '2026-02-03T12:00:00Z');
  // (96 + 194) ÷ 300
  expect(await judged(service, '2026-02')).toMatchObject({
    numerator: '290',
    denominator: '300',
    figure: '96.66',
    verdict: 'MET',
  });
});

it('judges the fourth quarter in Berlin, of 92 × 24 + 1 = 2,209 hours, as one', async () => {
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id, window: 'quarter' }, BERLIN);
  await given.outage(service, '2025-10-31T22:00:00Z', '2025-11-01T00:00:00Z');
  expect(await judged(service, '2025-Q4')).toMatchObject({
    numerator: hours(2207),
    denominator: hours(2209),
    figure: '99.90',
    verdict: 'MET',
  });

  await given.outage(service, '2025-12-31T22:00:00Z', '2026-01-01T00:00:00Z');
  await given.closed('2025-Q4', commitment);

  // Of the second one, the hour before midnight in Berlin: 2,206 ÷ 2,209 = 99.8642 %; 10 % of 3 × 1,000.05
  expect(await judged(service, '2025-Q4')).toMatchObject({
    numerator: hours(2206),
    figure: '99.86',
    breach: { credit: { charge: { amount: '3000.15' }, amount: { amount: '300.02' } } },
  });
  expect(await judged(service, '2026-Q1')).toMatchObject({ budget: { used: hours(1) } });
});

it('begins in the middle of a month: 12 × 24 = 288 hours of January, of which an outage over midnight takes one', async () => {
  const service = await given.service();
  await given.commitment({ serviceId: service.id }, { effectiveFrom: '2026-01-20' });
  await given.outage(service, '2026-01-19T22:00:00Z', '2026-01-20T01:00:00Z');

  expect(await judged(service, '2026-01')).toMatchObject({
    from: '2026-01-20T00:00:00.000Z',
    numerator: hours(287),
    denominator: hours(288),
    figure: '99.65',
  });
});

it('posts what a restatement changes, step by step, until nothing is owed', async () => {
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id }, { monthlyCharge: '1000.00' });
  await given.outage(service, '2026-02-10T00:00:00Z', '2026-02-10T10:00:00Z');
  await given.closed('2026-02', commitment);
  const credit = async () => (await judged(service, '2026-02')).breach?.credit;

  expect(await credit()).toMatchObject({ percent: '25', amount: { amount: '250.00' }, difference: null });
  // 9 of 10 hours left out: 1 ÷ 663 hours is 99.849 %, 10 %.
  await given.approvedExclusion(commitment, '2026-02-10T00:00:00Z', '2026-02-10T09:00:00Z');
  expect(await credit()).toMatchObject({ amount: { amount: '100.00' }, difference: { amount: '-150.00' } });
  await given.approvedExclusion(commitment, '2026-02-10T09:00:00Z', '2026-02-10T10:00:00Z');
  expect(await judged(service, '2026-02')).toMatchObject({ verdict: 'MET', revision: 3, breach: null });
  expect(
    await api.dataSource.query(
      `SELECT k.state, k.amount, k.difference FROM service_credit k
       JOIN period_result r ON r.id = k.result_id WHERE r.commitment_id = $1 ORDER BY r.revision`,
      [commitment.id],
    ),
  ).toEqual([
    { state: 'adjusted', amount: '250.00', difference: null },
    { state: 'cancelled', amount: '100.00', difference: '-150.00' },
    { state: 'computed', amount: '0.00', difference: '-100.00' },
  ]);
  const { commitment: shown } = await api.as(manager).run(
    `query ($service: String!) { commitment(service: $service, slug: "uptime") { result(period: "2026-02") {
         revisions { revision credit { state amount { amount } difference { amount } explanation { rule } } } } } }`,
    { service: service.slug },
  );
  expect(shown.result.revisions[0]).toMatchObject({
    revision: 3,
    credit: { state: 'COMPUTED', amount: { amount: '0.00' }, difference: { amount: '-100.00' } },
  });
});

it('credits of the charge for the days in force: 12 of 31 days of 1,000.00 are 387.10, and 25 % of it 96.77', async () => {
  const service = await given.service();
  const commitment = await given.commitment(
    { serviceId: service.id },
    { effectiveFrom: '2026-01-20', monthlyCharge: '1000.00' },
  );
  await given.outage(service, '2026-01-25T00:00:00Z', '2026-01-25T10:00:00Z');
  await given.closed('2026-01', commitment);

  const result = await judged(service, '2026-01');

  expect(result.breach.credit).toMatchObject({ percent: '25', amount: { amount: '96.77' } });
  expect(Number(result.breach.credit.charge.amount)).toBeCloseTo((1000 * 12) / 31, 10);
  const steps = result.explanation.map(({ rule }: { rule: string }) => rule);
  expect(steps.indexOf('credit.charge')).toBe(steps.indexOf('credit.tier') - 1);
  const { inputs } = result.explanation.find(({ rule }: { rule: string }) => rule === 'credit.charge');
  expect(Object.fromEntries(inputs.map(({ name, value }: { name: string; value: string }) => [name, value]))).toEqual({
    'monthlyCharge.amount': '1000.00',
    'monthlyCharge.currency': 'EUR',
    months: '1',
    daysInForce: '12',
    daysOfPeriod: '31',
  });
});
