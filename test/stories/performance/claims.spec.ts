import { ClaimDays } from '@accord/api/performance/claims/claim-days.js';
import type { RemedyTerms } from '@accord/domain';
import { startStory } from '../../builders/index.js';
import { APPROVE_EXCLUSION, RESTATE } from './documents.js';

const { api, given } = await startStory();
const manager = await given.person({ name: 'Vera Ndor', roles: ['vendorManager'] });
const second = await given.person({ name: 'Sam Econd', roles: ['vendorManager'] });
const stranger = await given.person({ roles: ['requester'] });
const provider = await given.provider({ kind: 'external' });
const contact = await given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: provider.id }] });

type Who = { cookie: string | null };
interface ShownClaim {
  id: string;
  version: number;
  period: string;
  number: number;
  state: string;
  turn: string;
  reason: string | null;
  lastDay: string | null;
  amount: { amount: string };
  events: { move: string }[];
}

const CLAIM = `fragment Shown on Claim {
  id period number state turn version percent reason lastDay amount { amount currency } agreement { viewerSide }
  parts { amount { amount } credit { result { commitment { id } } } }
  events { move state reason by { name } } waiver { reason askedBy { name } } explanation { rule }
  viewerCanClaim viewerCanAccept viewerCanDispute viewerCanInsist viewerCanSettle viewerCanAskWaiver viewerCanDecideWaiver
}`;
const CLAIMS = `query ($agreementId: ID, $states: [ClaimState!]) {
  claims(agreementId: $agreementId, states: $states) { totalCount edges { node { ...Shown } } }
} ${CLAIM}`;

/** Claims of an agreement, by period and number. */
async function claimsOf({ id }: { id: string }, who: Who = manager): Promise<ShownClaim[]> {
  const { claims } = await api.as(who).run(CLAIMS, { agreementId: id });
  const nodes: ShownClaim[] = claims.edges.map(({ node }: { node: ShownClaim }) => node);
  return nodes.sort((a, b) => `${a.period} ${a.number}`.localeCompare(`${b.period} ${b.number}`));
}
const amounts = (claims: ShownClaim[]) =>
  claims.map(({ period, state, amount }) => `${period} ${state} ${amount.amount}`);

/** Makes a move of a claim as it stands, and answers what is said to it. */
async function move(name: string, who: Who, { id }: { id: string }, words: Record<string, string> = {}) {
  const { claim } = await api.as(manager).run(`query ($id: ID!) { claim(id: $id) { version } }`, { id });
  const declared = Object.keys(words).map((word) => `, $${word}: String!`);
  const passed = Object.keys(words).map((word) => `, ${word}: $${word}`);
  const document = `mutation ($id: ID!, $version: Int!${declared.join('')}) {
    ${name}(id: $id, version: $version${passed.join('')}) { claim { ...Shown } errors { code } } } ${CLAIM}`;
  const answer = (await api.as(who).run(document, { id, version: claim.version, ...words }))[name];
  return answer.errors[0]?.code ?? answer.claim.state;
}

const hourOf = (month: string) => [`${month}-10T08:00:00Z`, `${month}-10T09:00:00Z`] as const;

/** A contract at 1,000 euros a month, of which an hour down costs a tenth for each of its commitments. */
async function contract(
  remedy: Partial<RemedyTerms> | undefined,
  {
    commitments = 1,
    months = ['2026-02'],
    calendarId,
  }: { commitments?: number; months?: string[]; calendarId?: string } = {},
) {
  const service = await given.service();
  const terms = Array.from({ length: commitments }, (_, i) => ({
    ...{ serviceId: service.id, slug: `promise-${i}` },
    ...(calendarId && { calendarId }),
  }));
  const made = await given.agreement({ kind: 'uc', providerId: provider.id, monthlyCharge: '1000.00', terms, remedy });
  for (const month of months) await given.outage(service, ...hourOf(month));
  for (const month of months) await given.closed(month, ...made.commitments);
  return { ...made, service };
}

