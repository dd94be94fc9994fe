import type { ReactNode } from 'react';
import { EmptyState } from './empty-state';
import { Pager, type Page } from './pager';

type Props<Row> = {
  page: Page & { edges: readonly { node: Row }[] };
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
  /** What narrows the list, in words. */
  filters?: string[];
  onClear?: () => void;
  /** What stands here when there is nothing at all. */
  none: ReactNode;
  children: (rows: Row[], pager: ReactNode) => ReactNode;
};

/** One page of a list, or which of the reasons there is for its being empty. */
export function Listing<Row>({ page, cursor, onPage, filters = [], onClear, none, children }: Props<Row>) {
  if (page.edges.length > 0)
    return children(
      page.edges.map(({ node }) => node),
      <Pager page={page} cursor={cursor} onPage={onPage} />,
    );
  return filters.length > 0 && onClear ? <EmptyState kind="noResults" filters={filters} onClear={onClear} /> : none;
}
