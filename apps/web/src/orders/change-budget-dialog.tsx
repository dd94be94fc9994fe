import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { decimal, needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { ChangeBudgetDocument, type BudgetStandFragment } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { formatMoney } from '../ui/format-money';
import { NumberField } from '../ui/number-field';
import { sumDecimals } from '../ui/sum-decimals';
import { TextField } from '../ui/text-field';

const schema = z.object({ amount: decimal, reservationDays: z.number().int().min(1).max(366), reason: needed });

/** Another amount for a budget, with the reason for it. */
export function ChangeBudgetDialog({ budget, onClose }: { budget: BudgetStandFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, version, name, amount, reserved, committed, spent, reservationDays } = budget;
  const change = useAct(ChangeBudgetDocument, { done: t('orders.budgets.changed'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { amount: amount.amount, reservationDays, reason: '' },
  });
  const used = formatMoney({
    amount: sumDecimals([reserved.amount, committed.amount, spent.amount]),
    currency: amount.currency,
  });
  return (
    <FormDialog
      title={t('orders.budgets.changeTitle', { name })}
      form={form}
      submit={t('orders.budgets.change')}
      onSubmit={(values) => change.mutateAsync({ id, version, ...values })}
      onClose={onClose}
    >
      <NumberField
        name="amount"
        label={t('orders.budgets.amount')}
        description={t('orders.budgets.amountHint', { used })}
        suffix={amount.currency}
        exact
        required
      />
      <NumberField
        name="reservationDays"
        min={1}
        max={366}
        label={t('orders.budgets.days')}
        description={t('orders.budgets.daysHint')}
        required
      />
      <TextField
        name="reason"
        label={t('ui.confirm.reason')}
        description={t('ui.confirm.reasonHint')}
        rows={2}
        required
      />
    </FormDialog>
  );
}
