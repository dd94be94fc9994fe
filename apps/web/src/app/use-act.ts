import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TypedDocumentString } from '../generated/graphql';
import { notifyDone } from '../ui/notify';
import { Refused, type Refusal } from '../ui/refused';
import { operationName } from './query';
import { request } from './request';

type Options<Result> = {
  /** The queries whose answers this act changes; every query when omitted. */
  changes?: { toString(): string }[];
  /** Said after success, on screen and to screen readers. */
  done?: string;
  onDone?: (result: Result) => void | Promise<void>;
};

/**
 * Runs a mutation of the contract. A rule that says no is thrown as `Refused`, which `FormPage` puts beside its fields
 * and `RefusalPanel` shows elsewhere; faults stay `RequestError`.
 */
export function useAct<Result extends object, Variables>(
  document: TypedDocumentString<Result, Variables>,
  { changes, done, onDone }: Options<Result> = {},
) {
  const client = useQueryClient();
  return useMutation<Result, Error, Variables>({
    mutationFn: async (variables) => {
      const result = await request(document, variables);
      const refusals = refusalsOf(result);
      if (refusals.length > 0) throw new Refused(refusals);
      return result;
    },
    onSuccess: async (result) => {
      const names = changes?.map(operationName);
      await client.invalidateQueries({ predicate: ({ queryKey }) => !names || names.includes(String(queryKey[0])) });
      if (done) notifyDone(done);
      await onDone?.(result);
    },
  });
}

/** Every mutation answers payloads that carry their refusals in `errors`. */
export function refusalsOf(result: object): Refusal[] {
  return Object.values(result).flatMap((payload: unknown) =>
    payload && typeof payload === 'object' && 'errors' in payload ? (payload.errors as Refusal[]) : [],
  );
}
