import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigation } from './navigation';

/** The navigation on a narrow screen. */
export function MenuDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened
      onClose={onClose}
      size="17rem"
      padding="xs"
      title={t('app.navLabel')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Navigation onNavigate={onClose} />
    </Drawer>
  );
}
