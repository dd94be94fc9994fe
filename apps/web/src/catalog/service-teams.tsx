import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../ui/format-instant';
import { KeyValueList } from '../ui/key-value-list';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import type { ManagedService } from './manage-service-page';

const AssignTeamDialog = onDemand(() => import('./assign-team-dialog').then((module) => module.AssignTeamDialog));

/** Which team fulfils the service's orders, and which did before, newest first. */
export function ServiceTeams({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  const [assigning, setAssigning] = useState(false);
  const { id, managements, viewerCanAssignTeam } = service;
  return (
    <Panel
      title={t('catalog.team')}
      description={t('catalog.teams.words')}
      actions={
        viewerCanAssignTeam && (
          <Button size="xs" variant="default" onClick={() => setAssigning(true)}>
            {t('catalog.teams.assign')}
          </Button>
        )
      }
    >
      {managements.length === 0 && <span className="quiet">{t('catalog.teams.none')}</span>}
      <KeyValueList
        items={managements.map(({ team, from, to }) => ({
          label: to
            ? t('catalog.teams.fromTo', { from: formatDay(from), to: formatDay(to) })
            : t('catalog.teams.since', { from: formatDay(from) }),
          value: team.name,
        }))}
      />
      {assigning && <AssignTeamDialog serviceId={id} onClose={() => setAssigning(false)} />}
    </Panel>
  );
}
