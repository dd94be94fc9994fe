import { queryOptions } from '@tanstack/react-query';
import type { TypedDocumentString } from '../generated/graphql';
import { request } from './request';
import { isRequestError } from './request-error';

/**
 * Query options of a document: `useQuery(query(CommitmentsDocument, { first: 50 }))`, and the same in a route's loader.
 * The key begins with the operation's name, by which `useAct` finds what it changes. A list begins at its first page where
 * the address holds a cursor that is not its own, such as one of another order.
 */
export function query<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables) {
  return queryOptions({
    queryKey: [operationName(document), variables] as const,
    queryFn: ({ signal }) =>
      request(document, variables, signal).catch((error: unknown) => {
        if (!isForeignCursor(error)) throw error;
        return request(document, { ...variables, after: null }, signal);
      }),
  });
}

const isForeignCursor = (error: unknown): boolean =>
  isRequestError(error) && error.refusal?.code === 'INVALID' && error.refusal.field[0] === 'after';

export function operationName(document: { toString(): string }): string {
  return /\b(?:query|mutation)\s+(\w+)/.exec(document.toString())?.[1] ?? 'anonymous';
}
