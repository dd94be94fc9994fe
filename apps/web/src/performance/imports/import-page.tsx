import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { RequestError } from '../../app/request-error';
import { ImportDocument, type ImportQuery } from '../../generated/graphql';
import { announce } from '../../ui/announce';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { Instant } from '../../ui/instant';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { FailedPage } from '../failed-page';
import { ImportProgress } from './import-progress';
import { ImportReport } from './import-report';
import { ImportState } from './import-state';
import { ImportTrouble } from './import-trouble';
import classes from './imports.module.css';
import '../words';

const route = getRouteApi('/shell/imports/$id');
const pollMs = 700;

export type ShownImport = NonNullable<ImportQuery['import']>;

/** One import: how far it is, then what came of it. */
export function ImportPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const found = useQuery({
    ...query(ImportDocument, { id }),
    refetchInterval: ({ state }) => (state.data?.import?.state === 'RUNNING' ? pollMs : false),
    staleTime: 0,
  });
  if (found.isError && !found.data) return <FailedPage title={t('performance.imports.title')} query={found} />;
  return (
    <Loaded query={found}>
      {({ import: shown }) => {
        if (!shown) throw new RequestError('NOT_FOUND', 'No such import.');
        return <Import shown={shown} />;
      }}
    </Loaded>
  );
}

function Import({ shown }: { shown: ShownImport }) {
  const { t } = useTranslation();
  const { fileName, state, kind, profile, startedBy, startedAt } = shown;
  useEffect(() => announce(t(`performance.import.state.${state}`)), [t, state]);
  return (
    <>
      <PageHeader
        title={fileName}
        above={<Breadcrumbs crumbs={[{ label: t('performance.imports.title'), to: '/imports' }]} />}
        badges={<ImportState state={state} />}
        subtitle={
          <>
            {profile?.name ?? t(`performance.import.kind.${kind}`)}
            {' · '}
            {t('performance.import.startedBy', { name: startedBy?.name ?? '–' })} <Instant at={startedAt} />
          </>
        }
      />
      <div className={classes.page}>
        {state === 'RUNNING' && <ImportProgress shown={shown} />}
        {(state === 'INTERRUPTED' || state === 'REFUSED') && <ImportTrouble shown={shown} />}
        {state !== 'REFUSED' && <ImportReport shown={shown} />}
      </div>
    </>
  );
}
