import type { TypedDocumentString } from '../generated/graphql';
import { RequestError, type RequestErrorKind } from './request-error';

type Answer<Result> = {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string; field?: string[]; correlationId?: string } }[];
};

const kinds: Record<string, RequestErrorKind> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
};

/**
 * Runs a document of `generated/graphql.ts`; a document without variables takes `{}`.
 *
 * @param sender `polling` for what the client asks for by itself: it does not count as somebody being there.
 * @throws {RequestError} When there is no answer, the viewer may not, or the server failed.
 */
export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  sender: 'web' | 'polling' = 'web',
): Promise<Result> {
  const response = await reach(String(document), variables, sender, signal);
  const correlationId = response.headers.get('x-correlation-id') ?? undefined;
  const answer = await parse<Result>(response, correlationId);
  const [error] = answer.errors ?? [];
  if (error) {
    const { code = '', field = [], correlationId: faultId } = error.extensions ?? {};
    const refusal = kinds[code] || faultId ? undefined : { code, field, message: error.message };
    throw new RequestError(kinds[code] ?? 'FAULT', error.message, faultId ?? correlationId, refusal);
  }
  if (!answer.data) throw new RequestError('FAULT', 'The server sent no data.', correlationId);
  return answer.data;
}

async function reach(query: string, variables: unknown, sender: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-accord-client': sender },
      body: JSON.stringify({ query, variables }),
      signal,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new RequestError('NETWORK', 'The server could not be reached.');
  }
}

async function parse<Result>(response: Response, correlationId?: string): Promise<Answer<Result>> {
  if (response.status === 401) throw new RequestError('UNAUTHENTICATED', 'Signed out.', correlationId);
  if (response.status === 502 || response.status === 503 || response.status === 504) {
    throw new RequestError('NETWORK', 'The server is not ready.', correlationId);
  }
  try {
    return (await response.json()) as Answer<Result>;
  } catch {
    throw new RequestError('FAULT', `The server answered ${response.status}.`, correlationId);
  }
}
