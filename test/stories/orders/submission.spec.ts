import { startStory } from '../../builders/index.js';
import { CHANGE_DRAFT, DRAFT, ORDER_PAGE, QUOTE, SUBMIT } from './documents.js';

const { api, given } = await startStory();
const { manager } = api.dataSource;

type Place = Awaited<ReturnType<typeof given.orderPlace>>;

const submit = async ({ requester }: Place, { id, version }: { id: string; version: number }) =>
  (await api.as(requester).run(SUBMIT, { id, version })).submitOrder;
const sql = (text: string, ...values: unknown[]) => manager.query(text, values);

it('is refused without a reason', async () => {
  const place = await given.orderPlace();
  const order = await given.order(place, 'draft', { reason: ' ' });

  expect((await submit(place, order)).errors).toEqual([
    { code: 'REASON_MISSING', message: 'Say why you order this.', field: ['reason'] },
  ]);
});

it('is for somebody who works here, not for the contact of a provider', async () => {
  const { plan, requester, unit } = await given.orderPlace();
  const contact = await given.contactOf(await given.provider());
  const input = { items: [{ planId: plan.id }], reason: 'A laptop.', beneficiaryId: contact.id, unitId: unit.id };

  const refusal = { code: 'NOT_A_COLLEAGUE', message: 'An order is for somebody who works here.' };
  expect((await api.as(requester).run(DRAFT, { input })).draftOrder.errors).toMatchObject([refusal]);
});

