import { expect, it } from 'vitest';
import { everyPage } from './every-page';

const pages = [
  { edges: ['a', 'b'], pageInfo: { hasNextPage: true, endCursor: '1' } },
  { edges: ['c'], pageInfo: { hasNextPage: true, endCursor: '2' } },
  { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
];

it('asks for page after page, each by the cursor of the one before', async () => {
  const asked: unknown[] = [];
  const whole = await everyPage((cursor) => {
    asked.push(cursor);
    return Promise.resolve(pages[Number(cursor ?? 0)]!);
  });
  expect(asked).toEqual([undefined, '1', '2']);
  expect(whole).toEqual({ edges: ['a', 'b', 'c'], pageInfo: pages[2]!.pageInfo });
});
