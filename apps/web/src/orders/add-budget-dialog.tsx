import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, decimal, needed, neededChoice } from '../app/field-rules';
import { useSession } from '../app/session';
import { useAct } from '../app/use-act';
import { useToday } from '../app/use-today';
import { AddBudgetDocument } from '../generated/graphql';
import { UnitField } from '../people/unit-field';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { NumberField } from '../ui/number-field';
import { TextField } from '../ui/text-field';

const schema = z.object({ unitId: neededChoice, name: needed, from: day, to: day, amount: decimal });

/** What a unit, and the units below it, may spend from a day to a day. */
export function AddBudgetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { enterprise } = useSession();
  const year = useToday().slice(0, 4);
  const add = useAct(AddBudgetDocument, { done: t('orders.budgets.added'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { unitId: '', name: '', from: `${year}-01-01`, to: `${year}-12-31`, amount: '' },
  });
  return (
    <FormDialog
      title={t('orders.budgets.add')}
      form={form}
      submit={t('orders.budgets.add')}
      onSubmit={(input) => add.mutateAsync({ input })}
      onClose={onClose}
    >
      <UnitField name="unitId" label={t('orders.budgets.unit')} description={t('orders.budgets.unitHint')} required />
      <TextField
        name="name"
        label={t('orders.budgets.name')}
        placeholder={t('orders.budgets.namePlaceholder', { year })}
        required
      />
      <FieldRow>
        <DateField name="from" label={t('orders.budgets.from')} required />
        <DateField name="to" label={t('orders.budgets.to')} required />
      </FieldRow>
      <NumberField name="amount" label={t('orders.budgets.amount')} suffix={enterprise.currency} exact required />
    </FormDialog>
  );
}
