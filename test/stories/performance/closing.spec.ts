import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';
import { APPROVE_EXCLUSION, CLOSE_PERIOD, COMMITMENT, PROPOSE_EXCLUSION, RESTATE } from './documents.js';

const { api, given } = await startStory();
const manager = await given.person({ name: 'Sue Pervisor', roles: ['serviceManager'] });
const second = await given.person({ name: 'Sam Econd', roles: ['serviceManager'] });

/** A commitment at 1,000 euros a month that was down for an hour of February: 99.85 % of 99.9 %. */
async function missedFebruary() {
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id }, { monthlyCharge: '1000.00' });
  await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');
  return { service, commitment };
}

const close = (period: string, commitments: { id: string }[] | null, person = manager) =>
  api.as(person).run(CLOSE_PERIOD, { period, commitmentIds: commitments && commitments.map(({ id }) => id) });

async function february(service: { slug: string }, person = manager) {
  const variables = { service: service.slug, slug: 'uptime', period: '2026-02' };
  return (await api.as(person).run(COMMITMENT, variables)).commitment.result;
}

it('closes a missed month: the result is frozen, the breach recorded, the credit computed', async () => {
  const { service, commitment } = await missedFebruary();

  const { closePeriod } = await close('2026-02', [commitment]);

  expect(closePeriod.errors).toEqual([]);
  expect(closePeriod.results).toMatchObject([
    { state: 'FROZEN', verdict: 'MISSED', revision: 1, viewerCanClose: false, viewerCanRestate: true },
  ]);
  expect(await february(service)).toMatchObject({
    state: 'FROZEN',
    frozenBy: { name: 'Sue Pervisor' },
    breach: {
      supersededAt: null,
      credit: {
        percent: '10',
        charge: { amount: '1000', currency: 'EUR' },
        amount: { amount: '100.00', currency: 'EUR' },
        state: 'COMPUTED',
        difference: null,
      },
    },
  });
});

it('owes three monthly charges for a missed quarter', async () => {
  api.clock.set('2026-04-02T00:00:00Z');
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id, window: 'quarter' }, { monthlyCharge: '1000.00' });
  await given.outage(service, '2026-02-10T00:00:00Z', '2026-02-12T00:00:00Z');

  const { closePeriod } = await close('2026-Q1', [commitment]);

  expect(closePeriod.results).toMatchObject([
    { period: '2026-Q1', breach: { credit: { percent: '25', amount: { amount: '750.00' } } } },
  ]);
  api.clock.set('2026-03-16T09:00:00Z');
});

it('refuses a period that has not ended, one that was closed, and one that was never judged', async () => {
  const { commitment } = await missedFebruary();
  await close('2026-02', [commitment]);

  expect((await close('2026-03', [commitment])).closePeriod).toMatchObject({
    results: [],
    errors: [{ code: 'PERIOD_RUNS', message: expect.stringContaining('2026-03') }],
  });
  expect((await close('2026-02', [commitment])).closePeriod.errors).toMatchObject([{ code: 'ALREADY_CLOSED' }]);
  expect((await close('2019-02', [commitment])).closePeriod.errors).toMatchObject([{ code: 'NOT_JUDGED' }]);
});

it('asks for a period and for at least one commitment, of who may close something', async () => {
  const { commitment } = await missedFebruary();
  const nobody = await given.person();
  const refusals = async (who: SignedInPerson, period: string, commitmentIds: string[]) =>
    (await api.as(who).run(CLOSE_PERIOD, { period, commitmentIds })).closePeriod.errors;

  expect(await refusals(nobody, 'rubbish', [])).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect(await refusals(manager, 'rubbish', [commitment.id])).toMatchObject([
    { code: 'UNKNOWN_PERIOD', message: 'A period is a month such as 2026-03 or a quarter such as 2026-Q1.' },
  ]);
  expect(await refusals(manager, '2026-02', [])).toMatchObject([
    { code: 'INVALID', field: ['commitmentIds'], message: 'Name at least one commitment.' },
  ]);
});

it('lets one of two people close when both do so at once', async () => {
  const { commitment } = await missedFebruary();
  const other = await given.person({ roles: ['serviceManager'] });

  const answers = await Promise.all([close('2026-02', [commitment]), close('2026-02', [commitment], other)]);

  const errors = answers.flatMap(({ closePeriod }) => closePeriod.errors.map(({ code }: { code: string }) => code));
  expect(errors).toEqual(['ALREADY_CLOSED']);
  const [{ breaches }] = await api.dataSource.query(
    `SELECT count(*)::int AS breaches FROM breach b JOIN period_result r ON r.id = b.result_id WHERE r.commitment_id = $1`,
    [commitment.id],
  );
  expect(breaches).toBe(1);
});

