import { useTranslation } from 'react-i18next';
import { useToday } from '../app/use-today';
import { PersonField } from '../people/person-field';
import { UnitField } from '../people/unit-field';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { TextField } from '../ui/text-field';

type Props = {
  beneficiary: { id: string; name: string };
  /** Whether they have what it is about already, and keep it. */
  isLive?: boolean;
};

/** What is the same for every item: for whom, who pays, from when, and why. */
export function OrderHeadFields({ beneficiary, isLive = false }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <>
      <FieldRow>
        <PersonField
          name="beneficiaryId"
          label={t('orders.form.beneficiary')}
          description={t(isLive ? 'orders.form.beneficiaryLive' : 'orders.form.beneficiaryHint')}
          initial={beneficiary}
          disabled={isLive}
          required
        />
        <UnitField name="unitId" label={t('orders.form.unit')} description={t('orders.form.unitHint')} />
      </FieldRow>
      <TextField name="reason" label={t('orders.reason')} description={t('orders.form.reasonHint')} rows={3} required />
      <FieldRow>
        <DateField name="startOn" label={t('orders.startOn')} description={t('orders.form.startOnHint')} min={today} />
        <span />
      </FieldRow>
    </>
  );
}
