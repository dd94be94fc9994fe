import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { Choice } from '../../ui/choice';
import { onDemand } from '../../ui/on-demand';
import { PageHeader } from '../../ui/page-header';
import { SearchTabs } from '../../ui/search-tabs';
import { shownZone } from '../../ui/shown-zone';
import { useServiceChoices } from '../use-service-choices';
import type { TabProps } from './tab-props';
import '../words';

const CountsTab = onDemand(() => import('./counts-tab').then((module) => module.CountsTab));
const MaintenanceTab = onDemand(() => import('./maintenance-tab').then((module) => module.MaintenanceTab));
const OutagesTab = onDemand(() => import('./outages-tab').then((module) => module.OutagesTab));

const route = getRouteApi('/shell/manage/downtime');

/** What was down, what is planned, and what was counted: entered by hand where no feed tells it. */
export function DowntimePage() {
  const { t } = useTranslation();
  const { service, tab = 'outages', cursor, add = false } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changed: { service?: string; tab?: typeof tab; cursor?: string; add?: true }) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...changed }), resetScroll: false });
  const { viewerCanMeasure } = useViewer();
  const services = useServiceChoices();
  const props: TabProps = {
    service,
    services,
    cursor,
    onPage: (next) => change({ cursor: next }),
    adding: add && viewerCanMeasure,
    onAdding: (adding) => change({ cursor, add: adding || undefined }),
  };
  return (
    <>
      <PageHeader
        title={t('performance.downtime.title')}
        subtitle={t('performance.downtime.subtitle')}
        zone={t('performance.downtime.zone', { zone: shownZone() })}
        actions={
          <div data-filters>
            <Choice
              quiet
              size="xs"
              width={240}
              label={t('performance.downtime.service')}
              none={t('performance.downtime.everyService')}
              data={services}
              value={service ?? null}
              onChange={(value) => change({ service: value ?? undefined })}
            />
          </div>
        }
      />
      <SearchTabs
        label={t('performance.downtime.title')}
        value={tab}
        onChange={(next) => change({ tab: next === 'outages' ? undefined : next })}
        tabs={[
          { value: 'outages', label: t('performance.downtime.outages'), content: <OutagesTab {...props} /> },
          {
            value: 'maintenance',
            label: t('performance.downtime.maintenance'),
            content: <MaintenanceTab {...props} />,
          },
          { value: 'counts', label: t('performance.downtime.counts'), content: <CountsTab {...props} /> },
        ]}
      />
    </>
  );
}
