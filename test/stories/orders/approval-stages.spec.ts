import type { StageRule } from '@accord/domain';
import { startStory } from '../../builders/index.js';
import type { OrderPlace } from '../../builders/orders.js';
import type { SignedInPerson } from '../../builders/people.js';
import {
  DECIDE_FOR_PROVIDER,
  DECIDE_STAGES,
  FACTS,
  PROPOSE_STAGES,
  PROVIDER_APPROVALS,
  QUOTE_STAGES,
  STAGES,
} from './approval-documents.js';
import { APPROVE, ORDERS, ORDER_PAGE, REJECT, SUBMIT } from './documents.js';

const { api, given } = await startStory();

const approve = async (who: SignedInPerson, { id }: { id: string }) =>
  (await api.as(who).run(APPROVE, { id })).approveOrder;
const reject = async (who: SignedInPerson, { id }: { id: string }) =>
  (await api.as(who).run(REJECT, { id, reason: 'Too dear.' })).rejectOrder;
const seen = async (who: SignedInPerson, { id }: { id: string }) => (await api.as(who).run(STAGES, { id })).order;

interface Seat {
  person: { name: string };
}
const toDecide = async (who: SignedInPerson): Promise<string[]> =>
  (await api.as(who).run(ORDERS, { scope: 'TO_DECIDE' })).orders.edges.map(
    ({ node }: { node: { id: string } }) => node.id,
  );

const stage = (key: string, differing: Partial<StageRule> = {}): StageRule => ({
  key,
  name: `Stage ${key}`,
  need: 'any',
  from: [{ kind: 'budgetOwner' }],
  remindAfter: 3,
  ...differing,
});
const ruled = (place: OrderPlace, stages: StageRule[], automatic: object[] = []) =>
  given.offered(place.service, (now) => ({ ...now, approval: { stages, automatic } }));

/** A place whose rule asks a team of as many people. */
async function withTeam(need: StageRule['need'], people: number, more: StageRule[] = []) {
  const place = await given.orderPlace();
  const team = await given.team({ name: 'Compliance' });
  const members: SignedInPerson[] = [];
  for (let i = 1; i <= people; i++) {
    const member = await given.person({ name: `Cora ${i}` });
    await given.membership(team, member);
    members.push(member);
  }
  await ruled(place, [stage('law', { need, from: [{ kind: 'team', team: team.slug }] }), ...more]);
  return { place, team, members };
}

