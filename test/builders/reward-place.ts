import type { CommitmentEntity } from '@accord/api/agreements/commitment.entity.js';
import { rewardsBy } from '@accord/api/demo/builders/rewards.js';
import type { ProposeRewardPlanVersionInput } from '@accord/api/rewards/plans/reward-plan.input.js';
import type { agreementBuilders } from './agreements.js';
import type { Api } from './api.js';
import type { catalogBuilders } from './catalog.js';
import type { orderBuilders } from './orders.js';
import type { peopleBuilders, SignedInPerson } from './people.js';
import type { performanceBuilders } from './performance.js';

export type RewardParents = ReturnType<typeof peopleBuilders> &
  ReturnType<typeof catalogBuilders> &
  ReturnType<typeof agreementBuilders> &
  ReturnType<typeof performanceBuilders> &
  ReturnType<typeof orderBuilders>;

/** A team that is paid for what it measured, with a person for each part in it. */
export type RewardPlace = Awaited<ReturnType<ReturnType<typeof rewardPlaces>>>;

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

/** Makes the worked example: attainments 98, 105 and 85 in the last quarter of 2025, which is closed but not calculated. */
export function rewardPlaces(api: Api, parents: RewardParents) {
  const by = rewardsBy(api.get);
  let made = 0;

  /** Of 1000 events of the quarter, some good. */
  async function measured(service: { id: string }, good: number, comparator: 'atLeast' | 'atMost' = 'atLeast') {
    const series = `series-${++made}`;
    const commitment: CommitmentEntity = await parents.commitment(
      {
        serviceId: service.id,
        name: `Promise ${made}`,
        slug: `promise-of-${series}`,
        indicator: { goodOfTotal: { series } } as never,
        window: 'quarter',
        comparator,
        ...(comparator === 'atMost' && { credit: null }),
        target: '90',
      },
      { effectiveFrom: '2025-10-01' },
    );
    await parents.counts(service, series, '2025-10-10T00:00:00Z', '2025-10-11T00:00:00Z', good, 1000);
    return { ...commitment, series };
  }

  return async function rewardPlace({ at, version = {}, weights = ['3', '2', '2'] }: GivenRewardPlace = {}) {
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
    const members: SignedInPerson[] = [];
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
    const commitments = [
      await measured(service, 980),
      await measured(service, 840),
      await measured(service, 850, 'atMost'),
    ];
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
  };
}
