import type { Api } from '../../builders/api.js';
import { ADVISORY_LOCK } from '@accord/api/platform/database/advisory-locks.js';

/** Operations on credits that no bill takes that several stories use. */
export const CLAIMS = `query ($agreementId: ID) { claims(agreementId: $agreementId) { edges { node {
  id version number state turn amount { amount } unbilled { amount } viewerCanSettle
  parts { billing amount { amount } credit { result { commitment { id } } } }
  events { move reason by { name } }
} } } }`;

export const SETTLE = `mutation ($id: ID!, $version: Int!, $note: String!) {
  settleClaim(id: $id, version: $version, note: $note) { claim { state turn } errors { code } } }`;

export interface ShownClaim {
  id: string;
  version: number;
  number: number;
  state: string;
  turn: string;
  amount: { amount: string };
  unbilled: { amount: string } | null;
  viewerCanSettle: boolean;
  parts: { billing: string | null; credit: { result: { commitment: { id: string } } } }[];
  events: { move: string; reason: string | null; by: { name: string } | null }[];
}

const WAITING = `
  SELECT count(*)::int AS waiting FROM pg_locks
   WHERE locktype = 'advisory' AND classid = $1 AND NOT granted
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/**
 * Keeps the claims of an agreement from everybody, starts the works one after the other, each when the one before it
 * waits, and lets them go on.
 *
 * @returns What each came to.
 */
export async function together<Works extends readonly (() => Promise<unknown>)[]>(
  api: Api,
  agreementId: string,
  ...works: Works
): Promise<{ [K in keyof Works]: Awaited<ReturnType<Works[K]>> }> {
  const begun: Promise<unknown>[] = [];
  await api.dataSource.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [ADVISORY_LOCK.claims, agreementId]);
    for (const work of works) {
      begun.push(work());
      for (let waiting = 0; waiting < begun.length;)
        [{ waiting }] = (await tx.query(WAITING, [ADVISORY_LOCK.claims])) as [{ waiting: number }];
    }
  });
  return Promise.all(begun) as Promise<{ [K in keyof Works]: Awaited<ReturnType<Works[K]>> }>;
}
