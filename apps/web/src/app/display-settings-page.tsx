import { Radio, Stack, Switch, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { setShortcuts, useShortcutsOn } from './display-settings';

const schemes: MantineColorScheme[] = ['light', 'dark', 'auto'];

/** How Accord looks and listens in this browser. */
export function DisplaySettingsPage() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const on = useShortcutsOn();
  return (
    <>
      <PageHeader title={t('app.display.title')} subtitle={t('app.display.subtitle')} />
      <Stack maw="40rem">
        <Panel title={t('app.scheme.title')}>
          <Radio.Group
            aria-label={t('app.scheme.title')}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as MantineColorScheme)}
          >
            <Stack gap="xs">
              {schemes.map((scheme) => (
                <Radio key={scheme} value={scheme} label={t(`app.scheme.${scheme}`)} />
              ))}
            </Stack>
          </Radio.Group>
        </Panel>
        <Panel title={t('app.shortcuts.title')}>
          <Switch
            checked={on}
            onChange={(event) => setShortcuts(event.currentTarget.checked)}
            label={t('app.shortcuts.switch')}
            description={t('app.shortcuts.switchHint')}
          />
        </Panel>
      </Stack>
    </>
  );
}
