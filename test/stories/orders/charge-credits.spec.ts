import { startStory } from '../../builders/index.js';
import { APPROVE_EXCLUSION, CLOSE_PERIOD } from '../performance/documents.js';
import { BILL, CLOSE_RUN, OPEN_RUN, PROPOSE_RUN, RECKON_RUN, type ShownLine } from './charge-documents.js';

const { api, given } = await startStory();
const [proposer, closer] = [await given.person({ roles: ['btOffice'] }), await given.person({ roles: ['btOffice'] })];
const manager = await given.person({ roles: ['serviceManager'] });

// Three units have the same plan of one service, which was down for an hour in March.
const HOUR = ['2026-03-20T08:00:00Z', '2026-03-20T09:00:00Z'] as const;
const place = await given.orderPlace();
const others = [await given.orderPlace(), await given.orderPlace()];
for (const other of [place, ...others])
  await given.order({ ...other, plan: place.plan, member: place.member }, 'completed');
const commitment = await given.commitment({ serviceId: place.service.id }, { monthlyCharge: '1000.00' });

type Who = { cookie: string | null };
const run = async (document: string, variables: object, who: Who = proposer) =>
  (await api.as(who).answer(document, variables)).run;
const on = (day: string) => api.clock.set(new Date(`${day}T09:00:00Z`));
const creditsOf = async (month: string, who: Who = proposer) =>
  (await api.as(who).run(BILL, { month })).bill.lines.edges
    .map(({ node }: { node: ShownLine }) => node)
    .filter(({ origin }: ShownLine) => origin === 'CREDIT');
const amounts = async (month: string, who?: Who) =>
  (await creditsOf(month, who)).map(({ amount }: ShownLine) => amount.amount).sort();
async function close(month: string) {
  const { id } = (await given.chargeRun(month))!;
  const { version } = await run(RECKON_RUN, { id });
  const proposed = await run(PROPOSE_RUN, { id, version });
  return run(CLOSE_RUN, { id, version: proposed.version }, closer);
}

/** Claims of a period: state, who acts next, amount; the first one first. */
async function claimsFor(period: string, who: Who = manager) {
  const { claims } = await api
    .as(who)
    .run(
      `query ($period: String!) { claims(period: $period) { edges { node { number state turn amount { amount } } } } }`,
      { period },
    );
  return claims.edges
    .map(({ node }: { node: { number: number } }) => node)
    .sort((a: { number: number }, b: { number: number }) => a.number - b.number)
    .map((claim: { state: string; turn: string; amount: { amount: string } }) =>
      [claim.state, claim.turn, claim.amount.amount].join(' '),
    );
}

/** Moves the only claim for April. */
async function moveOnly(move: 'claimCredit' | 'acceptClaim', who: Who) {
  const { claims } = await api.as(manager).run(`{ claims(period: "2026-04") { edges { node { id version } } } }`, {});
  return api
    .as(who)
    .answer(
      `mutation ($id: ID!, $version: Int!) { ${move}(id: $id, version: $version) { claim { state } errors { code } } }`,
      claims.edges[0].node,
    );
}

describe('a service credit', () => {
  it('is on the bills of whoever paid for the service in its period, to the cent', async () => {
    await run(OPEN_RUN, { month: '2026-03' });
    on('2026-04-02');
    await given.outage(place.service, ...HOUR);
    await api.as(manager).run(CLOSE_PERIOD, { period: '2026-03', commitmentIds: [commitment.id] });
    await close('2026-03');
    // It was posted in April: March was over.
    expect(await amounts('2026-03')).toEqual([]);
    await run(OPEN_RUN, { month: '2026-04' });

    expect(await amounts('2026-04')).toEqual(['-33.33', '-33.33', '-33.34']);
    expect(await amounts('2026-04', place.owner)).toHaveLength(1);
    // Who receives a part of it reads the claim; who does not, does not.
    expect(await creditsOf('2026-04', place.owner)).toMatchObject([{ claim: { state: 'ACCEPTED' } }]);
    expect(await claimsFor('2026-03', place.owner)).toEqual(['ACCEPTED BILL 100.00']);
    expect(await claimsFor('2026-03', (await given.orderPlace()).owner)).toEqual([]);
    const [credit] = await creditsOf('2026-04');
    expect(credit).toMatchObject({ from: '2026-03-01', to: '2026-03-31', explanation: [{ rule: 'charge.credit' }] });
    expect(credit).toMatchObject({ missed: { period: '2026-03', verdict: 'MISSED' }, claim: { state: 'ACCEPTED' } });
    expect(await claimsFor('2026-03')).toEqual(['ACCEPTED BILL 100.00']);
    const USES = `query ($id: ID!) { commitments(filter: { serviceIds: [$id] }, until: "2026-03", periods: 1) { edges { node {
      results { uses { kind path } } } } } }`;
    const { commitments } = await api.as(proposer).run(USES, { id: place.service.id });
    expect(commitments.edges[0].node.results.at(-1).uses).toContainEqual({ kind: 'BILL', path: '/bill/2026-04' });
  });

  it('is taken back in the same parts when a restatement finds the promise kept, and is given once', async () => {
    on('2026-05-04');
    await close('2026-04');
    expect(await claimsFor('2026-03')).toEqual(['CREDITED NOBODY 100.00']);
    const { id } = await given.exclusion(commitment, ...HOUR);
    const [, second] = await given.serviceManagers();
    expect((await api.as(second!).run(APPROVE_EXCLUSION, { id })).approveExclusion.errors).toEqual([]);
    await run(OPEN_RUN, { month: '2026-05' });

    expect(await amounts('2026-05')).toEqual(['33.33', '33.33', '33.34']);
    expect(await claimsFor('2026-03')).toEqual(['CREDITED NOBODY 100.00', 'ACCEPTED BILL -100.00']);
    await run(RECKON_RUN, { id: (await given.chargeRun('2026-05'))!.id });
    expect(await amounts('2026-05')).toHaveLength(3);
  });

  it('comes onto the bill of the unit that claims it only once it was accepted, where the agreement asks for a claim', async () => {
    const unit = { customerId: place.unit.id, slug: 'claimed-first', remedy: { isAutomatic: false } };
    const terms = [{ serviceId: place.service.id, slug: 'claimed-first' }];
    const { commitments } = await given.agreement({ ...unit, monthlyCharge: '1000.00', terms });
    await given.outage(place.service, '2026-04-20T08:00:00Z', '2026-04-20T09:00:00Z');
    await api.as(manager).run(CLOSE_PERIOD, { period: '2026-04', commitmentIds: [commitments[0]!.id] });
    const reckoned = async () => {
      await run(RECKON_RUN, { id: (await given.chargeRun('2026-05'))!.id });
      return (await amounts('2026-05')).filter((amount: string) => amount.startsWith('-'));
    };

    expect(await reckoned()).toEqual([]);
    expect(await moveOnly('claimCredit', place.owner)).toEqual({ claim: { state: 'CLAIMED' }, errors: [] });
    expect((await moveOnly('acceptClaim', place.owner)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await moveOnly('acceptClaim', manager)).toEqual({ claim: { state: 'ACCEPTED' }, errors: [] });
    expect(await reckoned()).toEqual(['-100.00']);
  });
});