describe('stages of an approval', () => {
  it('are gone through one after the other, and all of them are shown up front', async () => {
    const { place, members } = await withTeam('any', 1, [stage('budget')]);
    const order = await given.order(place, 'awaitingApproval');

    expect((await seen(place.requester, order)).stages).toMatchObject([
      { position: 1, key: 'law', state: 'OPEN', needed: 1, seats: [{ person: { name: 'Cora 1' }, verdict: null }] },
      { position: 2, key: 'budget', state: 'WAITING', seats: [{ person: { name: 'Olga Owner' } }] },
    ]);
    expect((await approve(place.owner, order)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect([await toDecide(members[0]!), await toDecide(place.owner)]).toEqual([[order.id], []]);
    expect(await approve(members[0]!, order)).toMatchObject({ errors: [], order: { state: 'AWAITING_APPROVAL' } });
    expect([await toDecide(members[0]!), await toDecide(place.owner)]).toEqual([[], [order.id]]);
    expect((await approve(members[0]!, order)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await seen(place.owner, order)).viewerCanApprove).toBe(true);
    expect(await approve(place.owner, order)).toMatchObject({ errors: [], order: { state: 'APPROVED' } });
    const { stages } = await seen(place.requester, order);
    expect(stages).toMatchObject([
      { state: 'APPROVED', seats: [{ verdict: 'APPROVED', by: { name: 'Cora 1' } }] },
      { state: 'APPROVED', seats: [{ verdict: 'APPROVED', by: { name: 'Olga Owner' } }] },
    ]);
  });

  it('are refused as soon as a quorum of two of three is out of reach, not before', async () => {
    const { place, members } = await withTeam({ count: 2 }, 3);
    const order = await given.order(place, 'awaitingApproval');

    expect((await reject(members[0]!, order)).order.state).toBe('AWAITING_APPROVAL');
    expect((await reject(members[0]!, order)).errors).toMatchObject([{ code: 'ALREADY_DECIDED' }]);
    expect((await reject(members[2]!, order)).order.state).toBe('REJECTED');
    expect((await approve(members[1]!, order)).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await seen(place.requester, order)).stages[0]).toMatchObject({ state: 'REFUSED', needed: 2 });
    expect(await given.budgetNow(place.budget)).toMatchObject({ reserved: '0.00', committed: '0.00' });
  });

  it('need all of them where the rule says so, or a percentage rounded up', async () => {
    const { place, members } = await withTeam({ percent: 51 }, 3, [stage('budget')]);
    const order = await given.order(place, 'awaitingApproval');

    expect((await seen(place.requester, order)).stages[0]).toMatchObject({ need: 'PERCENT', value: 51, needed: 2 });
    await approve(members[0]!, order);
    expect((await seen(place.requester, order)).stages[0].state).toBe('OPEN');
    await approve(members[1]!, order);
    expect((await seen(place.requester, order)).stages[0].state).toBe('APPROVED');
  });

  it('that can never reach their quorum, or ask nobody, refuse the submission and name the stage', async () => {
    const { place } = await withTeam({ count: 3 }, 2);
    const draft = await given.order(place);
    const submit = `mutation ($id: ID!, $version: Int!) { submitOrder(id: $id, version: $version) { errors { code message } } }`;
    const submitted = async () =>
      (await api.as(place.requester).run(submit, { id: draft.id, version: draft.version })).submitOrder.errors;

    expect(await submitted()).toEqual([
      { code: 'QUORUM_OUT_OF_REACH', message: 'The stage "Stage law" needs 3 people, and only 2 can be asked.' },
    ]);
    const { slug } = await given.team({ name: 'Nobody' });
    await ruled(place, [stage('law', { from: [{ kind: 'team', team: slug }] })]);
    expect(await submitted()).toEqual([
      {
        code: 'NO_APPROVER',
        message:
          'Nobody can approve this order: nobody who neither requests it nor receives it can be asked in the stage "Stage law".',
      },
    ]);
  });

  it('ask the owner of the service, and never who requests or receives', async () => {
    const place = await given.orderPlace();
    const owner = await given.person({ name: 'Sven Service' });
    await api.dataSource.query('UPDATE service SET owner_id = $2 WHERE id = $1', [place.service.id, owner.id]);
    await ruled(place, [stage('owner', { from: [{ kind: 'serviceOwner' }, { kind: 'budgetOwner' }], need: 'all' })]);
    const forOwner = { beneficiaryId: owner.id, unitId: place.unit.id };

    const names = ({ stages: [{ seats }] }: { stages: [{ seats: Seat[] }] }) => seats.map(({ person }) => person.name);
    const both = await given.order(place, 'awaitingApproval');
    expect(names(await seen(place.requester, both)).sort()).toEqual(['Olga Owner', 'Sven Service']);
    const received = await given.order(place, 'awaitingApproval', forOwner);
    expect(names(await seen(place.requester, received))).toEqual(['Olga Owner']);
  });

  it('stay as they were at submission when the rule is edited', async () => {
    const { place, members } = await withTeam('any', 1);
    const order = await given.order(place, 'awaitingApproval');
    await ruled(place, [stage('budget', { need: 'all' })]);

    expect((await seen(place.requester, order)).stages).toMatchObject([{ key: 'law', state: 'OPEN' }]);
    expect((await approve(members[0]!, order)).order.state).toBe('APPROVED');
    const pinned = api.dataSource.query(`UPDATE approval_stage SET need = '"all"' WHERE order_id = $1`, [order.id]);
    await expect(pinned).rejects.toThrow('pinned at its submission');
  });

  it('find people anew once so many left that nobody could approve any more', async () => {
    const { place, team, members } = await withTeam({ count: 2 }, 3);
    const order = await given.order(place, 'awaitingApproval');
    const leaves = ({ id }: SignedInPerson) =>
      api.dataSource.query(`UPDATE team_membership SET to_date = '2026-03-15' WHERE person_id = $1`, [id]);

    await leaves(members[0]!);
    expect((await seen(place.requester, order)).stages[0].seats).toHaveLength(3);
    await leaves(members[1]!);
    expect((await seen(place.requester, order)).stages[0].seats).toHaveLength(3);
    const late = await given.person({ name: 'Lara Late' });
    await given.membership(team, late);
    const names = (await seen(place.requester, order)).stages[0].seats.map(({ person }: Seat) => person.name);
    expect(names.sort()).toEqual(['Cora 3', 'Lara Late']);
    expect((await approve(members[0]!, order)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await approve(late, order);
    expect((await approve(members[2]!, order)).order.state).toBe('APPROVED');
  });

  it('cannot be decided past the use cases by who requests it, nor twice by one person', async () => {
    const { place, members } = await withTeam('all', 2);
    const order = await given.order(place, 'awaitingApproval');
    const [{ id: stageId }] = await api.dataSource.query('SELECT id FROM approval_stage WHERE order_id = $1', [
      order.id,
    ]);
    const write = (seat: SignedInPerson, by: SignedInPerson) =>
      api.dataSource.query(
        `INSERT INTO approval_decision (id, stage_id, person_id, by_id, verdict, at)
         VALUES (gen_random_uuid(), $1, $2, $3, 'approved', now())`,
        [stageId, seat.id, by.id],
      );

    await expect(write(members[0]!, place.requester)).rejects.toThrow('does not decide here');
    await approve(members[0]!, order);
    await expect(write(members[1]!, members[0]!)).rejects.toThrow('does not decide here');
  });

  it('take as many statements for many orders in a list as for one', async () => {
    const { place, members } = await withTeam({ count: 2 }, 3);
    await given.order(place, 'awaitingApproval');
    const list = () => api.statementsOf(() => api.as(members[0]!).run(ORDERS, { scope: 'APPROVALS' }));
    const few = await list();
    for (let i = 0; i < 4; i++) await given.order(place, 'awaitingApproval');

    expect((await list()).length).toBe(few.length);
    const { orders } = await api.as(members[0]!).run(ORDERS, { scope: 'APPROVALS' });
    expect(orders.edges.map(({ node }: { node: { viewerCanApprove: boolean } }) => node.viewerCanApprove)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('a rule approves', () => {
  const small = { key: 'small', name: 'Small amounts', when: { upTo: { amount: '250', currency: 'EUR' } } };

  it('what is small, says which rule it was, and asks nobody', async () => {
    const place = await given.orderPlace();
    await ruled(place, [stage('budget')], [small]);

    const order = await given.order(place, 'awaitingApproval');

    const page = (await api.as(place.requester).run(ORDER_PAGE, { id: order.id })).order;
    const sentence = 'Approved by the rule "Small amounts": the total contract value is at most 250.00 EUR.';
    expect(page).toMatchObject({ state: 'APPROVED', decision: { approved: true, by: null, reason: sentence } });
    expect((await seen(place.requester, order)).stages).toMatchObject([
      { state: 'APPROVED', rule: sentence, seats: [] },
    ]);
    expect(await given.budgetNow(place.budget)).toMatchObject({ reserved: '0.00', committed: '100.00' });
    const [audited] = await api.dataSource.query(
      `SELECT actor_id, after FROM audit_entry WHERE subject_id = $1 AND action = 'order.stageDecided'`,
      [order.id],
    );
    expect(audited).toEqual({ actor_id: null, after: { stage: 'Stage budget', verdict: 'approved', rule: 'small' } });
  });

  it('not what is charged by use, and quote and approver are told why', async () => {
    const place = await given.orderPlace({
      plan: {
        prices: [
          { amount: '10.00', per: 'month' },
          { kind: 'metered', label: 'Traffic', amount: '5000.00', unitName: 'GB', per: 'month' },
        ],
      },
    });
    await ruled(place, [stage('budget')], [small]);
    const items = [{ planId: place.plan.id, quantity: 1 }];
    const input = { items, unitId: place.unit.id, reason: 'More traffic.', key: 'traffic' };

    const { quoteOrder } = await api.as(place.requester).run(QUOTE_STAGES, { input });
    const because =
      'The rule "Small amounts" goes by the amount, and what is charged by use is not known before it is used.';
    expect(quoteOrder.stages).toMatchObject([
      { rule: null, askedBecause: because, people: [{ name: place.owner.name }] },
    ]);
    const order = await given.order(place, 'awaitingApproval');
    expect(order.state).toBe('awaitingApproval');
    const { approvalFacts } = (await api.as(place.owner).run(FACTS, { id: order.id })).order;
    expect(approvalFacts).toMatchObject({ contractValue: { amount: '120.00' }, chargedByUse: ['Traffic'] });
  });

  it('not what was split into small orders within 30 days, by the same people, even when all are sent at once', async () => {
    const place = await given.orderPlace();
    await ruled(place, [stage('budget')], [small]);
    const state = async () => (await given.order(place, 'awaitingApproval')).state;

    // Each is worth 120.00 over a year.
    expect([await state(), await state(), await state()]).toEqual(['approved', 'approved', 'awaitingApproval']);
    const other = await given.orderPlace();
    await ruled(other, [stage('budget')], [small]);
    const drafts = [];
    for (let i = 0; i < 6; i++) drafts.push(await given.order(other));
    const sent = await Promise.all(
      drafts.map(({ id, version }) => api.as(other.requester).run(SUBMIT, { id, version })),
    );
    const states = sent.map(({ submitOrder }) => submitOrder.order.state).sort();
    expect(states).toEqual(['APPROVED', 'APPROVED', ...Array.from({ length: 4 }, () => 'AWAITING_APPROVAL')]);
    api.clock.set(new Date('2026-04-16T09:00:01.000Z'));
    expect(await state()).toBe('approved');
    api.clock.set(new Date('2026-03-16T09:00:00.000Z'));
  });
});

describe('what a unit adds', () => {
  const office = () => given.person({ name: 'Bea Office', roles: ['btOffice'] });
  const law = (team: { slug: string }, differing: object = {}) => ({
    key: 'law',
    name: 'Law',
    need: 'ANY',
    from: [{ kind: 'TEAM', team: team.slug }],
    ...differing,
  });
  const propose = async (who: SignedInPerson, unit: { id: string }, stages: object[]) =>
    (await api.as(who).run(PROPOSE_STAGES, { unitId: unit.id, stages })).proposeUnitStages;
  const decide = async (who: SignedInPerson, id: string, approved = true) =>
    (await api.as(who).run(DECIDE_STAGES, { id, approved })).decideUnitStages;

  it('comes after the stages of the service, once a second person has put it into force', async () => {
    const place = await given.orderPlace();
    const below = await given.unit({ parentId: place.unit.id });
    const team = await given.team();
    await given.membership(team, await given.person({ name: 'Cora Law' }));
    const [author, second] = [await office(), await office()];
    const keys = async () => {
      const { id } = await given.order(place, 'awaitingApproval', { unitId: place.unit.id });
      return (await seen(place.requester, { id })).stages.map(({ key }: { key: string }) => key);
    };

    const preview = `query ($unitId: ID!, $stages: [ApprovalStageInput!]!) {
      previewUnitStages(unitId: $unitId, stages: $stages) { key people { name } } }`;
    const stages = [law(team), law(team, { key: 'owner', from: [{ kind: 'SERVICE_OWNER' }] })];
    expect((await api.as(author).run(preview, { unitId: place.unit.id, stages })).previewUnitStages).toEqual([
      { key: 'law', people: [{ name: 'Cora Law' }] },
      { key: 'owner', people: [] },
    ]);
    expect((await propose(place.owner, place.unit, [law(team)])).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const { rule } = await propose(author, place.unit, [law(team)]);
    expect(rule).toMatchObject({ number: 1, state: 'PROPOSED', viewerCanApprove: false });
    expect((await propose(second, place.unit, [])).errors).toMatchObject([{ code: 'PROPOSED_ALREADY' }]);
    expect((await decide(author, rule.id)).errors).toMatchObject([{ code: 'SECOND_PERSON_NEEDED' }]);
    expect(await keys()).toEqual(['budget']);
    expect((await decide(second, rule.id)).rule.state).toBe('LIVE');
    expect(await keys()).toEqual(['budget', 'law']);
    const next = (await propose(second, below, [law(team, { need: 'ALL' })])).rule;
    expect((await decide(second, next.id, false)).rule.state).toBe('WITHDRAWN');
    expect((await decide(author, next.id)).errors).toMatchObject([{ code: 'ALREADY_DECIDED' }]);
  });

  it('is refused at the field that is wrong', async () => {
    const [unit, who] = [await given.unit(), await office()];

    expect((await propose(who, unit, [law({ slug: 'nobody-knows' })])).errors).toMatchObject([
      { code: 'UNKNOWN_TEAM', field: ['stages', '0', 'from'] },
    ]);
    expect((await propose(who, unit, [law({ slug: 'team' }, { name: 'L'.repeat(81) })])).errors).toMatchObject([
      { code: 'INVALID', field: ['stages', '0', 'name'] },
    ]);
    const quorum = law({ slug: 'team' }, { need: 'COUNT', value: 0 });
    expect((await propose(who, unit, [quorum])).errors).toMatchObject([
      { code: 'MALFORMED_APPROVAL', field: ['stages', '0', 'need', 'count'] },
    ]);
  });
});

describe('a provider', () => {
  it('decides on what is wanted of its own services, and sees no more of it', async () => {
    const place = await given.orderPlace();
    const [provider, rival] = [await given.provider(), await given.provider()];
    const [contact, other] = [await given.contactOf(provider), await given.contactOf(rival)];
    await api.dataSource.query('UPDATE service SET provider_id = $2 WHERE id = $1', [place.service.id, provider.id]);
    await ruled(place, [stage('capacity', { from: [{ kind: 'provider' }] }), stage('budget')]);
    const { id, number } = await given.order(place, 'awaitingApproval', { quantity: 3 });
    const waiting = async (who: SignedInPerson) => (await api.as(who).run(PROVIDER_APPROVALS)).providerApprovals;
    const decide = async (who: SignedInPerson, stageId: string, approved: boolean, reason: string | null = null) =>
      (await api.as(who).run(DECIDE_FOR_PROVIDER, { id: stageId, approved, reason })).decideForProvider;

    const [asked] = await waiting(contact);
    expect(asked).toMatchObject({
      number: `A-${number}`,
      stage: 'Stage capacity',
      items: [{ service: place.service.name, plan: place.plan.name, quantity: 3 }],
    });
    expect(await waiting(other)).toEqual([]);
    expect(await waiting(place.owner)).toEqual([]);
    expect((await api.as(contact).run(STAGES, { id })).order).toBeNull();
    expect((await decide(other, asked.id, true)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await decide(contact, asked.id, false)).errors).toMatchObject([{ field: ['reason'] }]);
    expect(await decide(contact, asked.id, true)).toMatchObject({ errors: [], approval: { number: `A-${number}` } });
    expect(await waiting(contact)).toEqual([]);
    expect((await seen(place.owner, { id })).deciders).toEqual([{ name: 'Olga Owner' }]);
  });
});