it('closes with everything that a manager may close, says what stays open as it measures them, and nothing of others', async () => {
  const [mine, foreign] = [await missedFebruary(), await missedFebruary()];
  const owned = await missedFebruary();
  const scopes = [mine, owned].map(({ service: { id } }) => ({ role: 'serviceManager', kind: 'service', id }) as const);
  const keeper = await given.person({ roles: scopes });
  await api.dataSource.query('UPDATE service SET owner_id = $1 WHERE id = $2', [keeper.id, owned.service.id]);

  const { closePeriod } = await close('2026-02', null, keeper);
  const refused = await close('2026-02', [foreign.commitment], keeper);

  expect(closePeriod).toMatchObject({ errors: [], leftOut: 1, results: [{ state: 'FROZEN' }] });
  expect(await given.resultOf(owned.commitment, '2026-02')).toMatchObject({ state: 'open' });
  expect(await given.resultOf(mine.commitment, '2026-02')).toMatchObject({ state: 'frozen' });
  expect(await given.resultOf(foreign.commitment, '2026-02')).toMatchObject({ state: 'open' });
  expect(refused.closePeriod).toMatchObject({ leftOut: 0, errors: [{ code: 'FORBIDDEN' }] });
});

it('keeps a frozen result when data arrives late, marks it, and restates it with the difference', async () => {
  const { service, commitment } = await missedFebruary();
  const { closePeriod } = await close('2026-02', [commitment]);
  await given.outage(service, '2026-02-20T00:00:00Z', '2026-02-20T10:00:00Z', 'Found in an old log.');
  expect(await february(service)).toMatchObject({ figure: '99.85', hasLateData: true, revision: 1 });

  const { restateResult } = await api
    .as(manager)
    .run(RESTATE, { id: closePeriod.results[0].id, reason: 'An outage was found late.' });

  expect(restateResult).toMatchObject({
    errors: [],
    result: {
      revision: 2,
      state: 'FROZEN',
      verdict: 'MISSED',
      figure: '98.36',
      difference: '-1.49',
      reason: 'An outage was found late.',
      hasLateData: false,
      revisions: [
        { revision: 2, state: 'FROZEN' },
        { revision: 1, state: 'SUPERSEDED' },
      ],
    },
  });
  expect((await february(service)).breach.credit).toMatchObject({
    percent: '25',
    amount: { amount: '250.00' },
    difference: { amount: '150.00' },
    state: 'COMPUTED',
  });
  const { breaches } = await api.as(manager).run(`{ breaches(period: "2026-02", first: 200) { edges { node {
    supersededAt result { id revision } credit { state amount { amount } } } } } }`);
  const mine = breaches.edges.filter(
    ({ node }: { node: { result: { id: string } } }) => node.result.id === closePeriod.results[0].id,
  );
  expect(mine).toMatchObject([{ node: { supersededAt: expect.any(String), credit: { state: 'ADJUSTED' } } }]);
});

it('has nothing to restate when nothing has changed, or while the period is open', async () => {
  const { service, commitment } = await missedFebruary();
  const { id } = await given.resultOf(commitment, '2026-02');
  const restate = () => api.as(manager).run(RESTATE, { id, reason: 'To be sure.' });

  expect((await restate()).restateResult.errors).toMatchObject([{ code: 'NOT_FROZEN' }]);
  await close('2026-02', [commitment]);
  expect((await restate()).restateResult.errors).toMatchObject([{ code: 'NOTHING_CHANGED' }]);
  expect(await february(service)).toMatchObject({ revision: 1 });
});

describe('a closed figure that late data betters', () => {
  const RECORD = `mutation ($input: RecordCountsInput!) { recordCounts(input: $input) { errors { code } } }`;

  async function counted() {
    const service = await given.service();
    const commitment = await given.commitment(
      { serviceId: service.id, indicator: { goodOfTotal: { series: 'orders' } } as never, target: '90' },
      { monthlyCharge: '1000.00' },
    );
    await given.counts(service, 'orders', '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z', 80, 100);
    await close('2026-02', [commitment]);
    const record = async (person: typeof manager, day: number, good: number) => {
      const time = { from: `2026-02-1${day}T00:00:00Z`, to: `2026-02-1${day}T12:00:00Z` };
      const input = { serviceId: service.id, series: 'orders', ...time, good, total: 1000 };
      expect((await api.as(person).run(RECORD, { input })).recordCounts.errors).toEqual([]);
    };
    const restate = async (person: typeof manager) => {
      const { id } = await given.resultOf(commitment, '2026-02');
      return (await api.as(person).run(RESTATE, { id, reason: 'Found late.' })).restateResult;
    };
    return { commitment, record, restate };
  }

  it('is restated by somebody else than who brought the data', async () => {
    const { record, restate } = await counted();
    const other = await given.person({ roles: ['serviceManager'] });
    await record(manager, 0, 1000);

    expect(await restate(manager)).toMatchObject({
      result: null,
      errors: [
        {
          code: 'SECOND_PERSON_NEEDED',
          message: 'You brought the data that betters this figure: another service manager has to restate it.',
        },
      ],
    });
    expect(await restate(other)).toMatchObject({ errors: [], result: { verdict: 'MET', revision: 2 } });
  });

  it('may get worse by the one who brought the data', async () => {
    const { record, restate } = await counted();
    await record(manager, 0, 10);

    expect(await restate(manager)).toMatchObject({ errors: [], result: { verdict: 'MISSED', revision: 2 } });
  });
});