async function excused(commitment: { id: string }, month: string) {
  const { id } = await given.exclusion(commitment, ...hourOf(month));
  const [, other] = await given.serviceManagers();
  expect((await api.as(other!).run(APPROVE_EXCLUSION, { id })).approveExclusion.errors).toEqual([]);
}

const run = (at: string) => {
  api.clock.set(new Date(at));
  return api.get(ClaimDays).run({ viewer: null, at: new Date(at) });
};
/** Kinds of the notices about a claim. */
const told = async (who: Who, { id }: { id: string }): Promise<string[]> => {
  const document = '{ inbox(first: 100) { edges { node { subject { path } notices { kind } } } } }';
  const { inbox } = await api.as(who).run(document, {});
  return inbox.edges
    .map(({ node }: { node: { subject: { path: string }; notices: { kind: string }[] } }) => node)
    .filter((group: { subject: { path: string } }) => group.subject.path === `/claims/${id}`)
    .flatMap(({ notices }: { notices: { kind: string }[] }) => notices.map(({ kind }) => kind));
};

it('leads from a breach to a claim that the provider disputes, accepts and pays, each move with who and why', async () => {
  const { agreement, commitments } = await contract({
    deadline: { anchor: 'periodEnd', unit: 'days', count: 30, rolls: false },
  });
  const [claim] = await claimsOf(agreement);
  expect(claim).toMatchObject({
    period: '2026-02',
    state: 'CLAIMABLE',
    turn: 'CLAIMANT',
    amount: { amount: '100.00', currency: 'EUR' },
    percent: '10',
    lastDay: '2026-03-30',
    parts: [{ amount: { amount: '100.00' }, credit: { result: { commitment: { id: commitments[0]!.id } } } }],
    viewerCanClaim: true,
    viewerCanAccept: false,
  });
  expect(await told(manager, claim!)).toEqual(['CREDIT_CLAIMABLE']);
  expect(await claimsOf(agreement, stranger)).toEqual([]);
  expect((await api.as(manager).run('{ claim(id: "4711") { id } }')).claim).toBeNull();
  expect(await move('claimCredit', stranger, claim!)).toBe('NOT_FOUND');
  // What nobody has asked for yet is nothing that the provider knows of.
  expect(await move('claimCredit', contact, claim!)).toBe('NOT_FOUND');
  expect(await claimsOf(agreement, contact)).toEqual([]);

  expect(await move('claimCredit', manager, claim!)).toBe('CLAIMED');
  expect(await told(contact, claim!)).toEqual(['CLAIM_MOVED']);
  expect((await claimsOf(agreement, contact))[0]).toMatchObject({ turn: 'DEBTOR', viewerCanDispute: true });
  expect(await move('disputeClaim', contact, claim!, { reason: 'It was your cable.' })).toBe('DISPUTED');
  expect(await move('insistOnClaim', manager, claim!, { reason: 'The cable is yours by annex 2.' })).toBe('CLAIMED');
  expect(await move('acceptClaim', contact, claim!)).toBe('ACCEPTED');
  expect(await move('settleClaim', manager, claim!, { note: 'Credit note 4711.' })).toBe('CREDITED');
  expect(await move('disputeClaim', contact, claim!, { reason: 'No.' })).toBe('WRONG_STATE');

  expect((await claimsOf(agreement))[0]).toMatchObject({
    turn: 'NOBODY',
    events: [
      { move: 'post', by: null },
      { move: 'claim', by: { name: 'Vera Ndor' } },
      { move: 'dispute', reason: 'It was your cable.' },
      { move: 'insist', reason: 'The cable is yours by annex 2.' },
      { move: 'accept' },
      { move: 'credit', reason: 'Credit note 4711.' },
    ],
  });
});

it('tells that a claim is due soon, lets it expire after its last day, and makes no other for what was let go', async () => {
  const { agreement } = await contract({ deadline: { anchor: 'periodEnd', unit: 'days', count: 30, rolls: false } });
  const [claim] = await claimsOf(agreement);

  await run('2026-03-29T12:00:00Z');
  await run('2026-03-30T12:00:00Z');
  expect(await told(manager, claim!)).toEqual(['CLAIM_DUE_SOON', 'CREDIT_CLAIMABLE']);
  api.clock.set(new Date('2026-03-31T00:00:00Z'));
  expect(await move('claimCredit', manager, claim!)).toBe('TOO_LATE');
  await run('2026-03-31T00:00:00Z');

  expect(amounts(await claimsOf(agreement))).toEqual(['2026-02 EXPIRED 100.00']);
  expect(await told(manager, claim!)).toEqual(['CLAIM_EXPIRED', 'CLAIM_DUE_SOON', 'CREDIT_CLAIMABLE']);
});

