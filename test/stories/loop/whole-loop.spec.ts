import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';
import * as told from './loop-place.js';
import { actsIn, loopPlace } from './loop-place.js';

const story = await startStory();
const { api } = story;
const act = actsIn(story);

const RESULT = `{ commitment(service: "remote-desktop", slug: "desktop-up") { result(period: "2026-03") {
  id revision figure verdict reason difference credit { id amount { amount } difference { amount } }
  uses { kind label path revision outdated amount { amount currency } difference { amount currency } }
} } }`;
type Use = { kind: string; revision: number; outdated: boolean };
const withoutNewer = ({ newerRevisions: _, ...pack }: { newerRevisions: unknown }) => pack;
const resultFor = async (person: SignedInPerson) => (await api.as(person).run(RESULT)).commitment.result;
const usesFor = async (person: SignedInPerson) =>
  (await resultFor(person)).uses.map(
    ({ kind, revision, outdated }: Use) => `${kind} ${revision}${outdated ? ' outdated' : ''}`,
  );

const NEWER = 'newerRevisions { frozen { revision figure } newest { revision figure } difference reason }';
const PACK = `query ($id: ID!) { review(id: $id) { state decisions { credit { amount { amount } } }
  packs { edition hash score kpis { actual score results { revision figure } } breaches { figure credit { amount } } ${NEWER} } } }`;
const STATEMENTS = `{ myRewardStatements { id amount { amount } total { amount } entries { kind amount { amount } reason }
  calculation { number reason measures { result attainment percent results { revision figure } } } ${NEWER} } }`;
const SCORECARD = `{ provider(slug: "northlight") { scorecard(period: "2026-03") { score kpis { actual results { revision } } } } }`;

