import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigation } from './navigation';

/** The navigation on a narrow screen. */
export function MenuDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer.Root opened onClose={onClose} size="17rem" padding="xs">
      <Drawer.Overlay />
      <Drawer.Content aria-label={t('app.navLabel')}>
        <Drawer.CloseButton aria-label={t('ui.close')} m="xs" />
        <Navigation onNavigate={onClose} />
      </Drawer.Content>
    </Drawer.Root>
  );
}
