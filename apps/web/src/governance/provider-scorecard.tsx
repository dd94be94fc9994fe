import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useToday } from '../app/use-today';
import { ProviderScorecardDocument } from '../generated/graphql';
import { Choice } from '../ui/choice';
import { EmptyState } from '../ui/empty-state';
import { formatPeriod } from '../ui/format-instant';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { periodOptions } from './period-options';
import { ScorecardVersions } from './scorecard-versions';
import { ScorecardView } from './scorecard-view';
import './words';
import '../performance/words';

const ScorecardForm = onDemand(() => import('./scorecard-form').then((module) => module.ScorecardForm));

const route = getRouteApi('/shell/providers/$slug');

/** How does the provider do against what it promised, by KPI, and who said what is measured? */
export function ProviderScorecard({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const { period, propose } = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const asked = useQuery(query(ProviderScorecardDocument, { slug, period }));
  const setPropose = (wanted: true | undefined) =>
    void navigate({ search: (old) => ({ ...old, propose: wanted }), resetScroll: false });
  return (
    <Loaded query={asked}>
      {({ provider }) => {
        if (!provider) return null;
        const { scorecard, scorecardVersions: versions, viewerCanProposeScorecard: mayPropose } = provider;
        const proposeButton = mayPropose && !propose && (
          <Button size="xs" variant={versions.length > 0 ? 'default' : 'filled'} onClick={() => setPropose(true)}>
            {t(versions.length > 0 ? 'governance.newVersion' : 'governance.firstVersion')}
          </Button>
        );
        const options = periodOptions(today);
        const shown = period ?? scorecard?.period ?? null;
        return (
          <Stack gap="md">
            {propose && mayPropose && (
              <ScorecardForm
                key={versions[0]?.id}
                provider={{ id: provider.id, slug }}
                newest={versions[0] ?? null}
                onClose={() => setPropose(undefined)}
              />
            )}
            <Panel
              title={shown ? t('governance.scorecardOf', { period: formatPeriod(shown) }) : t('governance.scorecard')}
              description={t('governance.scorecardWords')}
              actions={
                versions.length > 0 && (
                  <Choice
                    quiet
                    size="xs"
                    label={t('governance.period')}
                    data={
                      shown && !options.some(({ value }) => value === shown)
                        ? [{ value: shown, label: formatPeriod(shown) }, ...options]
                        : options
                    }
                    none={t('governance.newestClosed')}
                    value={period ?? null}
                    onChange={(value) =>
                      void navigate({ search: (old) => ({ ...old, period: value ?? undefined }), resetScroll: false })
                    }
                  />
                )
              }
            >
              {scorecard ? (
                <ScorecardView scorecard={scorecard} />
              ) : (
                <EmptyState
                  kind="nothingYet"
                  title={t('governance.noScorecard')}
                  action={versions.length === 0 && proposeButton}
                >
                  {t('governance.noScorecardWords')}
                </EmptyState>
              )}
            </Panel>
            {versions.length > 0 && <ScorecardVersions versions={versions} action={proposeButton} />}
          </Stack>
        );
      }}
    </Loaded>
  );
}
