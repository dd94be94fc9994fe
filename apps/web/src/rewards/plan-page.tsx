import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { RewardPlanPageDocument, type RewardPlanPageQuery } from '../generated/graphql';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { CopyLink } from '../ui/copy-link';
import { formatInstant } from '../ui/format-instant';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { SearchTabs } from '../ui/search-tabs';
import { ToneBadge } from '../ui/tone-badge';
import { EndPlan } from './end-plan';
import './words';
import '../governance/words';

const PlanCalculations = onDemand(() => import('./plan-calculations').then((module) => module.PlanCalculations));
const PlanVersions = onDemand(() => import('./plan-versions').then((module) => module.PlanVersions));
const SubjectHistory = onDemand(() => import('../people/subject-history').then((module) => module.SubjectHistory));

const route = getRouteApi('/shell/rewards/$plan');
export type PlanOnPage = NonNullable<RewardPlanPageQuery['rewardPlan']>;

/** By which rules is a team rewarded, and what came of them in each period? */
export function PlanPage() {
  const { t } = useTranslation();
  const { plan: slug } = route.useParams();
  const asked = useQuery(query(RewardPlanPageDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('rewards.plan')}>
      {({ rewardPlan }) => <Content key={slug} plan={found(rewardPlan)} />}
    </LoadedPage>
  );
}

function Content({ plan }: { plan: PlanOnPage }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const { name, team, endedAt, versions, calculations, viewerCanChange, viewerCanEnd } = plan;
  const tab = search.tab ?? (calculations.length > 0 ? 'calculations' : 'versions');
  return (
    <>
      <PageHeader
        above={viewer.viewerCanSeeRewards && <Breadcrumbs crumbs={[{ label: t('app.nav.rewards'), to: '/rewards' }]} />}
        title={name}
        subtitle={t('rewards.planOf', { team: team.name })}
        badges={
          endedAt && (
            <ToneBadge tone="warning">
              {t('rewards.planEndedOn', { day: formatInstant(endedAt, { style: 'date' }) })}
            </ToneBadge>
          )
        }
        actions={
          <>
            <CopyLink />
            {viewerCanChange && !search.propose && (
              <Button
                size="xs"
                variant="default"
                onClick={() => void navigate({ search: { tab: 'versions', propose: true } })}
              >
                {t('governance.newVersion')}
              </Button>
            )}
            {viewerCanEnd && !search.propose && <EndPlan plan={plan} />}
          </>
        }
      />
      <Stack gap="md">
        <SearchTabs
          label={name}
          value={tab}
          onChange={(next) => void navigate({ search: { tab: next } })}
          tabs={[
            {
              value: 'calculations',
              label: t('rewards.calculations', { count: calculations.length }),
              content: <PlanCalculations plan={plan} />,
            },
            {
              value: 'versions',
              label: t('rewards.versions', { count: versions.length }),
              content: <PlanVersions plan={plan} />,
            },
          ]}
        />
        {viewer.viewerCanReadAudit && <SubjectHistory type="rewardPlan" id={plan.id} />}
      </Stack>
    </>
  );
}
