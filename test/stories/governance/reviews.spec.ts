import { createHash } from 'node:crypto';
import { startStory } from '../../builders/index.js';
import {
  ACTIONS,
  ADD_ACTION,
  CLOSE,
  COMMENT,
  COMPLETE_ACTION,
  DECIDE,
  FREEZE_PACK,
  HOLD,
  PLAN_REVIEW,
  REVIEW,
} from './documents.js';

const { api, given } = await startStory();
const [vera] = await given.vendorManagers();
const run = (document: string, variables: object, person: Parameters<typeof api.as>[0] = vera!) =>
  api.as(person).run(document, variables);
const reviewOf = async ({ id }: { id: string }, person: Parameters<typeof api.as>[0] = vera!) =>
  (await run(REVIEW, { id }, person)).review;

/** A provider whose February is closed and scored. */
async function measured() {
  const place = await given.reviewPlace();
  await given.scorecard(place.provider, [place.commitment]);
  return place;
}

it('goes from the plan through frozen evidence, decisions and actions to the close', async () => {
  const { provider, commitment } = await measured();
  const contact = await given.contactOf(provider);
  const chair = await given.person({ name: 'Charly Chair' });
  const input = { providerId: provider.id, period: '2026-02', plannedOn: '2026-03-20', chairId: chair.id };

  const { planReview } = await run(PLAN_REVIEW, { input });
  expect(planReview).toMatchObject({ errors: [], review: { state: 'PLANNED', chair: { name: 'Charly Chair' } } });
  const { id } = planReview.review;

  const { freezePack } = await run(FREEZE_PACK, { id });
  expect(freezePack).toMatchObject({ errors: [], review: { state: 'PACK_FROZEN' } });
  expect((await run(COMMENT, { id, comment: 'A farmer cut the cable.' }, contact)).commentOnReview).toEqual({
    review: { comment: 'A farmer cut the cable.', commentedBy: { name: 'Cora Contact' } },
    errors: [],
  });
  expect((await run(HOLD, { id, minutes: 'We spoke.' })).holdReview.errors).toEqual([]);

  const { creditId } = await creditOf(commitment);
  const credit = { reviewId: id, kind: 'CREDIT', text: 'Taken back in full.', creditId };
  expect((await run(DECIDE, { input: credit })).recordReviewDecision).toMatchObject({
    errors: [],
    decision: { kind: 'CREDIT', by: { name: 'Vera Endor' }, credit: { amount: { amount: '100.00', currency: 'EUR' } } },
  });
  const action = { reviewId: id, what: 'Lay a second cable.', ownerId: contact.id, due: '2026-04-30' };
  expect((await run(ADD_ACTION, { input: action })).addAction).toMatchObject({
    errors: [],
    action: { owner: { name: 'Cora Contact' }, overdue: false },
  });
  expect((await run(CLOSE, { id })).closeReview).toMatchObject({
    errors: [],
    review: { state: 'CLOSED', closedBy: { name: 'Vera Endor' } },
  });

  expect(await reviewOf({ id })).toMatchObject({
    state: 'CLOSED',
    minutes: 'We spoke.',
    viewerCanFreeze: false,
    viewerCanDecide: false,
    viewerCanClose: false,
    decisions: [{ kind: 'CREDIT' }],
    actions: [{ what: 'Lay a second cable.', doneAt: null }],
  });
});

async function creditOf({ id }: { id: string }): Promise<{ creditId: string }> {
  const [row] = await api.dataSource.query(
    `SELECT k.id AS "creditId" FROM service_credit k JOIN period_result r ON r.id = k.result_id WHERE r.commitment_id = $1`,
    [id],
  );
  return row;
}

