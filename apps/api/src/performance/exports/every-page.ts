import { LARGEST_PAGE } from '../../platform/graphql/page.js';
import type { Ask } from './file-content.js';

export interface Page<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/** The first answer at once, and the nodes of every page as they are taken: never more than one page is held. */
export async function everyPage<Answer, Node>(
  ask: Ask,
  document: string,
  variables: object,
  pageOf: (answer: Answer) => Page<Node>,
): Promise<{ first: Answer; nodes: AsyncGenerator<Node> }> {
  const read = (after: string | null) => ask<Answer>(document, { ...variables, first: LARGEST_PAGE, after });
  const first = await read(null);
  async function* nodes(): AsyncGenerator<Node> {
    for (let page = pageOf(first); ; page = pageOf(await read(page.pageInfo.endCursor))) {
      for (const { node } of page.edges) yield node;
      if (!page.pageInfo.hasNextPage) return;
    }
  }
  return { first, nodes: nodes() };
}

export async function* mapped<In, Out>(items: AsyncIterable<In>, map: (item: In) => Out): AsyncGenerator<Out> {
  for await (const item of items) yield map(item);
}
