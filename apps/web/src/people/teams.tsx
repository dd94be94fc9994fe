import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { TeamsDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { TeamPanel } from './team-panel';
import { onDemand } from '../ui/on-demand';

const AddTeamDialog = onDemand(() => import('./add-team-dialog').then((module) => module.AddTeamDialog));

/** Teams with those who work in them. An internal provider is a team. */
export function Teams() {
  const { t } = useTranslation();
  const asked = useQuery(query(TeamsDocument, {}));
  const [adding, setAdding] = useState(false);
  const add = (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
      {t('people.teams.add')}
    </Button>
  );
  return (
    <>
      <Loaded query={asked}>
        {({ teams: all }) => {
          const teams = all.filter(({ endedAt }) => endedAt === null);
          return teams.length === 0 ? (
            <EmptyState kind="nothingYet" title={t('people.teams.none')} action={add}>
              {t('people.teams.noneWords')}
            </EmptyState>
          ) : (
            <Stack gap="md">
              <div>{add}</div>
              {teams.map((team) => (
                <TeamPanel key={team.id} team={team} />
              ))}
            </Stack>
          );
        }}
      </Loaded>
      {adding && <AddTeamDialog onClose={() => setAdding(false)} />}
    </>
  );
}
