import { Anchor, Kbd, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { useShortcutsOn } from '../display-settings';
import { useViewer } from '../session';
import { navigationFor } from './navigation-items';
import classes from './keyboard-help.module.css';

/** Which keys do what, and where they are switched off. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const on = useShortcutsOn();
  const places = navigationFor(viewer).flatMap((group) => group.items.filter(({ letter }) => letter));
  return (
    <Dialog opened onClose={onClose} title={t('app.shortcuts.title')}>
      <dl className={classes.keys}>
        <div>
          <dt>{t('app.shortcuts.help')}</dt>
          <dd>
            <Kbd>?</Kbd>
          </dd>
        </div>
        <div>
          <dt>{t('app.shortcuts.palette')}</dt>
          <dd>
            <Kbd>{t('app.shortcuts.ctrl')}</Kbd> <Kbd>K</Kbd>
          </dd>
        </div>
        <div>
          <dt>{t('app.shortcuts.filter')}</dt>
          <dd>
            <Kbd>/</Kbd>
          </dd>
        </div>
        <div>
          <dt>{t('app.shortcuts.rows')}</dt>
          <dd>
            <Kbd>j</Kbd> <Kbd>k</Kbd>
          </dd>
        </div>
        <div>
          <dt>{t('app.shortcuts.open')}</dt>
          <dd>
            <Kbd>Enter</Kbd>
          </dd>
        </div>
        <div>
          <dt>{t('app.shortcuts.add')}</dt>
          <dd>
            <Kbd>a</Kbd>
          </dd>
        </div>
        <div>
          <dt>{t('app.shortcuts.export')}</dt>
          <dd>
            <Kbd>e</Kbd>
          </dd>
        </div>
        <div>
          <dt>{t('app.shortcuts.mark')}</dt>
          <dd>
            <Kbd>x</Kbd>
          </dd>
        </div>
        {places.map(({ key, letter }) => (
          <div key={key}>
            <dt>{t('app.shortcuts.goTo', { place: t(`app.nav.${key}`) })}</dt>
            <dd>
              <Kbd>g</Kbd> <Kbd>{letter}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
      <Text size="sm" className="quiet" mt="sm">
        {on ? t('app.shortcuts.areOn') : t('app.shortcuts.areOff')}{' '}
        <Anchor component={Link} to="/settings/display" size="sm" underline="always" onClick={onClose}>
          {t('app.display.title')}
        </Anchor>
      </Text>
    </Dialog>
  );
}
