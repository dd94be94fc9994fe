import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import { ErrorPanel } from './error-panel';
import { RefusalPanel } from './refusal-panel';
import { Refused } from './refused';

export type ConfirmDialogProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and what cannot be taken back. */
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  /** There is nothing to confirm: the button stays dead. */
  blocked?: boolean;
  /** Asks for a reason, which the audit keeps. */
  withReason?: boolean;
  onConfirm: (reason: string) => Promise<unknown>;
};

/** Asks before an act that others will see; a refusal is shown where it was asked. */
export function ConfirmDialogBody({
  opened,
  onClose,
  title,
  children,
  confirm,
  danger,
  blocked,
  withReason,
  onConfirm,
}: ConfirmDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);

  const close = () => {
    setReason('');
    setError(null);
    setMissing(false);
    onClose();
  };
  const act = async () => {
    if (withReason && reason.trim() === '') return setMissing(true);
    setBusy(true);
    try {
      await onConfirm(reason.trim());
      close();
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog opened={opened} onClose={close} title={title}>
      <Stack gap="md">
        {error && (error instanceof Refused ? <RefusalPanel refused={error} /> : <ErrorPanel error={error} />)}
        <Text component="div">{children}</Text>
        {withReason && (
          <Textarea
            label={t('ui.confirm.reason')}
            description={t('ui.confirm.reasonHint')}
            autosize
            minRows={2}
            withAsterisk
            aria-required
            data-autofocus
            value={reason}
            error={missing && reason.trim() === '' ? t('ui.form.required') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('ui.cancel')}
          </Button>
          <Button color={danger ? 'red' : undefined} loading={busy} disabled={blocked} onClick={() => void act()}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
