import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, neededChoice } from '../app/field-rules';
import { query } from '../app/query';
import { useSession } from '../app/session';
import { useAct } from '../app/use-act';
import { currencyOptions } from '../catalog/currency-options';
import { AddRewardPlanDocument, RewardTeamsDocument } from '../generated/graphql';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';

const schema = z.object({ teamId: neededChoice, name: needed, currency: neededChoice });

/** For which team, by what name, in which currency; what it pays for is its first version's. */
export function AddPlanDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const teams = useQuery(query(RewardTeamsDocument, {}));
  const add = useAct(AddRewardPlanDocument, {
    done: t('rewards.planAdded'),
    onDone: ({ addRewardPlan: { plan } }) =>
      plan
        ? navigate({ to: '/rewards/$plan', params: { plan: plan.slug }, search: { tab: 'versions', propose: true } })
        : undefined,
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { teamId: '', name: '', currency: useSession().enterprise.currency },
  });
  return (
    <FormDialog
      title={t('rewards.addPlan')}
      form={form}
      submit={t('rewards.addPlan')}
      onSubmit={(input) => add.mutateAsync({ input })}
      onClose={onClose}
    >
      <SelectField
        name="teamId"
        label={t('people.scopeKind.TEAM')}
        options={(teams.data?.teams ?? [])
          .filter(({ endedAt }) => endedAt === null)
          .map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <FieldRow>
        <TextField name="name" label={t('people.name')} required />
        <SelectField name="currency" label={t('people.setUp.currency')} options={currencyOptions} required />
      </FieldRow>
    </FormDialog>
  );
}
