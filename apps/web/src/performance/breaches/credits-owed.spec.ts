import { expect, it } from 'vitest';
import type { BreachRowFragment } from '../../generated/graphql';
import { creditsOwed } from './credits-owed';

type Party = { name: string } | null;

/** What a breach tells about who owes whom; the service has a provider of its own throughout. */
const breach = (
  agreement: { kind: 'SLA' | 'OLA' | 'UC'; provider?: Party; customer?: Party },
  credit: [string, string] | null,
  supersededAt: string | null = null,
) =>
  ({
    supersededAt,
    credit: credit && { amount: { amount: credit[0], currency: credit[1] } },
    result: {
      commitment: {
        agreement: { provider: null, customer: null, ...agreement },
        service: { provider: { name: 'BT operations' } },
      },
    },
  }) as unknown as BreachRowFragment;

const uc = { kind: 'UC', provider: { name: 'Nimbus Cloud' } } as const;
const ola = { kind: 'OLA', provider: { name: 'Platform team' } } as const;
const sla = { kind: 'SLA' } as const;

it('parts what providers owe us from what we owe customers, with a sum for each currency', () => {
  const breaches = [
    breach(uc, ['250.00', 'EUR']),
    breach(uc, ['0.50', 'EUR']),
    breach(uc, ['90', 'USD']),
    breach(uc, ['1000', 'EUR'], '2026-03-01T00:00:00Z'),
    breach(ola, null),
    breach(sla, ['40', 'EUR']),
    breach({ ...sla, customer: { name: 'Sales' } }, ['60.10', 'EUR']),
  ];

  expect(creditsOwed(breaches, 'every business unit')).toEqual({
    toUs: {
      sums: [
        { currency: 'EUR', amount: '250.50' },
        { currency: 'USD', amount: '90' },
      ],
      rows: [
        { party: 'Nimbus Cloud', owed: { currency: 'EUR', amount: '250.50' }, count: 3 },
        { party: 'Nimbus Cloud', owed: { currency: 'USD', amount: '90' }, count: 3 },
        { party: 'Platform team', owed: null, count: 1 },
      ],
    },
    byUs: {
      sums: [{ currency: 'EUR', amount: '100.10' }],
      rows: [
        { party: 'Sales', owed: { currency: 'EUR', amount: '60.10' }, count: 1 },
        { party: 'every business unit', owed: { currency: 'EUR', amount: '40' }, count: 1 },
      ],
    },
  });
});