it('counts business days by the holidays of the calendar that the promise is kept in', async () => {
  const deadline = { anchor: 'periodEnd', unit: 'businessDays', count: 1, rolls: false } as const;
  const holidays = ['2026-03-02', '--03-03'];
  const weekly = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => ({ day, hours: [{ from: '00:00', to: '24:00' }] }));
  const { id: calendarId } = await given.calendar({ hours: { weekly, holidays, overrides: [], breaks: [] } as never });
  const { agreement } = await contract({ deadline }, { calendarId });

  // February ends on a Saturday; Monday and Tuesday are holidays.
  expect((await claimsOf(agreement))[0]).toMatchObject({ lastDay: '2026-03-04' });
});

it('is given up by two: one proposes it with a reason, another decides', async () => {
  const { agreement } = await contract(undefined);
  const [claim] = await claimsOf(agreement);

  expect(await move('approveClaimWaiver', second, claim!)).toBe('NO_WAIVER');
  expect(await move('askClaimWaiver', manager, claim!, { reason: ' ' })).toBe('REASON_MISSING');
  expect(await move('askClaimWaiver', manager, claim!, { reason: 'For the sake of the new price.' })).toBe('CLAIMABLE');
  expect((await claimsOf(agreement, second))[0]).toMatchObject({
    turn: 'SECOND',
    waiver: { reason: 'For the sake of the new price.', askedBy: { name: 'Vera Ndor' } },
    viewerCanDecideWaiver: true,
  });
  expect(await move('approveClaimWaiver', manager, claim!)).toBe('SECOND_PERSON_NEEDED');
  expect(await move('refuseClaimWaiver', second, claim!, { reason: 'Too much.' })).toBe('CLAIMABLE');
  await move('askClaimWaiver', manager, claim!, { reason: 'Half of it came back.' });
  expect(await move('approveClaimWaiver', second, claim!)).toBe('WAIVED');
});

it('is not claimed past who proposed to give it up; the other side disputing it leaves the proposal as it is', async () => {
  const { agreement } = await contract(undefined);
  const [claim] = await claimsOf(agreement);
  await move('askClaimWaiver', manager, claim!, { reason: 'For the sake of the new price.' });

  expect((await claimsOf(agreement))[0]).toMatchObject({ viewerCanClaim: false });
  expect(await move('claimCredit', manager, claim!)).toBe('WAIVER_WAITS');
  expect(await move('refuseClaimWaiver', second, claim!, { reason: 'Too much.' })).toBe('CLAIMABLE');
  expect(await move('claimCredit', manager, claim!)).toBe('CLAIMED');
  await move('askClaimWaiver', manager, claim!, { reason: 'It is little.' });
  expect((await claimsOf(agreement, contact))[0]).toMatchObject({
    turn: 'DEBTOR',
    waiver: null,
    agreement: { viewerSide: 'PROVIDER' },
    events: [{ move: 'post' }, { move: 'claim' }],
  });
  expect(await move('disputeClaim', contact, claim!, { reason: 'It was your cable.' })).toBe('DISPUTED');
  expect(await move('insistOnClaim', manager, claim!, { reason: 'It was not.' })).toBe('WAIVER_WAITS');
  expect(await move('approveClaimWaiver', second, claim!)).toBe('REJECTED');
});

