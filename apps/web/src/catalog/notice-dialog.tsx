import { zodResolver } from '@hookform/resolvers/zod';
import type { ServiceDefinition } from '@accord/domain';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '../ui/form-dialog';
import { NumberField } from '../ui/number-field';
import { TextField } from '../ui/text-field';

const schema = z.object({ days: z.number('ui.form.required').int().min(0).max(730), text: z.string() });
type Props = {
  definition: ServiceDefinition;
  save: (definition: ServiceDefinition) => Promise<unknown>;
  onClose: () => void;
};

/** How early subscribers hear of what is not to their advantage. */
export function NoticeDialog({ definition, save, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { ...definition.notice } });
  const submit = async (notice: z.output<typeof schema>) => {
    await save({ ...definition, notice });
    onClose();
  };
  return (
    <FormDialog
      title={t('catalog.offer.changeNotice')}
      form={form}
      submit={t('catalog.offer.keep')}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
