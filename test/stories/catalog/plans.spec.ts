import { startStory } from '../../builders/index.js';
import { CHANGE_DRAFT, DRAFT, PROPOSE_VERSION, PUBLISH_VERSION, SERVICE, VERSIONS } from './documents.js';

const { api, given } = await startStory();
const owner = await given.person({ roles: ['requester'] });
const office = await given.person({ roles: ['btOffice'] });
const stranger = await given.person({ roles: ['requester'] });

const plan = {
  slug: 'basic',
  name: 'Basic',
  description: 'For most people.',
  currency: 'EUR',
  prices: [
    { kind: 'oneOff', label: 'Set-up', amount: '25' },
    { kind: 'recurring', label: 'Mailbox', amount: '4.50', per: 'month' },
    { kind: 'perUnit', label: 'Storage', amount: '0.000125', per: 'month', unitName: 'GB' },
  ],
};
const service = () => given.service({ ownerId: owner.id });
const draftOf = async ({ id }: { id: string }) => (await api.as(owner).run(DRAFT, { id })).draftServiceVersion.version;
const change = async ({ id, revision }: { id: string; revision: number }, definition: object) =>
  (await api.as(owner).run(CHANGE_DRAFT, { id, revision, definition })).changeServiceDraft;

/** The owner writes and proposes it, the BT office publishes it; the first refusal on the way. */
async function publish(offered: { id: string }, plans: object[]) {
  const draft = await draftOf(offered);
  const { errors } = await change(draft, { ...draft.definition, plans });
  if (errors.length > 0) return errors;
  const proposed = (await api.as(owner).run(PROPOSE_VERSION, { id: draft.id })).proposeServiceVersion;
  if (proposed.errors.length > 0) return proposed.errors;
  return (await api.as(office).run(PUBLISH_VERSION, { id: draft.id })).publishServiceVersion.errors;
}
const plansOf = async ({ slug }: { slug: string }, who = owner) =>
  (await api.as(who).run(VERSIONS, { slug })).service.plans;

