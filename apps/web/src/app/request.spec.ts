import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { CatalogDocument, SessionDocument } from '../generated/graphql';
import { operationName, query } from './query';
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

it('begins a list at its first page when the address holds the cursor of another one', async () => {
  const extensions = { code: 'INVALID', field: ['after'] };
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const { after } = JSON.parse(body).variables;
    asked.push(after);
    return new Response(JSON.stringify(after ? { errors: [{ message: 'x', extensions }] } : { data: { services: 1 } }));
  });

  expect(await new QueryClient().fetchQuery(query(CatalogDocument, { first: 50, after: 'abc' }))).toEqual({
    services: 1,
  });
  expect(asked).toEqual(['abc', null]);
});
