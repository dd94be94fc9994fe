import { DomainError } from '../domain-error.js';

/** With customers, with an internal provider, with an external one. */
export const AGREEMENT_KINDS = ['sla', 'ola', 'uc'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** Between whom an agreement is to be made. */
export interface AgreementParties {
  kind: AgreementKind;
  /** null when none is named. */
  provider: { kind: 'internal' | 'external'; name: string; endedAt: Date | null } | null;
  /** The business unit promised to; null = all of them. */
  customerId: string | null;
}

/** @throws {DomainError} When the kind of agreement and the parties named do not go together. */
export function assertParties({ kind, provider, customerId }: AgreementParties): void {
  if (kind === 'sla') {
    if (provider) throw wrong('An SLA names no provider: the provider of each service keeps it.', 'providerId');
    return;
  }
  if (customerId) throw wrong(`${WITH[kind].name} names no customer: it is made with a provider.`, 'customerId');
  if (!provider)
    throw wrong(`${WITH[kind].name} needs the ${WITH[kind].providerKind} provider it binds.`, 'providerId');
  if (provider.kind !== WITH[kind].providerKind) {
    throw wrong(
      `${WITH[kind].name} binds an ${WITH[kind].providerKind} provider, and ${provider.name} is ${provider.kind}.`,
      'providerId',
    );
  }
  if (provider.endedAt) throw wrong(`${provider.name} has ended as a provider.`, 'providerId');
}

const WITH = {
  ola: { name: 'An OLA', providerKind: 'internal' },
  uc: { name: 'An underpinning contract', providerKind: 'external' },
} as const;

const wrong = (message: string, field: string) => new DomainError('WRONG_PARTIES', message, [field]);
