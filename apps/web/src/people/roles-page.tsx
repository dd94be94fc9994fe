import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { ProposedRolesDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { RoleCard } from './role-card';
import classes from './roles.module.css';

/** Which roles wait for a second person, and for whom? */
export function RolesPage() {
  const { t } = useTranslation();
  const asked = useQuery(query(ProposedRolesDocument, {}));
  return (
    <>
      <PageHeader title={t('people.rolesPage.title')} subtitle={t('people.rolesPage.subtitle')} />
      <Loaded query={asked}>
        {({ proposedRoles }) =>
          proposedRoles.length === 0 ? (
            <EmptyState
              kind="nothingYet"
              title={t('people.rolesPage.none')}
              action={
                <TextLink to="/admin/people" underline="always">
                  {t('people.rolesPage.toPeople')}
                </TextLink>
              }
            >
              {t('people.rolesPage.noneWords')}
            </EmptyState>
          ) : (
            <Stack maw="60rem">
              <ul className={classes.roles} aria-label={t('people.rolesPage.title')}>
                {proposedRoles.map((role) => (
                  <li key={role.id}>
                    <RoleCard role={role} withPerson />
                  </li>
                ))}
              </ul>
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}
