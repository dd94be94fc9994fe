import { queryOptions } from '@tanstack/react-query';
import type { TypedDocumentString } from '../generated/graphql';
import { request } from './request';

/**
 * Query options of a document: `useQuery(query(CommitmentsDocument, { first: 50 }))`, and the same in a route's loader.
 * The key begins with the operation's name, by which `useAct` finds what it changes.
 */
export function query<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables) {
  return queryOptions({
    queryKey: [operationName(document), variables] as const,
    queryFn: ({ signal }) => request(document, variables, signal),
  });
}

export function operationName(document: { toString(): string }): string {
  return /\b(?:query|mutation)\s+(\w+)/.exec(document.toString())?.[1] ?? 'anonymous';
}
