import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const [vera] = await given.vendorManagers();
const [manager] = await given.serviceManagers();
const office = await given.person({ roles: ['btOffice'] });

const DECIDE = `mutation ($input: RecordReviewDecisionInput!) {
  recordReviewDecision(input: $input) { decision { id } errors { message } }
}`;
const REPLACED = 'credit { amount { amount } state replacedBy { state amount { amount } difference { amount } } }';
const NEWER = `newerRevision { difference reason newest { revision figure credit { amount { amount } difference { amount } } } }`;
const STANDING = `query ($provider: String!, $service: String!, $commitment: String!, $review: ID!, $providerId: ID!) {
  provider(slug: $provider) { scorecard(period: "2026-02") {
    newerRevisions { frozen { revision figure } newest { revision figure } difference reason }
  } }
  commitment(service: $service, slug: $commitment) {
    newest: result(period: "2026-02") { revision state figure }
    first: result(period: "2026-02", revision: 1) { revision state figure }
    none: result(period: "2026-02", revision: 9) { id }
  }
  review(id: $review) { decisions { ${REPLACED} } }
  breaches(providerId: $providerId) { edges { node { supersededAt ${NEWER} } } }
}`;

/** A review that decided on the credit of a missed February. */
async function decided() {
  const place = await given.reviewPlace();
  const scorecard = await given.scorecard(place.provider, [place.commitment]);
  const review = await given.review(place.provider, 'held');
  const manager = api.dataSource.manager;
  const [credit] = await manager.query(
    'SELECT k.id, k.result_id AS "resultId" FROM service_credit k JOIN period_result r ON r.id = k.result_id WHERE r.commitment_id = $1',
    [place.commitment.id],
  );
  const input = { reviewId: review.id, kind: 'CREDIT', text: 'We ask for it.', creditId: credit.id };
  expect((await api.as(vera!).run(DECIDE, { input })).recordReviewDecision.errors).toEqual([]);
  return { ...place, scorecard, review, resultId: credit.resultId };
}

type Decided = Awaited<ReturnType<typeof decided>>;

const standing = ({ provider, service, commitment, review }: Decided) =>
  api.as(office).run(STANDING, {
    provider: provider.slug,
    providerId: provider.id,
    service: service.slug,
    commitment: commitment.slug,
    review: review.id,
  });

const RESTATE = `mutation ($id: ID!) { restateResult(id: $id, reason: "Found late.") { errors { message } } }`;

it('tells nothing of a restatement before there is one', async () => {
  const { provider, review, breaches } = await standing(await decided());

  expect(provider.scorecard.newerRevisions).toEqual([]);
  expect(review.decisions[0].credit.replacedBy).toBeNull();
  expect(breaches.edges).toMatchObject([{ node: { supersededAt: null, newerRevision: null } }]);
});

it('shows a restated figure on the scorecard, beside the credit that was decided on, and where it was breached', async () => {
  const place = await decided();
  await given.outage(place.service, '2026-02-20T00:00:00Z', '2026-02-20T10:00:00Z');
  expect((await api.as(manager!).run(RESTATE, { id: place.resultId })).restateResult.errors).toEqual([]);

  const { provider, commitment, review, breaches } = await standing(place);

  expect(provider.scorecard.newerRevisions).toEqual([
    {
      frozen: { revision: 1, figure: '99.85' },
      newest: { revision: 2, figure: '98.36' },
      difference: '-1.49',
      reason: 'Found late.',
    },
  ]);
  expect(commitment).toEqual({
    newest: { revision: 2, state: 'FROZEN', figure: '98.36' },
    first: { revision: 1, state: 'SUPERSEDED', figure: '99.85' },
    none: null,
  });
  const { credit } = review.decisions[0];
  const [newer] = [credit.replacedBy.amount.amount];
  expect(credit.replacedBy.difference).toEqual({ amount: (Number(newer) - Number(credit.amount.amount)).toFixed(2) });
  const old = breaches.edges.find(({ node }: { node: { supersededAt: string | null } }) => node.supersededAt !== null);
  expect(old.node.newerRevision).toMatchObject({
    difference: '-1.49',
    reason: 'Found late.',
    newest: { revision: 2, credit: { amount: { amount: newer } } },
  });
});