describe('the pack', () => {
  it('holds the scorecard of the period in two editions, each one text with its hash', async () => {
    const { provider } = await measured();
    const { packs } = await reviewOf(await given.review(provider, 'packFrozen'));

    expect(packs.map(({ edition }: { edition: string }) => edition)).toEqual(['INTERNAL', 'PROVIDER']);
    for (const pack of packs) {
      expect(createHash('sha256').update(pack.text).digest('hex')).toBe(pack.hash);
      expect(pack).toMatchObject({
        score: '94.58',
        coverage: '100',
        verdict: 'SCORED',
        frozenBy: { name: 'Vera Endor' },
        kpis: [{ state: 'SCORED', actual: '99.85', results: [{ revision: 1, figure: '99.85', verdict: 'MISSED' }] }],
        breaches: [{ period: '2026-02', figure: '99.85', credit: { amount: '100.00', currency: 'EUR' } }],
        newerRevisions: [],
      });
    }
  });

  it('tells inside alone what the outage costs us: promises missed because of it, owed against recoverable', async () => {
    const { provider, service } = await measured();
    const shop = await given.service({ supporting: [service] });
    const promise = await given.commitment({ serviceId: shop.id }, { monthlyCharge: '3000.00' });
    await given.outage(shop, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');
    await given.closed('2026-02', promise);

    const { packs } = await reviewOf(await given.review(provider, 'packFrozen'));

    expect(packs[0]).toMatchObject({
      edition: 'INTERNAL',
      promisesMissed: [{ serviceName: shop.name, credit: { amount: '300.00' } }],
      exposures: [{ currency: 'EUR', owed: '300.00', recoverable: '100.00', exposure: '200.00' }],
    });
    expect(packs[1]).toMatchObject({ edition: 'PROVIDER', promisesMissed: [], exposures: [] });
    expect(packs[1].text).not.toContain(shop.name);
  });

  it('is not frozen while a result is open, and names the first ones', async () => {
    const { provider, service } = await measured();
    const late = await given.bound(provider, service, { name: 'Late uptime' });
    const review = await given.review(provider);

    const { freezePack } = await run(FREEZE_PACK, { id: review.id });

    expect(freezePack.errors).toEqual([
      { code: 'NOT_CLOSED', message: `Not closed yet: Late uptime of ${service.name} in 2026-02.` },
    ]);
    await given.closed('2026-02', late);
    expect((await run(FREEZE_PACK, { id: review.id })).freezePack.errors).toEqual([]);
  });

  it('is not frozen where nobody said what is measured', async () => {
    const { provider } = await given.reviewPlace();
    const { id } = await given.review(provider);

    expect((await run(FREEZE_PACK, { id })).freezePack.errors).toMatchObject([{ code: 'NO_SCORECARD' }]);
  });

  it('keeps the old figure after a restatement and says that there is a newer one; frozen again, it holds that', async () => {
    const { provider, commitment } = await measured();
    const review = await given.review(provider, 'packFrozen');
    const [before] = (await reviewOf(review)).packs;
    await given.approvedExclusion(commitment, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');

    const [after] = (await reviewOf(review)).packs;
    expect((await reviewOf(review)).scorecard).toMatchObject({ score: '100.00' });
    expect(after).toMatchObject({
      hash: before.hash,
      text: before.text,
      score: '94.58',
      newerRevisions: [
        {
          frozen: { revision: 1, figure: '99.85' },
          newest: { revision: 2, figure: '100.00' },
          difference: '0.15',
          reason: 'Exclusion approved: The customer pulled the plug.',
        },
      ],
    });

    await run(FREEZE_PACK, { id: review.id });
    const { packs } = await reviewOf(review);
    expect(packs.map(({ number, edition, score }: Record<string, unknown>) => [number, edition, score])).toEqual([
      [2, 'INTERNAL', '100.00'],
      [2, 'PROVIDER', '100.00'],
      [1, 'INTERNAL', '94.58'],
      [1, 'PROVIDER', '94.58'],
    ]);
    expect(packs[0].newerRevisions).toEqual([]);
  });

  it('is never changed, and neither is its hash', async () => {
    const { provider } = await measured();
    const { id } = await given.review(provider, 'packFrozen');
    const query = (sql: string) => api.dataSource.query(sql, [id]);

    await expect(query(`UPDATE review_pack SET text = 'other' WHERE review_id = $1`)).rejects.toThrow();
    await expect(query('DELETE FROM review_pack WHERE review_id = $1')).rejects.toThrow();
    await expect(
      query(`INSERT INTO review_pack SELECT gen_random_uuid(), review_id, 9, edition, hash, text || ' ', as_of, frozen_by_id, frozen_at
        FROM review_pack WHERE review_id = $1`),
    ).rejects.toThrow('review_pack_hash_check');
  });
});

describe('what a review refuses', () => {
  it('is a second review of the same period, and a chair from outside', async () => {
    const { provider } = await measured();
    await given.review(provider);
    const input = { providerId: provider.id, period: '2026-02', plannedOn: '2026-03-20', chairId: vera!.id };
    const refused = async (differing: object) =>
      (await run(PLAN_REVIEW, { input: { ...input, ...differing } })).planReview.errors;

    expect(await refused({})).toMatchObject([{ code: 'ALREADY_PLANNED' }]);
    expect(await refused({ period: '2026-04', chairId: (await given.contactOf(provider)).id })).toMatchObject([
      { code: 'NOT_A_COLLEAGUE' },
    ]);
    expect(await refused({ period: 'March' })).toMatchObject([{ code: 'UNKNOWN_PERIOD' }]);
  });

  it('is every step before its time, and everything once it is closed', async () => {
    const { provider } = await measured();
    const contact = await given.contactOf(provider);
    const { id } = await given.review(provider, 'planned');
    const codes = async (answer: Promise<object>) => {
      const [payload] = Object.values(await answer) as { errors: { code: string }[] }[];
      return payload!.errors.map(({ code }) => code);
    };
    const decision = { input: { reviewId: id, kind: 'ACCEPT', text: 'Fine.' } };
    const action = { input: { reviewId: id, what: 'Call.', ownerId: vera!.id, due: '2026-04-01' } };

    expect(await codes(run(COMMENT, { id, comment: 'Hm.' }, contact))).toEqual(['WRONG_STATE']);
    expect(await codes(run(HOLD, { id, minutes: 'We spoke.' }))).toEqual(['WRONG_STATE']);
    expect(await codes(run(DECIDE, decision))).toEqual(['WRONG_STATE']);
    await run(FREEZE_PACK, { id });
    await run(HOLD, { id, minutes: 'We spoke.' });
    expect(await codes(run(FREEZE_PACK, { id }))).toEqual(['WRONG_STATE']);
    expect(await codes(run(COMMENT, { id, comment: 'Too late.' }, contact))).toEqual(['WRONG_STATE']);
    expect(await codes(run(CLOSE, { id }))).toEqual(['NO_DECISION']);
    await run(DECIDE, decision);
    await run(CLOSE, { id });
    expect(await codes(run(DECIDE, decision))).toEqual(['WRONG_STATE']);
    expect(await codes(run(ADD_ACTION, action))).toEqual(['WRONG_STATE']);
    await expect(api.dataSource.query(`UPDATE review SET minutes = 'x' WHERE id = $1`, [id])).rejects.toThrow();
    await expect(
      api.dataSource.query(
        `INSERT INTO review_decision VALUES (gen_random_uuid(), $1, 'accept', 'x', $2, now(), NULL)`,
        [id, vera!.id],
      ),
    ).rejects.toThrow('takes no');
  });

  it('is a credit of somebody else, or of another decision', async () => {
    const [mine, other] = [await measured(), await measured()];
    const { id } = await given.review(mine.provider, 'held');
    const refused = async (kind: string, commitment: { id: string }) => {
      const input = { reviewId: id, kind, text: 'Taken back.', ...(await creditOf(commitment)) };
      return (await run(DECIDE, { input })).recordReviewDecision.errors;
    };

    expect(await refused('CREDIT', other.commitment)).toMatchObject([{ code: 'UNKNOWN_CREDIT' }]);
    expect(await refused('ACCEPT', mine.commitment)).toMatchObject([{ code: 'KIND_DOES_NOT_FIT' }]);
  });
});

describe('a planned review', () => {
  const CANCEL = `mutation ($id: ID!, $reason: String!) {
    cancelReview(id: $id, reason: $reason) { review { state cancelReason viewerCanCancel } errors { code message } } }`;

  it('is cancelled with a reason, and its period can be planned again', async () => {
    const { provider } = await measured();
    const { id } = await given.review(provider);
    const contact = await given.contactOf(provider);
    const cancel = async (reason: string, person = vera!) => (await run(CANCEL, { id, reason }, person)).cancelReview;

    expect((await cancel('No.', contact)).errors).toEqual([
      {
        code: 'FORBIDDEN',
        message: 'Only a vendor manager of the provider or the BT office cancels this review.',
      },
    ]);
    expect((await cancel(' ')).errors).toMatchObject([{ code: 'REASON_MISSING' }]);
    expect(await cancel('Nothing to say.')).toEqual({
      review: { state: 'CANCELLED', cancelReason: 'Nothing to say.', viewerCanCancel: false },
      errors: [],
    });
    expect((await cancel('Again.')).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await run(FREEZE_PACK, { id })).freezePack.errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    await expect(api.dataSource.query(`UPDATE review SET state = 'planned' WHERE id = $1`, [id])).rejects.toThrow();

    const { id: next } = await given.review(provider, 'packFrozen');
    expect((await run(CANCEL, { id: next, reason: 'Too late.' })).cancelReview.errors).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
    await expect(
      api.dataSource.query(`UPDATE review SET state = 'cancelled', cancel_reason = 'x' WHERE id = $1`, [next]),
    ).rejects.toThrow();
  });

  it('has a period and a day that make sense', async () => {
    const { provider } = await measured();
    const plan = async (period: string, plannedOn: string) => {
      const input = { providerId: provider.id, period, plannedOn, chairId: vera!.id };
      return (await run(PLAN_REVIEW, { input })).planReview.errors;
    };

    expect(await plan('2025-12', '2026-03-20')).toMatchObject([{ code: 'BEFORE_AGREEMENT', field: ['period'] }]);
    expect(await plan('2027-01', '2027-02-10')).toMatchObject([{ code: 'LATER_YEAR', field: ['period'] }]);
    expect(await plan('2026-02', '2029-03-20')).toMatchObject([
      {
        code: 'WRONG_DAY',
        message: 'A review of 2026-02 is planned between 2026-01-28 and 2027-03-16.',
        field: ['plannedOn'],
      },
    ]);
  });
});

describe('actions', () => {
  it('belong to somebody here or to a contact of the provider, and are due today or later', async () => {
    const { provider } = await measured();
    const { id: reviewId } = await given.review(provider, 'held');
    const foreign = await given.contactOf((await measured()).provider);
    const refused = async (differing: object) => {
      const input = { reviewId, what: 'Call.', ownerId: vera!.id, due: '2026-04-01', ...differing };
      return (await run(ADD_ACTION, { input })).addAction.errors;
    };

    expect(await refused({ ownerId: foreign.id })).toMatchObject([{ code: 'NOT_CONCERNED', field: ['ownerId'] }]);
    expect(await refused({ due: '2026-03-15' })).toMatchObject([{ code: 'IN_THE_PAST', field: ['due'] }]);
    expect(await refused({})).toEqual([]);
  });

  it('stay open after the close, become overdue, and are done by their owner once', async () => {
    const { provider } = await measured();
    const review = await given.review(provider, 'held');
    const [owner, other] = [await given.person({ name: 'Otto' }), await given.person({ name: 'Olga' })];
    const { id } = await given.action(review, owner, { due: '2026-03-17' });
    await run(DECIDE, { input: { reviewId: review.id, kind: 'ACCEPT', text: 'Fine.' } });
    await run(CLOSE, { id: review.id });
    api.clock.set('2026-03-18T09:00:00Z');

    const mine = async (person: typeof owner) => (await run(ACTIONS, { mine: true, open: true }, person)).actions;
    expect(await mine(owner)).toMatchObject({
      totalCount: 1,
      edges: [
        { node: { id, overdue: true, review: null, provider: { name: provider.name }, viewerCanComplete: true } },
      ],
    });
    expect((await mine(other)).totalCount).toBe(0);
    const done = (person: typeof owner) => run(COMPLETE_ACTION, { id, outcome: 'Laid.' }, person);
    expect((await done(other)).completeAction.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await done(owner)).completeAction).toEqual({
      action: { outcome: 'Laid.', doneBy: { name: 'Otto' } },
      errors: [],
    });
    expect((await done(owner)).completeAction.errors).toMatchObject([{ code: 'ALREADY_DONE' }]);
    expect((await mine(owner)).totalCount).toBe(0);
    await expect(api.dataSource.query(`UPDATE review_action SET outcome = 'x' WHERE id = $1`, [id])).rejects.toThrow();
    api.clock.set('2026-03-16T09:00:00Z');
  });

  it('are listed by date, page by page', async () => {
    const { provider } = await measured();
    const review = await given.review(provider, 'held');
    for (const due of ['2026-05-01', '2026-04-01', '2026-06-01'])
      await given.action(review, vera!, { what: `By ${due}`, due });

    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { actions } = await run(ACTIONS, { providerId: provider.id, first: 2, after });
      seen.push(...actions.edges.map(({ node }: { node: { what: string } }) => node.what));
      expect(actions.totalCount).toBe(3);
      ({ hasNextPage: more, endCursor: after } = actions.pageInfo);
    }
    expect(seen).toEqual(['By 2026-04-01', 'By 2026-05-01', 'By 2026-06-01']);
  });
});

