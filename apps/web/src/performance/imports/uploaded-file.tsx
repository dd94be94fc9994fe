import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../../ui/error-panel';
import { FilePicker } from '../../ui/file-picker';
import { formatBytes } from '../../ui/format-number';
import { ProgressWithWords } from '../../ui/progress-with-words';
import { RefusalPanel } from '../../ui/refusal-panel';
import { Refused } from '../../ui/refused';
import type { Upload } from './use-upload';

type Props = {
  upload: Upload;
  onPick: (file: File) => void;
  /** Which files are taken, in words and as endings. */
  hint: string;
  accept: string;
};

/** Picks a file and shows how it travels. */
export function UploadedFile({ upload, onPick, hint, accept }: Props) {
  const { t } = useTranslation();
  const file = upload.state === 'none' ? null : upload.file;
  return (
    <Stack gap="sm">
      <FilePicker label={t('performance.import.file')} hint={hint} accept={accept} file={file} onPick={onPick} />
      {upload.state === 'sending' && (
        <ProgressWithWords
          label={t('performance.import.sending')}
          value={upload.sent}
          max={upload.file.size}
          words={t('performance.import.sent', { sent: formatBytes(upload.sent), total: formatBytes(upload.file.size) })}
        />
      )}
      {upload.state === 'failed' &&
        (upload.error instanceof Refused ? (
          <RefusalPanel refused={upload.error} />
        ) : (
          <ErrorPanel
            error={upload.error}
            onRetry={() => onPick(upload.file)}
            title={t('performance.import.notSent')}
          />
        ))}
    </Stack>
  );
}
