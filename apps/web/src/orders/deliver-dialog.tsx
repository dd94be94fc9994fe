import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { DeliverOrderDocument } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';

type Props = { order: { id: string; number: string }; onClose: () => void };

/** The team is done; a note tells the requester where the thing is. */
export function DeliverDialog({ order: { id, number }, onClose }: Props) {
  const { t } = useTranslation();
  const deliver = useAct(DeliverOrderDocument, { done: t('orders.act.delivered', { number }), onDone: onClose });
  const form = useForm({ defaultValues: { note: '' } });
  return (
    <FormDialog
      title={t('orders.act.deliverTitle', { number })}
      form={form}
      submit={t('orders.act.deliver')}
      onSubmit={({ note }) => deliver.mutateAsync({ id, note: note.trim() || null })}
      onClose={onClose}
    >
      <TextField name="note" label={t('orders.act.deliverNote')} description={t('orders.act.deliverHint')} rows={3} />
    </FormDialog>
  );
}