it('lets one of two people take a step when both do so at once; the same evidence makes one pack', async () => {
  const { provider } = await measured();
  const [, vito] = await given.vendorManagers();
  type Payload = { review?: { id: string } | null; errors: { code: string }[] };
  const both = async (document: string, variables: object) => {
    const answers = await Promise.all([vera!, vito!].map((person) => run(document, variables, person)));
    return answers.flatMap((answer) => Object.values(answer) as Payload[]);
  };
  const refusals = (payloads: Payload[]) => payloads.flatMap(({ errors }) => errors.map(({ code }) => code));
  const input = { providerId: provider.id, period: '2026-02', plannedOn: '2026-03-20', chairId: vera!.id };

  const planned = await both(PLAN_REVIEW, { input });
  expect(refusals(planned)).toEqual(['ALREADY_PLANNED']);
  const { id } = planned.find(({ review }) => review)!.review!;
  expect(refusals(await both(FREEZE_PACK, { id }))).toEqual(['NOTHING_CHANGED']);
  const { packs } = await reviewOf({ id });
  expect(packs.map(({ number }: { number: number }) => number)).toEqual([1, 1]);
  expect(refusals(await both(HOLD, { id, minutes: 'We spoke.' }))).toEqual(['WRONG_STATE']);
  await given.decision({ id });
  expect(refusals(await both(CLOSE, { id }))).toEqual(['WRONG_STATE']);
});

it('writes every step into the audit', async () => {
  const { provider } = await measured();
  const review = await given.review(provider, 'closed');
  const rows: { action: string }[] = await api.dataSource.query(
    'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id',
    [review.id],
  );

  expect(rows.map(({ action }) => action)).toEqual([
    'review.planned',
    'review.packFrozen',
    'review.held',
    'review.decided',
    'review.closed',
  ]);
});
