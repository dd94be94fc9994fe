import { assertParties } from './agreement-kind.js';

const team = { kind: 'internal', name: 'Platform team', endedAt: null } as const;
const company = { kind: 'external', name: 'Nimbus Cloud', endedAt: null } as const;

describe('the parties of an agreement', () => {
  it.each([
    { kind: 'sla', provider: null, customerId: 'unit' },
    { kind: 'sla', provider: null, customerId: null },
    { kind: 'ola', provider: team, customerId: null },
    { kind: 'uc', provider: company, customerId: null },
  ] as const)('fit: %j', (parties) => {
    expect(() => assertParties(parties)).not.toThrow();
  });

  it.each([
    [
      { kind: 'sla', provider: company, customerId: null },
      'An SLA names no provider: the provider of each service keeps it.',
    ],
    [{ kind: 'ola', provider: null, customerId: null }, 'An OLA needs the internal provider it binds.'],
    [
      { kind: 'ola', provider: company, customerId: null },
      'An OLA binds an internal provider, and Nimbus Cloud is external.',
    ],
    [
      { kind: 'uc', provider: team, customerId: null },
      'An underpinning contract binds an external provider, and Platform team is internal.',
    ],
    [
      { kind: 'uc', provider: company, customerId: 'unit' },
      'An underpinning contract names no customer: it is made with a provider.',
    ],
    [
      { kind: 'uc', provider: { ...company, endedAt: new Date(0) }, customerId: null },
      'Nimbus Cloud has ended as a provider.',
    ],
  ] as const)('do not fit: %j', (parties, sentence) => {
    expect(() => assertParties(parties)).toThrow(sentence);
  });
});
