import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { stringifySearch } from '../../app/search-codec';
import { useViewer } from '../../app/session';
import { useToday } from '../../app/use-today';
import { BreachesDocument } from '../../generated/graphql';
import { useProviderChoices } from '../../providers/use-provider-choices';
import { Choice } from '../../ui/choice';
import { EmptyState } from '../../ui/empty-state';
import { formatPeriod } from '../../ui/format-instant';
import { Listing } from '../../ui/listing';
import { Loaded } from '../../ui/loaded';
import { onDemand } from '../../ui/on-demand';
import { PageHeader } from '../../ui/page-header';
import { addMonths } from '../../ui/month';
import { useOrAll } from '../../people/views/default-view';
import { BreachList } from './breach-list';
import { CreditCorrections } from './credit-corrections';
import { ClaimsPanel, type ShownClaims } from '../claims/claims-panel';
import { ExposurePanel, type ShownExposure } from '../claims/exposure-panel';
import classes from './breaches-page.module.css';
import '../words';

const CopyLink = onDemand(() => import('../../ui/copy-link').then((module) => module.CopyLink));
const ExportMenu = onDemand(() => import('../../ui/export-menu').then((module) => module.ExportMenu));
const SaveView = onDemand(() => import('../../people/views/save-view').then((module) => module.SaveView));

const route = getRouteApi('/shell/commitments/breaches');

type Changed = {
  period?: string;
  provider?: string;
  cursor?: string;
  claims?: ShownClaims;
  by?: ShownExposure;
  claim?: string;
};

/** What was missed for good, and who owes what for it? */
export function BreachesPage() {
  const { t } = useTranslation();
  const { period, provider, cursor, claims = 'open', by = 'PROVIDER', claim } = route.useSearch();
  const navigate = route.useNavigate();
  const orAll = useOrAll('/commitments/breaches');
  const today = useToday();
  const isProvider = useViewer().roles.some(({ role, state }) => role === 'PROVIDER_CONTACT' && state === 'APPROVED');
  const change = (changed: Changed) =>
    void navigate({
      search: (old) => orAll({ ...old, cursor: undefined, claim: undefined, ...changed }),
      resetScroll: false,
    });
  const month = period?.replace(/Q(\d)/, (_, quarter: string) => String(Number(quarter) * 3).padStart(2, '0'));
  const found = useQuery(query(BreachesDocument, { period, providerId: provider, first: 50, after: cursor }));
  const choices = useProviderChoices();
  const filters = [
    ...(period ? [formatPeriod(period)] : []),
    ...(provider ? [choices.find(({ value }) => value === provider)?.label ?? t('performance.breaches.provider')] : []),
  ];
  return (
    <>
      <PageHeader
        title={t('performance.breaches.title')}
        subtitle={t('performance.breaches.subtitle')}
        actions={
          <>
            <CopyLink />
            <SaveView />
            {found.data && (
              <ExportMenu
                path="/export/breaches"
                search={stringifySearch({ period, provider })}
                count={found.data.breaches.totalCount}
              />
            )}
          </>
        }
      />
      <div className={classes.filters} data-filters>
        <Choice
          size="xs"
          label={t('performance.breaches.period')}
          none={t('performance.breaches.anyPeriod')}
          data={periodChoices(period, today)}
          value={period ?? null}
          onChange={(value) => change({ period: value ?? undefined })}
        />
        <Choice
          size="xs"
          label={t('performance.breaches.provider')}
          none={t('performance.breaches.anyProvider')}
          data={choices}
          value={provider ?? null}
          onChange={(value) => change({ provider: value ?? undefined })}
        />
      </div>
      <div className={classes.page}>
        {/* What is left to us is nothing to who owes a part of it. */}
        {!isProvider && (
          <ExposurePanel
            until={month ?? today.slice(0, 7)}
            group={by}
            onGroup={(group) => change({ by: group === 'PROVIDER' ? undefined : group })}
          />
        )}
        <ClaimsPanel
          period={period}
          provider={provider}
          shown={claims}
          cursor={claim}
          onShow={({ claims: shown = claims, claim: next }) =>
            change({ claims: shown === 'open' ? undefined : shown, claim: next })
          }
        />
      </div>
      <h2 className={classes.heading}>{t('performance.breaches.list')}</h2>
      <Loaded query={found}>
        {({ breaches }) => (
          <Listing
            page={breaches}
            cursor={cursor}
            onPage={(next) => change({ cursor: next })}
            filters={filters}
            onClear={() => change({ period: undefined, provider: undefined })}
            none={
              <EmptyState kind="nothingYet" title={t('performance.breaches.none')}>
                {t('performance.breaches.noneWords')}
              </EmptyState>
            }
          >
            {(rows, pager) => <BreachList breaches={rows} footer={pager} />}
          </Listing>
        )}
      </Loaded>
      <CreditCorrections period={period} providerId={provider} />
    </>
  );
}

/** The last two years, with the quarters; what is listed changes none of them. */
function periodChoices(chosen: string | undefined, today: string) {
  const periods = Array.from({ length: 24 }, (_, back) => addMonths(today.slice(0, 7), -back)).flatMap((month) =>
    Number(month.slice(5)) % 3 === 0 ? [`${month.slice(0, 4)}-Q${Number(month.slice(5)) / 3}`, month] : [month],
  );
  const all = chosen && !periods.includes(chosen) ? [chosen, ...periods] : periods;
  return all.map((value) => ({ value, label: formatPeriod(value) }));
}
