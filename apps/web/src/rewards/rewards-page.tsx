import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { SearchTabs } from '../ui/search-tabs';
import { PlansTab } from './plans-tab';
import './words';
import '../governance/words';

const AddPlanDialog = onDemand(() => import('./add-plan-dialog').then((module) => module.AddPlanDialog));
const TeamsTab = onDemand(() => import('./teams-tab').then((module) => module.TeamsTab));

const route = getRouteApi('/shell/rewards');

/** Which teams are rewarded by which plan, and what waits for a decision? */
export function RewardsPage() {
  const { t } = useTranslation();
  const { tab = 'plans', add } = route.useSearch();
  const navigate = route.useNavigate();
  const { viewerCanManageRewards } = useViewer();
  const setAdd = (wanted: true | undefined) => void navigate({ search: (old) => ({ ...old, add: wanted }) });
  const button = viewerCanManageRewards && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdd(true)}>
      {t('rewards.addPlan')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('app.nav.rewards')} subtitle={t('rewards.subtitle')} actions={button} />
      <SearchTabs
        label={t('app.nav.rewards')}
        value={tab}
        onChange={(next) => void navigate({ search: { tab: next === 'plans' ? undefined : next } })}
        tabs={[
          { value: 'plans', label: t('rewards.plans'), content: <PlansTab action={button} /> },
          { value: 'teams', label: t('rewards.teams'), content: <TeamsTab /> },
        ]}
      />
      {add && viewerCanManageRewards && <AddPlanDialog onClose={() => setAdd(undefined)} />}
    </>
  );
}
