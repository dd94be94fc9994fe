import type { Refusal } from '../ui/refused';

export type RequestErrorKind = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'NETWORK' | 'FAULT';

/** Why a request gave no answer. What a rule refused is no error of this kind: it comes back in `errors` of the payload. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly kind: RequestErrorKind,
    message: string,
    /** What the server's log calls this fault. */
    readonly correlationId?: string,
    /** What a rule said no to, where a query was asked and not an act. */
    readonly refusal?: Refusal,
  ) {
    super(message);
  }
}

/** The server said no for a reason that people are told; nothing is broken. */
export function isAnswer(error: unknown): boolean {
  return isRequestError(error, 'FORBIDDEN') || isRequestError(error, 'NOT_FOUND');
}

export function isRequestError(error: unknown, kind?: RequestErrorKind): error is RequestError {
  return error instanceof RequestError && (kind === undefined || error.kind === kind);
}