/** Of the breaches of February: what is owed for each beside the others, of what it would be alone. */
async function sharesOf(commitments: readonly { id: string }[]): Promise<string[]> {
  const BREACHES = `{ breaches(period: "2026-02", first: 100) { edges { node {
    result { commitment { id } } credit { amount { amount } owed { amount } claim { state } } } } } }`;
  type Node = {
    result: { commitment: { id: string } };
    credit: { amount: { amount: string }; owed: { amount: string }; claim: { state: string } | null };
  };
  const { breaches } = await api.as(manager).run(BREACHES, {});
  return breaches.edges
    .map(({ node }: { node: Node }) => node)
    .filter(({ result }: Node) => commitments.some(({ id }) => id === result.commitment.id))
    .map(({ credit: { amount, owed, claim } }: Node) =>
      [`${owed.amount} of ${amount.amount}`, ...(claim ? [claim.state] : [])].join(' '),
    );
}

describe('what several misses owe together', () => {
  it('is once for an incident and at most the cap of the period, where the contract says so', async () => {
    const plain = await contract(undefined, { commitments: 2 });
    const once = await contract({ oncePerIncident: true }, { commitments: 2 });
    const capped = await contract({ periodCapPercent: '15' }, { commitments: 2 });

    expect(amounts(await claimsOf(plain.agreement))).toEqual(['2026-02 CLAIMABLE 200.00']);
    expect(amounts(await claimsOf(once.agreement))).toEqual(['2026-02 CLAIMABLE 100.00']);
    expect((await sharesOf(once.commitments)).sort()).toEqual(['0.00 of 100.00', '100.00 of 100.00 CLAIMABLE']);
    expect(await sharesOf(capped.commitments)).toEqual(Array(2).fill('75.00 of 100.00 CLAIMABLE'));
    const [claim] = await claimsOf(capped.agreement);
    expect(claim).toMatchObject({
      amount: { amount: '150.00' },
      parts: [{ amount: { amount: '75.00' } }, { amount: { amount: '75.00' } }],
      explanation: [
        { rule: 'credit.incidents' },
        { rule: 'credit.combined' },
        { rule: 'credit.cap' },
        { rule: 'credit.amount' },
      ],
    });
  });

  it('uses up the cap of the year; a month that turns out kept, or is waived, leaves room for the others', async () => {
    api.clock.set(new Date('2026-04-02T09:00:00Z'));
    const months = ['2026-01', '2026-02', '2026-03'];
    const { agreement, commitments } = await contract({ yearCap: '250.00' }, { months });
    const claims = await claimsOf(agreement);
    expect(amounts(claims)).toEqual([
      '2026-01 CLAIMABLE 100.00',
      '2026-02 CLAIMABLE 100.00',
      '2026-03 CLAIMABLE 50.00',
    ]);
    // The closing of later months tells nothing of those that stay as they are.
    expect(claims.map(({ events }) => events.length)).toEqual([1, 1, 1]);

    await excused(commitments[0]!, '2026-01');
    expect(amounts(await claimsOf(agreement))).toEqual([
      '2026-01 CANCELLED 100.00',
      '2026-02 CLAIMABLE 100.00',
      '2026-03 CLAIMABLE 100.00',
    ]);
  });
});

it('keeps what was accepted: a restatement claims or gives back the difference, with its reason', async () => {
  const { agreement, commitments, service } = await contract(undefined);
  const [claim] = await claimsOf(agreement);
  await move('claimCredit', manager, claim!);
  await move('acceptClaim', contact, claim!);
  await given.outage(service, '2026-02-20T00:00:00Z', '2026-02-20T10:00:00Z');
  const { id } = await given.resultOf(commitments[0]!, '2026-02');
  const [restater] = await given.serviceManagers();
  expect((await api.as(restater!).run(RESTATE, { id, reason: 'Found late.' })).restateResult.errors).toEqual([]);

  expect(amounts(await claimsOf(agreement))).toEqual(['2026-02 ACCEPTED 100.00', '2026-02 CLAIMABLE 150.00']);
  expect((await claimsOf(agreement))[1]).toMatchObject({ number: 2, reason: 'Found late.' });
});

