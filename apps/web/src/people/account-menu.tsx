import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
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
import classes from './account-menu.module.css';

const schemes: { scheme: MantineColorScheme; icon: typeof IconSun }[] = [
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
  { scheme: 'auto', icon: IconDeviceDesktop },
];

/** Who is signed in and as what; colours; the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { person, roles } = useViewer();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // A new document, so that nothing of this person stays in memory.
  const leave = { changes: [], onDone: () => window.location.assign('/signin') };
  const signOut = useAct(SignOutDocument, leave);
  const signOutEverywhere = useAct(SignOutEverywhereDocument, leave);
  const inForce = roles.filter(({ state }) => state === 'APPROVED');
  const role = inForce[0] ? t(`people.role.${inForce[0].role}`) : t('people.noRole');

  return (
    <Menu position="bottom-end" width={252}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t('people.account', { name: person.name, role })}>
          <Avatar size={30} radius="xl" color="accord" name={person.name} alt="" />
          <span className={classes.words}>
            <span>{person.name}</span>
            <span className="quiet">
              {inForce.length > 1 ? t('people.roleAndMore', { role, count: inForce.length - 1 }) : role}
            </span>
          </span>
        </UnstyledButton>
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
