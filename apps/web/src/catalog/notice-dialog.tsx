import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { NumberField } from '../ui/number-field';
import { TextField } from '../ui/text-field';
import { DraftDialog, type DraftDialogProps } from './draft-dialog';

const schema = z.object({ days: z.number('ui.form.required').int().min(0).max(730), text: z.string() });

/** How early subscribers hear of what is not to their advantage. */
export function NoticeDialog(props: DraftDialogProps) {
  const { t } = useTranslation();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { ...props.definition.notice } });
  return (
    <DraftDialog {...props} title={t('catalog.offer.changeNotice')} form={form} change={(notice) => ({ notice })}>
      <NumberField
        name="days"
        label={t('catalog.offer.noticeDays')}
        description={t('catalog.offer.noticeHint')}
        suffix={t('catalog.offer.days')}
        min={0}
        max={730}
        whole
        required
      />
      <TextField name="text" label={t('catalog.offer.noticeText')} rows={3} />
    </DraftDialog>
  );
}
