import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorPanel } from '../ui/error-panel';
import { PageHeader } from '../ui/page-header';

/** A page whose subject could not be asked for: it still has its name, and a way to try again. */
export function FailedPage({ title, query }: { title: string; query: UseQueryResult<unknown> }) {
  if (!query.error) return null;
  return (
    <>
      <PageHeader title={title} />
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    </>
  );
}
