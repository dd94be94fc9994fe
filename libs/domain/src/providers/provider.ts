import { DomainError } from '../domain-error.js';
import { isCountry } from './country.js';

export const PROVIDER_KINDS = ['internal', 'external'] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** Who delivers: a team of the enterprise, or a company. */
export interface ProviderIdentity {
  readonly kind: ProviderKind;
  /** ISO 3166-1 alpha-2 of a company's seat. */
  readonly country: string | null;
  readonly website: string | null;
  /** The team that an internal provider is. */
  readonly teamId: string | null;
}

/** @throws {DomainError} `NO_TEAM`, `TEAM_NOT_ALLOWED`, `COUNTRY_NOT_ALLOWED`, `UNKNOWN_COUNTRY`, `WEBSITE_NOT_ALLOWED` or `INVALID_WEBSITE`. */
export function assertProvider(provider: ProviderIdentity): void {
  if (provider.kind === 'internal') assertInternal(provider);
  else assertExternal(provider);
}

function assertInternal({ teamId, country, website }: ProviderIdentity): void {
  if (teamId === null) throw new DomainError('NO_TEAM', 'An internal provider is a team; choose it.', ['teamId']);
  if (country !== null)
    throw new DomainError('COUNTRY_NOT_ALLOWED', 'Only an external provider has a country.', ['country']);
  if (website !== null)
    throw new DomainError('WEBSITE_NOT_ALLOWED', 'Only an external provider has a website.', ['website']);
}

function assertExternal({ teamId, country, website }: ProviderIdentity): void {
  if (teamId !== null)
    throw new DomainError('TEAM_NOT_ALLOWED', 'An external provider is no team of ours.', ['teamId']);
  if (country !== null && !isCountry(country)) {
    throw new DomainError('UNKNOWN_COUNTRY', `"${country}" is not an ISO 3166-1 country such as DE.`, ['country']);
  }
  if (website !== null && !isWebAddress(website)) {
    throw new DomainError('INVALID_WEBSITE', 'A website is a full web address, such as https://example.com.', [
      'website',
    ]);
  }
}

/** Only what a browser may safely follow. */
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
