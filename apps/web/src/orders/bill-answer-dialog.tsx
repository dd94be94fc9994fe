import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, optionalDecimal } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { AnswerChargeDisputeDocument, type BillDisputeFragment } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';

const schema = z.object({ decision: z.enum(['accept', 'refuse']), amount: optionalDecimal, answer: needed });

/** Gives money back for a disputed line, or says why not. */
export function BillAnswerDialog({ dispute, onClose }: { dispute: BillDisputeFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const answer = useAct(AnswerChargeDisputeDocument, { done: t('bill.dispute.answerDone'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { decision: 'accept' as 'accept' | 'refuse', amount: '', answer: '' },
  });
  const accepted = useWatch({ control: form.control, name: 'decision' }) === 'accept';
  return (
    <FormDialog
      title={t('bill.dispute.answerTitle', { name: dispute.by.name })}
      form={form}
      submit={t('bill.dispute.answer')}
      onSubmit={(values) =>
        answer.mutateAsync({
          id: dispute.id,
          accepted: values.decision === 'accept',
          answer: values.answer,
          amount: values.decision === 'accept' ? values.amount : null,
        })
      }
      onClose={onClose}
    >
      <p>{dispute.reason}</p>
      <SelectField
        name="decision"
        label={t('bill.dispute.decision')}
        options={(['accept', 'refuse'] as const).map((value) => ({ value, label: t(`bill.dispute.${value}`) }))}
        required
      />
      {accepted && (
        <NumberField name="amount" label={t('bill.dispute.amount')} description={t('bill.dispute.amountHint')} exact />
      )}
      <TextField name="answer" label={t('bill.dispute.answer')} rows={3} required />
    </FormDialog>
  );
}
