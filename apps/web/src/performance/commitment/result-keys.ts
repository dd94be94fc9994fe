import type { CommitmentQuery } from '../../generated/graphql';

export type Commitment = NonNullable<CommitmentQuery['commitment']>;
export type Result = NonNullable<Commitment['result']>;

/** What asks for one result: the address of the commitment, and the period as shown. */
export type ResultKey = { service: string; slug: string; period: string };

export function keyOf({ service, slug }: Commitment, { period }: Result): ResultKey {
  return { service: service.slug, slug, period };
}
