import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { WorkDocument, type TaskPart, type WorkQuery } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { FilterTiles } from '../ui/filter-tiles';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import './fulfilment-words';
import { WorkTable } from './work-table';
import './words';

export type WorkRow = WorkQuery['fulfilmentTasks']['edges'][number]['node'];

const route = getRouteApi('/shell/work');
const PARTS = ['MINE', 'FREE', 'FAILED', 'WAITING', 'OTHERS', 'DONE'] as const satisfies TaskPart[];

/** What somebody of the team has to do something about. */
const FIRST: TaskPart[] = ['MINE', 'FREE', 'FAILED'];

/** What has to be fulfilled next? */
export function WorkPage() {
  const { t } = useTranslation();
  const { part, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(query(WorkDocument, { parts: part ?? FIRST, after: cursor }));
  return (
    <>
      <PageHeader title={t('app.nav.work')} subtitle={t('orders.work.subtitle')} />
      <Loaded query={asked}>
        {({ fulfilmentTasks: page }) => (
          <>
            <FilterTiles
              choices={PARTS.map((value) => ({ value, label: t(`fulfilment.work.part.${value}`) }))}
              counts={page.facets?.[0]?.values ?? []}
              selected={part ?? []}
              onChange={(chosen) => void navigate({ search: chosen ? { part: chosen } : {} })}
            />
            <Listing
              page={page}
              cursor={cursor}
              onPage={(next) => void navigate({ search: (old) => ({ ...old, cursor: next }) })}
              none={<Nothing isPart={part !== undefined} />}
            >
              {(rows, pager) => <WorkTable rows={rows} footer={pager} />}
            </Listing>
          </>
        )}
      </Loaded>
    </>
  );
}

function Nothing({ isPart }: { isPart: boolean }) {
  const { t } = useTranslation();
  return (
    <EmptyState kind="nothingYet" title={t(isPart ? 'fulfilment.work.nonePart' : 'fulfilment.work.none')}>
      {t(isPart ? 'fulfilment.work.nonePartWords' : 'fulfilment.work.noneWords')}
    </EmptyState>
  );
}
