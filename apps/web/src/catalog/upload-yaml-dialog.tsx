import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { ImportServiceDefinitionDocument } from '../generated/graphql';
import { Dialog } from '../ui/dialog';
import { ErrorPanel } from '../ui/error-panel';
import { FilePicker } from '../ui/file-picker';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';

type Props = { serviceId: string; /** The draft's, when there is one. */ revision: number | null; onClose: () => void };

/** A file, as it was downloaded and then changed, becomes the draft. */
export function UploadYamlDialog({ serviceId, revision, onClose }: Props) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const upload = useAct(ImportServiceDefinitionDocument, { done: t('catalog.offer.uploaded'), onDone: onClose });
  const send = async (picked: File) => upload.mutate({ serviceId, yaml: await picked.text(), revision });
  const { error } = upload;
  return (
    <Dialog opened onClose={onClose} title={t('catalog.offer.uploadTitle')}>
      <Stack gap="md">
        {error && (error instanceof Refused ? <RefusalPanel refused={error} /> : <ErrorPanel error={error} />)}
        {revision !== null && <Text>{t('catalog.offer.uploadWords')}</Text>}
        <FilePicker
          label={t('catalog.offer.file')}
          hint={t('catalog.offer.fileHint')}
          accept=".yaml,.yml"
          file={file}
          onPick={setFile}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button disabled={!file} loading={upload.isPending} onClick={() => file && void send(file)}>
            {t('catalog.offer.upload')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
