import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';

const { api, given } = await startStory();

interface Plan {
  versions: { measures: { commitment: { agreement: { name: string } } }[] }[];
}

const EVIDENCE = `query ($service: String!, $slug: String!, $agreement: String!) {
  commitment(service: $service, slug: $slug) {
    viewerCanSeeEvidence viewerCanSeeBehind
    agreement { name viewerCanSee commitments { id } versions { id } }
    terms { credit { tiers { percent } } version { monthlyCharge agreement { slug } commitments { id } } }
    result(period: "2026-02") {
      figure verdict explanation { rule } contributions { totalCount } breach { id } credit { id }
    }
  }
  agreement(slug: $agreement) { id }
}`;
const MEASURES = `{ rewardPlans { slug versions { measures { commitment { agreement { name } } } } } }`;

const place = await given.rewardPlace();
const [provider, manager] = [await given.provider(), await given.person({ roles: ['vendorManager'] })];
const credit = { tiers: [{ lt: '99', percent: '10' }], minimum: '1.00' } as never;
const contract = { name: 'Wireless contract', kind: 'uc', providerId: provider.id, monthlyCharge: '500.00' } as const;
const measured = await given.commitment({ serviceId: place.service.id, slug: 'wifi-up', credit }, contract);
const other = await given.commitment(
  { serviceId: place.service.id, slug: 'other-up' },
  { ...contract, name: 'Another contract' },
);
await given.outage(place.service, '2026-02-03T08:00:00Z', '2026-02-04T16:00:00Z');
await given.closed('2026-02', measured, other);
const measures = [{ commitmentId: measured.id, weight: '1', floor: '0', target: '100' }];
await given.rewardVersion(place, { effectiveFrom: '2026-04-01', measures });
const agreement = await api.dataSource.query('SELECT slug FROM agreement WHERE id = $1', [measured.agreementId]);

const evidence = (person: SignedInPerson, slug = 'wifi-up') =>
  api.as(person).run(EVIDENCE, { service: place.service.slug, slug, agreement: agreement[0].slug });

it.each([
  ['who is paid by it', () => place.members[0]!],
  ['the lead of the team', () => place.lead],
  ['the reward officer', () => place.officer],
])('shows %s why a measured figure is what it is, and nothing of what it costs', async (_, who) => {
  const { commitment, agreement } = await evidence(who());

  expect(commitment).toMatchObject({
    viewerCanSeeEvidence: true,
    viewerCanSeeBehind: false,
    agreement: { name: 'Wireless contract', viewerCanSee: false, commitments: [], versions: [] },
    terms: { credit: null, version: { monthlyCharge: null, commitments: [] } },
    result: { verdict: 'MISSED', contributions: { totalCount: 1 }, breach: null, credit: null },
  });
  const rules = commitment.result.explanation.map(({ rule }: { rule: string }) => rule);
  expect(rules.length).toBeGreaterThan(2);
  expect(rules.filter((rule: string) => rule.startsWith('credit.'))).toEqual([]);
  expect(agreement).toBeNull();
});

it('shows the same figure with its credit to who oversees the provider', async () => {
  const { commitment } = await evidence(manager);

  expect(commitment).toMatchObject({ viewerCanSeeBehind: true, agreement: { viewerCanSee: true } });
  expect(commitment.result.credit).not.toBeNull();
  expect(commitment.result.explanation.map(({ rule }: { rule: string }) => rule)).toContain('credit.tier');
  expect(commitment.terms.credit).toEqual({ tiers: [{ percent: '10' }] });
});

it('shows them no commitment that pays nobody, and a stranger neither', async () => {
  const stranger = await given.rewardPlace();

  for (const who of [place.members[0]!, place.lead, place.officer])
    expect((await evidence(who, 'other-up')).commitment).toBeNull();
  for (const who of [
    stranger.members[0]!,
    stranger.lead,
    stranger.officer,
    await given.contactOf(await given.provider()),
  ])
    expect((await evidence(who)).commitment).toBeNull();
});

it('answers with the agreement of every measure, also to a member', async () => {
  for (const who of [place.members[0]!, place.lead, place.officer]) {
    const { rewardPlans } = await api.as(who).run(MEASURES);
    const names = rewardPlans.flatMap(({ versions }: Plan) =>
      versions.flatMap(({ measures }) => measures.map(({ commitment }) => commitment.agreement.name)),
    );
    expect(names).toContain('Wireless contract');
  }
});
