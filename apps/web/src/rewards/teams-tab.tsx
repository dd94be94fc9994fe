import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { RewardTeamsDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { TeamRewards } from './team-rewards';

/** The teams whose rewards the viewer may look at. */
export function TeamsTab() {
  const { t } = useTranslation();
  const asked = useQuery(query(RewardTeamsDocument, {}));
  return (
    <Loaded query={asked}>
      {({ teams }) => {
        const shown = teams.filter(
          ({ endedAt, shares, rewardPlans, viewerCanChangeShares }) =>
            endedAt === null && (viewerCanChangeShares || (shares?.length ?? 0) > 0 || rewardPlans.length > 0),
        );
        return shown.length === 0 ? (
          <EmptyState kind="nothingYet" title={t('rewards.noTeams')}>
            {t('rewards.noTeamsWords')}
          </EmptyState>
        ) : (
          <Stack gap="md">
            {shown.map((team) => (
              <TeamRewards key={team.id} team={team} />
            ))}
          </Stack>
        );
      }}
    </Loaded>
  );
}
