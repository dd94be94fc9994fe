import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { request } from '../app/request';
import { PerformanceRevisionDocument } from '../generated/graphql';
import { announce } from '../ui/announce';

const EVERY_MS = 20_000;

/**
 * Brings what the screen shows up to date when results were judged anew: one small question while the page is in sight,
 * everything else only when its answer has changed. Said politely, nothing jumps.
 *
 * @param commitmentId Of one commitment; 'all' that the viewer sees; undefined while it is not known yet.
 */
export function useLiveResults(commitmentId: string | undefined): void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const asked = { commitmentId: commitmentId === 'all' ? undefined : commitmentId };
  const { queryKey } = query(PerformanceRevisionDocument, asked);
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => request(PerformanceRevisionDocument, asked, signal, 'polling'),
    refetchInterval: EVERY_MS,
    enabled: commitmentId !== undefined,
    staleTime: 0,
    placeholderData: undefined,
  });
  const revision = data?.performanceRevision;
  const shown = useRef<{ of?: string; revision?: string }>({});

  useEffect(() => {
    const before = shown.current;
    if (!revision) return;
    shown.current = { of: commitmentId, revision };
    // The first answer is about what was just read.
    if (before.revision === undefined || before.of !== commitmentId || before.revision === revision) return;
    const others = { predicate: (one: { queryKey: readonly unknown[] }) => one.queryKey[0] !== queryKey[0] };
    void client.invalidateQueries(others).then(() => announce(t('performance.live.updated')));
  }, [client, commitmentId, queryKey, revision, t]);
}
