import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import {
  FindingKindCodes,
  FindingsDocument,
  FindingStateCodes,
  type FindingKind,
  type FindingState,
} from '../../generated/graphql';
import { Choice } from '../../ui/choice';
import { EmptyState } from '../../ui/empty-state';
import { Listing } from '../../ui/listing';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { SearchTabs } from '../../ui/search-tabs';
import { useServiceChoices } from '../use-service-choices';
import { FindingCard } from './finding-card';
import classes from './findings-page.module.css';
import './words';

const route = getRouteApi('/shell/commitments/findings');

type Search = { kind?: FindingKind; state?: FindingState; service?: string; cursor?: string };

/** What is wrong with promises and measurements before it becomes a breach, and since when? */
export function FindingsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { kind, state = 'OPEN', service } = search;
  const navigate = route.useNavigate();
  const change = (changed: Search) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...changed }), resetScroll: false });
  const services = useServiceChoices();
  const filters = [
    ...(kind ? [t(`findings.kind.${kind}`)] : []),
    ...(service ? [services.find(({ value }) => value === service)?.label ?? t('findings.serviceLabel')] : []),
  ];
  return (
    <>
      <PageHeader title={t('findings.title')} subtitle={t('findings.subtitle')} />
      <div className={classes.filters} data-filters>
        <Choice
          size="xs"
          label={t('findings.kindLabel')}
          none={t('findings.anyKind')}
          data={FindingKindCodes.map((value) => ({ value, label: t(`findings.kind.${value}`) }))}
          value={kind ?? null}
          onChange={(value) => change({ kind: value ?? undefined })}
        />
        <Choice
          size="xs"
          label={t('findings.serviceLabel')}
          none={t('findings.anyService')}
          data={services}
          value={service ?? null}
          onChange={(value) => change({ service: value ?? undefined })}
        />
      </div>
      <SearchTabs<FindingState>
        label={t('findings.title')}
        value={state}
        onChange={(next) => change({ state: next === 'OPEN' ? undefined : next })}
        tabs={FindingStateCodes.map((value) => ({
          value,
          label: t(`findings.state.${value}`),
          content: <Found search={{ ...search, state: value }} filters={filters} change={change} />,
        }))}
      />
    </>
  );
}

type FoundProps = {
  search: Search & { state: FindingState };
  filters: string[];
  change: (changed: Search) => void;
};

function Found({ search: { kind, state, service, cursor }, filters, change }: FoundProps) {
  const { t } = useTranslation();
  const found = useQuery(query(FindingsDocument, { kind, state, serviceId: service, first: 25, after: cursor }));
  return (
    <Loaded query={found}>
      {({ findings }) => (
        <Listing
          page={findings}
          cursor={cursor}
          onPage={(next) => change({ cursor: next })}
          filters={filters}
          onClear={() => change({ kind: undefined, service: undefined })}
          none={
            <EmptyState kind="nothingYet" title={t(`findings.none.${state}`)}>
              {t(`findings.noneWords.${state}`)}
            </EmptyState>
          }
        >
          {(rows, pager) => (
            <>
              <ul className={classes.list}>
                {rows.map((finding) => (
                  <li key={finding.id} data-row>
                    <FindingCard finding={finding} />
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
