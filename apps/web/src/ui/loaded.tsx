import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorPanel } from './error-panel';
import { Skeletons } from './skeletons';
import { useLasting } from './use-lasting';
import classes from './loaded.module.css';

type Props<Data> = {
  query: UseQueryResult<Data>;
  /** What stands here while nothing is known; skeleton rows when omitted. */
  loading?: ReactNode;
  children: (data: Data) => ReactNode;
};

const STALE_MS = 300;

/** One widget's data: skeleton, error with retry, or content, which stays while newer data is on its way. */
export function Loaded<Data>({ query, loading, children }: Props<Data>) {
  const isStale = useLasting(query.isPlaceholderData, STALE_MS);
  if (query.isError && query.data === undefined)
    return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return loading ?? <Skeletons />;
  return (
    <div className={classes.loaded} data-stale={isStale || undefined} aria-busy={query.isPlaceholderData}>
      {children(query.data)}
    </div>
  );
}