describe('what was accepted and is taken back before it was paid', () => {
  async function accepted(commitments: number) {
    const made = await contract(undefined, { commitments });
    const [claim] = await claimsOf(made.agreement);
    await move('claimCredit', manager, claim!);
    await move('acceptClaim', contact, claim!);
    return made;
  }
  const UNPAID = `query ($id: ID!) { claim(id: $id) { unpaid { amount currency } } }`;
  const unpaid = async ({ id }: { id: string }) => (await api.as(manager).run(UNPAID, { id })).claim.unpaid;

  it('is set off where nothing is left of it: nobody notes a payment there and one back', async () => {
    const { agreement, commitments } = await accepted(1);
    await excused(commitments[0]!, '2026-02');

    const claims = await claimsOf(agreement);
    expect(amounts(claims)).toEqual(['2026-02 CREDITED 100.00', '2026-02 CREDITED -100.00']);
    const setOff = { move: 'setOff', reason: 'It was taken back before it was paid.', by: null };
    expect(claims[0]!.events.at(-1)).toMatchObject(setOff);
    expect(claims[1]!.events.at(-1)).toMatchObject(setOff);
    expect(await move('settleClaim', manager, claims[0]!, { note: 'Credit note 1.' })).toBe('WRONG_STATE');
  });

  it('is noted with the rest as one payment', async () => {
    const { agreement, commitments } = await accepted(2);
    const [alone] = await claimsOf(agreement);
    expect(await unpaid(alone!)).toBeNull();
    await excused(commitments[0]!, '2026-02');

    const [first, back] = await claimsOf(agreement);
    expect(amounts([first!, back!])).toEqual(['2026-02 ACCEPTED 200.00', '2026-02 ACCEPTED -100.00']);
    for (const claim of [first!, back!]) expect(await unpaid(claim)).toEqual({ amount: '100.00', currency: 'EUR' });
    expect(await move('settleClaim', manager, back!, { note: 'Credit note 2.' })).toBe('CREDITED');
    expect(amounts(await claimsOf(agreement))).toEqual(['2026-02 CREDITED 200.00', '2026-02 CREDITED -100.00']);
    expect((await claimsOf(agreement)).map(({ events }) => events.at(-1))).toMatchObject([
      { move: 'credit', reason: 'Credit note 2.' },
      { move: 'credit', reason: 'Credit note 2.' },
    ]);
  });

  it('is paid back by itself once it was paid', async () => {
    const { agreement, commitments } = await accepted(1);
    const [claim] = await claimsOf(agreement);
    await move('settleClaim', manager, claim!, { note: 'Credit note 3.' });
    await excused(commitments[0]!, '2026-02');

    const [, back] = await claimsOf(agreement);
    expect(back).toMatchObject({ state: 'ACCEPTED', turn: 'CLAIMANT', amount: { amount: '-100.00' } });
    expect(await unpaid(back!)).toBeNull();
    expect(await move('settleClaim', manager, back!, { note: 'Transfer 3.' })).toBe('CREDITED');
  });
});

describe('a credit that is earned back', () => {
  const earnBack = { periods: 2, levelPercent: null };
  const close = (month: string, commitments: { id: string }[]) => given.closed(month, ...commitments);

  it('comes back once, when the periods after it are kept: what was accepted is set off, with why', async () => {
    const { agreement, commitments, service } = await contract({ earnBack });
    const [claim] = await claimsOf(agreement);
    await move('claimCredit', manager, claim!);
    await move('acceptClaim', contact, claim!);
    api.clock.set(new Date('2026-06-02T09:00:00Z'));

    await close('2026-03', commitments);
    expect(amounts(await claimsOf(agreement))).toEqual(['2026-02 ACCEPTED 100.00']);
    await close('2026-04', commitments);
    // Kept as well, a little worse: what was earned back is not earned back again.
    await given.outage(service, '2026-03-10T08:00:00Z', '2026-03-10T08:10:00Z');
    const { id } = await given.resultOf(commitments[0]!, '2026-03');
    const [restater] = await given.serviceManagers();
    const { restateResult } = await api.as(restater!).run(RESTATE, { id, reason: 'Found late.' });
    expect(restateResult.errors).toEqual([]);
    const [first, back, ...none] = await claimsOf(agreement);
    expect(amounts([first!, back!])).toEqual(['2026-02 CREDITED 100.00', '2026-02 CREDITED -100.00']);
    expect(back).toMatchObject({ reason: 'A credit was earned back: the periods after it were kept.' });
    expect(back).toMatchObject({ explanation: expect.arrayContaining([{ rule: 'credit.earnBack' }]) });
    expect(none).toEqual([]);
  });

  it('stays owed where a period after it is missed, or is found missed later', async () => {
    const missed = await contract({ earnBack }, { months: ['2026-02', '2026-03'] });
    const later = await contract({ earnBack });
    api.clock.set(new Date('2026-06-02T09:00:00Z'));
    await close('2026-04', missed.commitments);
    expect(amounts(await claimsOf(missed.agreement))).toEqual(['2026-02 CLAIMABLE 100.00', '2026-03 CLAIMABLE 100.00']);

    for (const month of ['2026-03', '2026-04']) await close(month, later.commitments);
    expect(amounts(await claimsOf(later.agreement))).toEqual(['2026-02 CANCELLED 100.00']);
    await given.outage(later.service, ...hourOf('2026-03'));
    const { id } = await given.resultOf(later.commitments[0]!, '2026-03');
    const [restater] = await given.serviceManagers();
    await api.as(restater!).run(RESTATE, { id, reason: 'Found late.' });
    expect(amounts(await claimsOf(later.agreement))).toEqual([
      '2026-02 CANCELLED 100.00',
      '2026-02 CLAIMABLE 100.00',
      '2026-03 CLAIMABLE 100.00',
    ]);
  });
});

