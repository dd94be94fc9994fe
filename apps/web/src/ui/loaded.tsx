import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorPanel } from './error-panel';
import { Skeletons } from './skeletons';
import classes from './loaded.module.css';

type Props<Data> = {
  query: UseQueryResult<Data>;
  /** What stands here while nothing is known; skeleton rows when omitted. */
  loading?: ReactNode;
  children: (data: Data) => ReactNode;
};

/** One widget's data: skeleton, error with retry, or content, which stays while newer data is on its way. */
export function Loaded<Data>({ query, loading, children }: Props<Data>) {
  if (query.isError && query.data === undefined)
    return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return loading ?? <Skeletons />;
  return (
    <div
      className={classes.loaded}
      data-stale={query.isPlaceholderData || undefined}
      aria-busy={query.isPlaceholderData}
    >
      {children(query.data)}
    </div>
  );
}
