import type { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';

type Story = Awaited<ReturnType<typeof startStory>>;

export type LoopPlace = Awaited<ReturnType<typeof loopPlace>>;

/** What a mutation answers; other fields as it was asked. */
/** What has an address of its own has a slug. */
type Changed = { readonly id: string; readonly slug?: string };

/** How somebody changes something; whatever is refused fails the story with its sentence. */
export const actsIn =
  ({ api }: Pick<Story, 'api'>) =>
  async (person: SignedInPerson, mutation: string, variables: object = {}): Promise<Changed> => {
    const [payload] = Object.values(await api.as(person).run<Record<string, object>>(mutation, variables));
    const { errors, ...changed } = payload as Record<string, unknown>;
    expect(errors).toEqual([]);
    return Object.values(changed)[0] as Changed;
  };

/** @param types Of the arguments, by name. */
const mutation = (name: string, types: Record<string, string>, answer: string): string => {
  const declared = Object.entries(types).map(([argument, type]) => `$${argument}: ${type}`);
  const passed = Object.keys(types).map((argument) => `${argument}: $${argument}`);
  return `mutation (${declared.join(', ')}) { ${name}(${passed.join(', ')}) { ${answer} errors { code message } } }`;
};

const byId = (name: string, answer: string) => mutation(name, { id: 'ID!' }, answer);
const input = (name: string, type: string, answer: string) => mutation(name, { input: `${type}!` }, answer);

export const DRAFT = input('draftOrder', 'DraftOrderInput', 'order { id version }');
export const SUBMIT = mutation('submitOrder', { id: 'ID!', version: 'Int!' }, 'order { id state }');
export const APPROVE = byId('approveOrder', 'order { id state }');
export const START = byId('startOrder', 'order { id state }');
export const DELIVER = mutation('deliverOrder', { id: 'ID!', note: 'String' }, 'order { id state }');
export const ACCEPT = byId('acceptOrder', 'order { id state }');
export const OUTAGE = input('recordOutage', 'RecordOutageInput', 'outage { id }');
export const CLOSE = mutation('closePeriod', { period: 'String!' }, 'results { id }');
export const EXCLUDE = input('proposeExclusion', 'ProposeExclusionInput', 'exclusion { id }');
export const APPROVE_EXCLUSION = byId('approveExclusion', 'exclusion { id state }');
export const PLAN_REVIEW = input('planReview', 'PlanReviewInput', 'review { id }');
export const FREEZE = mutation('freezePack', { reviewId: 'ID!' }, 'review { id state }');
export const COMMENT = mutation('commentOnReview', { reviewId: 'ID!', comment: 'String!' }, 'review { id }');
export const HOLD = mutation('holdReview', { id: 'ID!', minutes: 'String!' }, 'review { id state }');
export const DECIDE = input('recordReviewDecision', 'RecordReviewDecisionInput', 'decision { id }');
export const ADD_ACTION = input('addAction', 'AddActionInput', 'action { id }');
export const CLOSE_REVIEW = byId('closeReview', 'review { id state }');
export const CALCULATE = mutation('calculateReward', { planId: 'ID!', period: 'String!' }, 'calculation { id number }');
export const APPROVE_REWARD = byId('approveRewardCalculation', 'calculation { id state }');
export const RELEASE = byId('releaseRewardCalculation', 'calculation { id state }');

const PROPOSE_SCORECARD = input('proposeScorecard', 'ProposeScorecardInput', 'scorecardVersion { id }');
const APPROVE_SCORECARD = byId('approveScorecard', 'scorecardVersion { id state }');
const ADD_PLAN = input('addRewardPlan', 'AddRewardPlanInput', 'plan { id slug }');
const PROPOSE_PLAN = input('proposeRewardPlanVersion', 'ProposeRewardPlanVersionInput', 'version { id }');
const APPROVE_PLAN = byId('approveRewardPlanVersion', 'version { id late }');
const SET_SHARE = input('setShare', 'SetShareInput', 'share { id }');

/** February, in which everything is agreed: what is promised, what it scores, and what it pays. */
const BEFORE = new Date('2026-02-20T09:00:00Z');

/**
 * Remote Desktop, delivered by Northlight and managed by the team Workplace: who orders and pays for it, who is bound to
 * keep it up, who reviews that, and who is paid for it.
 */
export async function loopPlace(story: Story) {
  const { api, given } = story;
  const now = api.clock.now();
  api.clock.set(BEFORE);
  const unit = await given.unit({ name: 'Sales' });
  const bt = await given.unit({ name: 'Business Technology' });
  const team = await given.team({ name: 'Workplace', unitId: bt.id });
  const provider = await given.provider({ name: 'Northlight', slug: 'northlight' });
  const service = await given.service({ name: 'Remote Desktop', slug: 'remote-desktop', providerId: provider.id });
  const calendar = await given.calendar();
  const plan = await given.plan(service, {
    name: 'Standard',
    delivery: { targetHours: '16', calendarId: calendar.id },
  });
  await given.management(service, team);
  await given.budget(unit);
  const on = (kind: 'unit' | 'team' | 'provider', { id }: { id: string }) => ({ kind, id });
  const people = {
    requester: await given.person({
      name: 'Rita Requester',
      roles: [{ role: 'requester', ...on('unit', unit) }],
      unitId: unit.id,
    }),
    owner: await given.person({ name: 'Olga Owner', roles: [{ role: 'budgetOwner', ...on('unit', unit) }] }),
    member: await given.person({ name: 'Tia Team' }),
    lead: await given.person({ name: 'Lea Lead', roles: [{ role: 'teamLead', ...on('team', team) }] }),
    officer: await given.person({ name: 'Ota Officer', roles: [{ role: 'rewardOfficer', ...on('unit', bt) }] }),
    contact: await given.person({
      name: 'Nia Northlight',
      roles: [{ role: 'providerContact', ...on('provider', provider) }],
    }),
    vendor: await given.person({ name: 'Vera Vendor', roles: ['vendorManager'] }),
    office: await given.person({ name: 'Otto Office', roles: ['btOffice'] }),
    auditor: await given.person({ name: 'Audra Auditor', roles: ['auditor'] }),
  };
  const [manager, second] = await given.serviceManagers();
  await given.membership(team, people.member);
  const commitment = await given.commitment(
    { serviceId: service.id, slug: 'desktop-up', name: 'Desktops up' },
    { name: 'Desktop contract', kind: 'uc', providerId: provider.id, monthlyCharge: '1000.00' },
  );

  const scale = { commitmentId: commitment.id, weight: '100', floor: '98', target: '99.9' };
  const act = actsIn(story);
  const scorecard = await act(people.vendor, PROPOSE_SCORECARD, {
    input: { providerId: provider.id, effectiveFrom: '2026-03-01', kpis: [{ name: 'Desktops up', ...scale }] },
  });
  await act(people.office, APPROVE_SCORECARD, { id: scorecard.id });
  const rewards = await act(people.officer, ADD_PLAN, {
    input: { teamId: team.id, name: 'Desktops that work', currency: 'EUR' },
  });
  const version = await act(people.officer, PROPOSE_PLAN, {
    input: {
      planId: rewards.id,
      effectiveFrom: '2026-03-01',
      window: 'MONTH',
      pool: '1000',
      cap: '1000',
      proration: 'WEIGHT_DAYS',
      curve: [
        { attainment: '0', percent: '0' },
        { attainment: '100', percent: '100' },
      ],
      measures: [scale],
    },
  });
  await act(people.lead, APPROVE_PLAN, { id: version.id });
  await act(people.officer, SET_SHARE, {
    input: { teamId: team.id, personId: people.member.id, weight: '1', from: '2026-03-01' },
  });
  api.clock.set(now);
  return { ...people, manager: manager!, second: second!, service, plan, provider, commitment, rewards };
}
