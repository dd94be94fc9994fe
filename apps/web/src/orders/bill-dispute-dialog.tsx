import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { DisputeChargeDocument, type BillLineFragment } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';

const schema = z.object({ reason: needed });

/** Says what is wrong with a line. */
export function BillDisputeDialog({ line, onClose }: { line: BillLineFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, service, label, from, to, amount } = line;
  const dispute = useAct(DisputeChargeDocument, { done: t('bill.dispute.done'), onDone: onClose });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { reason: '' } });
  return (
    <FormDialog
      title={t('bill.dispute.title', { label })}
      form={form}
      submit={t('bill.dispute.act')}
      onSubmit={(values) => dispute.mutateAsync({ lineId: id, ...values })}
      onClose={onClose}
    >
      <p className="quiet">
        {t('bill.dispute.about', {
          service: service.name,
          label,
          from: formatDay(from),
          to: formatDay(to),
          amount: formatMoney(amount),
        })}
      </p>
      <TextField name="reason" label={t('bill.dispute.why')} description={t('bill.dispute.words')} rows={3} required />
    </FormDialog>
  );
}
