interface Page {
  edges: readonly unknown[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** A list with all of its edges, page after page: where there is no next page to click on. */
export async function everyPage<List extends Page>(
  pageAfter: (cursor?: string | null) => Promise<List>,
): Promise<List> {
  let page = await pageAfter();
  const edges = [...page.edges];
  while (page.pageInfo.hasNextPage) {
    page = await pageAfter(page.pageInfo.endCursor);
    edges.push(...page.edges);
  }
  return { ...page, edges };
}
