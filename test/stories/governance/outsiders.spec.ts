import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType } from 'graphql';
import { startStory } from '../../builders/index.js';
import { COMPLETE_ACTION, FREEZE_PACK, REVIEW } from './documents.js';

const { api, given } = await startStory();
const { schema } = api.get(GraphQLSchemaHost);
const [vera] = await given.vendorManagers();

/** What nobody outside may read, in words that stand nowhere else. */
const SECRETS = ['Hidden minutes', 'Hidden decision', 'Hidden action', 'Hidden promise', 'Hidden shop', 'Otto Inside'];

const { provider, service, commitment } = await given.reviewPlace();
const shop = await given.service({ name: 'Hidden shop', supporting: [service] });
const promise = await given.commitment({ serviceId: shop.id, name: 'Hidden promise' }, { monthlyCharge: '7777.00' });
await given.outage(shop, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');
await given.closed('2026-02', promise);
const inside = await given.person({ name: 'Otto Inside' });
const contact = await given.contactOf(provider);
const rival = await given.contactOf((await given.reviewPlace()).provider, 'Rita Rival');
await given.scorecard(provider, [commitment]);
const review = await given.review(provider, 'packFrozen');
await api.as(vera!).run(`mutation ($id: ID!) { holdReview(id: $id, minutes: "Hidden minutes") { errors { code } } }`, {
  id: review.id,
});
await api
  .as(vera!)
  .run(
    `mutation ($id: ID!) { recordReviewDecision(input: { reviewId: $id, kind: EXIT, text: "Hidden decision" }) { errors { code } } }`,
    { id: review.id },
  );
await given.action(review, inside, { what: 'Hidden action' });
const own = await given.action(review, contact, { what: 'Lay a second cable.' });

/** Every field that needs no argument, down to a depth, so that a new field is asked for without being named here. */
function everything(type: GraphQLObjectType, depth: number, within: readonly string[]): string {
  const fields = Object.values(type.getFields()).filter(({ args }) => args.every((a) => !/!$/.test(String(a.type))));
  return fields
    .map((field) => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return field.name;
      if (!isObjectType(named) || depth === 0 || within.includes(named.name)) return '';
      const inner = everything(named, depth - 1, [...within, named.name]);
      return inner && `${field.name} { ${inner} }`;
    })
    .filter((part) => part !== '')
    .join(' ');
}

/** The whole answer to a question for everything that can be asked of a type, as text. */
async function asked(person: Parameters<typeof api.as>[0], query: string, type: string, depth: number) {
  const selection = everything(schema.getType(type) as GraphQLObjectType, depth, [type]);
  const { data, errors } = await api.as(person).ask<Record<string, unknown>>(query.replace('…', selection));
  expect(errors).toBeUndefined();
  return { data: data!, text: JSON.stringify(data) };
}

const ofReview = `{ review(id: "${review.id}") { … } }`;
const ofProvider = `{ provider(slug: "${provider.slug}") { … } }`;
const ofActions = '{ actions { … } }';

describe('a contact of the provider', () => {
  it('reads its own edition of its own review, its comment and the actions of its people', async () => {
    const { review: seen } = await api.as(contact).run(REVIEW, { id: review.id });

    expect(seen).toMatchObject({
      state: 'HELD',
      plannedOn: '2026-03-20',
      minutes: null,
      decisions: [],
      actions: [{ what: 'Lay a second cable.', viewerCanComplete: true }],
      viewerCanFreeze: false,
      viewerCanHold: false,
      viewerCanDecide: false,
      viewerCanClose: false,
    });
    expect(seen.packs).toMatchObject([
      { edition: 'PROVIDER', score: '94.58', kpis: [{ results: [{ result: { figure: '99.85' } }] }] },
    ]);
    const { completeAction } = await api.as(contact).run(COMPLETE_ACTION, { id: own.id, outcome: 'Laid.' });
    expect(completeAction.errors).toEqual([]);
  });

  it.each([
    ['a review', ofReview, 'Review', 3],
    ['its provider', ofProvider, 'Provider', 2],
    ['the actions', ofActions, 'ActionConnection', 3],
  ] as const)('reads nothing else, whatever is asked of %s', async (_, query, type, depth) => {
    const [theirs, ours] = [await asked(contact, query, type, depth), await asked(vera!, query, type, depth)];

    for (const secret of SECRETS) expect(theirs.text).not.toContain(secret);
    expect(theirs.text).not.toContain('INTERNAL');
    expect(theirs.text).not.toContain('777.7');
    // The question does ask for them: who runs the review reads what the contact does not.
    expect(SECRETS.filter((secret) => ours.text.includes(secret))).not.toEqual([]);
  });

  it('changes nothing of the review but by its comment', async () => {
    expect((await api.as(contact).run(FREEZE_PACK, { id: review.id })).freezePack.errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
  });
});

it('shows a contact of somebody else that there is no such review', async () => {
  expect((await asked(rival, ofReview, 'Review', 2)).data.review).toBeNull();
  const { data } = await api.as(rival).ask(`{ reviews { totalCount } actions { totalCount } }`);
  expect(data).toEqual({ reviews: { totalCount: 0 }, actions: { totalCount: 0 } });
  expect((await api.as(rival).run(FREEZE_PACK, { id: review.id })).freezePack.errors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
});

it('treats whoever speaks for the provider as outside, whatever other role they have', async () => {
  const both = await given.person({
    roles: ['auditor', 'vendorManager', { role: 'providerContact', kind: 'provider', id: provider.id }],
  });

  const { text } = await asked(both, ofReview, 'Review', 3);

  for (const secret of ['Hidden minutes', 'Hidden decision', 'Hidden action', 'INTERNAL'])
    expect(text).not.toContain(secret);
});

it('shows a former contact nothing any more', async () => {
  const former = await given.contactOf(provider, 'Frida Former');
  await api.dataSource.query(
    `UPDATE role_assignment SET ended_at = '2026-03-01T00:00:00Z', end_reason = 'Left.' WHERE person_id = $1`,
    [former.id],
  );

  expect((await asked(former, ofReview, 'Review', 1)).data.review).toBeNull();
});
