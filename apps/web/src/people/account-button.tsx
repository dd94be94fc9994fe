import { Avatar, UnstyledButton } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import classes from './account-button.module.css';

/** Who is signed in, and as what. */
export function AccountButton(props: ComponentPropsWithRef<'button'>) {
  const { t } = useTranslation();
  const { person, roles } = useViewer();
  const inForce = roles.filter(({ state }) => state === 'APPROVED');
  const role = inForce[0] ? t(`people.role.${inForce[0].role}`) : t('people.noRole');
  return (
    <UnstyledButton
      {...props}
      className={classes.account}
      aria-label={t('people.account', { name: person.name, role })}
    >
      <Avatar size={30} radius="xl" color="accord" name={person.name} alt="" />
      <span className={classes.words}>
        <span>{person.name}</span>
        <span className="quiet">
          {inForce.length > 1 ? t('people.roleAndMore', { role, count: inForce.length - 1 }) : role}
        </span>
      </span>
    </UnstyledButton>
  );
}