it('shows what an exclusion would change, and restates the frozen month when a second person approves it', async () => {
  const { service, commitment } = await missedFebruary();
  await close('2026-02', [commitment]);
  const input = {
    commitmentId: commitment.id,
    from: '2026-02-10T08:00:00Z',
    to: '2026-02-10T08:45:00Z',
    category: 'CUSTOMER_CAUSE',
    reason: 'The customer pulled the plug.',
  };

  const { proposeExclusion } = await api.as(manager).run(PROPOSE_EXCLUSION, { input });
  expect(proposeExclusion).toMatchObject({
    errors: [],
    exclusion: {
      state: 'PROPOSED',
      effects: [
        {
          period: '2026-02',
          state: 'FROZEN',
          restates: true,
          before: {
            figure: '99.85',
            verdict: 'MISSED',
            budgetLeft: '-1180800',
            credit: { percent: '10', amount: '100.00' },
          },
          after: { figure: '99.96', verdict: 'MET', credit: null },
        },
      ],
      viewerCanApprove: false,
      viewerCanWithdraw: true,
    },
  });
  const { id } = proposeExclusion.exclusion;
  const alone = await api.as(manager).run(APPROVE_EXCLUSION, { id });
  expect(alone.approveExclusion).toMatchObject({
    exclusion: null,
    restated: [],
    errors: [{ code: 'SECOND_PERSON_NEEDED' }],
  });
  expect(await february(service)).toMatchObject({ revision: 1, verdict: 'MISSED' });

  const { approveExclusion } = await api.as(second).run(APPROVE_EXCLUSION, { id });

  expect(approveExclusion).toMatchObject({
    errors: [],
    waiting: [],
    exclusion: { state: 'APPROVED', decidedBy: { name: 'Sam Econd' } },
    restated: [
      { revision: 2, verdict: 'MET', reason: 'Exclusion approved: The customer pulled the plug.', difference: '0.11' },
    ],
  });
  expect(await february(service)).toMatchObject({ breach: null, hasLateData: false });
  const { breaches } = await api
    .as(manager)
    .run(`{ breaches(first: 200) { edges { node { supersededAt result { commitment { id } } credit { state } } } } }`);
  const mine = breaches.edges.filter(
    ({ node }: { node: { result: { commitment: { id: string } } } }) => node.result.commitment.id === commitment.id,
  );
  expect(mine).toMatchObject([{ node: { supersededAt: expect.any(String), credit: { state: 'CANCELLED' } } }]);
});

it('changes nothing by an exclusion that is refused or withdrawn', async () => {
  const { service, commitment } = await missedFebruary();
  const refused = await given.exclusion(commitment, '2026-02-10T08:00:00Z', '2026-02-10T08:30:00Z');
  const withdrawn = await given.exclusion(commitment, '2026-02-10T08:30:00Z', '2026-02-10T09:00:00Z');
  const [proposer, second] = await given.serviceManagers();

  const { refuseExclusion } = await api
    .as(second!)
    .run(
      `mutation ($id: ID!) { refuseExclusion(id: $id, reason: "The plug was ours.") { exclusion { state decisionReason } errors { code } } }`,
      { id: refused.id },
    );
  const { withdrawExclusion } = await api
    .as(proposer!)
    .run(`mutation ($id: ID!) { withdrawExclusion(id: $id) { exclusion { state } errors { code } } }`, {
      id: withdrawn.id,
    });

  expect(refuseExclusion).toEqual({
    exclusion: { state: 'REFUSED', decisionReason: 'The plug was ours.' },
    errors: [],
  });
  expect(withdrawExclusion).toEqual({ exclusion: { state: 'WITHDRAWN' }, errors: [] });
  expect(await february(service)).toMatchObject({ figure: '99.85', verdict: 'MISSED' });
});

it('never lets the database change what a closed result says', async () => {
  const { commitment } = await missedFebruary();
  const { closePeriod } = await close('2026-02', [commitment]);
  const { id } = closePeriod.results[0];

  await expect(api.dataSource.query('UPDATE period_result SET figure = 100 WHERE id = $1', [id])).rejects.toThrow(
    'says what it said',
  );
  await expect(api.dataSource.query('DELETE FROM period_result WHERE id = $1', [id])).rejects.toThrow('stays');
  await expect(api.dataSource.query('DELETE FROM result_contribution WHERE result_id = $1', [id])).rejects.toThrow(
    'stays',
  );
  await expect(
    api.dataSource.query(
      `UPDATE period_result SET state = 'open', frozen_at = NULL, frozen_by_id = NULL WHERE id = $1`,
      [id],
    ),
  ).rejects.toThrow();
});
