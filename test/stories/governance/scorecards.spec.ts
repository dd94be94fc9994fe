import { startStory } from '../../builders/index.js';
import { APPROVE_SCORECARD, PROPOSE_SCORECARD, REFUSE_SCORECARD, SCORECARD } from './documents.js';

const { api, given } = await startStory();
const [vera, vito] = await given.vendorManagers();

const scorecardOf = async (provider: { slug: string }, period: string | null = null, person = vera!) =>
  (await api.as(person).run(SCORECARD, { slug: provider.slug, period })).provider.scorecard;

it('scores frozen results: the weighted mean of what has a value, and the coverage, to the cent', async () => {
  const { provider, service } = await given.reviewPlace();
  const counted = (series: string) => ({ indicator: { goodOfTotal: { series } } as never, target: '95' });
  const [mails, calls, silent] = [
    await given.bound(provider, service, counted('mails')),
    await given.bound(provider, service, counted('calls')),
    await given.bound(provider, service, counted('faxes')),
  ];
  await given.counts(service, 'mails', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z', 985, 1000);
  await given.counts(service, 'calls', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z', 95, 100);
  await given.closed('2026-02', mails, calls, silent);
  const kpi = (name: string, { id: commitmentId }: { id: string }, weight: string, floor: string, target: string) => {
    return { name, commitmentId, weight, floor, target };
  };
  await given.scorecard(provider, [], {
    kpis: [
      kpi('Availability', mails, '40', '96', '99'),
      kpi('Calls', calls, '30', '92', '96'),
      kpi('Faxes', silent, '30', '0', '1'),
    ],
  });

  const scorecard = await scorecardOf(provider, '2026-02');

  expect(scorecard).toMatchObject({ score: '79.76', coverage: '70', verdict: 'SCORED', version: { number: 1 } });
  expect(scorecard.kpis).toMatchObject([
    { state: 'SCORED', actual: '98.50', score: '83.33', results: [{ period: '2026-02', figure: '98.50' }] },
    { state: 'SCORED', actual: '95.00', score: '75.00' },
    { state: 'NO_DATA', actual: null, score: null },
  ]);
  expect(scorecard.explanation.map(({ rule }: { rule: string }) => rule)).toEqual([
    'scorecard.coverage',
    'scorecard.score',
  ]);
  expect(scorecard.kpis[0].explanation[1]).toMatchObject({
    rule: 'kpi.score',
    inputs: [
      { name: 'actualPercent', value: '98.5', unit: 'percent' },
      { name: 'floorPercent', value: '96', unit: 'percent' },
      { name: 'targetPercent', value: '99', unit: 'percent' },
    ],
  });
});

it('tells data that we owe from data that the provider owes, and both from a quiet month', async () => {
  const { provider, service } = await given.reviewPlace();
  const counted = { indicator: { goodOfTotal: { series: 'nothing' } } as never };
  const targets = [{ priority: 1, targetMs: 3_600_000 }];
  const tickets = { indicator: { ticketsInTime: { metric: 'resolution', targets } } as never };
  const commitments = [
    await given.bound(provider, service, counted),
    await given.bound(provider, service, { ...counted, providerOwesData: true }),
    await given.bound(provider, service, tickets),
    await given.bound(provider, service),
  ];
  await given.closed('2026-02', ...commitments);
  await given.scorecard(provider, commitments);

  const scorecard = await scorecardOf(provider, '2026-02');

  expect(scorecard.kpis).toMatchObject([
    { state: 'NO_DATA', score: null },
    { state: 'DEEMED', actual: null, score: '0.00' },
    { state: 'NO_ACTIVITY', score: null },
    { state: 'SCORED', score: '94.58' },
  ]);
  // Two of three KPIs have a value; the quiet one counts in neither.
  expect(scorecard).toMatchObject({ coverage: '66.66', score: '47.29' });
});

it('waits for results that are open, and shows the newest month that is closed', async () => {
  const { provider, commitment } = await given.reviewPlace();
  await given.scorecard(provider, [commitment]);

  expect(await scorecardOf(provider)).toMatchObject({ period: '2026-02', score: '94.58', kpis: [{ actual: '99.85' }] });
  expect(await scorecardOf(provider, '2026-03')).toMatchObject({
    score: null,
    coverage: '0',
    verdict: 'INSUFFICIENT_DATA',
    kpis: [{ state: 'NOT_CLOSED', score: null }],
  });
});

it('measures a quarter by the sums of its months', async () => {
  const { provider, service, commitment } = await given.reviewPlace();
  await given.outage(service, '2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z');
  await given.scorecard(provider, [commitment]);
  api.clock.set('2026-04-02T09:00:00Z');
  for (const month of ['2026-01', '2026-03']) await given.closed(month, commitment);

  const quarter = await scorecardOf(provider, '2026-Q1');

  // 25 of the 2,160 hours were lost: 98.842… percent; the mean of the months is another.
  expect(quarter.kpis).toMatchObject([{ state: 'SCORED', actual: '98.84', score: '0.00' }]);
  expect(quarter.kpis[0].results.map(({ period }: { period: string }) => period)).toEqual([
    '2026-01',
    '2026-02',
    '2026-03',
  ]);
  api.clock.set('2026-03-16T09:00:00Z');
});

it('takes a quarterly promise into the month in which the quarter ends', async () => {
  const { provider, service } = await given.reviewPlace();
  api.clock.set('2026-04-02T09:00:00Z');
  const quarterly = await given.bound(provider, service, { window: 'quarter' });
  await given.closed('2026-Q1', quarterly);
  await given.scorecard(provider, [quarterly]);

  expect(await scorecardOf(provider, '2026-02')).toMatchObject({ kpis: [{ state: 'NO_ACTIVITY', results: [] }] });
  expect(await scorecardOf(provider, '2026-03')).toMatchObject({
    kpis: [{ state: 'SCORED', actual: '99.95', results: [{ period: '2026-Q1' }] }],
  });
  api.clock.set('2026-03-16T09:00:00Z');
});

it('follows a restatement', async () => {
  const { provider, commitment } = await given.reviewPlace();
  await given.scorecard(provider, [commitment]);
  await given.approvedExclusion(commitment, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');

  expect(await scorecardOf(provider)).toMatchObject({
    score: '100.00',
    kpis: [{ actual: '100.00', results: [{ revision: 2 }] }],
  });
});

describe('a new version', () => {
  const input = (provider: { id: string }, commitment: { id: string }, differing: object = {}) => ({
    input: {
      providerId: provider.id,
      effectiveFrom: '2026-01-01',
      kpis: [{ name: 'Uptime', commitmentId: commitment.id, weight: '1', floor: '99', target: '99.9' }],
      ...differing,
    },
  });

  it('needs a second person', async () => {
    const { provider, commitment } = await given.reviewPlace();
    const { proposeScorecard } = await api.as(vera!).run(PROPOSE_SCORECARD, input(provider, commitment));
    expect(proposeScorecard).toMatchObject({
      errors: [],
      scorecardVersion: { number: 1, state: 'PROPOSED', viewerCanApprove: false, viewerCanWithdraw: true },
    });
    const { id } = proposeScorecard.scorecardVersion;

    expect((await api.as(vera!).run(APPROVE_SCORECARD, { id })).approveScorecard.errors).toMatchObject([
      { code: 'SECOND_PERSON_NEEDED' },
    ]);
    expect(await scorecardOf(provider)).toBeNull();
    expect((await api.as(vito!).run(APPROVE_SCORECARD, { id })).approveScorecard).toMatchObject({
      errors: [],
      scorecardVersion: { state: 'APPROVED', decidedBy: { name: 'Vito Endor' }, bootstrap: false },
    });
    expect(await scorecardOf(provider)).not.toBeNull();
  });

  it('is never approved by somebody who speaks for the provider, whatever else they are', async () => {
    const { provider, commitment } = await given.reviewPlace();
    const both = await given.person({
      roles: ['vendorManager', { role: 'providerContact', kind: 'provider', id: provider.id }],
    });
    const { proposeScorecard } = await api.as(vera!).run(PROPOSE_SCORECARD, input(provider, commitment));
    const { id } = proposeScorecard.scorecardVersion;

    expect((await api.as(both).run(APPROVE_SCORECARD, { id })).approveScorecard.errors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });

  it('is refused with a reason, or withdrawn by who proposed it', async () => {
    const { provider, commitment } = await given.reviewPlace();
    for (const [person, state] of [
      [vito!, 'REFUSED'],
      [vera!, 'WITHDRAWN'],
    ] as const) {
      const { proposeScorecard } = await api.as(vera!).run(PROPOSE_SCORECARD, input(provider, commitment));
      const { id } = proposeScorecard.scorecardVersion;
      const { refuseScorecard } = await api.as(person).run(REFUSE_SCORECARD, { id, reason: 'Too easy.' });
      expect(refuseScorecard).toEqual({ scorecardVersion: { state, reason: 'Too easy.' }, errors: [] });
      expect((await api.as(vito!).run(APPROVE_SCORECARD, { id })).approveScorecard.errors).toMatchObject([
        { code: 'ALREADY_DECIDED' },
      ]);
    }
  });

  it('measures only what the provider is bound by, between a floor and a target', async () => {
    const { provider, service, commitment } = await given.reviewPlace();
    const promise = await given.commitment({ serviceId: service.id, slug: 'promise' });
    const kpi = { name: 'Uptime', commitmentId: commitment.id, weight: '1', floor: '99', target: '99.9' };
    const refused = async (differing: object) =>
      (await api.as(vera!).run(PROPOSE_SCORECARD, input(provider, commitment, differing))).proposeScorecard.errors;

    expect(await refused({ kpis: [{ ...kpi, commitmentId: promise.id }] })).toMatchObject([
      { code: 'NOT_BOUND', field: ['kpis', '0', 'commitmentId'] },
    ]);
    expect(await refused({ kpis: [{ ...kpi, target: '99' }] })).toMatchObject([{ code: 'FLOOR_IS_TARGET' }]);
    expect(await refused({ kpis: [{ ...kpi, weight: '0' }] })).toMatchObject([{ code: 'WEIGHT_NOT_POSITIVE' }]);
    expect(await refused({ kpis: [kpi, { ...kpi, name: 'Again' }] })).toMatchObject([{ code: 'KPI_TWICE' }]);
    expect(await refused({ kpis: [] })).toMatchObject([{ code: 'NO_KPIS' }]);
    expect(await refused({ effectiveFrom: '2026-01-02' })).toMatchObject([{ code: 'WITHIN_A_PERIOD' }]);
  });

  it('starts after the one before and never judges a frozen period anew', async () => {
    const { provider, commitment } = await given.reviewPlace();
    await given.scorecard(provider, [commitment]);
    await given.review(provider, 'packFrozen');
    const refused = async (effectiveFrom: string) =>
      (await api.as(vera!).run(PROPOSE_SCORECARD, input(provider, commitment, { effectiveFrom }))).proposeScorecard;

    expect((await refused('2026-01-01')).errors).toMatchObject([{ code: 'NOT_LATER' }]);
    expect((await refused('2026-02-01')).errors).toMatchObject([{ code: 'PERIOD_FROZEN' }]);
    expect(await refused('2026-03-01')).toMatchObject({ errors: [], scorecardVersion: { number: 2 } });
  });

  it('is kept by the database as it was decided', async () => {
    const { provider, commitment } = await given.reviewPlace();
    const { id } = await given.scorecard(provider, [commitment]);
    const query = (sql: string) => api.dataSource.query(sql, [id]);

    await expect(query('UPDATE scorecard_version SET minimum_coverage = 1 WHERE id = $1')).rejects.toThrow(
      'new version',
    );
    await expect(query('UPDATE kpi SET weight = 2 WHERE version_id = $1')).rejects.toThrow();
    await expect(query('DELETE FROM scorecard_version WHERE id = $1')).rejects.toThrow();
  });
});

it('is read by service managers of the provider, executives and auditors, and by nobody outside', async () => {
  const { provider, service, commitment } = await given.reviewPlace();
  await given.scorecard(provider, [commitment]);
  const other = await given.service();
  const reads = async (person: Parameters<typeof api.as>[0]) => {
    const { scorecard, scorecardVersions } = (await api.as(person).run(SCORECARD, { slug: provider.slug })).provider;
    return [scorecard !== null, scorecardVersions.length > 0];
  };

  const manager = (id: string) => given.person({ roles: [{ role: 'serviceManager', kind: 'service', id }] });
  expect(await reads(await manager(service.id))).toEqual([true, true]);
  expect(await reads(await manager(other.id))).toEqual([false, false]);
  for (const role of ['executive', 'auditor', 'btOffice'] as const)
    expect(await reads(await given.person({ roles: [role] }))).toEqual([true, true]);
  for (const role of ['requester', 'administrator'] as const)
    expect(await reads(await given.person({ roles: [role] }))).toEqual([false, false]);
  expect(await reads(await given.contactOf(provider))).toEqual([false, false]);
});
