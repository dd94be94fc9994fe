import { expect, it } from 'vitest';
import { publishingNeeds } from './what-is-missing';

const agreement = { id: 'a', slug: 'a', name: 'A', kind: 'SLA' as const, current: { id: 'v' } };
const plan = {
  id: 'p',
  name: 'P',
  slug: 'p',
  description: '',
  currency: 'EUR',
  version: 1,
  endedAt: null,
  delivery: null,
  prices: [],
  agreement,
};
const commitment = { id: 'c', slug: 'c', name: 'C', agreement };
const owner = { id: 'o', name: 'Ada' };

const unmet = (service: Omit<Parameters<typeof publishingNeeds>[0], 'supportedServices'>) =>
  publishingNeeds({ supportedServices: [], ...service }).flatMap(({ need, met }) => (met ? [] : [need]));

it('asks for an owner, a plan, and a promise in force behind the plan', () => {
  expect(unmet({ owner: null, plans: [], commitments: [] })).toEqual(['owner', 'plan', 'promise']);
  expect(
    unmet({ owner, plans: [{ ...plan, agreement: { ...agreement, current: null } }], commitments: [commitment] }),
  ).toEqual(['promise']);
  expect(unmet({ owner, plans: [plan], commitments: [commitment] })).toEqual([]);
});

it('counts no plan that has ended', () => {
  expect(unmet({ owner, plans: [{ ...plan, endedAt: '2026-01-01T00:00:00Z' }], commitments: [commitment] })).toEqual([
    'plan',
    'promise',
  ]);
});

it('asks for an owner alone where nobody orders it and other services rest on it', () => {
  const supportedServices = [{ id: 's', slug: 's', name: 'S', outcome: '', lifecycle: 'CHARTERED' as const }];
  const needs = publishingNeeds({ owner: null, plans: [], commitments: [], supportedServices });
  expect(needs).toEqual([{ need: 'owner', met: false }]);
});
