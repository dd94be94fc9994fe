import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { FinishTaskDocument } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import './fulfilment-words';

type Props = { task: { id: string; name: string }; onClose: () => void };

/** A task is done; a note tells the requester where the thing is. */
export function FinishTaskDialog({ task: { id, name }, onClose }: Props) {
  const { t } = useTranslation();
  const finish = useAct(FinishTaskDocument, { done: t('fulfilment.act.finished', { task: name }), onDone: onClose });
  const form = useForm({ defaultValues: { note: '' } });
  return (
    <FormDialog
      title={t('fulfilment.act.finishTitle', { task: name })}
      form={form}
      submit={t('fulfilment.act.finish')}
      onSubmit={({ note }) => finish.mutateAsync({ id, note: note.trim() || null })}
      onClose={onClose}
    >
      <TextField
        name="note"
        label={t('fulfilment.act.finishNote')}
        description={t('fulfilment.act.finishHint')}
        rows={3}
      />
    </FormDialog>
  );
}
