import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { ProfileDocument, SignOutEverywhereDocument } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { KeyValueList } from '../ui/key-value-list';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { RoleCard } from './role-card';
import classes from './roles.module.css';
import { onDemand } from '../ui/on-demand';

const ChangePasswordForm = onDemand(() => import('./change-password-form').then((module) => module.ChangePasswordForm));

/** What is known of me here, what may I do, and how do I keep my account mine? */
export function ProfilePage() {
  const { t } = useTranslation();
  const { person } = useViewer();
  const asked = useQuery(query(ProfileDocument, { id: person.id }));
  return (
    <>
      <PageHeader title={t('people.profile.title')} subtitle={t('people.profile.subtitle')} />
      <Stack gap="md" maw="46rem">
        <Loaded query={asked}>
          {({ person: given }) => {
            const me = found(given);
            return (
              <Stack gap="md">
                <Panel title={me.name}>
                  <KeyValueList
                    columns={2}
                    items={[
                      { label: t('people.email'), value: me.email },
                      { label: t('people.unit'), value: me.unit?.name },
                    ]}
                  />
                </Panel>
                <Panel title={t('people.profile.roles')}>
                  {(me.roles ?? []).length === 0 ? (
                    <p className="quiet">{t('people.profile.noRoles')}</p>
                  ) : (
                    <ul className={classes.roles}>
                      {me.roles?.map((role) => (
                        <li key={role.id}>
                          <RoleCard role={role} />
                        </li>
                      ))}
                    </ul>
                  )}
                </Panel>
              </Stack>
            );
          }}
        </Loaded>
        <ChangePasswordForm />
        <Sessions />
      </Stack>
    </>
  );
}

function Sessions() {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  // A new document, so that nothing of this person stays in memory.
  const leave = useAct(SignOutEverywhereDocument, { changes: [], onDone: () => window.location.assign('/signin') });
  return (
    <Panel title={t('people.profile.sessions')} description={t('people.profile.sessionsWords')}>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('people.signOutEverywhere')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('people.signOutEverywhere')}
        confirm={t('people.signOutEverywhere')}
        onConfirm={() => leave.mutateAsync({})}
      >
        {t('people.profile.sessionsConfirm')}
      </ConfirmDialog>
    </Panel>
  );
}
