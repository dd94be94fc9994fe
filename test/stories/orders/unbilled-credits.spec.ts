import { startStory } from '../../builders/index.js';
import { APPROVE_EXCLUSION, RESTATE } from '../performance/documents.js';
import { BILL, CLOSE_RUN, OPEN_RUN, PROPOSE_RUN, RECKON_RUN, type ShownLine } from './charge-documents.js';
import { CLAIMS, SETTLE, type ShownClaim, together } from './hand-credits.js';

// A unit pays for one service; for another one, which is promised as well, nobody is charged.
const { api, given } = await startStory();
const [office, closer] = [await given.person({ roles: ['btOffice'] }), await given.person({ roles: ['btOffice'] })];
const manager = await given.person({ name: 'Vera Ndor', roles: ['serviceManager'] });
const place = await given.orderPlace();
await given.order(place, 'completed');
const unused = await given.service();

const run = async (document: string, variables: object, who = office) =>
  (await api.as(who).answer(document, variables)).run;
const on = (day: string) => api.clock.set(new Date(`${day}T09:00:00Z`));
const reckoned = async (month: string) => run(RECKON_RUN, { id: (await given.chargeRun(month))!.id });
async function proposed(month: string): Promise<{ id: string; version: number }> {
  const { id, version } = await reckoned(month);
  return { id, version: (await run(PROPOSE_RUN, { id, version })).version };
}
const close = async (month: string) => run(CLOSE_RUN, await proposed(month), closer);
const credits = async (month: string) =>
  (await api.as(office).run(BILL, { month })).bill.lines.edges
    .map(({ node }: { node: ShownLine }) => node)
    .filter(({ origin }: ShownLine) => origin === 'CREDIT')
    .map(({ amount }: ShownLine) => amount.amount);

type Who = { cookie: string | null };
async function claimsOf({ id }: { id: string }, who: Who = manager): Promise<ShownClaim[]> {
  const { claims } = await api.as(who).run(CLAIMS, { agreementId: id });
  return claims.edges
    .map(({ node }: { node: ShownClaim }) => node)
    .sort((a: ShownClaim, b: ShownClaim) => a.number - b.number);
}
const claimOf = async (agreement: { id: string }, who?: Who) => (await claimsOf(agreement, who)).at(-1)!;
async function settled(agreement: { id: string }, { who = manager as Who, note = 'Transfer 4711.' } = {}) {
  const { id, version } = await claimOf(agreement);
  const { claim, errors } = await api.as(who).answer(SETTLE, { id, version, note });
  return errors[0]?.code ?? [claim.state, claim.turn].join(' ');
}
/** Of each part, the service that is charged for first. */
const billings = async (agreement: { id: string }, [charged]: { id: string }[]) =>
  (await claimOf(agreement)).parts
    .sort((a) => (a.credit.result.commitment.id === charged!.id ? -1 : 1))
    .map(({ billing }) => billing);

/** Promises to the unit, at 1,000 euros a month, all missed in the month, which is closed. */
async function missed(month: string, ...services: { id: string }[]) {
  const made = await given.agreement({
    ...{ customerId: place.unit.id, monthlyCharge: '1000.00' },
    terms: services.map(({ id }, i) => ({ serviceId: id, slug: `promise-${month}-${i}` })),
  });
  for (const { id } of services) await given.outage({ id }, `${month}-20T08:00:00Z`, `${month}-20T09:00:00Z`);
  await given.closed(month, ...made.commitments);
  const commitments = services.map(({ id }) => made.commitments.find(({ serviceId }) => serviceId === id)!);
  return { ...made, commitments };
}
const told = async (who: Who, { id }: { id: string }): Promise<string[]> => {
  const { inbox } = await api
    .as(who)
    .run('{ inbox(first: 100) { edges { node { subject { path } notices { kind facts { value } } } } } }', {});
  type Group = { subject: { path: string }; notices: { kind: string }[] };
  return inbox.edges
    .map(({ node }: { node: Group }) => node)
    .filter(({ subject }: Group) => subject.path === `/claims/${id}`)
    .flatMap(({ notices }: Group) => notices.map(({ kind }) => kind))
    .filter((kind: string) => kind !== 'CREDIT_CLAIMABLE');
};
/** Those that are told to wait for somebody. */
async function waiting({ id }: { id: string }): Promise<string[]> {
  const asked = 'query ($id: ID) { claims(agreementId: $id, waiting: true) { edges { node { id } } } }';
  const { claims } = await api.as(manager).run(asked, { id });
  return claims.edges.map(({ node }: { node: { id: string } }) => node.id);
}
async function outstanding(): Promise<string> {
  const { creditExposure } = await api
    .as(manager)
    .run(
      `{ creditExposure(from: "2026-03", to: "2026-03", group: MONTH) { owed { amount } owedOutstanding { amount } } }`,
      {},
    );
  const [{ owed, owedOutstanding }] = creditExposure;
  return `${owedOutstanding.amount} of ${owed.amount}`;
}

