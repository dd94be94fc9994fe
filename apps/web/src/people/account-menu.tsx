import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconBell, IconBookmark, IconKey, IconLogout, IconSettings, IconUser, IconUserOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { SignOutDocument, SignOutEverywhereDocument } from '../generated/graphql';
import { AccountButton } from './account-button';

const schemes: MantineColorScheme[] = ['light', 'dark', 'auto'];

/** Colours, settings and the way out. Opens as soon as it is there: it was loaded because somebody asked for it. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { person } = useViewer();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const button = useRef<HTMLButtonElement>(null);
  // As if pressed, so that the menu knows where focus goes back to.
  useEffect(() => {
    button.current?.focus();
    button.current?.click();
  }, []);

  // A new document, so that nothing of this person stays in memory.
  const leave = { changes: [], onDone: () => window.location.assign('/signin') };
  const signOut = useAct(SignOutDocument, leave);
  const signOutEverywhere = useAct(SignOutEverywhereDocument, leave);

  return (
    <Menu position="bottom-end" width={252} withinPortal={false}>
      <Menu.Target>
        <AccountButton ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label style={{ overflowWrap: 'anywhere' }}>{person.email}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('app.scheme.title')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`app.scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item component={Link} to="/settings/profile" leftSection={<IconUser size={16} stroke={1.6} />}>
          {t('people.profile.title')}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings/notifications" leftSection={<IconBell size={16} stroke={1.6} />}>
          {t('people.notifications')}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings/views" leftSection={<IconBookmark size={16} stroke={1.6} />}>
          {t('app.views')}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings/tokens" leftSection={<IconKey size={16} stroke={1.6} />}>
          {t('people.tokens')}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings/display" leftSection={<IconSettings size={16} stroke={1.6} />}>
          {t('app.display.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => signOut.mutate({})}>
          {t('people.signOut')}
        </Menu.Item>
        <Menu.Item leftSection={<IconUserOff size={16} stroke={1.6} />} onClick={() => signOutEverywhere.mutate({})}>
          {t('people.signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
