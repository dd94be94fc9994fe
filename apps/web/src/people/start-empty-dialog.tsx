import { Button, Code, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { StartEmptyDocument } from '../generated/graphql';
import { Dialog } from '../ui/dialog';
import { ConfirmDialog } from '../ui/confirm-dialog';

/** Leaves the demo behind: asks, then shows the code with which the first administrator is made. */
export function StartEmptyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState<string | null>(null);
  const startEmpty = useAct(StartEmptyDocument, {
    changes: [],
    onDone: ({ startEmpty: { setupCode } }) => setCode(setupCode ?? null),
  });

  return (
    <>
      <ConfirmDialog
        opened={code === null}
        onClose={() => code === null && onClose()}
        title={t('people.demo.startEmpty')}
        confirm={t('people.demo.startEmptyConfirm')}
        danger
        onConfirm={() => startEmpty.mutateAsync({})}
      >
        {t('people.demo.startEmptyWords')}
      </ConfirmDialog>
      <Dialog opened={code !== null} title={t('people.demo.code')}>
        <Stack>
          <Text>{t('people.demo.codeWords')}</Text>
          <Code block fz="lg">
            {code}
          </Code>
          <Button onClick={() => window.location.assign('/signin')}>{t('people.demo.toSetUp')}</Button>
        </Stack>
      </Dialog>
    </>
  );
}
