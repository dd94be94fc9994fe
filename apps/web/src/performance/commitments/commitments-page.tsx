import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { stringifySearch } from '../../app/search-codec';
import type { CommitmentsQuery, CommitmentTotalsQuery } from '../../generated/graphql';
import { SaveView } from '../../people/views/save-view';
import { announce } from '../../ui/announce';
import { CopyLink } from '../../ui/copy-link';
import { ErrorPanel } from '../../ui/error-panel';
import { ExportMenu } from '../../ui/export-menu';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Skeletons } from '../../ui/skeletons';
import { DataAsOf } from '../data-as-of';
import { FindingsLink } from '../findings/findings-link';
import { isFed } from '../is-fed';
import { useLiveResults } from '../use-live-results';
import { CloseMonth } from './close-month';
import { commitmentTotals } from './commitments-queries';
import { CommitmentsHeat } from './commitments-heat';
import { FilterBar } from './filter-bar';
import { NoCommitments } from './no-commitments';
import { StandingTiles } from './standing-tiles';
import { useCommitmentFilters } from './use-commitment-filters';
import { type Commitments as Asked, useCommitments } from './use-commitments';
import { oneZone, zonesOf } from './zones';
import classes from './filters.module.css';
import '../words';

/** Which commitments fail, where, and since when? */
export function CommitmentsPage() {
  const { t } = useTranslation();
  const { search } = useCommitmentFilters();
  useLiveResults('all');
  const { found, ...rest } = useCommitments(search);
  const counted = useQuery(commitmentTotals(search));
  const commitments = found.data?.commitments;
  const last = commitments?.periods.at(-1);
  return (
    <>
      <PageHeader
        title={t('performance.commitments.title')}
        subtitle={t('performance.commitments.subtitle')}
        zone={commitments && zonesOf(commitments)}
        actions={
          <>
            <FindingsLink />
            <CopyLink address={() => withUntil(window.location.href, last)} />
            {commitments && counted.data && (
              <ExportMenu
                path="/export/commitments"
                search={stringifySearch({ ...search, until: last, cursor: undefined })}
                count={counted.data.commitments.totalCount}
                print={`/commitments/print${stringifySearch({ ...search, until: last, cursor: undefined })}`}
              />
            )}
            <SaveView />
            {commitments && <CloseMonth commitments={commitments} />}
          </>
        }
      />
      <Loaded query={counted} loading={loading}>
        {({ commitments: totals }) => (
          <Loaded query={found} loading={loading}>
            {(data) => <Commitments commitments={data.commitments} totals={totals} {...rest} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

const loading = <Skeletons rows={12} height={40} />;

type Props = Omit<Asked, 'found'> & {
  commitments: CommitmentsQuery['commitments'];
  totals: CommitmentTotalsQuery['commitments'];
};

function Commitments({ commitments, stale, isWhole, failed, totals }: Props) {
  const { t } = useTranslation();
  const { search, change } = useCommitmentFilters();
  const { edges, periods } = commitments;
  const { totalCount, dataAsOf, facets } = totals;
  const untilNow = !search.until;

  useEffect(() => announce(t('performance.commitments.count', { count: totalCount })), [t, totalCount]);

  return (
    <>
      <StandingTiles facets={facets} />
      <FilterBar facets={facets} last={periods.at(-1) ?? ''} />
      {edges.length === 0 ? (
        <NoCommitments facets={facets} />
      ) : (
        <>
          <CommitmentsHeat commitments={commitments} stale={stale} totals={totals} group={search.group} />
          {failed && (
            <div className={classes.failed}>
              <ErrorPanel title={t('performance.commitments.restFailed')} error={failed.error} onRetry={failed.retry} />
            </div>
          )}
          <div className={classes.foot}>
            <Pager
              page={isWhole ? { ...commitments, totalCount } : UNKNOWN_END}
              cursor={search.cursor}
              onPage={(cursor) => change({ cursor })}
            />
            <DataAsOf
              at={dataAsOf}
              awaited={untilNow && edges.some(({ node }) => isFed(node.terms))}
              zone={oneZone(commitments)}
            />
          </div>
        </>
      )}
    </>
  );
}

/** Where the page ends is said when all of it is there: the first screen leads to no other page. */
const UNKNOWN_END = { edges: [], pageInfo: { hasNextPage: false } };

/** A link that shows the same months tomorrow. */
function withUntil(address: string, last: string | undefined): string {
  const url = new URL(address);
  if (last && !url.searchParams.has('until')) url.searchParams.set('until', last);
  return url.href;
}
