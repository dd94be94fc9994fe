import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';

const { api, given } = await startStory();

const USES = `query ($services: [ID!]) { commitments(until: "2026-02", filter: { serviceIds: $services }) { edges { node {
  results { period uses { kind label } }
} } } }`;

/** What everybody's figures went into, by the commitments that the person sees. */
async function usesFor(person: SignedInPerson, ...services: { id: string }[]): Promise<string[]> {
  const ids = services.length > 0 ? services.map(({ id }) => id) : null;
  const { commitments } = await api.as(person).run(USES, { services: ids });
  const results = commitments.edges.flatMap(
    ({ node }: { node: { results: { uses: { kind: string }[] }[] } }) => node.results,
  );
  return results.flatMap(({ uses }: { uses: { kind: string }[] }) => uses.map(({ kind }) => kind));
}

/** A provider's missed month with its credit, on a scorecard and in a pack. */
async function reviewed() {
  const place = await given.reviewPlace();
  await given.scorecard(place.provider, [place.commitment]);
  await given.review(place.provider, 'closed');
  return place;
}

const all = await given.person({ roles: ['btOffice', 'rewardOfficer'] });

it('asks the database as often for many figures as for one', async () => {
  const statements = async () => {
    const asked = await api.statementsOf(async () => {
      expect(await usesFor(all)).toEqual(expect.arrayContaining(['CREDIT', 'SCORECARD', 'PACK', 'STATEMENT']));
    });
    return asked.length;
  };
  const make = async () => {
    await reviewed();
    await given.reward(await given.rewardPlace());
  };
  await make();
  const few = await statements();
  for (let i = 0; i < 3; i++) await make();

  expect(await statements()).toBe(few);
});

it('tells a provider nothing of scorecards and rewards, and nothing at all of another provider', async () => {
  const place = await reviewed();
  const other = await reviewed();
  const contact = await given.contactOf(place.provider);

  expect(await usesFor(contact, place.service)).toEqual(['CREDIT', 'PACK']);
  expect(await usesFor(contact, other.service)).toEqual([]);
});

it('tells whoever only reads promises nothing of what became of them', async () => {
  const service = await given.service();
  const commitment = await given.commitment({ serviceId: service.id }, { monthlyCharge: '500.00' });
  await given.outage(service, '2026-02-03T08:00:00Z', '2026-02-03T16:00:00Z');
  await given.closed('2026-02', commitment);
  const anybody = await given.person({ roles: ['requester'] });

  expect(await usesFor(all, service)).toEqual(['CREDIT', 'CLAIM']);
  expect(await usesFor(anybody, service)).toEqual([]);
});

it('leads the lead and the reward officer to every calculation, and a member to a released statement alone', async () => {
  const [waiting, released] = [await given.rewardPlace(), await given.rewardPlace()];
  await given.reward(waiting, 'approved');
  await given.reward(released, 'released');
  const stranger = await given.person({ roles: ['btOffice'] });

  const statementsFor = async (person: SignedInPerson, service: { id: string }) =>
    (await usesFor(person, service)).filter((kind) => kind === 'STATEMENT');
  const each = ['STATEMENT', 'STATEMENT', 'STATEMENT'];
  expect(await statementsFor(all, waiting.service)).toEqual(each);
  expect(await statementsFor(waiting.lead, waiting.service)).toEqual(each);
  expect(await statementsFor(waiting.members[0]!, waiting.service)).toEqual([]);
  expect(await statementsFor(released.members[0]!, released.service)).toEqual(each);
  expect(await statementsFor(released.lead, waiting.service)).toEqual([]);
  expect(await statementsFor(stranger, released.service)).toEqual([]);
});