it('tells what is left to us: credits owed to customers less what is recoverable, each by its own currency and with its parts', async () => {
  const back = await given.service();
  const front = await given.service({ supporting: [back] });
  const own = await given.provider({ kind: 'external' });
  const overseer = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: front.id }] });
  const all = await given.person({ roles: ['auditor'] });
  const charged = { monthlyCharge: '1000.00', currency: 'CHF' };
  const sla = await given.agreement({ ...charged, monthlyCharge: '3000.00', terms: [{ serviceId: front.id }] });
  const uc = await given.agreement({ kind: 'uc', providerId: own.id, ...charged, terms: [{ serviceId: back.id }] });
  for (const service of [front, back]) await given.outage(service, ...hourOf('2026-02'));
  await given.closed('2026-02', ...sla.commitments, ...uc.commitments);
  await given.outage(front, ...hourOf('2026-03'));

  const EXPOSURE = `query ($group: ExposureGroup!) {
    creditExposure(from: "2026-01", to: "2026-03", group: $group) {
      month service { id } provider { id } owed { amount currency } recoverable { amount } left { amount }
      owedAtRisk { amount } recoverableAtRisk { amount }
      credits { isOwed isAtRisk amount { amount } commitment { id } claim { id } }
    }
  }`;
  const inFrancs = async (who: Who, group: string) =>
    (await api.as(who).run(EXPOSURE, { group })).creditExposure.filter(
      ({ owed }: { owed: { currency: string } }) => owed.currency === 'CHF',
    );

  expect(await inFrancs(all, 'SERVICE')).toMatchObject([
    {
      service: { id: front.id },
      owed: { amount: '300.00' },
      recoverable: { amount: '100.00' },
      left: { amount: '200.00' },
      owedAtRisk: { amount: '300.00' },
      recoverableAtRisk: { amount: '0.00' },
      credits: [{ isOwed: true }, { isOwed: true }, { isOwed: false, claim: { id: expect.any(String) } }],
    },
  ]);
  expect(await inFrancs(all, 'MONTH')).toMatchObject([
    { month: '2026-03', left: { amount: '0.00' }, owedAtRisk: { amount: '300.00' } },
    { month: '2026-02', left: { amount: '200.00' }, owedAtRisk: { amount: '0.00' } },
  ]);
  expect(await inFrancs(all, 'PROVIDER')).toMatchObject([
    { provider: null, left: { amount: '300.00' } },
    { provider: { id: own.id }, left: { amount: '-100.00' } },
  ]);
  expect((await inFrancs(overseer, 'MONTH'))[1]).toMatchObject({ recoverable: { amount: '0.00' } });
  expect(await inFrancs(stranger, 'MONTH')).toEqual([]);
});
