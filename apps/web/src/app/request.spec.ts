import { afterEach, expect, it, vi } from 'vitest';
import { SessionDocument } from '../generated/graphql';
import { operationName } from './query';
import { request } from './request';
import { refusalsOf } from './use-act';

afterEach(() => vi.unstubAllGlobals());

function answer(body: unknown, init?: ResponseInit) {
  const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(
    async () => new Response(JSON.stringify(body), init),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

it('names itself to the server, which refuses mutations of strangers', async () => {
  const fetch = answer({ data: { session: null } });
  await request(SessionDocument, {});
  expect(fetch.mock.calls[0]?.[1].headers).toMatchObject({ 'x-accord-client': 'web' });
});

it.each([
  [{ errors: [{ message: 'x', extensions: { code: 'FORBIDDEN' } }] }, {}, 'FORBIDDEN', undefined],
  [{ errors: [{ message: 'x', extensions: { code: 'INTERNAL', correlationId: 'c1' } }] }, {}, 'FAULT', 'c1'],
  [{ data: null }, { headers: { 'x-correlation-id': 'c2' } }, 'FAULT', 'c2'],
  [{}, { status: 401 }, 'UNAUTHENTICATED', undefined],
  [{}, { status: 503 }, 'NETWORK', undefined],
])('tells failures apart: %j', async (body, init, kind, correlationId) => {
  answer(body, init);
  await expect(request(SessionDocument, {})).rejects.toMatchObject({ kind, correlationId });
});

it('says when there is no network', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  await expect(request(SessionDocument, {})).rejects.toMatchObject({ kind: 'NETWORK' });
});

it('finds the name and the refusals of an operation', () => {
  expect(operationName(SessionDocument)).toBe('Session');
  expect(refusalsOf({ signIn: { errors: [{ code: 'A', field: [], message: 'No.' }] } })).toHaveLength(1);
});
