import { rewardsBy } from '@accord/api/demo/builders/rewards.js';
import type { CommitmentEntity } from '@accord/api/agreements/commitment.entity.js';
import { Results } from '@accord/api/performance/results/results.js';
import type { ProposeRewardPlanVersionInput } from '@accord/api/rewards/plans/reward-plan.input.js';
import type { ShareEntity } from '@accord/api/rewards/shares/share.entity.js';
import type { SetShareInput } from '@accord/api/rewards/shares/share.type.js';
import type { Api } from './api.js';
import type { agreementBuilders } from './agreements.js';
import type { catalogBuilders } from './catalog.js';
import type { orderBuilders } from './orders.js';
import type { peopleBuilders, SignedInPerson } from './people.js';
import type { performanceBuilders } from './performance.js';

type Parents = ReturnType<typeof peopleBuilders> &
  ReturnType<typeof catalogBuilders> &
  ReturnType<typeof agreementBuilders> &
  ReturnType<typeof performanceBuilders> &
  ReturnType<typeof orderBuilders>;

/** A team that is paid for what it measured, with a person for each part in it. */
export type RewardPlace = Awaited<ReturnType<ReturnType<typeof rewardBuilders>['rewardPlace']>>;

export interface GivenRewardPlace {
  /** Where the team is; new ones, unless said otherwise. */
  at?: { unit: { id: string }; team: { id: string } };
  /** What the version says differently. */
  version?: Partial<Omit<ProposeRewardPlanVersionInput, 'planId'>>;
  /** Weights of Ada, Ben and so on; Ben leaves in the middle of the quarter. */
  weights?: string[];
}

const NAMES = ['Ada', 'Ben', 'Cem', 'Dua', 'Eva', 'Fin'];

/** The middle of a quarter of 92 days. */
const MIDDLE = '2025-11-15';

/** The third one promises less of something. */
const SCALES = [
  { weight: '50', floor: '0', target: '100' },
  { weight: '30', floor: '0', target: '80' },
  { weight: '20', floor: '100', target: '0' },
];

/** Rewards made through the use cases: the worked example of attainments 98, 105 and 85 in the last quarter of 2025. */
export function rewardBuilders(api: Api, parents: Parents) {
  const by = rewardsBy(api.get);
  const seriesOf = new Map<string, string>();
  let made = 0;

  /** Of 1000 events of the quarter, some good. */
  async function measured(service: { id: string }, good: number): Promise<CommitmentEntity> {
    const series = `series-${++made}`;
    const commitment = await parents.commitment(
      {
        serviceId: service.id,
        name: `Promise ${made}`,
        slug: `promise-of-${series}`,
        indicator: { goodOfTotal: { series } } as never,
        window: 'quarter',
        target: '90',
      },
      { effectiveFrom: '2025-10-01' },
    );
    await parents.counts(service, series, '2025-10-10T00:00:00Z', '2025-10-11T00:00:00Z', good, 1000);
    seriesOf.set(commitment.id, series);
    return commitment;
  }

  let officers: Promise<SignedInPerson> | undefined;
  const officerOfAll = () => (officers ??= parents.person({ name: 'Ova Officer', roles: ['rewardOfficer'] }));

  const given = {
    async share(input: SetShareInput): Promise<ShareEntity> {
      return by.share(await parents.act(await officerOfAll()), input);
    },

    /** A plan in force whose quarter is closed; nothing is calculated yet. */
    async rewardPlace({ at, version = {}, weights = ['3', '2', '2'] }: GivenRewardPlace = {}) {
      const unit = at?.unit ?? (await parents.unit());
      const team = at?.team ?? (await parents.team({ unitId: unit.id }));
      const service = await parents.service();
      await parents.management(service, team);
      const officer = (name: string) =>
        parents.person({ name, roles: [{ role: 'rewardOfficer', kind: 'unit', id: unit.id }] });
      const [first, second] = [await officer('Ota Officer'), await officer('Rex Officer')];
      const lead = await parents.person({
        name: 'Lea Lead',
        roles: [{ role: 'teamLead', kind: 'team', id: team.id }],
      });
      const members = [];
      for (const [i, weight] of weights.entries()) {
        const person = await parents.person({ name: NAMES[i]! });
        await parents.membership(team, person);
        const to = i === 1 ? MIDDLE : null;
        await by.share(await parents.act(first), {
          teamId: team.id,
          personId: person.id,
          weight,
          from: '2025-01-01',
          to,
        });
        members.push(person);
      }
      const commitments = [await measured(service, 980), await measured(service, 840), await measured(service, 150)];
      await parents.closed('2025-Q4', ...commitments);
      const plan = await by.plan(await parents.act(first), {
        teamId: team.id,
        name: `Plan ${++made}`,
        currency: 'EUR',
      });
      const terms: ProposeRewardPlanVersionInput = {
        planId: plan.id,
        effectiveFrom: '2025-10-01',
        window: 'quarter',
        pool: '10000',
        cap: '12000',
        proration: 'weightDays',
        curve: [
          { attainment: '90', percent: '50' },
          { attainment: '100', percent: '100' },
          { attainment: '110', percent: '150' },
        ],
        measures: commitments.map(({ id: commitmentId }, i) => ({ commitmentId, ...SCALES[i]! })),
        ...version,
      };
      const inForce = await by.version(await parents.act(first), await parents.act(second), terms);
      return { unit, team, service, commitments, plan, version: inForce, terms, officer: first, second, lead, members };
    },

    /** A period, the last quarter of 2025 unless said otherwise, as far as said. */
    async reward(
      { plan, officer, second }: RewardPlace,
      state: 'calculated' | 'approved' | 'released' = 'released',
      period = '2025-Q4',
    ) {
      const calculation = await by.calculated(await parents.act(officer), plan, period);
      if (state !== 'calculated') await by.approved(await parents.act(second), calculation);
      if (state === 'released') await by.released(await parents.act(officer), calculation);
      return calculation;
    },

    /** Another 1000 events of one measure became known after the quarter was closed. */
    async restated({ service, commitments }: RewardPlace, which: number, good: number, reason = 'A file was late.') {
      const commitment = commitments[which]!;
      const [from, to] = ['2025-11-10T00:00:00Z', '2025-11-11T00:00:00Z'];
      await parents.counts(service, seriesOf.get(commitment.id)!, from, to, good, 1000);
      const [manager] = await parents.serviceManagers();
      const { id } = await parents.resultOf(commitment, '2025-Q4');
      return api.get(Results).restate(await parents.act(manager!), id, reason);
    },

    /** Another version in force. */
    async rewardVersion({ terms, officer, second }: RewardPlace, differing: Partial<ProposeRewardPlanVersionInput>) {
      return by.version(await parents.act(officer), await parents.act(second), { ...terms, ...differing });
    },

    /** A version that waits for its decision; the one in force goes on until its first day. */
    async proposedRewardVersion({ terms, officer }: RewardPlace, effectiveFrom = '2027-01-01') {
      return by.proposed(await parents.act(officer), { ...terms, effectiveFrom });
    },
  };
  return given;
}