describe('a submission is refused in one sentence', () => {
  it.each<[string, string, RegExp, (place: Place) => Promise<unknown>]>([
    [
      'its service is not live',
      'SERVICE_NOT_LIVE',
      /only live services/,
      ({ service }) => sql(`UPDATE service SET lifecycle = 'retiring' WHERE id = $1`, service.id),
    ],
    [
      'its plan has ended',
      'PLAN_ENDED',
      /has ended/,
      ({ plan }) => sql(`UPDATE plan SET ended_at = now() WHERE id = $1`, plan.id),
    ],
    [
      'its plan took its last order yesterday',
      'PLAN_ENDED',
      /has ended/,
      ({ plan }) => sql(`UPDATE plan SET ends_on = '2026-03-15' WHERE id = $1`, plan.id),
    ],
    [
      'no team manages the service',
      'NO_TEAM',
      /No team manages/,
      ({ service }) => sql(`UPDATE service_management SET to_date = '2026-03-15' WHERE service_id = $1`, service.id),
    ],
    [
      'no budget covers the day',
      'NO_BUDGET',
      /budget for today/,
      ({ budget }) => sql(`UPDATE budget SET to_date = '2026-03-15' WHERE id = $1`, budget.id),
    ],
    [
      'the budget is in another currency',
      'OTHER_CURRENCY',
      /priced in EUR/,
      ({ budget }) => sql(`UPDATE budget SET currency = 'USD' WHERE id = $1`, budget.id),
    ],
    [
      'the budget has no room',
      'NO_ROOM',
      /needs 100.00 EUR/,
      ({ budget }) => sql(`UPDATE budget SET amount = 99.99 WHERE id = $1`, budget.id),
    ],
    [
      'nobody can approve',
      'NO_APPROVER',
      /neither Unit \d+ nor a unit above/,
      ({ owner }) => sql(`UPDATE role_assignment SET ended_at = now() WHERE person_id = $1`, owner.id),
    ],
    [
      'the unit has ended',
      'UNIT_ENDED',
      /has ended/,
      ({ unit }) => sql(`UPDATE business_unit SET ended_at = now() WHERE id = $1`, unit.id),
    ],
  ])('when %s', async (_, code, sentence, change) => {
    const place = await given.orderPlace();
    const draft = await given.order(place);
    await change(place);

    const { order, errors } = await submit(place, draft);
    const quote = (
      await api.as(place.requester).run(QUOTE, { input: { items: [{ planId: place.plan.id }], reason: '' } })
    ).quoteOrder;

    expect(order).toBeNull();
    expect(errors).toMatchObject([{ code, message: expect.stringMatching(sentence) }]);
    // What a quote says beforehand is what the submission says.
    expect(quote.refusals).toEqual(errors);
    expect(await given.budgetNow(place.budget)).toMatchObject({ reserved: '0.00' });
  });

  it('when its plan has ended since the draft was looked at, whatever it cost', async () => {
    const place = await given.orderPlace();
    await given.plan(place.service);
    const draft = await given.order(place);
    const dearer = [{ kind: 'recurring' as const, label: 'Fee', amount: '12', per: 'month' as const, unitName: null }];
    await given.changedPlan(place.plan, { prices: dearer });
    const isOther = ({ slug }: { slug: string }) => slug !== place.plan.slug;
    await given.offered(place.service, (now) => ({ ...now, plans: now.plans.filter(isOther) }));

    const { errors } = await submit(place, draft);

    expect(errors).toMatchObject([{ code: 'PLAN_ENDED', field: ['items', '0', 'planId'] }]);
  });

  it('when the price changed since the draft was looked at, and is taken once the new one was seen', async () => {
    const place = await given.orderPlace();
    const draft = await given.order(place);
    const dearer = [{ kind: 'recurring' as const, label: 'Fee', amount: '12', per: 'month' as const, unitName: null }];
    await given.changedPlan(place.plan, { prices: dearer });

    const { errors } = await submit(place, draft);
    const { order: seen } = await api.as(place.requester).run(ORDER_PAGE, { id: draft.id });
    const again = await submit(place, seen);

    expect(errors).toMatchObject([{ code: 'PRICE_CHANGED', field: ['version'] }]);
    expect(seen).toMatchObject({ items: [{ prices: [{ amount: '12' }] }], cost: { total: { amount: '120.00' } } });
    expect(again).toMatchObject({ errors: [], order: { state: 'AWAITING_APPROVAL' } });
  });

  it('when the draft was changed by another window meanwhile', async () => {
    const place = await given.orderPlace();
    const draft = await given.order(place);
    const change = { id: draft.id, version: draft.version, input: { items: [{ planId: place.plan.id, quantity: 2 }] } };
    const { changeOrderDraft } = await api.as(place.requester).run(CHANGE_DRAFT, change);

    expect((await submit(place, draft)).errors).toMatchObject([{ code: 'STALE' }]);
    expect(changeOrderDraft.order.items[0].quantity).toBe(2);
    expect((await submit(place, changeOrderDraft.order)).errors).toEqual([]);
  });

  it.each([
    [
      'the requester no longer orders for the unit',
      'FORBIDDEN',
      ({ requester }: Place) => sql(`UPDATE role_assignment SET ended_at = now() WHERE person_id = $1`, requester.id),
    ],
    [
      'the person it is for has left',
      'UNKNOWN_PERSON',
      (_: Place, id: string) => sql(`UPDATE person SET ended_at = now() WHERE id = $1`, id),
    ],
  ])('when %s since it was drafted', async (_, code, change) => {
    const place = await given.orderPlace();
    const colleague = await given.person();
    const draft = await given.order(place, 'draft', { beneficiaryId: colleague.id, unitId: place.unit.id });
    await change(place, colleague.id);

    expect((await submit(place, draft)).errors).toMatchObject([{ code }]);
  });

  it('when it was submitted already', async () => {
    const place = await given.orderPlace();
    const order = await given.order(place, 'awaitingApproval');

    expect((await submit(place, order)).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });
});

describe('a draft', () => {
  it('keeps counting upwards when it is moved to a plan that changed less often', async () => {
    const place = await given.orderPlace();
    for (const name of ['One', 'Two', 'Three']) await given.changedPlan(place.plan, { name });
    const draft = await given.order(place);
    const young = await given.plan(place.service, { name: 'Young' });

    const { changeOrderDraft } = await api
      .as(place.requester)
      .run(CHANGE_DRAFT, { id: draft.id, version: draft.version, input: { items: [{ planId: young.id }] } });

    expect(changeOrderDraft.order.items[0].plan.name).toBe('Young');
    expect(changeOrderDraft.order.version).toBeGreaterThan(draft.version);
  });

  it('is for the unit of the beneficiary, unless another one is said to pay', async () => {
    const place = await given.orderPlace();
    const colleague = await given.person({ name: 'Carl Colleague', unitId: place.unit.id });
    const homeless = await given.person({ name: 'Hope Homeless' });
    const draft = async (input: object) =>
      (
        await api
          .as(place.requester)
          .run(DRAFT, { input: { items: [{ planId: place.plan.id }], reason: '', ...input } })
      ).draftOrder;

    expect((await draft({ beneficiaryId: colleague.id })).order).toMatchObject({ unit: { name: place.unit.name } });
    expect((await draft({ beneficiaryId: homeless.id })).errors).toMatchObject([{ code: 'NO_UNIT' }]);
    expect((await draft({ beneficiaryId: homeless.id, unitId: place.unit.id })).errors).toEqual([]);
  });

  it('is not on the budget of a unit for which the viewer does not order', async () => {
    const [place, other] = [await given.orderPlace(), await given.orderPlace()];
    const input = { items: [{ planId: place.plan.id }], unitId: other.unit.id, reason: '' };

    const { draftOrder } = await api.as(place.requester).run(DRAFT, { input });

    expect(draftOrder.errors).toMatchObject([{ code: 'FORBIDDEN', field: ['unitId'] }]);
  });
});

describe('the price', () => {
  it('stays as it was pinned when the plan gets dearer after the submission', async () => {
    const place = await given.orderPlace();
    const { id } = await given.order(place, 'awaitingApproval');
    const dearer = [{ kind: 'recurring' as const, label: 'Fee', amount: '99', per: 'month' as const, unitName: null }];
    await given.changedPlan(place.plan, { prices: dearer });

    const { order } = await api.as(place.requester).run(ORDER_PAGE, { id });

    expect(order).toMatchObject({
      items: [{ prices: [{ amount: '10.00' }], planVersion: 1 }],
      cost: { total: { amount: '100.00' } },
    });
  });

  it('comes from the nearest budget up the unit tree', async () => {
    const place = await given.orderPlace();
    const child = await given.unit({ parentId: place.unit.id });
    const input = { items: [{ planId: place.plan.id }], unitId: child.id, reason: '' };
    const quote = async () => (await api.as(place.owner).run(QUOTE, { input })).quoteOrder;
    await given.role(place.owner, { role: 'requester', kind: 'unit', id: place.unit.id });

    expect((await quote()).cost.budget).toEqual({ name: 'Year 2026' });
    await given.budget(child, { name: 'Of its own', amount: '50' });
    expect(await quote()).toMatchObject({
      cost: { budget: { name: 'Of its own' } },
      budgetLeft: { amount: '50.00', currency: 'EUR' },
      refusals: [{ code: 'NO_APPROVER' }],
    });
  });
});
