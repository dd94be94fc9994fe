import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from './loaded';
import { PageHeader } from './page-header';

type Props<Data> = {
  query: UseQueryResult<Data>;
  /** What kind of thing the page is about: its heading where the thing itself could not be read. */
  kind: string;
  children: (data: Data) => ReactNode;
};

/** A page about one thing. Where it cannot be shown, the page still says what it is about. */
export function LoadedPage<Data>({ query, kind, children }: Props<Data>) {
  return (
    <>
      {query.isError && query.data === undefined && <PageHeader title={kind} />}
      <Loaded query={query}>{children}</Loaded>
    </>
  );
}
