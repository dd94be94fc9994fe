import { startStory } from '../../builders/index.js';
import { REVIEW, SCORECARD } from './documents.js';

const { api, given } = await startStory();
const [vera] = await given.vendorManagers();
const statementsOf = (document: string, variables: object = {}) =>
  api.statementsOf(() => api.as(vera!).run(document, variables));

const REVIEWS = `{
  reviews(first: 200) { totalCount edges { node {
    period plannedOn state chair { name } provider { name scorecard { score coverage verdict kpis { score actual } } }
    scorecard { coverage kpis { state } }
    packs { edition score newerRevisions { difference } } decisions { kind } actions { what overdue }
    viewerCanFreeze viewerCanHold viewerCanClose
  } } }
}`;

async function reviewed(kpis: number) {
  const { provider, service, commitment } = await given.reviewPlace();
  const commitments = [commitment];
  for (let i = 1; i < kpis; i++) commitments.push(await given.bound(provider, service));
  if (kpis > 1) await given.closed('2026-02', ...commitments.slice(1));
  await given.scorecard(provider, commitments);
  const review = await given.review(provider, 'held');
  for (let i = 0; i < kpis; i++) await given.action(review, vera!);
  return { provider, review };
}

describe('the number of statements', () => {
  it('stays as it is, however many reviews are listed', async () => {
    await reviewed(1);
    const one = await statementsOf(REVIEWS);
    for (let i = 0; i < 3; i++) await reviewed(2);
    const four = await statementsOf(REVIEWS);

    expect(four.length).toBe(one.length);
    expect(four.length).toBeLessThanOrEqual(20);
  });

  it('stays as it is, however many KPIs and actions a provider and a review have', async () => {
    const [few, many] = [await reviewed(1), await reviewed(4)];

    const page = async ({ provider, review }: typeof few) => [
      (await statementsOf(SCORECARD, { slug: provider.slug })).length,
      (await statementsOf(REVIEW, { id: review.id })).length,
    ];

    expect(await page(many)).toEqual(await page(few));
  });
});
