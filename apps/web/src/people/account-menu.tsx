import { Menu, Text, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
  IconUserOff,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { SignOutDocument, SignOutEverywhereDocument } from '../generated/graphql';
import { AccountButton } from './account-button';

const schemes: { scheme: MantineColorScheme; icon: typeof IconSun }[] = [
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
  { scheme: 'auto', icon: IconDeviceDesktop },
];

/** Colours, settings and the way out. Opens as soon as it is there: it was loaded because somebody asked for it. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { person } = useViewer();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // A new document, so that nothing of this person stays in memory.
  const leave = { changes: [], onDone: () => window.location.assign('/signin') };
  const signOut = useAct(SignOutDocument, leave);
  const signOutEverywhere = useAct(SignOutEverywhereDocument, leave);

  return (
    <Menu position="bottom-end" width={252} defaultOpened>
      <Menu.Target>
        <AccountButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Text size="xs" className="quiet" px="sm" py={4}>
          {person.email}
        </Text>
        <Menu.Divider />
        <Menu.Label>{t('app.scheme.title')}</Menu.Label>
        {schemes.map(({ scheme, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            closeMenuOnClick={false}
            leftSection={<Icon size={16} stroke={1.6} />}
            rightSection={colorScheme === scheme && <IconCheck size={14} />}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`app.scheme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
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
