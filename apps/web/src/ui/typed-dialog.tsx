import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './confirm-dialog';
import { Dialog } from './dialog';

type Props = {
  title: string;
  /** Whether closing it would lose something. */
  isDirty: boolean;
  onClose: () => void;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  children: ReactNode;
};

/** A dialog that people type into. What was typed is not lost by a key or a click beside it: they ask first. */
export function TypedDialog({ title, isDirty, onClose, size, children }: Props) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  return (
    <Dialog opened onClose={isDirty ? () => setLeaving(true) : onClose} title={title} size={size}>
      {children}
      <ConfirmDialog
        opened={leaving}
        onClose={() => setLeaving(false)}
        title={t('ui.leave.title')}
        confirm={t('ui.leave.confirm')}
        danger
        onConfirm={async () => onClose()}
      >
        {t('ui.leave.words')}
      </ConfirmDialog>
    </Dialog>
  );
}
