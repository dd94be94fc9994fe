import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, neededChoice } from '../app/field-rules';
import { useSession } from '../app/session';
import { useAct } from '../app/use-act';
import { useToday } from '../app/use-today';
import { PlanReviewDocument } from '../generated/graphql';
import { PersonField } from '../people/person-field';
import { ProviderField } from '../providers/provider-field';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { addMonths } from '../ui/month';
import { SelectField } from '../ui/select-field';
import { periodOptions } from './period-options';

const schema = z.object({ providerId: neededChoice, period: neededChoice, plannedOn: day, chairId: neededChoice });

type Props = { provider?: { id: string; name: string }; onClose: () => void };

/** With whom, on which month, when, and who leads it. */
export function PlanReviewDialog({ provider, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  const person = useSession().viewer?.person;
  const plan = useAct(PlanReviewDocument, {
    done: t('governance.planned'),
    onDone: ({ planReview: { review } }) =>
      review ? navigate({ to: '/reviews/$id', params: { id: review.id } }) : undefined,
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      providerId: provider?.id ?? '',
      period: addMonths(today.slice(0, 7), -1),
      plannedOn: '',
      chairId: person?.id ?? '',
    },
  });
  return (
    <FormDialog
      title={t('governance.plan')}
      form={form}
      submit={t('governance.plan')}
      onSubmit={async (input) => {
        await plan.mutateAsync({ input });
        if (provider) onClose();
      }}
      onClose={onClose}
    >
      <ProviderField name="providerId" label={t('catalog.facet.provider')} initial={provider} required />
      <FieldRow>
        <SelectField
          name="period"
          label={t('governance.period')}
          description={t('governance.periodHint')}
          options={periodOptions(today)}
          required
        />
        <DateField
          name="plannedOn"
          label={t('governance.plannedOn')}
          description={t('governance.plannedOnHint')}
          required
        />
      </FieldRow>
      <PersonField
        name="chairId"
        label={t('governance.chair')}
        description={t('governance.chairHint')}
        initial={person ?? null}
        required
      />
    </FormDialog>
  );
}
