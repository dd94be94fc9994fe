import { readFileSync } from 'node:fs';
import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';

const { api, given } = await startStory();

/** What the home page asks, in its own words. */
const ASKED = readFileSync(new URL('../../../apps/web/src/app/home/waiting.graphql', import.meta.url), 'utf8');
const [GOVERNANCE, REWARDS] = ASKED.split(/(?=^query WaitingRewards)/m) as [string, string];

interface Calculation {
  id: string;
  viewerCanApprove: boolean;
  viewerCanRelease: boolean;
  viewerCanRecalculate: boolean;
}
interface ReviewRow {
  id: string;
  commentedAt: string | null;
  viewerCanComment: boolean;
}

/** What the person is asked to do with the calculations of a plan, newest first; nothing where they see none. */
async function stepsFor(person: SignedInPerson, plan: { id: string }): Promise<string[]> {
  const { rewardPlans } = await api.as(person).run(REWARDS);
  const found = rewardPlans.find(({ id }: { id: string }) => id === plan.id);
  return (found?.calculations ?? []).map((calculation: Calculation) =>
    (['Approve', 'Release', 'Recalculate'] as const)
      .filter((step) => calculation[`viewerCan${step}`])
      .join(' and ')
      .toLowerCase(),
  );
}

/** Reviews in whose window the person may say something still. */
async function toComment(person: SignedInPerson): Promise<string[]> {
  const { reviews } = await api.as(person).run(GOVERNANCE, { reviews: true, scorecards: false });
  return reviews.edges
    .map(({ node }: { node: ReviewRow }) => node)
    .filter(({ viewerCanComment, commentedAt }: ReviewRow) => viewerCanComment && !commentedAt)
    .map(({ id }: ReviewRow) => id);
}

it('asks a reward officer to release what a second person approved, and nobody whom it pays', async () => {
  const place = await given.rewardPlace();
  const { officer, second, lead, members, plan } = place;
  await given.role(members[0]!, { role: 'rewardOfficer', kind: 'unit', id: place.unit.id });
  const stranger = await given.person({ roles: ['btOffice'] });
  await given.reward(place, 'calculated');
  expect([await stepsFor(officer, plan), await stepsFor(second, plan)]).toEqual([[''], ['approve']]);

  const approve = 'mutation ($id: ID!) { approveRewardCalculation(id: $id) { errors { code } } }';
  const [{ id }] = await api.dataSource.query('SELECT id FROM reward_calculation WHERE plan_id = $1', [plan.id]);
  await api.as(second).run(approve, { id });

  expect([await stepsFor(officer, plan), await stepsFor(second, plan)]).toEqual([['release'], ['release']]);
  expect([await stepsFor(lead, plan), await stepsFor(members[0]!, plan)]).toEqual([[''], ['']]);
  expect(await stepsFor(stranger, plan)).toEqual([]);
});

it('asks for another calculation once a result was restated, until the adjustment stands', async () => {
  const place = await given.rewardPlace();
  const { officer, lead, members, plan } = place;
  await given.reward(place);
  expect(await stepsFor(officer, plan)).toEqual(['']);

  await given.restated(place, 0, 1000);
  expect(await stepsFor(officer, plan)).toEqual(['recalculate']);
  expect([await stepsFor(lead, plan), await stepsFor(members[0]!, plan)]).toEqual([[''], ['']]);

  await given.reward(place, 'calculated');
  expect([await stepsFor(officer, plan), await stepsFor(lead, plan)]).toEqual([
    ['', ''],
    ['approve', ''],
  ]);
});

it("asks a provider's contact for a comment while the pack is frozen and nothing was said, and nobody else's", async () => {
  const place = await given.reviewPlace();
  await given.scorecard(place.provider, [place.commitment]);
  const contact = await given.contactOf(place.provider);
  const rival = await given.contactOf((await given.reviewPlace()).provider, 'Rita Rival');
  const [vera] = await given.vendorManagers();
  const review = await given.review(place.provider, 'packFrozen');

  expect(await toComment(contact)).toEqual([review.id]);
  expect(await toComment(rival)).toEqual([]);
  expect(await toComment(vera!)).toEqual([]);
  await api
    .as(contact)
    .run(
      'mutation ($id: ID!) { commentOnReview(reviewId: $id, comment: "Your firewall was shut.") { errors { code } } }',
      { id: review.id },
    );
  expect(await toComment(contact)).toEqual([]);

  const other = await given.reviewPlace();
  await given.scorecard(other.provider, [other.commitment]);
  const late = await given.contactOf(other.provider, 'Lena Late');
  await given.review(other.provider, 'held');
  expect(await toComment(late)).toEqual([]);
});
