import { everyPage, type Page } from './every-page.js';
import type { Ask } from './file-content.js';

/** Five nodes, two a page; keeps where each question began. */
function list() {
  const asked: unknown[] = [];
  const ask = (async (_: string, { after }: { after: string | null }) => {
    asked.push(after);
    const from = Number(after ?? 0);
    const edges = [1, 2, 3, 4, 5].slice(from, from + 2).map((node) => ({ node }));
    return { edges, pageInfo: { hasNextPage: from + 2 < 5, endCursor: String(from + 2) }, totalCount: 5 };
  }) as unknown as Ask;
  return { ask, asked };
}

it('gives the nodes of every page once and in order', async () => {
  const { ask, asked } = list();
  const { first, nodes } = await everyPage<Page<number>, number>(ask, '', {}, (page) => page);

  expect(first.totalCount).toBe(5);
  const taken: number[] = [];
  for await (const node of nodes) taken.push(node);
  expect(taken).toEqual([1, 2, 3, 4, 5]);
  expect(asked).toEqual([null, '2', '4']);
});

it('asks for a page only when its first node is taken', async () => {
  const { ask, asked } = list();
  const { nodes } = await everyPage<Page<number>, number>(ask, '', {}, (page) => page);
  await nodes.next();
  await nodes.next();
  expect(asked).toEqual([null]);
  await nodes.next();
  expect(asked).toEqual([null, '2']);
});
