import { Button } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../../ui/on-demand';

const SaveViewDialog = onDemand(() => import('./save-view-dialog').then((module) => module.SaveViewDialog));

/** Keeps the screen with its parameters under a name. */
export function SaveView() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconBookmark size={14} />} onClick={() => setOpened(true)}>
        {t('ui.saveView')}
      </Button>
      {opened && <SaveViewDialog onClose={() => setOpened(false)} />}
    </>
  );
}
