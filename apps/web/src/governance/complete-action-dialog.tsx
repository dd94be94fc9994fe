import { zodResolver } from '@hookform/resolvers/zod';
import { Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { CompleteActionDocument, type ActionRowFragment } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';

const schema = z.object({ outcome: needed });

/** The action is done: what came of it. */
export function CompleteActionDialog({ action, onClose }: { action: ActionRowFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const complete = useAct(CompleteActionDocument, { done: t('governance.action.completed') });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { outcome: '' } });
  return (
    <FormDialog
      title={t('governance.action.complete')}
      form={form}
      submit={t('governance.action.complete')}
      onSubmit={async (values) => {
        await complete.mutateAsync({ id: action.id, ...values });
        onClose();
      }}
      onClose={onClose}
    >
      <Text>{action.what}</Text>
      <TextField name="outcome" label={t('governance.action.outcome')} rows={3} required />
    </FormDialog>
  );
}