describe('a plan', () => {
  it('states what a service costs, exactly', async () => {
    const offered = await service();
    const tiers = [{ upTo: 1000, amount: '0.19' }, { amount: '0.125' }];
    const metered = { kind: 'metered', label: 'Calls', per: 'month', unitName: 'call', tiers };
    const limit = { kind: 'limit', label: 'Cores', amount: '12', per: 'quarter', unitName: 'core' };

    expect(await publish(offered, [{ ...plan, prices: [...plan.prices, metered, limit] }])).toEqual([]);

    const [{ prices }] = await plansOf(offered);
    expect(prices).toEqual([
      { kind: 'ONE_OFF', label: 'Set-up', amount: '25', per: null, unitName: null, tiers: null },
      { kind: 'RECURRING', label: 'Mailbox', amount: '4.50', per: 'MONTH', unitName: null, tiers: null },
      { kind: 'PER_UNIT', label: 'Storage', amount: '0.000125', per: 'MONTH', unitName: 'GB', tiers: null },
      {
        kind: 'METERED',
        label: 'Calls',
        amount: '0.19',
        per: 'MONTH',
        unitName: 'call',
        tiers: [
          { upTo: '1000', amount: '0.19' },
          { upTo: null, amount: '0.125' },
        ],
      },
      { kind: 'LIMIT', label: 'Cores', amount: '12', per: 'QUARTER', unitName: 'core', tiers: null },
    ]);
  });

  const price = (other: object) => ({ prices: [{ ...plan.prices[1], ...other }] });
  it.each([
    ['NEGATIVE_PRICE', ['prices', '0', 'amount'], price({ amount: '-1' })],
    ['PRICE_TOO_FINE', ['prices', '0', 'amount'], price({ amount: '4.505' })],
    ['PRICE_TOO_FINE', ['prices', '0', 'amount'], { currency: 'JPY', ...price({ amount: '4.5' }) }],
    ['MALFORMED_PLAN', ['prices', '0', 'amount'], price({ amount: '1e3' })],
    ['MALFORMED_PLAN', ['prices', '0', 'amount'], price({ amount: 4.5 })],
    ['NO_PERIOD', ['prices', '0', 'per'], price({ per: null })],
    ['NO_UNIT', ['prices', '0', 'unitName'], price({ kind: 'perUnit' })],
    ['MALFORMED_PLAN', ['prices', '0', 'label'], price({ label: ' ' })],
    ['MALFORMED_PLAN', ['prices', '0'], price({ colour: 'red' })],
    ['UNKNOWN_CURRENCY', ['currency'], { currency: 'EUX' }],
    ['MALFORMED_PLAN', ['slug'], { slug: 'Basic Plan' }],
    ['WRONG_TARGET', ['delivery', 'targetHours'], { delivery: { targetHours: '0', calendar: 'always' } }],
    ['UNKNOWN_CALENDAR', ['delivery', 'calendar'], { delivery: { targetHours: '8', calendar: 'never' } }],
    ['UNKNOWN_AGREEMENT', ['agreement'], { agreement: 'nothing-of-the-kind' }],
  ])('is refused as %s on %j', async (code, field, other) => {
    const errors = await publish(await service(), [{ ...plan, ...other }]);

    expect(errors).toMatchObject([{ code, field: ['definition', 'plans', '0', ...field] }]);
  });

  it('names an SLA, never an agreement with a provider', async () => {
    const { agreement } = await given.agreement({ kind: 'ola' });

    const errors = await publish(await service(), [{ ...plan, agreement: agreement.slug }]);

    expect(errors).toMatchObject([{ code: 'NOT_AN_SLA', field: ['definition', 'plans', '0', 'agreement'] }]);
  });

  it('keeps its currency for good, and its slug is its own', async () => {
    const offered = await service();
    await publish(offered, [plan]);

    expect(await publish(offered, [plan, plan])).toMatchObject([{ code: 'SLUG_TAKEN' }]);
    expect(await publish(await service(), [plan])).toEqual([]);
    const other = await service();
    await publish(other, [plan]);
    expect(await publish(other, [{ ...plan, currency: 'USD' }])).toMatchObject([
      { code: 'CURRENCY_FIXED', field: ['definition', 'plans', '0', 'currency'] },
    ]);
  });

  it('counts its changes, and only its own', async () => {
    const offered = await service();
    const second = { ...plan, slug: 'second', name: 'Second' };
    await publish(offered, [plan, second]);
    await publish(offered, [plan, { ...second, description: 'For some.' }]);

    expect(await plansOf(offered)).toMatchObject([
      { slug: 'basic', version: 1 },
      { slug: 'second', version: 2 },
    ]);
  });

  it('ends when a version leaves it out, is then out of sight for customers, and may come back', async () => {
    const offered = await service();
    const second = { ...plan, slug: 'second', name: 'Second' };
    await publish(offered, [plan, second]);

    expect(await publish(offered, [plan])).toEqual([]);
    const seen = async (who: typeof owner) =>
      (await api.as(who).run(SERVICE, { slug: offered.slug })).service.plans.length;
    expect([await seen(owner), await seen(stranger)]).toEqual([2, 1]);
    await publish(offered, [second, plan]);
    expect(await plansOf(offered, stranger)).toMatchObject([{ slug: 'second' }, { slug: 'basic' }]);
  });

  it('is never the last one that a live service loses', async () => {
    const offered = await service();
    await publish(offered, [plan]);

    expect(await publish(offered, [])).toMatchObject([{ code: 'LAST_PLAN', field: ['definition', 'plans'] }]);
  });

  it('is not added to a service that retires', async () => {
    const retiring = await given.service({ ownerId: owner.id, lifecycle: 'retiring' });

    expect(await publish(retiring, [plan])).toMatchObject([{ code: 'WRONG_LIFECYCLE' }]);
  });
});
