import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from './empty-state';
import { Listing } from './listing';
import { Loaded } from './loaded';
import type { Page } from './pager';

type Props<Data, Row> = {
  query: UseQueryResult<Data>;
  pageOf: (data: Data) => Page & { edges: readonly { node: Row }[] };
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
  /** What is said when there is nothing yet: in a few words, and in a sentence. */
  none: string;
  noneWords: string;
  children: (rows: Row[], pager: ReactNode) => ReactNode;
};

/** A list that is asked for page by page, with what stands there while it loads, fails, or is empty. */
export function QueriedList<Data, Row>({ query, pageOf, none, noneWords, ...listing }: Props<Data, Row>) {
  return (
    <Loaded query={query}>
      {(data) => (
        <Listing
          page={pageOf(data)}
          none={
            <EmptyState kind="nothingYet" title={none}>
              {noneWords}
            </EmptyState>
          }
          {...listing}
        />
      )}
    </Loaded>
  );
}
