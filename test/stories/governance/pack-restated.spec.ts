import { startStory } from '../../builders/index.js';
import { COMMENT, DECIDE, FREEZE_PACK, REVIEW } from './documents.js';

const { api, given } = await startStory();
const [vera] = await given.vendorManagers();

const BREACHES = 'breaches { resultId revision result { revision figure } }';
const PACKS = `query ($id: ID!) { review(id: $id) { commentedPack packs {
  edition number ${BREACHES} promisesMissed { revision result { revision figure } }
  newerRevisions { frozen { revision } newest { revision figure } difference reason }
} } }`;
const USES = `query ($service: String!, $slug: String!) {
  commitment(service: $service, slug: $slug) { result(period: "2026-02") { uses { kind path revision outdated } } }
}`;

/** A provider whose February missed a KPI, another promise of its contract, and one to customers that relies on it. */
async function packed() {
  const provider = await given.provider();
  const service = await given.service({ providerId: provider.id });
  await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T20:00:00Z');
  const kpi = await given.bound(provider, service);
  const other = await given.bound(provider, service, { target: '99.5' });
  const promise = await given.commitment({ serviceId: service.id, slug: 'promise' }, { monthlyCharge: '500.00' });
  await given.closed('2026-02', kpi, other, promise);
  await given.scorecard(provider, [kpi]);
  return { provider, service, kpi, other, promise, review: await given.review(provider, 'packFrozen') };
}

const excluded = (commitment: { id: string }) =>
  given.approvedExclusion(commitment, '2026-02-10T08:00:00Z', '2026-02-10T20:00:00Z', 'Not theirs.');

it('follows breaches that are no KPI, in both editions, and leads from each to its evidence at the kept revision', async () => {
  const { provider, service, other, promise, review } = await packed();
  const contact = await given.contactOf(provider);
  for (const commitment of [other, promise]) await excluded(commitment);

  const { packs } = (await api.as(vera!).run(PACKS, { id: review.id })).review;
  const [internal] = packs.filter(({ edition }: { edition: string }) => edition === 'INTERNAL');
  const missed = { revision: 1, result: { revision: 1, figure: '98.21' } };
  expect(internal).toMatchObject({ breaches: [missed, missed], promisesMissed: [missed] });
  const newer = {
    frozen: { revision: 1 },
    newest: { revision: 2, figure: '100.00' },
    difference: '1.79',
    reason: 'Exclusion approved: Not theirs.',
  };
  expect(internal.newerRevisions).toEqual([newer, newer]);
  expect((await api.as(contact).run(PACKS, { id: review.id })).review.packs).toMatchObject([
    { edition: 'PROVIDER', breaches: [missed, missed], promisesMissed: [], newerRevisions: [newer] },
  ]);

  const uses = async (who: { cookie: string | null }, { slug }: { slug: string }) =>
    (await api.as(who).run(USES, { service: service.slug, slug })).commitment.result.uses;
  const pack = { kind: 'PACK', path: `/reviews/${review.id}`, revision: 1, outdated: true };
  const office = await given.person({ roles: ['btOffice'] });
  expect(await uses(vera!, other)).toContainEqual(pack);
  expect(await uses(office, promise)).toContainEqual(pack);
});

it('decides on no credit that a restatement replaced', async () => {
  const { provider, kpi, review } = await packed();
  const creditOf = async (revision: number) => {
    const [credit] = await api.dataSource.query(
      `SELECT k.id FROM service_credit k JOIN period_result r ON r.id = k.result_id
       WHERE r.commitment_id = $1 AND r.revision = $2`,
      [kpi.id, revision],
    );
    return credit.id as string;
  };
  await given.outage({ id: kpi.serviceId }, '2026-02-11T08:00:00Z', '2026-02-11T20:00:00Z');
  await excluded(kpi);
  await api.as(vera!).run('mutation ($id: ID!) { holdReview(id: $id, minutes: "We met.") { errors { code } } }', {
    id: review.id,
  });
  const decide = async (revision: number) => {
    const input = { reviewId: review.id, kind: 'CREDIT', text: 'We ask for it.', creditId: await creditOf(revision) };
    return (await api.as(vera!).run(DECIDE, { input })).recordReviewDecision.errors;
  };

  expect(await decide(1)).toEqual([{ code: 'SUPERSEDED', field: ['creditId'] }]);
  expect(await decide(2)).toEqual([]);
  expect((await api.as(vera!).run(REVIEW, { id: review.id })).review.provider.name).toBe(provider.name);
});

it('tells of which pack the provider spoke, also once a newer one stands', async () => {
  const { provider, kpi, review } = await packed();
  const contact = await given.contactOf(provider);
  const of = async () => (await api.as(vera!).run(PACKS, { id: review.id })).review.commentedPack;
  expect(await of()).toBeNull();
  await api.as(contact).run(COMMENT, { id: review.id, comment: 'A farmer cut the cable.' });
  await excluded(kpi);
  await api.as(vera!).run(FREEZE_PACK, { id: review.id });
  expect(await of()).toBe(1);
  await api.as(contact).run(COMMENT, { id: review.id, comment: 'And another one.' });
  expect(await of()).toBe(2);
});