await run(OPEN_RUN, { month: '2026-03' });

it('is credited by hand by who owes it, with a note, once it is known that nobody was charged for it', async () => {
  on('2026-04-02');
  const { agreement, commitments } = await missed('2026-03', unused);
  expect(await claimOf(agreement)).toMatchObject({ state: 'ACCEPTED', turn: 'BILL', parts: [{ billing: 'AWAITED' }] });
  expect(await settled(agreement)).toBe('BILL_CREDITS_IT');
  expect(await waiting(agreement)).toEqual([]);

  await close('2026-03');
  await run(OPEN_RUN, { month: '2026-04' });
  await reckoned('2026-04');
  const found = await claimOf(agreement);
  expect(found).toMatchObject({ turn: 'DEBTOR', unbilled: { amount: '100.00' }, viewerCanSettle: true });
  expect(await told(manager, found)).toEqual(['CREDIT_UNBILLED']);
  expect(await waiting(agreement)).toEqual([found.id]);
  expect(await outstanding()).toBe('100.00 of 100.00');
  expect(await claimOf(agreement, place.owner)).toMatchObject({ turn: 'DEBTOR', viewerCanSettle: false });
  expect(await settled(agreement, { who: place.owner })).toBe('FORBIDDEN');
  expect(await settled(agreement, { note: ' ' })).toBe('NOTE_MISSING');

  expect((await Promise.all([settled(agreement), settled(agreement)])).sort()).toEqual(['CREDITED NOBODY', 'STALE']);
  const { events } = await claimOf(agreement);
  expect(events.slice(1)).toEqual([{ move: 'credit', reason: 'Transfer 4711.', by: { name: 'Vera Ndor' } }]);
  expect(await told(place.owner, found)).toEqual(['CLAIM_MOVED']);
  expect(await outstanding()).toBe('0.00 of 100.00');
  expect(await settled(agreement)).toBe('WRONG_STATE');

  // What a restatement takes back is taken back the same way.
  const { id } = await given.exclusion(commitments[0]!, '2026-03-20T08:00:00Z', '2026-03-20T09:00:00Z');
  const [, second] = await given.serviceManagers();
  expect((await api.as(second!).run(APPROVE_EXCLUSION, { id })).approveExclusion.errors).toEqual([]);
  await reckoned('2026-04');
  expect(await claimOf(agreement)).toMatchObject({ turn: 'DEBTOR', unbilled: { amount: '-100.00' } });
  expect(await settled(agreement)).toBe('CREDITED NOBODY');
  on('2026-05-02');
  await close('2026-04');
  expect(await credits('2026-04')).toEqual([]);
});

describe('a claim of which bills take only a part', () => {
  it('stays accepted when the rest is credited by hand, until that bill is closed', async () => {
    const { agreement, commitments } = await missed('2026-04', place.service, unused);
    await run(OPEN_RUN, { month: '2026-05' });

    expect(await billings(agreement, commitments)).toEqual(['BILLED', 'UNBILLED']);
    expect(await claimOf(agreement)).toMatchObject({ turn: 'DEBTOR', unbilled: { amount: '100.00' } });
    expect(await settled(agreement)).toBe('ACCEPTED BILL');
    expect(await billings(agreement, commitments)).toEqual(['BILLED', 'BY_HAND']);
    expect(await settled(agreement)).toBe('BILL_CREDITS_IT');
    on('2026-06-02');
    await close('2026-05');
    expect(await claimOf(agreement)).toMatchObject({ state: 'CREDITED', turn: 'NOBODY' });
    expect((await claimOf(agreement)).events.map(({ move }) => move)).toEqual(['post', 'creditPart', 'bill']);
    expect(await credits('2026-05')).toEqual(['-100.00']);
  });

  it('is credited by the hand that gives the rest, where the bill was closed before', async () => {
    const { agreement } = await missed('2026-05', place.service, unused);
    await run(OPEN_RUN, { month: '2026-06' });
    on('2026-07-02');
    await close('2026-06');

    expect(await claimOf(agreement)).toMatchObject({ state: 'ACCEPTED', turn: 'DEBTOR' });
    expect(await settled(agreement)).toBe('CREDITED NOBODY');
    expect((await claimOf(agreement)).events.map(({ move }) => move)).toEqual(['post', 'credit']);
  });

  it.each([
    ['hand', '2026-06', '2026-07', '2026-08-02', ['post', 'creditPart', 'bill']],
    ['bill', '2026-07', '2026-08', '2026-09-02', ['post', 'credit']],
  ] as const)(
    'is credited once and whole where both are at it at the same time, the %s first',
    async (first, month, billed, day, moves) => {
      const { agreement } = await missed(month, place.service, unused);
      await run(OPEN_RUN, { month: billed });
      on(day);
      const variables = await proposed(billed);
      const works = [() => run(CLOSE_RUN, variables, closer), () => settled(agreement)];
      await together(api, agreement.id, ...(first === 'bill' ? works : works.reverse()));

      const claim = await claimOf(agreement);
      expect(claim).toMatchObject({ state: 'CREDITED', turn: 'NOBODY', unbilled: null });
      expect(claim.events.map(({ move }) => move)).toEqual(moves);
      expect(await credits(billed)).toEqual(['-100.00']);
    },
  );
});

