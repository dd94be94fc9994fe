import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useToday } from '../app/use-today';
import { EmptyState } from '../ui/empty-state';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import type { PersonOnPage } from './person-page';
import { RoleCard } from './role-card';
import { standingOf, type Assignment } from './role-words';
import classes from './roles.module.css';

const ProposeRoleDialog = onDemand(() => import('./propose-role-dialog').then((module) => module.ProposeRoleDialog));

const order = ['PROPOSED', 'IN_FORCE', 'COMING', 'OVER', 'REFUSED', 'WITHDRAWN'];

/** The roles of a person with what led to them, those that matter now first. */
export function PersonRoles({ person, roles }: { person: PersonOnPage; roles: readonly Assignment[] }) {
  const { t } = useTranslation();
  const today = useToday();
  const { viewerCanManagePeople } = useViewer();
  const [proposing, setProposing] = useState(false);
  const sorted = [...roles].sort((a, b) => order.indexOf(standingOf(a, today)) - order.indexOf(standingOf(b, today)));
  const propose = viewerCanManagePeople && !person.endedAt && (
    <Button size="xs" variant={roles.length === 0 ? 'filled' : 'default'} onClick={() => setProposing(true)}>
      {t('people.roles.propose')}
    </Button>
  );
  return (
    <Panel title={t('people.roles.title')} description={t('people.roles.words')} actions={roles.length > 0 && propose}>
      {roles.length === 0 ? (
        <EmptyState kind="nothingYet" title={t('people.roles.none')} action={propose}>
          {t('people.roles.noneWords', { name: person.name })}
        </EmptyState>
      ) : (
        <ul className={classes.roles}>
          {sorted.map((role) => (
            <li key={role.id}>
              <RoleCard role={role} />
            </li>
          ))}
        </ul>
      )}
      {proposing && <ProposeRoleDialog person={person} onClose={() => setProposing(false)} />}
    </Panel>
  );
}
