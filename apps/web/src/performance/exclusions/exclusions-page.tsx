import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { stringifySearch } from '../../app/search-codec';
import { ExclusionsDocument, ProposalStateCodes, type ProposalState } from '../../generated/graphql';
import { ExportMenu } from '../../ui/export-menu';
import { EmptyState } from '../../ui/empty-state';
import { Listing } from '../../ui/listing';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { SearchTabs } from '../../ui/search-tabs';
import { ExclusionCard } from './exclusion-card';
import classes from './exclusions-page.module.css';
import '../words';

const route = getRouteApi('/shell/commitments/exclusions');

/** Which time is asked not to count, who waits for whom, and what would it change? */
export function ExclusionsPage() {
  const { t } = useTranslation();
  const { state = 'PROPOSED', cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (changed: { state?: ProposalState; cursor?: string }) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...changed }), resetScroll: false });
  return (
    <>
      <PageHeader title={t('performance.exclusions.title')} subtitle={t('performance.exclusions.subtitle')} />
      <SearchTabs<ProposalState>
        label={t('performance.exclusions.title')}
        value={state}
        narrow
        onChange={(next) => show({ state: next === 'PROPOSED' ? undefined : next })}
        tabs={ProposalStateCodes.map((value) => ({
          value,
          label: t(`performance.exclusions.state.${value}`),
          content: <Queue state={value} cursor={cursor} onPage={(next) => show({ cursor: next })} />,
        }))}
      />
    </>
  );
}

type QueueProps = { state: ProposalState; cursor: string | undefined; onPage: (cursor: string | undefined) => void };

function Queue({ state, cursor, onPage }: QueueProps) {
  const { t } = useTranslation();
  const found = useQuery(query(ExclusionsDocument, { state, first: 25, after: cursor }));
  return (
    <Loaded query={found}>
      {({ exclusions }) => (
        <Listing
          page={exclusions}
          cursor={cursor}
          onPage={onPage}
          none={
            <EmptyState kind="nothingYet" title={t(`performance.exclusions.none.${state}`)}>
              {t('performance.exclusions.noneWords')}
            </EmptyState>
          }
        >
          {(rows, pager) => (
            <>
              <div className={classes.tools}>
                <ExportMenu
                  path="/export/exclusions"
                  search={stringifySearch({ state })}
                  count={exclusions.totalCount}
                />
              </div>
              <ul className={classes.queue}>
                {rows.map((exclusion) => (
                  <li key={exclusion.id} data-row>
                    <ExclusionCard exclusion={exclusion} />
                  </li>
                ))}
              </ul>
              {pager}
            </>
          )}
        </Listing>
      )}
    </Loaded>
  );
}
