import { governanceBy } from '@accord/api/demo/builders/governance.js';
import type { ProposeScorecardInput } from '@accord/api/governance/scorecard.type.js';
import type { ReviewEntity } from '@accord/api/governance/review.entity.js';
import type { ReviewState } from '@accord/domain';
import type { agreementBuilders, GivenTerms } from './agreements.js';
import type { Api } from './api.js';
import type { catalogBuilders } from './catalog.js';
import type { peopleBuilders, SignedInPerson } from './people.js';
import type { performanceBuilders } from './performance.js';
import type { providerBuilders } from './providers.js';

type Parents = ReturnType<typeof peopleBuilders> &
  ReturnType<typeof catalogBuilders> &
  ReturnType<typeof providerBuilders> &
  ReturnType<typeof agreementBuilders> &
  ReturnType<typeof performanceBuilders>;

interface Identified {
  id: string;
}

/** A provider with a service, a commitment that binds it, and who runs its reviews. */
export type ReviewPlace = Awaited<ReturnType<ReturnType<typeof governanceBuilders>['reviewPlace']>>;

/** Scorecards and reviews made through the use cases, each step by whoever takes it. */
export function governanceBuilders(api: Api, parents: Parents) {
  const by = governanceBy(api.get);
  let managers: Promise<SignedInPerson[]> | undefined;
  let made = 0;

  const given = {
    /** The first proposes and runs reviews, the second approves. */
    vendorManagers: () =>
      (managers ??= Promise.all(
        ['Vera Endor', 'Vito Endor'].map((name) => parents.person({ name, roles: ['vendorManager'] })),
      )),

    /** One KPI that scores from 99 to 99.9 percent, in force since January, unless said otherwise. */
    async scorecard(
      provider: Identified,
      commitments: readonly Identified[],
      { kpis, ...differing }: Partial<ProposeScorecardInput> = {},
    ) {
      const [proposer, decider] = await given.vendorActs();
      const usual = commitments.map(({ id: commitmentId }, i) => {
        return { name: `KPI ${i + 1}`, commitmentId, weight: '1', floor: '99', target: '99.9' };
      });
      const input = { providerId: provider.id, effectiveFrom: '2026-01-01', kpis: kpis ?? usual, ...differing };
      return by.scorecard(proposer!, decider!, input);
    },

    async vendorActs() {
      return Promise.all((await given.vendorManagers()).map((person) => parents.act(person)));
    },

    /** A contact of the provider. */
    contactOf: ({ id }: Identified, name = 'Cora Contact'): Promise<SignedInPerson> =>
      parents.person({ name, roles: [{ role: 'providerContact', kind: 'provider', id }] }),

    /** A company that keeps an underpinning contract on a service, down for an hour of February, which is closed. */
    async reviewPlace() {
      const provider = await parents.provider();
      const service = await parents.service({ providerId: provider.id });
      await parents.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');
      const commitment = await given.bound(provider, service);
      await parents.closed('2026-02', commitment);
      return { provider, service, commitment };
    },

    /** A commitment of an underpinning contract at 1,000 euros a month. */
    bound({ id: providerId }: Identified, { id: serviceId }: Identified, terms: GivenTerms = {}) {
      const slug = `underpinning-${++made}`;
      return parents.commitment(
        { slug, name: `Uptime ${made}`, ...terms, serviceId },
        { kind: 'uc', providerId, monthlyCharge: '1000.00' },
      );
    },

    /** A review of the provider's February that came as far as the state says. */
    async review(
      { id: providerId }: Identified,
      state: ReviewState = 'planned',
      period = '2026-02',
    ): Promise<ReviewEntity> {
      const [act] = await given.vendorActs();
      const chairId = act!.viewer.personId;
      let review = await by.planned(act!, { providerId, period, plannedOn: '2026-03-20', chairId });
      if (state === 'planned') return review;
      review = await by.frozen(act!, review);
      if (state === 'packFrozen') return review;
      review = await by.held(act!, review, 'We spoke about February.');
      if (state === 'held') return review;
      await given.decision(review);
      return by.closed(act!, review);
    },

    async decision({ id: reviewId }: Identified) {
      const [act] = await given.vendorActs();
      return by.decided(act!, { reviewId, kind: 'accept', text: 'Good enough.' });
    },

    async action(
      { id: reviewId }: Identified,
      owner: Identified,
      { what = 'Lay a second cable.', due = '2026-04-30' } = {},
    ) {
      const [act] = await given.vendorActs();
      return by.action(act!, { reviewId, what, ownerId: owner.id, due });
    },
  };
  return given;
}
