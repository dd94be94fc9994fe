import { PriceComponentEntity } from '@accord/api/catalog/plans/price-component.entity.js';
import { startStory } from '../../builders/index.js';
import { ADD_PLAN, CHANGE_PLAN, END_PLAN, SERVICE } from './documents.js';

const { api, given } = await startStory();
const owner = await given.person({ roles: ['requester'] });
const stranger = await given.person({ roles: ['requester'] });

const plan = {
  name: 'Basic',
  slug: 'basic',
  description: 'For most people.',
  currency: 'EUR',
  prices: [
    { kind: 'ONE_OFF', label: 'Set-up', amount: '25' },
    { kind: 'RECURRING', label: 'Mailbox', amount: '4.50', per: 'MONTH' },
    { kind: 'PER_UNIT', label: 'Storage', amount: '0.000125', per: 'MONTH', unitName: 'GB' },
  ],
};
const add = async (serviceId: string, other: object = {}, who = owner) =>
  (await api.as(who).run(ADD_PLAN, { input: { ...plan, serviceId, ...other } })).addPlan;
const change = async (id: string, input: object, who = owner) =>
  (await api.as(who).run(CHANGE_PLAN, { id, input })).changePlan;
const end = async (id: string, who = owner) => (await api.as(who).run(END_PLAN, { id })).endPlan;
const price = (other: object) => ({ prices: [{ ...plan.prices[1], ...other }] });

describe('a plan', () => {
  it('states what a service costs, exactly', async () => {
    const service = await given.service({ ownerId: owner.id });

    const added = await add(service.id);

    expect(added.errors).toEqual([]);
    expect(added.plan.prices).toEqual([
      { kind: 'ONE_OFF', label: 'Set-up', amount: '25', per: null, unitName: null },
      { kind: 'RECURRING', label: 'Mailbox', amount: '4.50', per: 'MONTH', unitName: null },
      { kind: 'PER_UNIT', label: 'Storage', amount: '0.000125', per: 'MONTH', unitName: 'GB' },
    ]);
  });

  it.each([
    ['NEGATIVE_PRICE', ['prices', '0', 'amount'], price({ amount: '-1' })],
    ['PRICE_TOO_FINE', ['prices', '0', 'amount'], price({ amount: '4.505' })],
    ['PRICE_TOO_FINE', ['prices', '0', 'amount'], { currency: 'JPY', ...price({ amount: '4.5' }) }],
    ['NO_PERIOD', ['prices', '0', 'per'], price({ per: null })],
    ['NO_UNIT', ['prices', '0', 'unitName'], price({ kind: 'PER_UNIT' })],
    ['UNKNOWN_CURRENCY', ['currency'], { currency: 'EUX' }],
    ['INVALID_SLUG', ['slug'], { slug: 'Basic Plan' }],
    ['UNKNOWN_AGREEMENT', ['agreementId'], { agreementId: '019a0000-0000-7000-8000-000000000001' }],
    ['INVALID', ['prices', '0', 'label'], price({ label: ' ' })],
  ])('is refused as %s on %j', async (code, field, other) => {
    const service = await given.service({ ownerId: owner.id });

    const { plan: none, errors } = await add(service.id, other);

    expect(none).toBeNull();
    expect(errors).toMatchObject([{ code, field }]);
  });

  it('is refused when an amount is no decimal', async () => {
    const service = await given.service({ ownerId: owner.id });
    const { errors } = await api
      .as(owner)
      .ask(ADD_PLAN, { input: { ...plan, serviceId: service.id, ...price({ amount: '1e3' }) } });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('has a slug that no other plan of the service ever had', async () => {
    const [service, other] = [await given.service({ ownerId: owner.id }), await given.service({ ownerId: owner.id })];
    await add(service.id);

    expect((await add(service.id)).errors).toMatchObject([{ code: 'SLUG_TAKEN', field: ['slug'] }]);
    expect((await add(other.id)).errors).toEqual([]);
  });

  it('gets new prices, and keeps what they were', async () => {
    const service = await given.service({ ownerId: owner.id });
    const { plan: added } = await add(service.id);

    const changed = await change(added.id, {
      version: 1,
      prices: [plan.prices[0], { ...plan.prices[1], amount: '5.00' }],
    });
    const stale = await change(added.id, { version: 1, name: 'Older' });

    expect(changed.errors).toEqual([]);
    expect(changed.plan.prices).toMatchObject([{ amount: '25' }, { amount: '5.00' }]);
    expect(changed.plan.version).toBeGreaterThan(1);
    expect(stale.errors).toMatchObject([{ code: 'STALE' }]);
    const kept = await api.dataSource.manager.find(PriceComponentEntity, {
      where: { planId: added.id },
      order: { id: 'ASC' },
    });
    const now = api.clock.now();
    expect(kept.map(({ amount, endedAt }) => [amount, endedAt])).toEqual(
      expect.arrayContaining([
        ['25', null],
        ['4.50', now],
        ['0.000125', now],
        ['5.00', null],
      ]),
    );
  });

  it('ends, is then out of sight for customers, and never comes back', async () => {
    const service = await given.service({ ownerId: owner.id });
    const [first] = [await given.plan(service), await given.plan(service, { name: 'Second' })];

    expect((await end(first.id)).errors).toEqual([]);
    expect((await end(first.id)).errors).toMatchObject([{ code: 'ALREADY_ENDED' }]);
    const seen = async (who: typeof owner) =>
      (await api.as(who).run(SERVICE, { slug: service.slug })).service.plans.length;
    expect([await seen(owner), await seen(stranger)]).toEqual([2, 1]);
  });

  it('does not end as the last one of a live service', async () => {
    const service = await given.service({ ownerId: owner.id });
    const last = await given.plan(service);

    expect((await end(last.id)).errors).toMatchObject([{ code: 'LAST_PLAN' }]);
  });

  it('is for the owner of the service', async () => {
    const service = await given.service({ ownerId: owner.id });
    const hidden = await given.service({ lifecycle: 'chartered' });
    const theirs = await given.plan(service);

    expect((await add(service.id, {}, stranger)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await change(theirs.id, { name: 'Mine' }, stranger)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await add(hidden.id, {}, stranger)).errors).toMatchObject([{ code: 'NOT_FOUND', field: ['serviceId'] }]);
    expect((await change((await given.plan(hidden)).id, { name: 'Mine' }, stranger)).errors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await end('basic')).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