describe('what is taken back before anybody credited it', () => {
  beforeAll(() => run(OPEN_RUN, { month: '2026-09' }));
  async function excused(commitment: { id: string }, from: string, to: string) {
    const { id } = await given.exclusion(commitment, from, to);
    const [, second] = await given.serviceManagers();
    expect((await api.as(second!).run(APPROVE_EXCLUSION, { id })).approveExclusion.errors).toEqual([]);
  }
  const shown = async (agreement: { id: string }) =>
    (await claimsOf(agreement)).map(({ state, amount, events }) =>
      [state, amount.amount, ...events.map(({ move }) => move)].join(' '),
    );

  it.each([
    ['after', true],
    ['before', false],
  ])('is set off %s it is known that no bill takes it: nothing is left for a hand', async (_, isKnown) => {
    const service = await given.service();
    const { agreement, commitments } = await missed('2026-03', service);
    if (isKnown) await reckoned('2026-09');
    await excused(commitments[0]!, '2026-03-20T08:00:00Z', '2026-03-20T09:00:00Z');
    if (!isKnown) await reckoned('2026-09');

    expect(await shown(agreement)).toEqual(['CREDITED 100.00 post setOff', 'CREDITED -100.00 post setOff']);
    expect(await billings(agreement, commitments)).toEqual(['SET_OFF']);
    expect(await settled(agreement)).toBe('WRONG_STATE');
    expect(await outstanding()).toMatch(/^0\.00 of /);
  });

  it('is credited with the rest by one hand, who has to have seen it', async () => {
    const service = await given.service();
    const { agreement, commitments } = await missed('2026-03', service);
    await given.outage(service, '2026-03-22T08:00:00Z', '2026-03-22T20:00:00Z');
    const [restater] = await given.serviceManagers();
    const { id: resultId } = await given.resultOf(commitments[0]!, '2026-03');
    const restated = await api.as(restater!).run(RESTATE, { id: resultId, reason: 'Found late.' });
    expect(restated.restateResult.errors).toEqual([]);
    await reckoned('2026-09');
    const [first, further] = await claimsOf(agreement);
    expect([first!, further!].map(({ unbilled }) => unbilled!.amount)).toEqual(['250.00', '250.00']);
    await excused(commitments[0]!, '2026-03-22T08:00:00Z', '2026-03-22T20:00:00Z');

    const claims = await claimsOf(agreement);
    expect(claims.map(({ amount }) => amount.amount)).toEqual(['100.00', '150.00', '-150.00']);
    expect(claims.map(({ unbilled }) => unbilled!.amount)).toEqual(['100.00', '100.00', '100.00']);
    const stale = await api.as(manager).answer(SETTLE, { id: first!.id, version: first!.version, note: 'All of it.' });
    expect(stale.errors).toMatchObject([{ code: 'STALE' }]);
    expect(await outstanding()).toMatch(/^100\.00 of /);
    expect(await settled(agreement)).toBe('CREDITED NOBODY');
    expect(await shown(agreement)).toEqual([
      'CREDITED 100.00 post credit',
      'CREDITED 150.00 post credit',
      'CREDITED -150.00 post credit',
    ]);
    expect(await outstanding()).toMatch(/^0\.00 of /);
  });
});
