import { ChargeRuns } from '@accord/api/orders/charges/charge-runs.js';
import { startStory } from '../../builders/index.js';
import { BILL, CLOSE_RUN, OPEN_RUN, PROPOSE_RUN, RECKON_RUN, type ShownLine } from './charge-documents.js';
import { CLAIMS, SETTLE, type ShownClaim, together } from './hand-credits.js';

// Nobody has ever charged for anything here; two services that units subscribe to were down for an hour of March.
const { api, given } = await startStory();
const [office, closer] = [await given.person({ roles: ['btOffice'] }), await given.person({ roles: ['btOffice'] })];
const manager = await given.person({ roles: ['serviceManager'] });
const promises = [];
for (const slug of ['one', 'other']) {
  const place = await given.orderPlace();
  await given.order(place, 'completed');
  const terms = [{ serviceId: place.service.id, slug }];
  promises.push({ place, ...(await given.agreement({ slug, monthlyCharge: '1000.00', terms })) });
}
api.clock.set(new Date('2026-04-02T09:00:00Z'));
for (const { place, commitments } of promises) {
  await given.outage(place.service, '2026-03-20T08:00:00Z', '2026-03-20T09:00:00Z');
  await given.closed('2026-03', ...commitments);
}
// In the order in which the reckoning locks their claims.
const [first, second] = promises.map(({ agreement }) => agreement).sort((a, b) => (a.id < b.id ? -1 : 1));

const run = async (document: string, variables: object, who = office) =>
  (await api.as(who).answer(document, variables)).run;
async function claimOf({ id }: { id: string }): Promise<ShownClaim> {
  const { claims } = await api.as(manager).run(CLAIMS, { agreementId: id });
  return claims.edges[0].node;
}
async function settled(agreement: { id: string }, version?: number) {
  const claim = await claimOf(agreement);
  const variables = { id: claim.id, version: version ?? claim.version, note: 'Transfer 4711.' };
  const { claim: after, errors } = await api.as(manager).answer(SETTLE, variables);
  return errors[0]?.code ?? after.state;
}

it('leaves a credit to be given by hand as long as no month of charges was ever opened', async () => {
  expect(await claimOf(first!)).toMatchObject({ state: 'ACCEPTED', turn: 'BILL', unbilled: null });
  await api.get(ChargeRuns).everyDay({}, { at: api.clock.now() } as never);

  expect(await claimOf(first!)).toMatchObject({
    turn: 'DEBTOR',
    unbilled: { amount: '100.00' },
    viewerCanSettle: true,
    parts: [{ billing: 'UNBILLED' }],
  });
});

it('gives a credit once, where it is given by hand while the month that would bill it is opened', async () => {
  const { version } = await claimOf(first!);
  const [byHand, opened, tooLate] = await together(
    api,
    second!.id,
    () => settled(second!),
    () => run(OPEN_RUN, { month: '2026-03' }),
    () => settled(first!, version),
  );

  expect([byHand, opened.state, tooLate]).toEqual(['CREDITED', 'OPEN', 'BILL_CREDITS_IT']);
  expect(await claimOf(first!)).toMatchObject({ state: 'ACCEPTED', turn: 'BILL', parts: [{ billing: 'AWAITED' }] });
  expect(await claimOf(second!)).toMatchObject({ state: 'CREDITED', parts: [{ billing: 'BY_HAND' }] });

  for (const [month, next, on] of [
    ['2026-03', '2026-04', '2026-04-03'],
    ['2026-04', '2026-05', '2026-05-04'],
  ] as const) {
    api.clock.set(new Date(`${on}T09:00:00Z`));
    const { id } = (await given.chargeRun(month))!;
    const { version: reckoned } = await run(RECKON_RUN, { id });
    const { version: proposed } = await run(PROPOSE_RUN, { id, version: reckoned });
    expect(await run(CLOSE_RUN, { id, version: proposed }, closer)).toMatchObject({ state: 'CLOSED' });
    await run(OPEN_RUN, { month: next });
  }
  const credits = [];
  for (const month of ['2026-03', '2026-04', '2026-05']) {
    const { bill } = await api.as(office).run(BILL, { month });
    credits.push(...bill.lines.edges.map(({ node }: { node: ShownLine }) => node));
  }
  expect(credits.filter(({ origin }) => origin === 'CREDIT').map(({ amount }) => amount.amount)).toEqual(['-100.00']);
  expect(await claimOf(first!)).toMatchObject({ state: 'CREDITED', parts: [{ billing: 'BILLED' }] });
});
