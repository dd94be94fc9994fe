import type { CommitmentQuery } from '../../generated/graphql';

export type Commitment = NonNullable<CommitmentQuery['commitment']>;
export type Result = NonNullable<Commitment['result']>;

/** What asks for one result: the address of the commitment, and the period and revision as shown. */
export type ResultKey = { service: string; slug: string; period: string; revision: number };

export function keyOf({ service, slug }: Commitment, { period, revision }: Result): ResultKey {
  return { service: service.slug, slug, period, revision };
}
