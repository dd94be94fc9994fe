import { useQuery } from '@tanstack/react-query';
import { Anchor } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { ImportsDocument } from '../../generated/graphql';
import { EmptyState } from '../../ui/empty-state';
import { Loaded } from '../../ui/loaded';
import { onDemand } from '../../ui/on-demand';
import { PageHeader } from '../../ui/page-header';
import { ImportList } from './import-list';
import classes from './imports.module.css';
import '../words';

const NewImport = onDemand(() => import('./new-import').then((module) => module.NewImport));

const route = getRouteApi('/shell/imports');
const pollMs = 1500;

/** Brings measurements and terms in, and shows what came of earlier files. */
export function ImportsPage() {
  const { t } = useTranslation();
  const { cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery({
    ...query(ImportsDocument, { first: 20, after: cursor }),
    refetchInterval: ({ state }) =>
      state.data?.imports.edges.some(({ node }) => node.state === 'RUNNING') ? pollMs : false,
  });
  return (
    <>
      <PageHeader
        title={t('performance.imports.title')}
        subtitle={t('performance.imports.subtitle')}
        actions={
          <Anchor component={Link} {...({ to: '/imports/holders' } as object)} size="sm">
            {t('performance.imports.holders')}
          </Anchor>
        }
      />
      <div className={classes.page}>
        <NewImport />
        <section aria-labelledby="earlier-imports">
          <h2 id="earlier-imports" className={classes.heading}>
            {t('performance.imports.earlier')}
          </h2>
          <Loaded query={found}>
            {({ imports }) =>
              imports.edges.length === 0 ? (
                <EmptyState kind="nothingYet" title={t('performance.imports.none')}>
                  {t('performance.imports.noneWords')}
                </EmptyState>
              ) : (
                <ImportList
                  imports={imports}
                  cursor={cursor}
                  onPage={(next) => void navigate({ search: { cursor: next } })}
                />
              )
            }
          </Loaded>
        </section>
      </div>
    </>
  );
}
