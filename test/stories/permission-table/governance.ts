import { ScorecardVersionEntity } from '@accord/api/governance/scorecard-version.entity.js';
import { Scorecards } from '@accord/api/governance/scorecards.js';
import type { Answer } from '../../builders/graph-client.js';
import type { ReviewState } from '@accord/domain';
import type { Row, Rows } from './row.js';
import type { World } from './world.js';

let made = 0;

/** An underpinning contract with the provider in question, scored since ever, and a review of its February. */
const fixtures = new WeakMap<World, ReturnType<typeof makeFixture>>();
const fixture = (world: World) => fixtures.get(world) ?? fixtures.set(world, makeFixture(world)).get(world)!;

async function makeFixture({ api, given, home }: World) {
  const commitment = await given.bound(home.provider, home.service);
  await given.closed('2026-02', commitment);
  // An agreement that was over before the months of `nextPeriod`.
  const { agreementId } = await given.bound(home.provider, home.service);
  await api.dataSource.query(
    `UPDATE agreement_version SET effective_from = '2000-01-01', effective_to = '2000-01-31' WHERE agreement_id = $1`,
    [agreementId],
  );
  await given.scorecard(home.provider, [commitment], { effectiveFrom: '2000-01-01' });
  const review = await given.review(home.provider, 'held');
  const [manager] = await given.vendorManagers();
  const contact = await given.contactOf(home.provider);
  await given.action(review, manager!);
  await given.action(review, contact);
  await given.review(home.provider, 'closed', nextPeriod());
  return { commitment, review, manager: manager!, contact };
}

/** Months long before anything was promised, so that nothing of them is open. */
function nextPeriod(): string {
  const month = made++;
  return `${2001 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

const review = (state: ReviewState) => async (world: World) => {
  await fixture(world);
  return world.given.review(world.home.provider, state, nextPeriod());
};
const idOf = (state: ReviewState) => async (world: World) => ({ id: (await review(state)(world)).id });
const reviewIdOf = (state: ReviewState) => async (world: World) => ({ reviewId: (await review(state)(world)).id });

const input = async (world: World) => {
  const { commitment } = await fixture(world);
  const month = made++;
  const effectiveFrom = `${2030 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const kpis = [{ name: 'Uptime', commitmentId: commitment.id, weight: '1', floor: '99', target: '99.9' }];
  return { providerId: world.home.provider.id, effectiveFrom, kpis };
};

/** The one that waits, or a new one. */
async function proposal(world: World) {
  const proposed = await input(world);
  const { providerId } = proposed;
  const waiting = await world.api.dataSource.manager.findOneBy(ScorecardVersionEntity, {
    providerId,
    state: 'proposed',
  });
  if (waiting) return { id: waiting.id };
  const [act] = await world.given.vendorActs();
  return { id: (await world.api.get(Scorecards).propose(act!, proposed)).id };
}

const ofProvider = (selection: string, shows: (provider: Answer) => boolean): Row => ({
  arguments: async (world) => (await fixture(world), { slug: world.home.provider.slug }),
  selection,
  shows: (provider) => provider !== null && shows(provider),
});
const ofReview = (selection: string, shows: (review: Answer) => boolean): Row => ({
  arguments: async (world) => ({ id: (await fixture(world)).review.id }),
  selection,
  shows: (found) => found !== null && shows(found),
});
const actionsOf = (name: string): Row => ({
  arguments: async (world) => (await fixture(world), { providerId: world.home.provider.id, first: 200 }),
  selection: 'edges { node { owner { name } } }',
  shows: ({ edges }) => edges.some(({ node }: { node: { owner: { name: string } } }) => node.owner.name === name),
});

const action = async (world: World) => {
  const { review: held, manager } = await fixture(world);
  return { id: (await world.given.action(held, manager)).id, outcome: 'Laid.' };
};

const hasEdition =
  (edition: string) =>
  ({ packs }: { packs: { edition: string }[] }) =>
    packs.some((pack) => pack.edition === edition);

export const governance: Rows = {
  'provider.scorecard': ofProvider('scorecard(period: "2026-02") { coverage }', ({ scorecard }) => scorecard !== null),
  'provider.scorecardVersions': ofProvider('scorecardVersions { id }', (found) => found.scorecardVersions.length > 0),
  'provider.reviews': ofProvider('reviews { id }', (found) => found.reviews.length > 0),
  'provider.actions': ofProvider('actions { owner { name } }', ({ actions }) =>
    actions.some(({ owner }: { owner: { name: string } }) => owner.name === 'Vera Endor'),
  ),
  reviews: { arguments: async (world) => (await fixture(world), { providerId: world.home.provider.id }) },
  review: ofReview('id', () => true),
  'review.providerEdition': ofReview('packs { edition }', hasEdition('PROVIDER')),
  'review.internalEdition': ofReview('packs { edition }', hasEdition('INTERNAL')),
  'review.minutes': ofReview('minutes', ({ minutes }) => minutes !== null),
  'review.decisions': {
    ...ofReview('decisions { id }', ({ decisions }) => decisions.length > 0),
    arguments: idOf('closed'),
  },
  actions: actionsOf('Vera Endor'),
  'actions.ofTheProvider': actionsOf('Cora Contact'),

  proposeScorecard: {
    arguments: async (world) => ({ input: await input(world) }),
    beyondPermission: ['ALREADY_PROPOSED'],
  },
  // What waits may be the viewer's own.
  approveScorecard: { arguments: proposal, beyondPermission: ['SECOND_PERSON_NEEDED'] },
  refuseScorecard: { isAlone: true, arguments: async (world) => ({ ...(await proposal(world)), reason: 'Too easy.' }) },
  planReview: {
    arguments: async (world) => {
      const { manager } = await fixture(world);
      const { id: providerId } = world.home.provider;
      return { input: { providerId, period: nextPeriod(), plannedOn: '2026-04-01', chairId: manager.id } };
    },
  },
  cancelReview: { arguments: async (world) => ({ ...(await idOf('planned')(world)), reason: 'No need.' }) },
  freezePack: { arguments: reviewIdOf('planned') },
  commentOnReview: {
    arguments: async (world) => ({ ...(await reviewIdOf('packFrozen')(world)), comment: 'A cable.' }),
  },
  holdReview: { arguments: async (world) => ({ ...(await idOf('packFrozen')(world)), minutes: 'We spoke.' }) },
  recordReviewDecision: {
    arguments: async (world) => ({ input: { ...(await reviewIdOf('held')(world)), kind: 'ACCEPT', text: 'Fine.' } }),
  },
  addAction: {
    arguments: async (world) => {
      const { review: held, manager } = await fixture(world);
      return { input: { reviewId: held.id, what: 'Lay a cable.', ownerId: manager.id, due: '2026-04-30' } };
    },
  },
  completeAction: { arguments: action },
  closeReview: {
    arguments: async (world) => {
      const { id } = await review('held')(world);
      await world.given.decision({ id });
      return { id };
    },
  },
};