it('follows one figure from the order to the credit, the review and the reward, and its restatement to all of them', async () => {
  const place = await loopPlace(story);
  const { requester, owner, member, manager, second, vendor, contact, lead, officer } = place;

  // A requester orders, an owner approves, the team fulfils in the time that the plan promises.
  const draft = await act(requester, told.DRAFT, {
    input: { items: [{ planId: place.plan.id }], reason: 'Two new colleagues.' },
  });
  expect(await act(requester, told.SUBMIT, draft)).toMatchObject({ state: 'AWAITING_APPROVAL' });
  await act(owner, told.APPROVE, { id: draft.id });
  await act(member, told.START, { id: draft.id });
  api.clock.set(new Date('2026-03-17T10:00:00Z'));
  await act(member, told.DELIVER, { id: draft.id, note: 'Ready to sign in.' });
  expect(await act(requester, told.ACCEPT, { id: draft.id })).toMatchObject({ state: 'COMPLETED' });
  const { subscriptions } = await api
    .as(requester)
    .run(
      '{ subscriptions { edges { node { service { slug } order { items { delivery { verdict elapsedHours } } } } } } }',
    );
  expect(subscriptions.edges).toEqual([
    {
      node: {
        service: { slug: 'remote-desktop' },
        order: { items: [{ delivery: { verdict: 'MET', elapsedHours: '9' } }] },
      },
    },
  ]);

  // Eight hours down; the month is closed, and the promise missed.
  api.clock.set(new Date('2026-03-20T17:00:00Z'));
  await act(manager, told.OUTAGE, {
    input: {
      serviceId: place.service.id,
      from: '2026-03-20T08:00:00Z',
      to: '2026-03-20T16:00:00Z',
      cause: 'A licence server did not start.',
    },
  });
  api.clock.set(new Date('2026-04-03T09:00:00Z'));
  await act(manager, told.CLOSE, { period: '2026-03' });
  const missed = await resultFor(manager);
  expect(missed).toMatchObject({
    revision: 1,
    figure: '98.92',
    verdict: 'MISSED',
    credit: { amount: { amount: '250.00' }, difference: null },
  });

  // The review of the month, closed with the credit decided on.
  const review = await act(vendor, told.PLAN_REVIEW, {
    input: { providerId: place.provider.id, period: '2026-03', plannedOn: '2026-04-08', chairId: vendor.id },
  });
  await act(vendor, told.FREEZE, { reviewId: review.id });
  await act(contact, told.COMMENT, { reviewId: review.id, comment: 'Your own firewall was shut for most of it.' });
  await act(vendor, told.HOLD, { id: review.id, minutes: 'We look for the log of the firewall.' });
  await act(vendor, told.DECIDE, {
    input: { reviewId: review.id, kind: 'CREDIT', text: 'Claimed as calculated.', creditId: missed.credit.id },
  });
  await act(vendor, told.ADD_ACTION, {
    input: { reviewId: review.id, what: 'Find the log.', ownerId: contact.id, due: '2026-04-20' },
  });
  expect(await act(vendor, told.CLOSE_REVIEW, { id: review.id })).toMatchObject({ state: 'CLOSED' });

  // The reward of the month.
  const pay = async () => {
    const { id } = await act(officer, told.CALCULATE, { planId: place.rewards.id, period: '2026-03' });
    await act(lead, told.APPROVE_REWARD, { id });
    await act(officer, told.RELEASE, { id });
  };
  await pay();
  const [paid] = (await api.as(member).run(STATEMENTS)).myRewardStatements;
  expect(paid).toMatchObject({
    amount: { amount: '486.70' },
    calculation: { measures: [{ attainment: '48.67', results: [{ revision: 1, figure: '98.92' }] }] },
    newerRevisions: [],
  });
  const packs = async () => (await api.as(vendor).run(PACK, { id: review.id })).review;
  const frozen = await packs();
  for (const pack of frozen.packs)
    expect(pack).toMatchObject({
      score: '48.67',
      kpis: [{ actual: '98.92', results: [{ revision: 1, figure: '98.92' }] }],
      breaches: [{ figure: '98.92', credit: { amount: '250.00' } }],
      newerRevisions: [],
    });
  expect(frozen.decisions).toEqual([{ credit: { amount: { amount: '250.00' } } }]);
  expect(await usesFor(place.office)).toEqual(['CREDIT 1', 'CLAIM 1', 'SCORECARD 1', 'PACK 1']);

  // The log is found: an exclusion is approved, and the figure restated.
  api.clock.set(new Date('2026-04-21T09:00:00Z'));
  const reason = 'Our own firewall was shut for 400 minutes.';
  const exclusion = await act(manager, told.EXCLUDE, {
    input: {
      commitmentId: place.commitment.id,
      from: '2026-03-20T08:00:00Z',
      to: '2026-03-20T14:40:00Z',
      category: 'CUSTOMER_CAUSE',
      reason,
    },
  });
  await act(second, told.APPROVE_EXCLUSION, exclusion);
  expect(await resultFor(manager)).toMatchObject({
    revision: 2,
    figure: '99.81',
    reason: expect.stringContaining(reason),
    credit: { amount: { amount: '100.00' }, difference: { amount: '-150.00' } },
  });

  // Everywhere: the scorecard reads the new figure, the pack keeps the old one and says so.
  const newer = {
    frozen: { revision: 1, figure: '98.92' },
    newest: { revision: 2, figure: '99.81' },
    difference: expect.stringMatching(/^0\.8/),
    reason: expect.stringContaining(reason),
  };
  expect((await api.as(vendor).run(SCORECARD)).provider.scorecard).toMatchObject({
    score: '95.75',
    kpis: [{ actual: '99.81', results: [{ revision: 2 }] }],
  });
  const kept = await packs();
  expect(kept.packs.map(withoutNewer)).toEqual(frozen.packs.map(withoutNewer));
  for (const pack of kept.packs) expect(pack.newerRevisions).toEqual([newer]);
  const own = (await api.as(contact).run(PACK, { id: review.id })).review.packs;
  expect(own).toEqual(kept.packs.filter(({ edition }: { edition: string }) => edition === 'PROVIDER'));

  // And the statement: it stays as it was, and the difference is paid by another one.
  const before = (await api.as(member).run(STATEMENTS)).myRewardStatements;
  expect(before).toEqual([{ ...paid, newerRevisions: [newer] }]);
  await pay();
  const [adjusted, first] = (await api.as(member).run(STATEMENTS)).myRewardStatements;
  expect(first).toEqual(before[0]);
  expect(adjusted).toMatchObject({
    amount: { amount: '470.76' },
    total: { amount: '957.46' },
    entries: [
      { kind: 'ADJUSTED', amount: { amount: '470.76' }, reason: expect.stringContaining(reason) },
      { kind: 'RELEASED' },
    ],
    calculation: {
      number: 2,
      measures: [{ attainment: '95.75', results: [{ revision: 2 }] }],
    },
    newerRevisions: [],
  });

  // From the figure everything is one click away, for whoever may see it.
  expect((await resultFor(vendor)).uses).toEqual([
    {
      kind: 'CREDIT',
      label: 'Service credit, March 2026',
      path: `/commitments/breaches?period=2026-03&provider=${place.provider.id}`,
      revision: 1,
      outdated: true,
      amount: { amount: '250.00', currency: 'EUR' },
      difference: null,
    },
    {
      kind: 'CREDIT',
      label: 'Service credit, March 2026',
      path: `/commitments/breaches?period=2026-03&provider=${place.provider.id}`,
      revision: 2,
      outdated: false,
      amount: { amount: '100.00', currency: 'EUR' },
      difference: { amount: '-150.00', currency: 'EUR' },
    },
    {
      kind: 'CLAIM',
      label: 'Desktop contract, March 2026',
      path: expect.stringMatching(/^\/claims\//),
      revision: 2,
      outdated: false,
      amount: { amount: '100.00', currency: 'EUR' },
      difference: null,
    },
    {
      kind: 'SCORECARD',
      label: 'Scorecard of Northlight, March 2026',
      path: '/providers/northlight?tab=scorecard&period=2026-03',
      revision: 2,
      outdated: false,
      amount: null,
      difference: null,
    },
    {
      kind: 'PACK',
      label: 'Review of Northlight, March 2026',
      path: `/reviews/${review.id}`,
      revision: 1,
      outdated: true,
      amount: null,
      difference: null,
    },
  ]);
  expect(await usesFor(place.office)).toEqual([
    'CREDIT 1 outdated',
    'CREDIT 2',
    'CLAIM 2',
    'SCORECARD 2',
    'PACK 1 outdated',
  ]);
  expect(await usesFor(manager)).toEqual(['CREDIT 1 outdated', 'CREDIT 2', 'CLAIM 2', 'SCORECARD 2']);
  expect(await usesFor(contact)).toEqual(['CREDIT 1 outdated', 'CREDIT 2', 'PACK 1 outdated']);
  expect(await usesFor(place.auditor)).toEqual([
    ...(await usesFor(place.office)),
    'STATEMENT 1 outdated',
    'STATEMENT 2',
  ]);
  const [adjustment] = (
    await api
      .as(member)
      .run('{ myRewardStatements { calculation { measures { results { uses { kind label path } } } } } }')
  ).myRewardStatements;
  expect(adjustment.calculation.measures[0].results[0].uses).toEqual([
    { kind: 'STATEMENT', label: 'Your statement of Desktops that work, March 2026', path: `/statement/${first.id}` },
    {
      kind: 'STATEMENT',
      label: 'Your statement of Desktops that work, March 2026, adjustment',
      path: `/statement/${adjusted.id}`,
    },
  ]);
}, 60_000);
