import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import type { OrderAct } from './use-order-acts';

const schema = z.object({ text: needed });

/** A question about an order, or the answer to it. */
export function OrderTextDialog({ number, act, onClose }: { number: string; act: OrderAct; onClose: () => void }) {
  const { t } = useTranslation();
  const key = act.key as 'ask';
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { text: '' } });
  return (
    <FormDialog
      title={t(`orders.act.${key}Title`, { number })}
      form={form}
      submit={t(`orders.act.${key}`)}
      onSubmit={async ({ text }) => {
        await act.run(text);
        onClose();
      }}
      onClose={onClose}
    >
      <TextField
        name="text"
        label={t(`orders.act.${key}Label`)}
        description={t(`orders.act.${key}Words`)}
        rows={3}
        required
      />
    </FormDialog>
  );
}
