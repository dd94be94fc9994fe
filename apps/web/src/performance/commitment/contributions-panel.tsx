import { Group, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { stringifySearch } from '../../app/search-codec';
import { ResultContributionsDocument, type ContributionFragment } from '../../generated/graphql';
import { DataTable } from '../../ui/data-table';
import { ExportMenu } from '../../ui/export-menu';
import { EmptyState } from '../../ui/empty-state';
import { Loaded } from '../../ui/loaded';
import { Pager } from '../../ui/pager';
import type { EvidenceContext } from '../evidence-link';
import { OnlyDays } from './only-days';
import { contributionColumns } from './contribution-columns';
import type { ResultKey } from './result-keys';

const route = getRouteApi('/shell/commitments/$service/$commitment');

type Props = { resultKey: ResultKey; zone: string; context: EvidenceContext };

/** The outages, tickets or counts behind the figure, what spent most of the budget first. */
export function ContributionsPanel({ resultKey, zone, context }: Props) {
  const { t } = useTranslation();
  const { service, slug, period, revision } = resultKey;
  const { cursor, bad = false, window, since, until } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (changed: { cursor?: string; bad?: true }) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...changed }), resetScroll: false });
  const found = useQuery(
    query(ResultContributionsDocument, {
      ...resultKey,
      first: 25,
      after: cursor,
      onlyBad: bad,
      from: since,
      to: until,
    }),
  );

  return (
    <Loaded query={found}>
      {({ commitment }) => {
        const contributions = commitment?.result?.contributions;
        const isOfRecord = commitment?.result?.explanation.some(({ rule }) => rule === 'record');
        const none = isOfRecord ? 'settled' : bad ? 'noneBad' : 'none';
        const rows = contributions?.edges.map(({ node }) => node) ?? [];
        // Single tickets are open to fewer people than their number.
        if (rows.length === 0 && !cursor && (contributions?.totalCount ?? 0) > 0) {
          return <EmptyState kind="noPermission" owner={t('performance.commitment.explainer')} />;
        }
        return (
          <>
            <Group justify="space-between" mb="sm">
              <Group gap="md">
                <Switch
                  size="xs"
                  label={t('performance.contribution.onlyBad')}
                  checked={bad}
                  onChange={(event) => show({ bad: event.currentTarget.checked || undefined })}
                />
                <OnlyDays />
              </Group>
              {contributions && (
                <ExportMenu
                  path="/export/commitment"
                  search={stringifySearch({ service, commitment: slug, period, revision, bad, from: since, to: until })}
                  count={contributions.totalCount}
                  print={`/commitments/${service}/${slug}/print${stringifySearch({ period, revision, window })}`}
                />
              )}
            </Group>
            {rows.length === 0 ? (
              <EmptyState kind="nothingYet" title={t(`performance.contribution.${none}`)}>
                {t(`performance.contribution.${none}Words`)}
              </EmptyState>
            ) : (
              <DataTable<ContributionFragment>
                label={t('performance.contribution.table')}
                columns={contributionColumns(rows, zone, context)}
                rows={rows}
                rowId={({ id }) => id}
                serverSorted
                footer={
                  contributions && (
                    <Pager
                      page={contributions}
                      cursor={cursor}
                      onPage={(next) => show({ bad: bad || undefined, cursor: next })}
                    />
                  )
                }
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
