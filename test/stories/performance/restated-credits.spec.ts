import { startStory } from '../../builders/index.js';
import { APPROVE_EXCLUSION, CLOSE_PERIOD, RESTATE } from './documents.js';

const { api, given } = await startStory();
const manager = await given.person({ name: 'Sue Pervisor', roles: ['serviceManager'] });

const CREDITS = `query ($restated: Boolean, $first: Int, $after: String) {
  serviceCredits(period: "2026-02", restated: $restated, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node {
      percent state reason at amount { amount currency } difference { amount currency }
      result { revision verdict commitment { id } }
      corrects { amount { amount } state result { revision } }
    } }
  }
}`;

interface Credit {
  readonly amount: { readonly amount: string } | null;
  readonly difference: { readonly amount: string } | null;
  readonly result: { readonly revision: number; readonly commitment: { readonly id: string } };
}

/** Everything posted for a commitment, oldest first. */
async function postedFor({ id }: { id: string }, restated: boolean | null = null): Promise<Credit[]> {
  const { serviceCredits } = await api.as(manager).run(CREDITS, { restated, first: 200 });
  const nodes = serviceCredits.edges.map(({ node }: { node: Credit }) => node);
  return nodes.filter(({ result }: Credit) => result.commitment.id === id).reverse();
}

const HOUR = ['2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z'] as const;

/** A closed February at 1,000 euros a month; an hour down misses it, by a tenth of the charge. */
async function february(isDown: boolean, price = {}) {
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id }, { monthlyCharge: '1000.00', ...price });
  if (isDown) await given.outage(service, ...HOUR);
  await api.as(manager).run(CLOSE_PERIOD, { period: '2026-02', commitmentIds: [commitment.id] });
  return { service, commitment };
}

async function restated(commitment: { id: string }) {
  const { id } = await given.resultOf(commitment, '2026-02');
  const { restateResult } = await api.as(manager).run(RESTATE, { id, reason: 'Found late.' });
  expect(restateResult.errors).toEqual([]);
}

async function excused(commitment: { id: string }, from: string, to: string) {
  const { id } = await given.exclusion(commitment, from, to);
  const [, second] = await given.serviceManagers();
  expect((await api.as(second!).run(APPROVE_EXCLUSION, { id })).approveExclusion.errors).toEqual([]);
}

it('posts back what was owed for a missed month that turns out met, with the reason and the credit it corrects', async () => {
  const { commitment } = await february(true);
  await excused(commitment, ...HOUR);

  expect(await postedFor(commitment, true)).toEqual([
    {
      percent: '0',
      state: 'COMPUTED',
      reason: 'Exclusion approved: The customer pulled the plug.',
      at: expect.any(String),
      amount: { amount: '0.00', currency: 'EUR' },
      difference: { amount: '-100.00', currency: 'EUR' },
      result: { revision: 2, verdict: 'MET', commitment: { id: commitment.id } },
      corrects: { amount: { amount: '100.00' }, state: 'CANCELLED', result: { revision: 1 } },
    },
  ]);
  expect(await postedFor(commitment)).toHaveLength(2);
});

it('posts the whole credit for a met month that turns out missed, which corrects nothing', async () => {
  const { service, commitment } = await february(false);
  await given.outage(service, ...HOUR);
  await restated(commitment);

  expect(await postedFor(commitment, true)).toMatchObject([
    { difference: { amount: '100.00' }, reason: 'Found late.', corrects: null, result: { revision: 2 } },
  ]);
});

it('posts the difference between two tiers, and nothing at all while a month stays met', async () => {
  const worse = await february(true);
  await given.outage(worse.service, '2026-02-20T00:00:00Z', '2026-02-20T10:00:00Z');
  await restated(worse.commitment);
  expect(await postedFor(worse.commitment, true)).toMatchObject([
    { amount: { amount: '250.00' }, difference: { amount: '150.00' }, corrects: { state: 'ADJUSTED' } },
  ]);

  const met = await february(false);
  await given.outage(met.service, '2026-02-20T00:00:00Z', '2026-02-20T00:10:00Z');
  await restated(met.commitment);
  expect(await postedFor(met.commitment)).toEqual([]);
});

it('adds up to what is owed, however often a month is restated', async () => {
  const { service, commitment } = await february(true);
  await excused(commitment, ...HOUR);
  await given.outage(service, '2026-02-20T00:00:00Z', '2026-02-20T00:10:00Z');
  await restated(commitment);
  await given.outage(service, '2026-02-21T00:00:00Z', '2026-02-21T10:00:00Z');
  await restated(commitment);

  const posted = await postedFor(commitment);
  expect(posted.map(({ result, amount, difference }) => [result.revision, amount!.amount, difference?.amount])).toEqual(
    [
      [1, '100.00', undefined],
      [2, '0.00', '-100.00'],
      [4, '250.00', '250.00'],
    ],
  );
  expect(posted.at(-1)).toMatchObject({ corrects: { result: { revision: 2 } } });
});

it('posts back a credit in percent where the agreement names no charge', async () => {
  const { commitment } = await february(true, { monthlyCharge: null });
  await excused(commitment, ...HOUR);

  expect(await postedFor(commitment)).toMatchObject([
    { percent: '10', amount: null, difference: null, state: 'CANCELLED' },
    { percent: '0', amount: null, difference: null, state: 'COMPUTED' },
  ]);
});

it('tells a provider of its own credits alone, and lists them page by page with one statement', async () => {
  const [place] = [await given.reviewPlace(), await february(true)];
  const contact = await given.contactOf(place.provider);
  const { serviceCredits } = await api.as(contact).run(CREDITS, {});
  expect(serviceCredits.edges.map(({ node }: { node: Credit }) => node.result.commitment.id)).toEqual([
    place.commitment.id,
  ]);

  const first = (await api.as(manager).run(CREDITS, { first: 1 })).serviceCredits;
  const second = (await api.as(manager).run(CREDITS, { first: 1, after: first.pageInfo.endCursor })).serviceCredits;
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(second.edges).toHaveLength(1);
  expect(second.edges).not.toEqual(first.edges);
});
