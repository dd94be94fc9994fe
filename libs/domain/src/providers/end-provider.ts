import { DomainError } from '../domain-error.js';

/**
 * @param inUseBy Names of the live and retiring services that the provider delivers.
 * @throws {DomainError} `ALREADY_ENDED` or `IN_USE`.
 */
export function assertProviderCanEnd(
  provider: { name: string; endedAt: Date | null },
  inUseBy: readonly string[],
): void {
  if (provider.endedAt) throw new DomainError('ALREADY_ENDED', `${provider.name} has ended already.`);
  if (inUseBy.length === 0) return;
  const sentence = `${provider.name} still delivers ${inUseBy.join(', ')}; give these services another provider first.`;
  throw new DomainError('IN_USE', sentence, ['services']);
}
