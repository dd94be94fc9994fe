import { ActionIcon } from '@mantine/core';
import { IconKeyboard, IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Account } from '../../people/account';
import { Bell } from '../../people/inbox/bell';
import { useSession } from '../session';
import { HeaderSearch } from './header-search';
import { Mark } from './mark';
import classes from './header.module.css';

type Props = { onMenu: () => void; onHelp: () => void };

/** The mark, the enterprise, the search and the account. */
export function Header({ onMenu, onHelp }: Props) {
  const { t } = useTranslation();
  const { enterprise } = useSession();
  return (
    <header className={classes.header}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={classes.menu}
        aria-label={t('app.openMenu')}
        onClick={onMenu}
      >
        <IconMenu2 size={20} />
      </ActionIcon>
      <Mark />
      <span className={classes.enterprise}>{enterprise.name}</span>
      <div className={classes.search}>
        <HeaderSearch />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={classes.keys}
        aria-label={t('app.shortcuts.title')}
        title={t('app.shortcuts.title')}
        onClick={onHelp}
      >
        <IconKeyboard size={19} stroke={1.6} />
      </ActionIcon>
      <Bell />
      <Account />
    </header>
  );
}
