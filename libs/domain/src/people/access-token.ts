import { DomainError } from '../domain-error.js';

/** What an access token can be let in for; never more than its person may do. */
export const TOKEN_SCOPES = ['read', 'orders', 'charges', 'catalog', 'ingest', 'agreements', 'governance'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

const DAY_MS = 86_400_000;

/** A year, and the leap day. */
const LONGEST_DAYS = 366;

/** More than anybody looks after. */
export const MOST_TOKENS_OF_PERSON = 50;

export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly expiresAt: Date;
}

/**
 * A wish as it is granted: the name without blanks around it, each scope once.
 *
 * @throws {DomainError} When it has no name, lets in for nothing, or expires before it begins or after a year.
 */
export function tokenOf({ name, scopes, expiresAt }: TokenWish, at: Date): TokenWish {
  const trimmed = name.trim();
  if (trimmed === '') throw new DomainError('INVALID', 'Name the token after what uses it.', ['name']);
  if (scopes.length === 0)
    throw new DomainError('INVALID', 'Choose at least one thing that the token is for.', ['scopes']);
  const days = (expiresAt.getTime() - at.getTime()) / DAY_MS;
  if (days <= 0) throw new DomainError('INVALID', 'The token must expire after today.', ['expiresAt']);
  if (days > LONGEST_DAYS) throw new DomainError('INVALID', 'A token works for a year at most.', ['expiresAt']);
  return { name: trimmed, scopes: TOKEN_SCOPES.filter((scope) => scopes.includes(scope)), expiresAt };
}
