import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { DisputeChargeDocument, type BillLineFragment } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';

const schema = z.object({ reason: needed });

/** Says what is wrong with a line. */
export function BillDisputeDialog({ line, onClose }: { line: BillLineFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const dispute = useAct(DisputeChargeDocument, { done: t('bill.dispute.done'), onDone: onClose });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { reason: '' } });
  return (
    <FormDialog
      title={t('bill.dispute.title', { label: line.label })}
      form={form}
      submit={t('bill.dispute.act')}
      onSubmit={(values) => dispute.mutateAsync({ lineId: line.id, ...values })}
      onClose={onClose}
    >
      <TextField name="reason" label={t('bill.dispute.why')} description={t('bill.dispute.words')} rows={3} required />
    </FormDialog>
  );
}
