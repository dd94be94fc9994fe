import { rewardsBy } from '@accord/api/demo/builders/rewards.js';
import { Results } from '@accord/api/performance/results/results.js';
import type { RewardCalculationEntity } from '@accord/api/rewards/calculations/reward-calculation.entity.js';
import type { RewardPlanVersionEntity } from '@accord/api/rewards/plans/reward-plan-version.entity.js';
import type { ProposeRewardPlanVersionInput } from '@accord/api/rewards/plans/reward-plan.input.js';
import type { ShareEntity } from '@accord/api/rewards/shares/share.entity.js';
import type { SetShareInput } from '@accord/api/rewards/shares/share.type.js';
import type { Api } from './api.js';
import type { SignedInPerson } from './people.js';
import { rewardPlaces, type RewardParents, type RewardPlace } from './reward-place.js';

/** Rewards made through the use cases. */
export function rewardBuilders(api: Api, parents: RewardParents) {
  const by = rewardsBy(api.get);
  let officers: Promise<SignedInPerson> | undefined;
  const officerOfAll = () => (officers ??= parents.person({ name: 'Ova Officer', roles: ['rewardOfficer'] }));

  return {
    async share(input: SetShareInput): Promise<ShareEntity> {
      return by.share(await parents.act(await officerOfAll()), input);
    },

    rewardPlace: rewardPlaces(api, parents),

    /** A period, the last quarter of 2025 unless said otherwise, as far as said. */
    async reward(
      place: RewardPlace,
      state: 'calculated' | 'approved' | 'released' = 'released',
      period = '2025-Q4',
    ): Promise<RewardCalculationEntity> {
      const { plan, officer, second } = place;
      const calculation = await by.calculated(await parents.act(officer), plan, period);
      if (state !== 'calculated') await by.approved(await parents.act(second), calculation);
      if (state === 'released') await by.released(await parents.act(officer), calculation);
      return calculation;
    },

    /** Another 1000 events of one measure became known after the quarter was closed. */
    async restated(place: RewardPlace, which: number, good: number): Promise<string> {
      const { service, commitments } = place;
      const commitment = commitments[which]!;
      const [from, to] = ['2025-11-10T00:00:00Z', '2025-11-11T00:00:00Z'];
      await parents.counts(service, commitment.series, from, to, good, 1000);
      const [, manager] = await parents.serviceManagers();
      const { id } = await parents.resultOf(commitment, '2025-Q4');
      return api.get(Results).restate(await parents.act(manager!), id, 'A file was late.');
    },

    /** Another version in force. */
    async rewardVersion(
      place: RewardPlace,
      differing: Partial<ProposeRewardPlanVersionInput>,
    ): Promise<RewardPlanVersionEntity> {
      const { terms, officer, second } = place;
      return by.version(await parents.act(officer), await parents.act(second), { ...terms, ...differing });
    },

    /** A version that waits for its decision; the one in force goes on until its first day. */
    async proposedRewardVersion(place: RewardPlace, effectiveFrom = '2027-01-01'): Promise<RewardPlanVersionEntity> {
      const { terms, officer } = place;
      return by.proposed(await parents.act(officer), { ...terms, effectiveFrom });
    },
  };
}
