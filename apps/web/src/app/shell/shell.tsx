import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DemoBanner } from '../../people/demo-banner';
import { LinkedZone } from '../linked-zone';
import { Header } from './header';
import { Navigation } from './navigation';
import { useShortcuts } from './use-shortcuts';
import { ZoneNote } from './zone-note';
import classes from './shell.module.css';

const KeyboardHelp = lazy(() => import('./keyboard-help').then((module) => ({ default: module.KeyboardHelp })));
const loadPalette = () => import('../palette/palette');
const Palette = lazy(() => loadPalette().then((module) => ({ default: module.Palette })));
const MenuDrawer = lazy(() => import('./menu-drawer').then((module) => ({ default: module.MenuDrawer })));

/** The frame around every screen of a signed-in person. */
export function Shell() {
  const { t } = useTranslation();
  const [menu, setMenu] = useState(false);
  const [help, setHelp] = useState(false);
  const [palette, setPalette] = useState(false);
  useShortcuts({ onHelp: () => setHelp(true), onPalette: () => setPalette(true), onReach: () => void loadPalette() });

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
        <ZoneNote />
        <LinkedZone />
      </main>
      {/* Loaded when first asked for. */}
      <Suspense>
        {menu && <MenuDrawer onClose={() => setMenu(false)} />}
        {palette && <Palette onClose={() => setPalette(false)} />}
        {help && <KeyboardHelp onClose={() => setHelp(false)} />}
      </Suspense>
    </div>
  );
}
