import { Checkbox } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { ComparedServiceDocument, type ComparedServiceQuery } from '../generated/graphql';
import { CopyLink } from '../ui/copy-link';
import { EmptyState } from '../ui/empty-state';
import { ErrorPanel } from '../ui/error-panel';
import { PageHeader } from '../ui/page-header';
import { Skeletons } from '../ui/skeletons';
import './choosing-words';
import { CatalogCrumbs } from './catalog-crumbs';
import { CompareTable } from './compare-table';

const route = getRouteApi('/shell/catalog/compare');
export type ComparedService = NonNullable<ComparedServiceQuery['service']>;

/** Which of these is right for me? */
export function ComparePage() {
  const { t } = useTranslation();
  const { v = [], differing } = route.useSearch();
  const navigate = route.useNavigate();
  const slugs = [...new Set(v)].slice(0, 4);
  const asked = useQueries({ queries: slugs.map((slug) => query(ComparedServiceDocument, { slug })) });
  const failed = asked.find(({ error }) => error);
  // One that is not there, or not for this viewer, is left out.
  const services = asked.flatMap(({ data }) => (data?.service ? [data.service] : []));
  const change = (next: { v?: string[]; differing?: true }) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  return (
    <>
      <PageHeader
        above={<CatalogCrumbs />}
        title={t('choosing.title')}
        subtitle={t('choosing.subtitle')}
        actions={<CopyLink />}
      />
      {failed ? (
        <ErrorPanel error={failed.error!} onRetry={() => void failed.refetch()} />
      ) : asked.some(({ isPending }) => isPending) ? (
        <Skeletons />
      ) : services.length < 2 ? (
        <EmptyState
          kind="nothingYet"
          title={t('choosing.tooFew')}
          action={
            <LinkButton to="/catalog" search={{ v: slugs.length > 0 ? slugs : undefined }}>
              {t('choosing.toCatalog')}
            </LinkButton>
          }
        >
          {t('choosing.tooFewWords')}
        </EmptyState>
      ) : (
        <>
          <Checkbox
            mb="sm"
            label={t('choosing.onlyDifferent')}
            checked={differing ?? false}
            onChange={(event) => change({ differing: event.currentTarget.checked || undefined })}
          />
          <CompareTable
            services={services}
            onlyDifferent={differing ?? false}
            onRemove={(slug) => change({ v: slugs.filter((one) => one !== slug) })}
          />
        </>
      )}
    </>
  );
}
