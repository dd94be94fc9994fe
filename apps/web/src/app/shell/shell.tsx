import { Drawer } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DemoBanner } from '../../people/demo-banner';
import { Header } from './header';
import { KeyboardHelp } from './keyboard-help';
import { Navigation } from './navigation';
import { useShortcuts } from './use-shortcuts';
import classes from './shell.module.css';

/** The frame around every screen of a signed-in person. */
export function Shell() {
  const { t } = useTranslation();
  const [menu, setMenu] = useState(false);
  const [help, setHelp] = useState(false);
  useShortcuts({ onHelp: () => setHelp(true) });

  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('app.skip')}
      </a>
      <DemoBanner />
      <Header onMenu={() => setMenu(true)} onHelp={() => setHelp(true)} />
      <aside className={classes.side}>
        <Navigation />
      </aside>
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <Drawer
        opened={menu}
        onClose={() => setMenu(false)}
        size="17rem"
        padding="xs"
        title={t('app.navLabel')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Navigation onNavigate={() => setMenu(false)} />
      </Drawer>
      <KeyboardHelp opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}
